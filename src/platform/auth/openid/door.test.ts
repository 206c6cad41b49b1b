import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOBODY } from '#platform/door.server.ts';
import { signInAtProvider, startProvider } from '#platform/testing/openid.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from '../accounts.server.ts';
import { openIdDoor } from './door.server.ts';
import { linkIdentity } from './link.server.ts';
import { openIdProvider } from './provider.server.ts';

const NINE = new Date('2024-06-24T02:00:00Z');
const PUBLIC = 'https://hopluc.example.vn';
const provider = await startProvider({});
provider.open(`${PUBLIC}/dang-nhap/oidc/ve`);
afterAll(async () => await provider.close());
let system: TestSystem;

beforeAll(async () => {
  system = await testSystem();
  await addUser(testCtx(system), { login: 'can-bo', role: 'officer', scope: 'alliance:LMHTX-NA' });
  await linkIdentity(testCtx(system), provider.settings, { login: 'can-bo', subject: 'an' });
});

const visitor = () => system.ctx(NOBODY, NINE);

function door(how: { publicUrl?: string; origin?: string; cookies?: string; isHttps?: boolean }) {
  return openIdDoor(openIdProvider(provider.settings), {
    secret: 'khóa thử',
    isHttps: how.isHttps ?? false,
    publicUrl: how.publicUrl,
    origin: how.origin ?? 'http://127.0.0.1:3000',
    cookies: how.cookies,
    address: '203.0.113.1',
    userAgent: 'thử',
    counted: async (_ctx, open) => `phiên=${await open()}`,
  });
}

test.each([
  { what: 'the public address', how: { publicUrl: PUBLIC, origin: 'http://la.example.vn' }, at: PUBLIC },
  { what: 'this machine', how: { origin: 'http://localhost:3000' }, at: 'http://localhost:3000' },
])('IAM-06 the provider answers to $what', async ({ how, at }) => {
  const { location } = await door(how).begin(visitor(), '/van-phong');

  expect(new URL(location).searchParams.get('redirect_uri')).toBe(`${at}/dang-nhap/oidc/ve`);
});

test('IAM-06 a host that a request made up is never told to the provider', async () => {
  const begun = door({ origin: 'http://la.example.vn' }).begin(visitor(), '/van-phong');

  await expect(begun).rejects.toMatchObject({ refusal: { code: 'platform.openid.no-address' } });
});

test('IAM-06 the mark that ties the answer to the browser is kept from scripts and, over HTTPS, from every other host', async () => {
  const { location, cookie } = await door({ publicUrl: PUBLIC, isHttps: true }).begin(visitor(), '/van-phong/so-bo');
  const answer = await signInAtProvider(new URL(location), 'an');

  expect(cookie).toMatch(/^__Host-hopluc_oidc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
  const [mark = ''] = cookie.split(';');
  const planted = door({ publicUrl: PUBLIC, isHttps: true, cookies: mark.replace('__Host-', '') });
  await expect(planted.finish(visitor(), answer)).rejects.toMatchObject({ refusal: { code: 'platform.openid.stale' } });
  const own = door({ publicUrl: PUBLIC, isHttps: true, cookies: `a=b; ${mark}; c=d` });
  expect(await own.finish(visitor(), answer)).toMatchObject({
    wayBack: '/van-phong/so-bo',
    cookie: expect.stringMatching(/^phiên=/),
  });
});
