import { beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { makeDoor, NOBODY } from '#platform/door.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from './accounts.server.ts';
import { changePassword, ownSignIns, revokeOtherSessions, revokeSession } from './own-account.server.ts';
import { listSessions } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const SECRET = 'khóa thử';
const PASSWORD = 'gánh lúa qua cầu chiều';
const NEW = 'mưa rào trên mái ngói cũ';
const NINE = new Date('2024-06-24T02:00:00Z');
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36';
let system: TestSystem;
let people = 0;

beforeAll(async () => {
  system = await testSystem();
});

const later = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);

async function aPerson(): Promise<string> {
  people += 1;
  const login = `nguoi-${people}`;
  await addUser(testCtx(system), { login, password: PASSWORD, role: 'officer', scope: 'alliance:LMHTX-NA' });
  return login;
}

async function open(login: string, password: string, at: Date): Promise<string> {
  const attempt = { login, password, address: `203.0.113.${people}`, userAgent: WINDOWS };
  return await signIn(system.ctx(NOBODY, at), attempt, SECRET);
}

async function ownOf(token: string, at: Date) {
  return (await makeDoor(system, async () => undefined)(token, at)).own;
}

async function signedIn(login: string, at: Date) {
  const own = await ownOf(await open(login, PASSWORD, at), at);
  if (!own) throw new Error('nobody has signed in');
  return own;
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'done',
    (error) => error.refusal ?? error,
  );
}

test('IAM-02 a new password ends the other sessions and gives this one a new token', async () => {
  const login = await aPerson();
  const elsewhere = await open(login, PASSWORD, NINE);
  const { ctx, session } = await signedIn(login, NINE);

  const token = await changePassword(ctx, session, { presentPassword: PASSWORD, password: NEW }, SECRET);

  expect(await ownOf(elsewhere, later(1))).toBeNull();
  expect(await ownOf(session.token, later(1))).toBeNull();
  expect((await ownOf(token, later(1)))?.session.id).toBe(session.id);
  expect(await refusalOf(open(login, PASSWORD, later(1)))).toMatchObject({ code: 'platform.sign-in.wrong' });
  expect(await refusalOf(open(login, NEW, later(1)))).toBe('done');
});

test.each([
  {
    given: { presentPassword: 'không phải mật khẩu', password: NEW },
    code: 'platform.password.present-wrong',
    field: 'presentPassword',
  },
  {
    given: { presentPassword: PASSWORD, password: 'Matkhau12345678' },
    code: 'platform.password.too-common',
    field: 'password',
  },
  { given: { presentPassword: PASSWORD, password: PASSWORD }, code: 'platform.password.same', field: 'password' },
])('IAM-02 a password is not changed: $code', async ({ given, code, field }) => {
  const login = await aPerson();
  const { ctx, session } = await signedIn(login, NINE);

  const refusal = await refusalOf(changePassword(ctx, session, given, SECRET));

  expect(refusal).toMatchObject({ code, facts: { field } });
  expect(await refusalOf(open(login, PASSWORD, later(1)))).toBe('done');
});

test('whoever sits at an open browser cannot try passwords without end', async () => {
  const login = await aPerson();
  const { ctx, session } = await signedIn(login, NINE);
  const guess = async () =>
    await refusalOf(changePassword(ctx, session, { presentPassword: 'đoán mò thôi', password: NEW }, SECRET));
  for (let count = 0; count < 10; count += 1) await guess();

  expect(await guess()).toMatchObject({ code: 'platform.sign-in.too-many' });
});

test('IAM-02 a person sees their own sessions only, ends one of them or all others, and none of another person', async () => {
  const [login, stranger] = [await aPerson(), await aPerson()];
  const here = await signedIn(login, NINE);
  const there = await signedIn(login, later(1));
  await signedIn(login, later(2));
  const foreign = await signedIn(stranger, NINE);

  const seen = await listSessions(here.ctx.read, here.session.accountId, later(2));
  expect(seen).toHaveLength(3);
  expect(seen.map(({ id }) => id)).not.toContain(foreign.session.id);
  expect(await refusalOf(revokeSession(here.ctx, here.session, foreign.session.id))).toMatchObject({
    code: 'platform.session.gone',
  });
  await revokeSession(here.ctx, here.session, there.session.id);
  expect(await ownOf(there.session.token, later(2))).toBeNull();
  await revokeOtherSessions(here.ctx, here.session);
  expect(await listSessions(here.ctx.read, here.session.accountId, later(2))).toMatchObject([{ id: here.session.id }]);
  expect(await ownOf(foreign.session.token, later(2))).not.toBeNull();
});

test('a person sees what failed at their login, also after it opened at last', async () => {
  const login = await aPerson();
  await refusalOf(open(login, 'một câu khác hẳn', NINE));
  const { ctx, session } = await signedIn(login, later(1));

  expect(await ownSignIns(ctx, session, SECRET)).toEqual([
    { at: later(1), result: 'opened', how: 'password', device: 'Chrome trên Windows' },
    { at: NINE, result: 'wrong-password', how: null, device: null },
  ]);
});

test('IAM-02 a login with a second factor, one without and none at all are refused after the same time', async () => {
  const [plain, guarded] = [await aPerson(), await aPerson()];
  await sql`insert into platform.totp_factor
      (id, account_id, name, secret_sealed, last_step, last_used_at, created_at, created_by)
    select gen_random_uuid(), id, 'Điện thoại', 'x', 0, ${NINE}, ${NINE}, 'thử'
    from platform.account where login = ${guarded}`.execute(system.owner.kysely);
  const logins = [plain, guarded, 'khong-co-ai-ca'];
  const times = new Map<string, number[]>(logins.map((login) => [login, []]));
  for (let round = 0; round < 8; round += 1)
    for (const login of logins) {
      const begun = performance.now();
      await refusalOf(open(login, 'một câu khác hẳn', later(round / 10)));
      times.get(login)?.push(performance.now() - begun);
    }

  // The quickest of each: what else the machine does only ever slows an answer down.
  const quickest = [...times.values()].map((each) => Math.min(...each));
  expect(Math.max(...quickest) / Math.min(...quickest)).toBeLessThan(2);
});
