import { Secret, TOTP } from 'otpauth';
import { beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { OwnDoor } from '#platform/door.server.ts';
import { makeDoor, NOBODY } from '#platform/door.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from './accounts.server.ts';
import { enrolTotp, listFactors, removeFactor, renewRecoveryCodes, resetFactors } from './factors.server.ts';
import type { Proof } from './prove.server.ts';
import { prove } from './prove.server.ts';
import { openSession } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';
import { totpOffer } from './totp.server.ts';

const SECRET = 'khóa thử';
const PASSWORD = 'gánh lúa qua cầu chiều';
const NINE = new Date('2024-06-24T02:00:00Z');
const ADMIN = { role: 'admin', scope: 'system' };
const OFFICER = { role: 'officer', scope: 'alliance:LMHTX-NA' };
let system: TestSystem;
let people = 0;

beforeAll(async () => {
  system = await testSystem();
});

const later = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);
const enter = async (token: string, at: Date) => await makeDoor(system, async () => undefined)(token, at);

async function ownOf(token: string, at: Date): Promise<OwnDoor> {
  const { own } = await enter(token, at);
  if (!own) throw new Error('nobody has signed in');
  return own;
}

async function aPerson(grant: { role: string; scope: string }, how: { isDemo?: boolean } = {}) {
  people += 1;
  return await addUser(testCtx(system), { login: `nguoi-${people}`, password: PASSWORD, ...grant, ...how });
}

async function withPassword(login: string, at: Date): Promise<string> {
  const attempt = { login, password: PASSWORD, address: `203.0.113.${people}`, userAgent: 'thử' };
  return await signIn(system.ctx(NOBODY, at), attempt, SECRET);
}

function desk(ctx: Ctx) {
  const site = { host: 'localhost', origin: 'http://localhost' };
  return { secret: SECRET, site, now: ctx.now, address: `203.0.113.${people}` };
}

async function proving(token: string, proof: Proof, at: Date): Promise<string> {
  const { ctx, session } = await ownOf(token, at);
  return await prove(ctx, session, proof, desk(ctx));
}

/** The app on the person's telephone, which took the secret from the page. */
async function anApp(token: string, at: Date): Promise<TOTP> {
  const { session } = await ownOf(token, at);
  return new TOTP({ secret: Secret.fromBase32(totpOffer(SECRET, session, 'ai').secret.replaceAll(' ', '')) });
}

const codeAt = (app: TOTP, at: Date) => app.generate({ timestamp: at.getTime() });

async function enrolling(token: string, at: Date) {
  const app = await anApp(token, at);
  const { ctx, session } = await ownOf(token, at);
  const enrolled = await enrolTotp(ctx, session, { name: 'Điện thoại', code: codeAt(app, at) }, SECRET);
  return { app, token: enrolled.token, codes: enrolled.codes ?? [] };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'done',
    (error) => error.refusal?.code ?? error,
  );
}

test('IAM-02 an administrator without a second factor has no grant until one is set up, whatever page they open', async () => {
  const { login, accountId } = await aPerson(ADMIN);
  const before = await withPassword(login, NINE);

  const owing = await enter(before, later(1));
  const { token, codes } = await enrolling(before, later(1));
  const after = await enter(token, later(2));

  expect(owing.ctx.actor).toEqual(NOBODY);
  expect(owing.place).toBeNull();
  expect(owing.own?.session.owes).toBe('enrolment');
  expect(owing.own?.ctx.actor).toMatchObject({ accountId, grants: [] });
  expect(after.ctx.actor.grants).toMatchObject([ADMIN]);
  expect(codes).toHaveLength(10);
});

