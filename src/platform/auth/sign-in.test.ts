import { beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { makeDoor, NOBODY } from '#platform/door.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from './accounts.server.ts';
import { sessionCookie, tokenOf } from './sessions.server.ts';
import { signIn, signOut } from './sign-in.server.ts';

const SECRET = 'khóa thử';
const PASSWORD = 'gánh lúa qua cầu chiều';
const NINE = new Date('2024-06-24T02:00:00Z');
let system: TestSystem;
let accounts = 0;

beforeAll(async () => {
  system = await testSystem();
});

function later(minutes: number): Date {
  return new Date(NINE.getTime() + minutes * 60_000);
}

async function anAccount(
  grant: { role: string; scope: string; until?: string } = { role: 'officer', scope: 'alliance:LMHTX-NA' },
) {
  accounts += 1;
  return await addUser(testCtx(system), { login: `nguoi-${accounts}`, password: PASSWORD, ...grant });
}

/** Each test comes from an address of its own, for addresses are limited too. */
function attempt(login: string, password: string, at: Date, address = `203.0.113.${accounts}`): Promise<string> {
  return signIn(system.ctx(NOBODY, at), { login, password, address, userAgent: 'thử' }, SECRET);
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'opened',
    (error) => error.refusal?.code ?? error,
  );
}

const door = () =>
  makeDoor(system, async (_db, scope) => ({
    name: 'Cụm thử',
    covers: scope === 'cluster:CUM-BTB' ? ['alliance:LMHTX-NA'] : [],
  }));

test('IAM-01 a person who signs in is met at the door with today’s grants and what they cover', async () => {
  const { login, accountId } = await anAccount({ role: 'secretary', scope: 'cluster:CUM-BTB' });

  const token = await attempt(` ${login.toUpperCase()} `, PASSWORD, NINE);
  const { ctx, place } = await door()(token, later(5));

  expect(ctx.actor).toEqual({
    accountId,
    name: 'Tổ giúp việc Cụm',
    grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB', covers: ['alliance:LMHTX-NA'] }],
  });
  expect(place).toBe('Cụm thử');
});

test('the database keeps the hash of a token, not the token', async () => {
  const { login } = await anAccount();
  const token = await attempt(login, PASSWORD, NINE);

  const kept = await sql<{ row: string }>`select s::text as row from platform.session s`.execute(system.owner.kysely);

  expect(token).toMatch(/^[\w-]{43}$/);
  expect(kept.rows.map(({ row }) => row).join()).not.toContain(token);
});

test('IAM-02 a wrong password and an unknown login are refused in the same words', async () => {
  const { login } = await anAccount();

  const wrong = await attempt(login, 'một câu khác hẳn', NINE, '198.51.100.1').catch((error) => error.refusal);
  const unknown = await attempt('khong-co-ai', 'một câu khác hẳn', NINE, '198.51.100.2').catch(
    (error) => error.refusal,
  );

  expect(wrong).toEqual({ code: 'platform.sign-in.wrong', facts: { field: 'password', remaining: 9 } });
  expect(unknown).toEqual(wrong);
});

test.each(['a known login', 'an unknown login'])(
  'IAM-02 after ten failures %s is refused even with the right password, for fifteen minutes',
  async (kind) => {
    const login = kind === 'a known login' ? (await anAccount()).login : `la-${accounts}`;
    for (let count = 0; count < 10; count += 1)
      expect(await codeOf(attempt(login, 'sai mật khẩu rồi', later(count / 10), `192.0.2.${count}`))).toBe(
        'platform.sign-in.wrong',
      );

    const eleventh = await attempt(login, PASSWORD, later(2), '192.0.2.99').catch((error) => error.refusal);

    expect(eleventh).toEqual({ code: 'platform.sign-in.too-many', facts: { minutes: 13 } });
    expect(await codeOf(attempt(login, PASSWORD, later(16), '192.0.2.99'))).toBe(
      kind === 'a known login' ? 'opened' : 'platform.sign-in.wrong',
    );
  },
);

test('IAM-02 an address that failed sixty times with many logins is refused too; an office behind it is not at ten', async () => {
  const { login } = await anAccount();
  const fail = async (from: number, to: number) => {
    for (let count = from; count < to; count += 1)
      expect(await codeOf(attempt(`ten-${count}`, 'sai mật khẩu rồi', NINE, '198.51.100.7'))).toBe(
        'platform.sign-in.wrong',
      );
  };
  await fail(0, 12);
  expect(await codeOf(attempt(login, PASSWORD, later(1), '198.51.100.7'))).toBe('opened');
  await fail(12, 60);

  expect(await codeOf(attempt(login, PASSWORD, later(1), '198.51.100.7'))).toBe('platform.sign-in.too-many');
  expect(await codeOf(attempt(login, PASSWORD, later(1), '198.51.100.8'))).toBe('opened');
  expect(await codeOf(attempt(login, PASSWORD, later(16), '198.51.100.7'))).toBe('opened');
});

