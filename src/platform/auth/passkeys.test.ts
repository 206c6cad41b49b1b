import { beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { makeDoor, NOBODY } from '#platform/door.server.ts';
import { softPasskey } from '#platform/testing/soft-passkey.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from './accounts.server.ts';
import { enrolPasskey } from './factors.server.ts';
import { passkeyCreation, passkeyRequest } from './passkeys.server.ts';
import { prove } from './prove.server.ts';
import { signIn, signInWithPasskey } from './sign-in.server.ts';

const SECRET = 'khóa thử';
const SITE = { host: 'hopluc.example', origin: 'https://hopluc.example' };
const PASSWORD = 'gánh lúa qua cầu chiều';
const NINE = new Date('2024-06-24T02:00:00Z');
const later = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);
const desk = (now: Date) => ({ secret: SECRET, site: SITE, now, address: `203.0.113.${people}` });
let system: TestSystem;
let people = 0;

beforeAll(async () => {
  system = await testSystem();
});

async function withPassword(login: string, at: Date) {
  const attempt = { login, password: PASSWORD, address: `203.0.113.${people}`, userAgent: 'thử' };
  const token = await signIn(system.ctx(NOBODY, at), attempt, SECRET);
  const { own } = await makeDoor(system, async () => undefined)(token, at);
  if (!own) throw new Error('nobody has signed in');
  return own;
}

/** A person with a passkey on a device of their own. */
async function aHolder(): Promise<{ login: string; device: ReturnType<typeof softPasskey> }> {
  people += 1;
  const login = `nguoi-${people}`;
  await addUser(testCtx(system), { login, password: PASSWORD, role: 'admin', scope: 'system' });
  const device = softPasskey(SITE);
  const { ctx, session } = await withPassword(login, NINE);
  const answer = device.create(await passkeyCreation(desk(NINE), ctx.read, session, login));
  await enrolPasskey(ctx, session, { name: 'Máy bàn', answer }, desk(NINE));
  return { login, device };
}

const challengeFor = async (at: Date) => await passkeyRequest(desk(at), system.app.kysely, null);

async function enter(answer: unknown, at: Date): Promise<string> {
  const attempt = { answer, address: `203.0.113.${people}`, userAgent: 'thử' };
  return await signInWithPasskey(system.ctx(NOBODY, at), attempt, desk(at));
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'done',
    (error) => error.refusal?.code ?? error,
  );
}

test('IAM-02 a passkey opens without a password, as two factors, once for each challenge', async () => {
  const { device } = await aHolder();
  const answer = device.get(await challengeFor(later(1)));

  const { own, ctx } = await makeDoor(system, async () => undefined)(await enter(answer, later(1)), later(1));

  expect(own?.session).toMatchObject({ method: 'passkey', owes: null, hasFactor: true });
  expect(ctx.actor.grants).toMatchObject([{ role: 'admin', scope: 'system' }]);
  expect(await codeOf(enter(answer, later(1)))).toBe('platform.passkey.refused');
});

test.each([
  { says: 'was signed for another origin', how: { origin: 'https://hopluc.example.evil' } },
  { says: 'was signed for another host', how: { host: 'evil.example' } },
  { says: 'does not say who used the device', how: { isUserVerified: false } },
])('IAM-02 a passkey opens nothing when the answer $says', async ({ how }) => {
  const { device } = await aHolder();

  expect(await codeOf(enter(device.get(await challengeFor(later(1)), how), later(1)))).toBe('platform.passkey.refused');
  expect(await codeOf(enter(device.get(await challengeFor(later(1))), later(1)))).toBe('done');
});

test('a passkey opens nothing with a challenge that is too old, that another made, or that was made for another act', async () => {
  const { login, device } = await aHolder();
  const { ctx, session } = await withPassword(login, later(1));
  const forAct = await passkeyRequest(desk(later(1)), ctx.read, session.accountId);
  const foreign = await passkeyRequest({ ...desk(later(1)), secret: 'khóa khác' }, ctx.read, null);

  for (const options of [await challengeFor(later(-10)), forAct, foreign])
    expect(await codeOf(enter(device.get(options), later(1)))).toBe('platform.passkey.refused');
});

test('IAM-02 a passkey proves the second step for its own account only, a device without PIN too', async () => {
  const { login, device } = await aHolder();
  const other = await aHolder();
  const { ctx, session } = await withPassword(login, later(1));
  const options = await passkeyRequest(desk(later(1)), ctx.read, session.accountId);
  const give = async (passkey: unknown) => await codeOf(prove(ctx, session, { passkey }, desk(later(1))));

  expect(await give(other.device.get(options))).toBe('platform.passkey.refused');
  expect(await give(device.get(options, { isUserVerified: false }))).toBe('done');
});

test('a device whose count goes backwards was copied and opens nothing', async () => {
  const { device } = await aHolder();
  const withCount = async (count: number, at: Date) =>
    await codeOf(enter(device.get(await challengeFor(at), { count }), at));

  expect(await withCount(7, later(1))).toBe('done');
  expect(await withCount(7, later(2))).toBe('platform.passkey.refused');
  expect(await withCount(8, later(3))).toBe('done');
});

test('the passkey of a closed account opens nothing', async () => {
  const { login, device } = await aHolder();
  await sql`update platform.account set closed_at = ${NINE}, closed_by = 'thử' where login = ${login}`.execute(
    system.owner.kysely,
  );

  expect(await codeOf(enter(device.get(await challengeFor(later(1))), later(1)))).toBe('platform.passkey.refused');
});

test('a passkey belongs to one account, and is added with an answer to our own challenge only', async () => {
  const { device } = await aHolder();
  people += 1;
  const login = `nguoi-${people}`;
  await addUser(testCtx(system), { login, password: PASSWORD, role: 'officer', scope: 'alliance:LMHTX-NA' });
  const { ctx, session } = await withPassword(login, NINE);
  const add = async (secret: string, from: ReturnType<typeof softPasskey>) => {
    const options = await passkeyCreation({ ...desk(NINE), secret }, ctx.read, session, login);
    return await codeOf(enrolPasskey(ctx, session, { name: 'Máy bàn', answer: from.create(options) }, desk(NINE)));
  };

  expect(await add(SECRET, device)).toBe('platform.passkey.known');
  expect(await add('khóa khác', softPasskey(SITE))).toBe('platform.passkey.refused');
  expect(await add(SECRET, softPasskey(SITE))).toBe('done');
});
