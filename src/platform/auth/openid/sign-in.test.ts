import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { NOBODY } from '#platform/door.server.ts';
import { signInAtProvider, startProvider } from '#platform/testing/openid.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from '../accounts.server.ts';
import { findSession } from '../sessions.server.ts';
import { linkIdentity, unlinkIdentity } from './link.server.ts';
import type { OpenIdProvider } from './provider.server.ts';
import { openIdProvider } from './provider.server.ts';
import { beginOpenId, finishOpenId } from './sign-in.server.ts';

const SECRET = 'khóa thử';
const NINE = new Date('2024-06-24T02:00:00Z');
const REDIRECT = 'http://hopluc.invalid/dang-nhap/oidc/ve';
const provider = await startProvider({
  an: {},
  binh: { email: 'Binh@nghean.example.vn', isVerified: true },
  chi: { email: 'chi@nghean.example.vn', isVerified: false },
  em: { email: 'em@hatinh.example.vn', isVerified: true },
  dung: { amr: ['pwd', 'otp'] },
});
provider.open(REDIRECT);
afterAll(async () => await provider.close());
const site = openIdProvider(provider.settings);
let system: TestSystem;
let accounts = 0;

beforeAll(async () => {
  system = await testSystem();
});

const visitor = (at = NINE): Ctx => system.ctx(NOBODY, at);

/** Each account comes from an address of its own, for addresses are limited. */
async function linked(how: { readonly subject?: string; readonly email?: string }) {
  accounts += 1;
  const wanted = { login: `tinh-${accounts}`, role: 'officer', scope: 'alliance:LMHTX-NA' };
  const account = await addUser(testCtx(system), wanted);
  if (how.subject ?? how.email) await linkIdentity(testCtx(system), provider.settings, { login: wanted.login, ...how });
  return account;
}

interface Way {
  readonly login?: string | null;
  readonly at?: Date;
  readonly through?: OpenIdProvider;
  readonly wayBack?: string;
  /** Changes the address to which the provider leads, on the way to it. */
  readonly there?: (url: URL) => void;
  /** Changes the provider's answer, on the way back. */
  readonly back?: (url: URL) => void;
  readonly mark?: string | null;
  readonly finishAt?: Date;
  readonly finishWith?: OpenIdProvider;
}

/** Begins here, signs in at the provider, comes back. */
async function goThrough(way: Way) {
  const { through = site, at = NINE, wayBack = '/van-phong/so-bo', login = 'an' } = way;
  const start = { redirectUri: REDIRECT, wayBack, address: `203.0.113.${accounts}` };
  const { location, browserMark } = await beginOpenId(visitor(at), through, start, SECRET);
  way.there?.(location);
  const url = await signInAtProvider(location, login);
  way.back?.(url);
  const answer = {
    url,
    browserMark: way.mark === undefined ? browserMark : way.mark,
    address: start.address,
    userAgent: 'thử',
  };
  const finish = async () => await finishOpenId(visitor(way.finishAt ?? at), way.finishWith ?? through, answer, SECRET);
  return { finish, url };
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; facts: Record<string, unknown> }> {
  return await work.then(
    () => ({ code: 'opened', facts: {} }),
    (error) => error.refusal ?? { code: String(error), facts: {} },
  );
}

async function endingOf(way: Way): Promise<string> {
  return (await refusalOf(goThrough(way).then(({ finish }) => finish()))).code;
}

/** In no order: ids of one moment have none. */
async function acts(kind: string) {
  const found = await sql<{ subject_id: string; facts: Record<string, unknown>; row: string }>`
    select subject_id, facts, event::text as row from platform.event event where kind = ${kind}`.execute(
    system.owner.kysely,
  );
  return found.rows;
}

async function sessionOf(token: string, at = NINE) {
  return await findSession(visitor(at).widened('sign-in').read, token, at, visitor(at).today);
}

test('IAM-06 who is linked comes in through the provider and goes on where they wanted to', async () => {
  const { accountId } = await linked({ subject: 'an' });

  const { finish } = await goThrough({ wayBack: '/van-phong/so-bo?tim=cam' });
  const { token, wayBack } = await finish();

  expect(wayBack).toBe('/van-phong/so-bo?tim=cam');
  expect(await sessionOf(token)).toMatchObject({ accountId, method: 'oidc', hasFactor: false, owes: null });
  expect(await acts('platform.signed-in')).toContainEqual(
    expect.objectContaining({ subject_id: accountId, facts: expect.objectContaining({ how: 'oidc' }) }),
  );
});

test('IAM-06 the same answer opens nothing a second time, whoever brings it', async () => {
  const { finish } = await goThrough({});
  await finish();

  expect((await refusalOf(finish())).code).toBe('platform.openid.stale');
});