test('attempts at the same moment do not slip through together', async () => {
  const { login } = await anAccount();

  const codes = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      codeOf(attempt(login, 'sai mật khẩu rồi', NINE, `192.0.2.${100 + index}`)),
    ),
  );

  expect(codes.filter((code) => code === 'platform.sign-in.wrong')).toHaveLength(10);
  expect(codes.filter((code) => code === 'platform.sign-in.too-many')).toHaveLength(6);
});

test('IAM-02 a session ends after thirty minutes without use, and lives on while it is used', async () => {
  const { login } = await anAccount();
  const token = await attempt(login, PASSWORD, NINE);

  expect((await door()(token, later(29))).place).not.toBeNull();
  expect((await door()(token, later(58))).place).not.toBeNull();
  expect((await door()(token, later(89))).place).toBeNull();
});

test('however busy, a session ends after twelve hours', async () => {
  const { login } = await anAccount();
  const token = await attempt(login, PASSWORD, NINE);
  for (let minutes = 25; minutes < 12 * 60; minutes += 25) await door()(token, later(minutes));

  expect((await door()(token, later(12 * 60 + 1))).place).toBeNull();
});

test('who signs out is nobody from then on', async () => {
  const { login } = await anAccount();
  const token = await attempt(login, PASSWORD, NINE);
  const { ctx } = await door()(token, later(1));

  await signOut(ctx, token);

  expect((await door()(token, later(1))).ctx.actor).toEqual(NOBODY);
});

test('IAM-05 a closed account and a grant that ended give nothing, at once', async () => {
  const leaver = await anAccount();
  const mover = await anAccount();
  const tokens = [await attempt(leaver.login, PASSWORD, NINE), await attempt(mover.login, PASSWORD, NINE)];
  await sql`update platform.account set closed_at = ${NINE}, closed_by = 'thử' where id = ${leaver.accountId}`.execute(
    system.owner.kysely,
  );
  await sql`update platform.account_grant set valid_until = '2024-06-24' where account_id = ${mover.accountId}`.execute(
    system.owner.kysely,
  );

  const [first, second] = await Promise.all(tokens.map((token) => door()(token, later(1))));

  expect(first?.ctx.actor).toEqual(NOBODY);
  expect(second?.ctx.actor.grants).toEqual([]);
  expect(await codeOf(attempt(leaver.login, PASSWORD, later(1)))).toBe('platform.sign-in.wrong');
});

test('a cookie keeps its token from scripts and from other sites, and from open wires where there is a closed one', () => {
  const token = 'a'.repeat(43);

  expect(sessionCookie(token, true)).toBe(`__Host-hopluc_session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`);
  expect(sessionCookie(token, false)).toBe(`hopluc_session=${token}; Path=/; HttpOnly; SameSite=Lax`);
  expect(tokenOf(`x=1; hopluc_session=${token}; y=2`, false)).toBe(token);
  expect(tokenOf(`__Host-hopluc_session=${token}`, true)).toBe(token);
  expect(tokenOf(`hopluc_session=${token}`, true)).toBeNull();
  expect(tokenOf("hopluc_session=' or 1=1 --", false)).toBeNull();
  expect(tokenOf(undefined, false)).toBeNull();
});

test('over TLS a cookie that a neighbouring host could have set opens no session', () => {
  expect(tokenOf(`hopluc_session=${'a'.repeat(43)}`, true)).toBeNull();
});

test('AUD-03 an inspector has nothing any more from the day on which the grant is over, though signed in', async () => {
  const { login } = await anAccount({ role: 'inspector', scope: 'cluster:CUM-BTB', until: '2024-06-25' });
  const midnight = new Date('2024-06-24T17:00:00Z');
  const at = (minutes: number) => new Date(midnight.getTime() + minutes * 60_000);
  const token = await attempt(login, PASSWORD, at(-10));

  expect((await door()(token, at(-1))).ctx.actor.grants).toMatchObject([{ role: 'inspector' }]);
  expect((await door()(token, at(0))).ctx.actor.grants).toEqual([]);
});