test('IAM-02 a right password alone is nobody where a second factor is set up; its code opens, under a new token', async () => {
  const { login, accountId } = await aPerson(OFFICER);
  const { app } = await enrolling(await withPassword(login, NINE), NINE);
  const half = await withPassword(login, later(5));

  const owing = await enter(half, later(5));
  const whole = await proving(half, { code: codeAt(app, later(5)) }, later(5));

  expect(owing.ctx.actor).toEqual(NOBODY);
  expect(owing.own?.session.owes).toBe('proof');
  expect(whole).not.toBe(half);
  expect((await enter(half, later(5))).own).toBeNull();
  expect((await enter(whole, later(5))).ctx.actor).toMatchObject({ accountId, grants: [OFFICER] });
  const kept = await sql<{ method: string }>`select method from platform.session where account_id = ${accountId}
    order by created_at desc limit 1`.execute(system.owner.kysely);
  expect(kept.rows).toEqual([{ method: 'password+totp' }]);
});

test('a code is taken half a minute early or late, and once only; so is none of before it', async () => {
  const { login } = await aPerson(OFFICER);
  const { app } = await enrolling(await withPassword(login, NINE), NINE);
  const early = codeAt(app, later(4.5));
  const late = codeAt(app, later(5.5));
  const half = async () => await withPassword(login, later(5));

  expect(await codeOf(proving(await half(), { code: codeAt(app, later(6)) }, later(5)))).toBe('platform.factor.wrong');
  expect(await codeOf(proving(await half(), { code: `${late.slice(0, 3)} ${late.slice(3)}` }, later(5)))).toBe('done');
  expect(await codeOf(proving(await half(), { code: late }, later(5)))).toBe('platform.factor.wrong');
  expect(await codeOf(proving(await half(), { code: early }, later(5)))).toBe('platform.factor.wrong');
});

test('of two browsers that give the same code at the same moment, one gets in', async () => {
  const { login } = await aPerson(OFFICER);
  const { app } = await enrolling(await withPassword(login, NINE), NINE);
  const code = codeAt(app, later(5));
  const halves = [await withPassword(login, later(5)), await withPassword(login, later(5))];

  const codes = await Promise.all(halves.map((half) => codeOf(proving(half, { code }, later(5)))));

  expect(codes.sort()).toEqual(['done', 'platform.factor.wrong']);
});

test('IAM-02 wrong codes are limited like wrong passwords, for every session of the account, right passwords notwithstanding', async () => {
  const { login } = await aPerson(OFFICER);
  const { app } = await enrolling(await withPassword(login, NINE), NINE);
  for (let count = 0; count < 10; count += 1) {
    const half = await withPassword(login, later(5 + count / 10));
    expect(await codeOf(proving(half, { code: '000000' }, later(5 + count / 10)))).toBe('platform.factor.wrong');
  }
  const half = await withPassword(login, later(7));

  expect(await codeOf(proving(half, { code: codeAt(app, later(7)) }, later(7)))).toBe('platform.sign-in.too-many');
  expect(await codeOf(proving(half, { code: codeAt(app, later(21)) }, later(21)))).toBe('done');
});

test('IAM-02 a recovery code opens once, however it is typed, and leaves a trace', async () => {
  const { login, accountId } = await aPerson(OFFICER);
  const { codes } = await enrolling(await withPassword(login, NINE), NINE);
  const code = codes[3]?.toUpperCase().replace('-', ' ') ?? '';

  expect(await codeOf(proving(await withPassword(login, later(5)), { code }, later(5)))).toBe('done');
  expect(await codeOf(proving(await withPassword(login, later(6)), { code }, later(6)))).toBe('platform.factor.wrong');
  const used = await sql`select facts from platform.event
    where account_id = ${accountId} and kind = 'platform.recovery-code-used'`.execute(system.owner.kysely);
  expect(used.rows).toEqual([{ facts: { left: 9 } }]);
});

