import { beforeAll, describe, expect, test } from 'vitest';
import { closeAccount } from '#platform/auth/account-acts.server.ts';
import type { Grant } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anOpenCall, aSubmittedUnit, cooperatives, PERIOD } from '#reporting/testing.ts';
import { readPeopleAddress, writePeopleAddress } from './address.ts';
import { addPerson } from './commands/add-person.ts';
import { placePerson } from './commands/place-person.ts';
import { takeOutPeople } from './commands/take-out-people.ts';
import type { AccountId } from './model.ts';
import { orphanedTasks } from './orphans.ts';
import type { PersonaCode } from './personas.ts';
import { getPerson, listPeople, PAGE_SIZE } from './queries.ts';
import { unitOf, unitsOn } from './units.ts';

const system = await testSystem();
const admin = testCtx(system);
const as = (...grants: readonly Grant[]) => testCtx(system, { grants });
const leaderOf = (code: string) => as({ role: 'leader', scope: `alliance:${code}` });
const PLACE = { department: '', code: '', from: '', until: '' };
const EVERYBODY = { question: '', role: '', scope: '', state: '' } as const;
const START = { after: null, before: null };

async function aPerson(login: string, name: string, persona: PersonaCode, unit: string, more = {}): Promise<AccountId> {
  return (await addPerson(admin, { login, name, persona, unit, ...PLACE, ...more })).accountId;
}

const logins = async (ctx: typeof admin, filter = {}, at = START) =>
  (await listPeople(ctx, { ...EVERYBODY, ...filter }, at)).people.map(({ login }) => login);

const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (error) => error.refusal?.code ?? error,
  );

let na: AccountId;
let gone: AccountId;
beforeAll(async () => {
  na = await aPerson('anh', 'Đặng Thị Ánh', 'officer', 'alliance:LMHTX-NA');
  await aPerson('binh', 'Cán bộ Phòng', 'department-officer', 'alliance:LMHTX-NA', { department: 'van-phong' });
  await aPerson('chi', 'Người Hà Tĩnh', 'officer', 'alliance:LMHTX-HT');
  await aPerson('dung', 'Thư ký', 'secretary', 'cluster:CUM-BTB');
  await aPerson('moi', 'Người mới', 'officer', 'alliance:LMHTX-NA', { from: '2024-07-01' });
  gone = await aPerson('giang', 'Người đã nghỉ', 'officer', 'alliance:LMHTX-NA');
  await closeAccount(admin, gone, { day: '', reason: 'nghỉ' });
});

describe('the list', () => {
  test('IAM-01 a leader sees the people of their own unit and its departments, an administrator all', async () => {
    expect(await logins(admin)).toEqual(['anh', 'binh', 'chi', 'dung', 'giang', 'moi']);
    expect(await logins(leaderOf('LMHTX-NA'))).toEqual(['anh', 'binh', 'giang', 'moi']);
    expect(await logins(as({ role: 'leader', scope: 'cluster:CUM-BTB' }))).toHaveLength(6);
  });

  test.each(['officer', 'secretary', 'editor', 'inspector', 'fund-officer', 'council-member', 'cooperative'] as const)(
    'IAM-01 a %s sees nobody’s rights',
    async (role) => {
      const ctx = as({ role, scope: 'cluster:CUM-BTB' });

      expect(await codeOf(listPeople(ctx, EVERYBODY, START))).toBe('platform.access.denied');
      expect(await codeOf(takeOutPeople(ctx, EVERYBODY))).toBe('platform.access.denied');
    },
  );

  test('IAM-01 who is out of reach does not exist for a leader', async () => {
    expect(await codeOf(getPerson(leaderOf('LMHTX-HT'), na))).toBe('platform.account.not-found');
    expect((await getPerson(leaderOf('LMHTX-NA'), na)).history).toHaveLength(1);
    expect(await codeOf(getPerson(admin, "x' or 1=1"))).toBe('platform.account.not-found');
  });

  test.each([
    [{ question: 'dang thi anh' }, ['anh']],
    [{ question: 'Ánh' }, ['anh']],
    [{ question: 'BINH' }, ['binh']],
    [{ question: '%' }, []],
    [{ role: 'secretary' }, ['dung']],
    [{ scope: 'alliance:LMHTX-HT' }, ['chi']],
    [{ state: 'upcoming' }, ['moi']],
    [{ state: 'closed' }, ['giang']],
  ])('finds by %o', async (filter, found) => {
    expect(await logins(admin, filter)).toEqual(found);
  });

  test('pages lead there and back', async () => {
    const other = await testSystem();
    const ctx = testCtx(other);
    const count = PAGE_SIZE + 3;
    await sql`insert into platform.account (id, login, display_name, password_hash, created_at, created_by)
      select gen_random_uuid(), 'nguoi-' || lpad(number::text, 3, '0'), 'Người', '-', now(), 'thử' from generate_series(1, ${count}) as number`.execute(
      other.owner.kysely,
    );

    const first = await listPeople(ctx, EVERYBODY, START);
    const second = await listPeople(ctx, EVERYBODY, { after: first.next, before: null });
    const back = await listPeople(ctx, EVERYBODY, { after: null, before: second.previous });

    expect(first).toMatchObject({ total: count, previous: null, next: 'nguoi-050' });
    expect(second.people.map(({ login }) => login)).toEqual(['nguoi-051', 'nguoi-052', 'nguoi-053']);
    expect(second.next).toBeNull();
    expect(back.people).toEqual(first.people);
  });

  test('the file has a line for each right, nothing that reaches a person, and its taking out is recorded', async () => {
    const { bytes } = await takeOutPeople(leaderOf('LMHTX-NA'), { ...EVERYBODY, question: 'anh' });
    const [head, ...lines] = new TextDecoder().decode(bytes).trim().split('\r\n');

    expect(head).toBe('Người,Tên đăng nhập,Tình trạng,Vai trò,Đơn vị,Từ ngày,Đến hết ngày');
    expect(lines[0]).toContain('Đặng Thị Ánh,anh,Đang làm việc,Cán bộ tổng hợp');
    const acts = await sql`select from platform.event where kind = 'people.list-taken-out'`.execute(
      system.owner.kysely,
    );
    expect(acts.rows).toHaveLength(1);
  });

  test('an address says what was read from it, and passes over what is none', () => {
    const query = '?tim=%C3%81nh&vai-tro=officer&don-vi=alliance%3ALMHTX-NA&tinh-trang=active&sau=an.nguyen';
    const { filter, at } = readPeopleAddress(new URLSearchParams(query));

    expect(writePeopleAddress(filter, at)).toBe(query);
    expect(readPeopleAddress(new URLSearchParams('vai-tro=toString&don-vi=x&tinh-trang=constructor&sau=%27'))).toEqual({
      filter: EVERYBODY,
      at: START,
    });
  });
});