test('IAM-06 of two answers at once one opens a session', async () => {
  const { finish } = await goThrough({});

  const codes = await Promise.all([refusalOf(finish()), refusalOf(finish())]);

  expect(codes.map(({ code }) => code).sort()).toEqual(['opened', 'platform.openid.stale']);
});

const setTo = (name: string, value: string) => (url: URL) => url.searchParams.set(name, value);

test.each<{ what: string; way: Way; code: string }>([
  { what: 'another state', way: { back: setTo('state', 'x'.repeat(43)) }, code: 'platform.openid.stale' },
  { what: 'no state', way: { back: (url) => url.searchParams.delete('state') }, code: 'platform.openid.stale' },
  { what: 'another browser', way: { mark: 'x'.repeat(43) }, code: 'platform.openid.stale' },
  { what: 'no cookie', way: { mark: null }, code: 'platform.openid.stale' },
  {
    what: 'ten minutes gone',
    way: { finishAt: new Date(NINE.getTime() + 600_000) },
    code: 'platform.openid.stale',
  },
  {
    what: 'another nonce in the token',
    way: { there: setTo('nonce', 'cua-nguoi-khac') },
    code: 'platform.openid.refused',
  },
  {
    what: 'a code of somebody else',
    way: { back: setTo('code', 'ma-cua-nguoi-khac') },
    code: 'platform.openid.refused',
  },
  {
    what: 'a code without our verifier',
    way: { there: setTo('code_challenge', 'x'.repeat(43)) },
    code: 'platform.openid.refused',
  },
  {
    what: 'an answer that names another issuer',
    way: { back: setTo('iss', 'https://khac.example.vn') },
    code: 'platform.openid.refused',
  },
  { what: 'a person who said no there', way: { login: null }, code: 'platform.openid.cancelled' },
  {
    what: 'a token that is over',
    way: { through: openIdProvider(provider.settings, 3600) },
    code: 'platform.openid.refused',
  },
  {
    what: 'an answer for another provider than the one that is set up now',
    way: { finishWith: openIdProvider({ ...provider.settings, issuer: 'https://khac.example.vn' }) },
    code: 'platform.openid.stale',
  },
])('IAM-06 nothing opens with $what', async ({ way, code }) => {
  accounts += 1;

  expect(await endingOf(way)).toBe(code);
});

test('IAM-06 an awaited address that the provider verified is linked at the first sign-in, once', async () => {
  const { accountId, login } = await linked({ email: ' binh@NGHEAN.example.vn ' });
  await goThrough({ login: 'binh' }).then(({ finish }) => finish());

  const again = await goThrough({ login: 'binh' }).then(({ finish }) => finish());

  expect((await sessionOf(again.token))?.accountId).toBe(accountId);
  const links = await acts('platform.identity-linked');
  expect(links).toContainEqual(
    expect.objectContaining({ subject_id: accountId, facts: expect.objectContaining({ login, how: 'email' }) }),
  );
  expect(links.map(({ row }) => row).join()).not.toContain('nghean.example.vn');
});

test('IAM-06 an address that the provider did not verify links nobody', async () => {
  await linked({ email: 'chi@nghean.example.vn' });

  expect(await endingOf({ login: 'chi' })).toBe('platform.openid.unlinked');
});

test('IAM-06 nobody whom no administrator linked comes in, and nothing of them is kept but a keyed hash', async () => {
  const before = await sql<{ count: number }>`select count(*)::int as count from platform.account`.execute(
    system.owner.kysely,
  );

  const { code, facts } = await refusalOf(goThrough({ login: 'nguoi-la' }).then(({ finish }) => finish()));

  expect(code).toBe('platform.openid.unlinked');
  const act = (await acts('platform.identity-unknown')).find(({ subject_id }) => subject_id === facts.code);
  expect(act).toBeDefined();
  expect(act?.row).not.toContain('nguoi-la');
  const after = await sql<{ count: number }>`select count(*)::int as count from platform.account`.execute(
    system.owner.kysely,
  );
  expect(after.rows).toEqual(before.rows);
});

test('IAM-06 a closed account stays closed, linked or awaited', async () => {
  const { accountId } = await linked({ subject: 'nguoi-nghi' });
  const awaited = await linked({ email: 'em@hatinh.example.vn' });
  await sql`update platform.account set closed_at = ${NINE}, closed_by = 'thử'
    where id in (${accountId}, ${awaited.accountId})`.execute(system.owner.kysely);

  expect(await endingOf({ login: 'nguoi-nghi' })).toBe('platform.openid.closed');
  expect(await endingOf({ login: 'em' })).toBe('platform.openid.closed');
  const wanted = { login: awaited.login, subject: 'mot-nguoi' };
  expect((await refusalOf(linkIdentity(testCtx(system), provider.settings, wanted))).code).toBe(
    'platform.identity.account-closed',
  );
});