test('the database keeps neither secrets of apps nor recovery codes, and a sealed secret serves its own row alone', async () => {
  const { login, accountId } = await aPerson(OFFICER);
  const other = await aPerson(OFFICER);
  const { app, codes } = await enrolling(await withPassword(login, NINE), NINE);
  await enrolling(await withPassword(other.login, NINE), NINE);

  const kept = await sql<{ row: string }>`select f::text as row from platform.totp_factor f
    union all select r::text from platform.recovery_code r`.execute(system.owner.kysely);
  await sql`update platform.totp_factor set secret_sealed =
      (select secret_sealed from platform.totp_factor where account_id = ${accountId})
    where account_id = ${other.accountId}`.execute(system.owner.kysely);

  const all = kept.rows.map(({ row }) => row).join();
  expect(all).not.toContain(app.secret.base32);
  for (const code of codes) expect(all).not.toContain(code.replace('-', ''));
  const half = await withPassword(other.login, later(5));
  await expect(proving(half, { code: codeAt(app, later(5)) }, later(5))).rejects.toThrow(/authenticate/);
});

test('IAM-02 a demonstration administrator works without a second factor, and needs it once it is set up', async () => {
  const { login } = await aPerson(ADMIN, { isDemo: true });
  const token = await withPassword(login, NINE);

  expect((await enter(token, NINE)).ctx.actor.grants).toMatchObject([ADMIN]);
  await enrolling(token, NINE);
  expect((await enter(await withPassword(login, later(1)), later(1))).own?.session.owes).toBe('proof');
});

test('whoever becomes an administrator in the middle of a session owes a second factor at the next page', async () => {
  const { login, accountId } = await aPerson(OFFICER);
  const token = await withPassword(login, NINE);
  await sql`insert into platform.account_grant (account_id, role, scope, valid_from)
    values (${accountId}, 'admin', 'system', '2024-06-24')`.execute(system.owner.kysely);

  expect((await enter(token, later(1))).own?.session.owes).toBe('enrolment');
});

test('IAM-02 the last factor of an administrator stays; one of two goes, but only soon after a proof', async () => {
  const { login } = await aPerson(ADMIN);
  const first = await enrolling(await withPassword(login, NINE), NINE);
  const one = await ownOf(first.token, later(1));
  const [only] = await listFactors(one.ctx.read, one.session.accountId);
  expect(await codeOf(removeFactor(one.ctx, one.session, only?.id ?? ''))).toBe('platform.factor.last');

  const second = await enrolling(first.token, later(1));
  const stale = await ownOf(second.token, later(12));
  const fresh = await ownOf(second.token, later(2));
  expect(second.codes).toEqual([]);
  expect(await codeOf(removeFactor(stale.ctx, stale.session, only?.id ?? ''))).toBe('platform.factor.not-fresh');
  expect(await codeOf(removeFactor(fresh.ctx, fresh.session, only?.id ?? ''))).toBe('done');
  expect(await listFactors(fresh.ctx.read, fresh.session.accountId)).toHaveLength(1);
});

test('removing the last factor that nobody asks for takes the recovery codes along', async () => {
  const { login, accountId } = await aPerson(OFFICER);
  const { token } = await enrolling(await withPassword(login, NINE), NINE);
  const { ctx, session } = await ownOf(token, later(1));
  const [only] = await listFactors(ctx.read, accountId);

  await removeFactor(ctx, session, only?.id ?? '');

  const left = await sql`select from platform.recovery_code where account_id = ${accountId}`.execute(
    system.owner.kysely,
  );
  expect(left.rows).toEqual([]);
  expect((await enter(await withPassword(login, later(2)), later(2))).ctx.actor.grants).toMatchObject([OFFICER]);
});