describe('placing people', () => {
  test.each([
    { persona: 'officer', unit: 'alliance:LMHTX-KHAC', code: 'people.place.unit-unfit' },
    { persona: 'secretary', unit: 'alliance:LMHTX-NA', code: 'people.place.unit-unfit' },
    { persona: 'cooperative', unit: '', code: 'people.place.code-missing' },
  ] as const)('IAM-01 $persona at “$unit” is refused with $code', async ({ persona, unit, code }) => {
    const wish = { persona, unit, ...PLACE, code: '018f3c2e-0000-7000-8000-000000000001', isMove: false };

    expect(await codeOf(placePerson(admin, na, wish))).toBe(code);
  });

  test('IAM-05 moving leaves one right, giving leaves two', async () => {
    const person = await aPerson('hoa', 'Người chuyển', 'officer', 'alliance:LMHTX-QB');
    const wish = { unit: 'cluster:CUM-BTB', ...PLACE, from: '2024-07-01' };

    await placePerson(admin, person, { ...wish, persona: 'editor', isMove: false });
    expect((await getPerson(admin, person)).grants).toHaveLength(2);
    await placePerson(admin, person, { ...wish, persona: 'secretary', isMove: true });
    const later = await getPerson(testCtx(system, { today: '2024-07-01' }), person);

    expect(later.grants.map(({ role, validFrom }) => [role, validFrom])).toEqual([['secretary', '2024-07-01']]);
    expect(later.history).toHaveLength(3);
  });

  test('IAM-01 a leader adds nobody and places nobody', async () => {
    const wish = { persona: 'officer', unit: 'alliance:LMHTX-NA', ...PLACE } as const;
    const leader = leaderOf('LMHTX-NA');

    expect(await codeOf(addPerson(leader, { ...wish, login: 'lan', name: 'Lan' }))).toBe('platform.access.denied');
    expect(await codeOf(placePerson(leader, na, { ...wish, isMove: true }))).toBe('platform.access.denied');
  });

  test('a department belongs to its alliance, a fund to the system', async () => {
    const { nameOf } = await unitsOn(admin);

    expect(unitOf('department:LMHTX-NA/van-phong')).toBe('alliance:LMHTX-NA');
    expect(unitOf('fund:QUY-NA')).toBe('system');
    expect(nameOf('department:LMHTX-NA/van-phong')).toMatch(/^Văn phòng, Liên minh/);
  });
});

describe('work that nobody is left to do', () => {
  const unit = async (scope: string) => (await unitsOn(admin)).all.filter((each) => each.scope === scope);
  const rolesLeft = async (scope: string, without: string | null = null) =>
    (await orphanedTasks(admin, await unit(scope), without)).map(({ role }) => role);

  test('IAM-05 a unit that owes its figures and has nobody for it is listed with the role that lacks', async () => {
    await anOpenCall(admin);

    expect(await rolesLeft('alliance:LMHTX-NA')).toEqual(['leader']);
    expect(await rolesLeft('alliance:LMHTX-NA', na)).toEqual(['officer', 'leader']);
    expect(await rolesLeft('alliance:LMHTX-QT')).toEqual(['officer', 'leader']);
    expect(await rolesLeft('cluster:CUM-BTB')).toEqual([]);
    const [task] = await orphanedTasks(leaderOf('LMHTX-NA'), await unit('alliance:LMHTX-NA'));
    expect(task).toMatchObject({
      href: `/van-phong/ky/${PERIOD}/bang`,
      task: expect.stringContaining('chưa gửi số liệu'),
    });
  });

  test('IAM-05 a unit that has sent its figures leaves nothing undone', async () => {
    await aSubmittedUnit(admin, 'LMHTX-HT', cooperatives('1031'));

    expect(await rolesLeft('alliance:LMHTX-HT')).toEqual([]);
  });
});