test('IAM-02 what the provider says of a second factor counts here, and what it does not say does not', async () => {
  await linked({ subject: 'dung' });
  const plain = await linked({ subject: 'giang' });
  await sql`insert into platform.passkey (id, account_id, name, credential, public_key, sign_count, transports, last_used_at, created_at, created_by)
    values (gen_random_uuid(), ${plain.accountId}, 'khóa', 'c1', '\\x00', 0, '', ${NINE}, ${NINE}, 'thử')`.execute(
    system.owner.kysely,
  );

  const strong = await goThrough({ login: 'dung' }).then(({ finish }) => finish());
  const weak = await goThrough({ login: 'giang' }).then(({ finish }) => finish());

  expect(await sessionOf(strong.token)).toMatchObject({ hasFactor: true, owes: null });
  expect(await sessionOf(weak.token)).toMatchObject({ hasFactor: false, owes: 'proof' });
});

test('IAM-06 a link that is taken back ends its sessions and lets nobody in again', async () => {
  const { login } = await linked({ subject: 'hoa' });
  const { token } = await goThrough({ login: 'hoa' }).then(({ finish }) => finish());

  expect(await unlinkIdentity(testCtx(system), { login })).toBe(1);

  expect(await sessionOf(token)).toBeUndefined();
  expect(await endingOf({ login: 'hoa' })).toBe('platform.openid.unlinked');
});

test('IAM-06 a person of the provider is one account, and only administrators link', async () => {
  const first = await linked({ subject: 'khanh' });
  const second = await linked({});
  const link = async (login: string, how: { subject?: string; email?: string }, ctx = testCtx(system)) =>
    (await refusalOf(linkIdentity(ctx, provider.settings, { login, ...how }))).code;
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

  expect(await link(second.login, { subject: 'khanh' })).toBe('platform.identity.taken');
  expect(await link(first.login, { subject: 'khanh-hai' })).toBe('platform.identity.already-linked');
  expect(await link(second.login, {})).toBe('platform.identity.one-way-only');
  expect(await link(second.login, { email: 'khong phai thu' })).toBe('platform.identity.email-invalid');
  expect(await link('khong-co-ai', { subject: 'x' })).toBe('platform.account.login-unknown');
  expect(await link(second.login, { subject: 'x' }, officer)).toBe('platform.access.denied');
  expect((await refusalOf(linkIdentity(testCtx(system), undefined, { login: second.login, subject: 'x' }))).code).toBe(
    'platform.openid.not-set-up',
  );
});

test('who begins again and again from one address is asked to wait', async () => {
  accounts += 1;
  const begin = async () =>
    await refusalOf(
      beginOpenId(visitor(), site, { redirectUri: REDIRECT, wayBack: '/', address: '198.51.100.44' }, SECRET),
    );
  for (let count = 0; count < 60; count += 1) expect((await begin()).code).toBe('opened');

  expect((await begin()).code).toBe('platform.sign-in.too-many');
});

/** Something that listens where the provider should. */
async function listener(answer: Parameters<typeof createServer>[1]): Promise<OpenIdProvider> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return openIdProvider({ ...provider.settings, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

test.each<{ what: string; answer: Parameters<typeof createServer>[1] }>([
  { what: 'answers with an error', answer: (_, response) => response.writeHead(500).end() },
  { what: 'leads elsewhere', answer: (_, response) => response.writeHead(302, { location: provider.issuer }).end() },
  {
    what: 'calls itself another',
    answer: (_, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ issuer: 'https://khac.example.vn' })),
  },
  {
    what: 'answers without end',
    answer: (_, response) =>
      response.setHeader('content-type', 'application/json').end(`{"a":"${'a'.repeat(300_000)}"}`),
  },
  { what: 'hangs up', answer: (request) => request.socket.destroy() },
])('IAM-06 a provider that $what is told as down', async ({ answer }) => {
  accounts += 1;

  expect(await endingOf({ through: await listener(answer) })).toBe('platform.openid.down');
});

test('IAM-06 a provider that keeps silent is told as down within six seconds', async () => {
  accounts += 1;
  const begun = performance.now();

  expect(await endingOf({ through: await listener(() => undefined) })).toBe('platform.openid.down');
  expect(performance.now() - begun).toBeLessThan(6000);
});

test('IAM-06 a provider that goes away between question and answer is told as down', async () => {
  const other = await startProvider({});
  other.open(REDIRECT);
  accounts += 1;
  const { finish } = await goThrough({ through: openIdProvider(other.settings) });
  await other.close();

  expect((await refusalOf(finish())).code).toBe('platform.openid.down');
});