test('new recovery codes replace the old ones, and ask for a fresh factor', async () => {
  const { login } = await aPerson(OFFICER);
  const { token, codes } = await enrolling(await withPassword(login, NINE), NINE);
  const stale = await ownOf(token, later(11));
  const fresh = await ownOf(token, later(3));

  expect(await codeOf(renewRecoveryCodes(stale.ctx, stale.session, SECRET))).toBe('platform.factor.not-fresh');
  const renewed = await renewRecoveryCodes(fresh.ctx, fresh.session, SECRET);
  const half = await withPassword(login, later(5));
  expect(await codeOf(proving(half, { code: codes[0] ?? '' }, later(5)))).toBe('platform.factor.wrong');
  expect(await codeOf(proving(half, { code: renewed[0] ?? '' }, later(5)))).toBe('done');
});

test('nobody sets up a factor beside the one that their session has not proved', async () => {
  const { login } = await aPerson(OFFICER);
  const [early, other] = [await withPassword(login, NINE), await withPassword(login, NINE)];
  const { ctx, session } = await ownOf(other, NINE);
  const app = await anApp(other, NINE);
  await enrolling(early, NINE);

  const now = await ownOf(other, later(1));
  const wanted = { name: 'Của kẻ khác', code: codeAt(app, NINE) };
  expect(await codeOf(enrolTotp(ctx, session, wanted, SECRET))).toBe('platform.factor.not-fresh');
  expect(await codeOf(enrolTotp(now.ctx, now.session, wanted, SECRET))).toBe('platform.factor.not-fresh');
});

test('a code that is not of the offered secret sets nothing up', async () => {
  const { login, accountId } = await aPerson(OFFICER);
  const { ctx, session } = await ownOf(await withPassword(login, NINE), NINE);

  const attempt = enrolTotp(ctx, session, { name: 'Điện thoại', code: '123456' }, SECRET);

  await expect(attempt).rejects.toMatchObject({
    refusal: { code: 'platform.factor.code-wrong', facts: { field: 'code' } },
  });
  expect(await listFactors(ctx.read, accountId)).toEqual([]);
});

test.each([
  { says: 'the provider proved a factor', providerProvedFactor: true, owes: null },
  { says: 'the provider says nothing of a factor', providerProvedFactor: false, owes: 'enrolment' },
] as const)('a session opened by an OpenID provider counts as what $says', async ({ providerProvedFactor, owes }) => {
  const { accountId } = await aPerson(ADMIN);

  const token = await testCtx(system).transact(
    async (tx) => await openSession(tx, NINE, { accountId, userAgent: 'thử', method: 'oidc', providerProvedFactor }),
  );

  expect((await enter(token, NINE)).own?.session).toMatchObject({ method: 'oidc', owes });
});

test('whoever lost everything starts anew after the operator’s reset, and the sessions are over', async () => {
  const { login, accountId } = await aPerson(ADMIN);
  const { token } = await enrolling(await withPassword(login, NINE), NINE);

  expect(await resetFactors(testCtx(system), login)).toBe(1);
  expect((await enter(token, later(1))).own).toBeNull();
  expect((await enter(await withPassword(login, later(1)), later(1))).own?.session.owes).toBe('enrolment');
  expect(await codeOf(resetFactors(testCtx(system), 'khong-co-ai'))).toBe('platform.account.login-unknown');
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }], accountId });
  expect(await codeOf(resetFactors(officer, login))).toBe('platform.access.denied');
});

test('a passkey’s answer that is none is refused in the same words for everybody, and counts as a failure', async () => {
  const { login } = await aPerson(OFFICER);
  await enrolling(await withPassword(login, NINE), NINE);
  const half = await withPassword(login, later(5));

  const answers = [{ id: '' }, { id: 'khong-co', response: {} }, { id: "' or 1=1 --" }];
  for (const passkey of answers)
    expect(await codeOf(proving(half, { passkey }, later(5)))).toBe('platform.passkey.refused');
  const failures = await sql<{ count: number }>`select count(*)::int as count from platform.sign_in_attempt
    where not succeeded and not is_forgiven and attempted_at = ${later(5)}`.execute(system.owner.kysely);
  expect(failures.rows[0]?.count).toBeGreaterThanOrEqual(3);
});
