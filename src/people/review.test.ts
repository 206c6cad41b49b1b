import { beforeAll, expect, test } from 'vitest';
import { giveGrant } from '#platform/auth/account-acts.server.ts';
import type { Role, Scope } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addPerson } from './commands/add-person.ts';
import type { ReviewToSign } from './commands/sign-review.ts';
import { signReview } from './commands/sign-review.ts';
import { grantKey } from './grant-key.ts';
import type { AccountId, Decision } from './model.ts';
import { grantsAt, reviewedGrants, signedReviews } from './review-queries.ts';
import { reviewReminder, reviewsInReach } from './reviews.ts';

const system = await testSystem();
const admin = testCtx(system);
const NA = 'alliance:LMHTX-NA' as const;
const QB = 'alliance:LMHTX-QB' as const;
const leader = (scope: Scope = NA, today = '2024-06-24', role: Role = 'leader') =>
  testCtx(system, { grants: [{ role, scope }], today, name: 'Lãnh đạo' });
const PLACE = { department: '', code: '', from: '', until: '' };

let officer: AccountId;
beforeAll(async () => {
  for (const unit of [NA, QB]) {
    const login = unit.slice(-2).toLowerCase();
    officer = (await addPerson(admin, { login: `cb-${login}`, name: 'Cán bộ', persona: 'officer', unit, ...PLACE }))
      .accountId;
    await addPerson(admin, { login: `ld-${login}`, name: 'Lãnh đạo', persona: 'leader', unit, ...PLACE });
    await addPerson(admin, {
      ...{ login: `vp-${login}`, name: 'Văn phòng', persona: 'department-officer' as const, unit, ...PLACE },
      department: 'van-phong',
    });
  }
});

async function wish(unit: Scope, decide: (login: string) => Decision | null): Promise<ReviewToSign> {
  const grants = await grantsAt(admin.widened('unit-people').read, unit, admin);
  const decided = grants.flatMap((grant): [string, Decision][] => {
    const decision = decide(grant.person);
    return decision ? [[grantKey(grant), decision]] : [];
  });
  return { unit, quarter: '2024-Q2', decisions: new Map(decided), note: 'đã xem từng quyền' };
}

const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (error) => error.refusal?.code ?? error,
  );

test('IAM-05 a leader who is late with the review is reminded until it is signed', async () => {
  expect(await reviewReminder(leader(NA, '2024-04-16'))).toBeUndefined();
  expect(await reviewReminder(leader(NA, '2024-04-17'))).toContain('quý II/2024');
  expect(await reviewReminder(leader(NA, '2024-04-17', 'officer'))).toBeUndefined();

  await signReview(leader(), await wish(NA, () => 'keep'));

  expect(await reviewReminder(leader())).toBeUndefined();
  expect(await reviewReminder(leader(NA, '2024-07-17'))).toContain('quý III/2024');
});

test('IAM-05 the review ends what the leader does not confirm, at once, and keeps who signed what', async () => {
  await signReview(leader(QB), await wish(QB, (person) => (person.startsWith('Cán bộ') ? 'end' : 'keep')));

  const db = admin.read;
  const [signed] = await signedReviews(db, [QB]);
  expect(signed).toMatchObject({ quarter: '2024-Q2', signedBy: 'Lãnh đạo', note: 'đã xem từng quyền' });
  const rows = await reviewedGrants(db, signed?.id ?? '');
  expect(rows.map(({ role, scope, decision }) => `${role} ${scope} ${decision}`).toSorted()).toEqual(
    [`leader ${QB} keep`, `officer ${QB} end`, 'officer department:LMHTX-QB/van-phong keep'].toSorted(),
  );
  const ended = await sql<{ until: string }>`select valid_until as until from platform.account_grant
    where account_id = ${officer}`.execute(system.owner.kysely);
  expect(ended.rows).toEqual([{ until: '2024-06-24' }]);
  await expect(sql`update people.access_review set note = ''`.execute(system.app.kysely)).rejects.toThrow(
    'permission denied',
  );
});

test('IAM-05 refused: twice in a quarter, another quarter, a right undecided, a list that changed', async () => {
  const hatinh = 'alliance:LMHTX-HT' as const;
  const person = await addPerson(admin, { login: 'cb-ht', name: 'Cán bộ', persona: 'officer', unit: hatinh, ...PLACE });
  const asked = await wish(hatinh, () => 'keep');

  expect(await codeOf(signReview(leader(), await wish(NA, () => 'keep')))).toBe('people.review.signed-already');
  expect(await codeOf(signReview(leader(hatinh), { ...asked, quarter: '2024-Q1' }))).toBe(
    'people.review.other-quarter',
  );
  expect(await codeOf(signReview(leader(hatinh), { ...asked, decisions: new Map() }))).toBe('people.review.undecided');
  const stale = new Map([...asked.decisions, [`${person.accountId} leader ${hatinh} 2024-01-01`, 'keep' as const]]);
  expect(await codeOf(signReview(leader(hatinh), { ...asked, decisions: stale }))).toBe('people.review.changed');
  await giveGrant(admin, person.accountId, { role: 'editor', scope: hatinh });
  expect(await codeOf(signReview(leader(hatinh), asked))).toBe('people.review.undecided');
  expect(await signedReviews(admin.read, [hatinh])).toEqual([]);
});

test('IAM-05 nobody signs for another unit, a cluster’s leader not for its alliances', async () => {
  const asked = await wish('alliance:LMHTX-HT', () => 'keep');

  for (const ctx of [leader(NA), leader('cluster:CUM-BTB'), leader('alliance:LMHTX-HT', '2024-06-24', 'officer')])
    expect(await codeOf(signReview(ctx, asked))).toBe('platform.access.denied');
  expect(await codeOf(signReview(admin, { ...asked, unit: 'fund:QUY-NA' }))).toBe('people.review.not-found');
});

test('IAM-05 the list says which reviews are signed, due and were missed', async () => {
  const states = async (today: string) =>
    (await reviewsInReach(leader(NA, today))).map(({ quarter, state }) => `${quarter.code} ${state}`);

  expect(await states('2024-06-24')).toEqual(['2024-Q2 signed']);
  expect(await states('2024-07-01')).toEqual(['2024-Q3 due', '2024-Q2 signed']);
  expect(await states('2024-10-20')).toEqual(['2024-Q4 overdue', '2024-Q3 missed', '2024-Q2 signed']);
});
