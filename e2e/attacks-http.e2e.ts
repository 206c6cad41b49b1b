import type { RouteConfigEntry } from '@react-router/dev/routes';
import { beforeAll, expect, inject, test } from 'vitest';
import routes from '../src/routes.ts';
import { at, base, cookieOf, formWith, raw, statusIn } from './raw.ts';

let admin = '';
beforeAll(async () => {
  admin = await cookieOf('quan-tri');
});

function pathsOf(entries: readonly RouteConfigEntry[], above = ''): readonly string[] {
  return entries.flatMap((entry) => {
    const path = `${above}/${entry.path ?? ''}`.replaceAll(/\/+/g, '/');
    return [path, ...pathsOf(entry.children ?? [], path)];
  });
}

const pages = [...new Set(pathsOf(routes as readonly RouteConfigEntry[]))]
  .map((path) => path.replace(':period', '2024-H1').replaceAll(/:\w+/g, 'x'))
  .filter((path) => path !== '/dang-xuat');

/** Directives without which a page could be framed, led elsewhere, or made to run what is not ours. */
const FORBIDDEN = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];
const INLINE = [
  /<script(?![^>]*\ssrc="\/assets\/)[^>]*>/i,
  /<[^>]+\son\w+\s*=/i,
  /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i,
  /<style[\s>]/i,
];

function isGuarded({ headers }: Response): boolean {
  const policy = headers.get('content-security-policy') ?? '';
  return (
    /script-src 'self'(;|$)/.test(policy) &&
    FORBIDDEN.every((part) => policy.includes(part)) &&
    headers.get('x-content-type-options') === 'nosniff' &&
    headers.get('x-frame-options') === 'DENY' &&
    headers.get('referrer-policy') === 'same-origin'
  );
}

test('V3.4.3 every answer, page or file or error, forbids foreign scripts, frames and guessing of types, and no page holds an inline script', async () => {
  const asset = /\/assets\/office-[\w-]+\.css/.exec(await (await at('/dang-nhap')).text())?.[0] ?? '';
  const others = ['/api/openapi.json', '/api/docs', '/api/v1/nowhere', '/health', asset, '/assets/none.js', '/tin/%00'];
  const [bare, inline]: [string[], string[]] = [[], []];
  for (const path of [...pages, ...others]) {
    const answer = await at(path, { headers: { cookie: admin } });
    if (!isGuarded(answer)) bare.push(path);
    const body = await answer.text();
    const found = INLINE.map((pattern) => pattern.exec(body)?.[0]).find((bad) => bad !== undefined);
    if (answer.headers.get('content-type')?.startsWith('text/html') && found) inline.push(`${path}: ${found}`);
  }

  expect(pages.length).toBeGreaterThan(30);
  expect(bare).toEqual([]);
  expect(inline).toEqual([]);
});

test('V3.4.1 strict transport and bound, secure cookies come with TLS, and only then', async () => {
  const open = await at('/dang-nhap');
  const closed = await at('/dang-nhap', { headers: { 'x-forwarded-proto': 'https' } });
  const body = new URLSearchParams({ login: 'bien-tap', password: inject('demoPassword') });
  const signedIn = await at('/dang-nhap', { method: 'POST', body, headers: { 'x-forwarded-proto': 'https' } });

  expect(open.headers.has('strict-transport-security')).toBe(false);
  expect(closed.headers.get('strict-transport-security')).toMatch(/max-age=31536000; includeSubDomains/);
  expect(signedIn.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-hopluc_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
  ]);
});

test.each([
  { from: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
  { from: 'a neighbouring host', headers: { 'sec-fetch-site': 'same-site' } },
  { from: 'another origin', headers: { origin: 'https://evil.example' } },
  { from: 'our name on another port', headers: { origin: 'http://127.0.0.1:1' } },
  { from: 'a hidden origin', headers: { origin: 'null' } },
  { from: 'a page that only tells where it lies', headers: { referer: 'https://evil.example/form' } },
  { from: 'a page whose address is no address', headers: { referer: 'evil' } },
])('V3.5.1 a form of $from changes nothing, although the cookie came along', async ({ headers }) => {
  const body = new URLSearchParams({ note: 'Sửa bởi trang khác, không được ghi.', act: 'discard' });
  const sent = { ...headers, cookie: admin } as Record<string, string>;

  for (const path of ['/van-phong/cong-tin/x/dinh-chinh', '/dang-xuat', '/van-phong/nhap-excel'])
    expect((await at(path, { method: 'POST', body, headers: sent })).status, path).toBe(403);
  expect((await at('/van-phong/cong-tin', { headers: { cookie: admin } })).status).toBe(200);
});

test('V3.5.3 looking changes nothing: no address signs out or writes by GET', async () => {
  await at('/dang-xuat', { headers: { cookie: admin } });

  expect((await at('/van-phong/cong-tin', { headers: { cookie: admin } })).status).toBe(200);
});

test('V4.1.4 a method that no browser form has is refused, and no header puts another in its place', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'CONNECT', 'PROPFIND']) {
    const answer = await raw(
      `${method} /van-phong/cong-tin HTTP/1.1\r\nHost: a\r\nCookie: ${admin}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    expect([400, 404, 405, 0], `${method}: ${answer.slice(0, 40)}`).toContain(statusIn(answer));
    expect(answer).not.toContain('hopluc_session');
  }
  const override = { cookie: admin, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
  expect((await at('/van-phong/cong-tin?_method=DELETE', { headers: override })).status).toBe(200);
});

test.each([
  { what: 'two lengths', head: 'Content-Length: 5\r\nContent-Length: 6' },
  { what: 'a length and chunks', head: 'Content-Length: 5\r\nTransfer-Encoding: chunked' },
  { what: 'an unknown coding', head: 'Transfer-Encoding: xchunked' },
  { what: 'a length that is no number', head: 'Content-Length: 5x' },
  { what: 'a folded header', head: 'X-A: 1\r\n Content-Length: 5' },
  { what: 'a bare line end in a header', head: 'X-A: 1\nContent-Length: 5' },
])('V4.2.1 a request with $what is not understood, and nothing behind it is', async ({ head }) => {
  const behind = 'GET /health HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n';
  const answer = await raw(`POST /dang-nhap HTTP/1.1\r\nHost: a\r\n${head}\r\n\r\n0\r\n\r\n${behind}`);

  expect([400, 411, 415, 501]).toContain(statusIn(answer));
  expect(answer).not.toContain('alive');
});

test('V5.2.1 a body without a length, and one larger than the address needs, are refused before they are read', async () => {
  const chunks = await raw(
    'POST /dang-nhap HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n5\r\na=bcd\r\n0\r\n\r\n',
  );
  expect(statusIn(chunks)).toBe(411);
  const announced = (path: string, type: string) =>
    raw(
      `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: 5000000\r\n\r\n`,
    );
  for (const path of ['/dang-nhap', '/van-phong/nhap-excel', '/van-phong/cong-tin/x/anh', '/tra-cuu'])
    expect(statusIn(await announced(path, 'multipart/form-data; boundary=x')), path).toBe(413);
  expect([404, 413]).toContain(statusIn(await announced('/api/v1/articles', 'application/json')));
});

test('V2.4.1 whoever sends file after file is told to wait, in Vietnamese, with a header that says how', async () => {
  const headers = { 'x-forwarded-for': `198.51.100.${process.pid % 250}` };
  const statuses: number[] = [];
  let last = '';
  for (let sent = 0; sent < 61; sent += 1) {
    const answer = await at('/kiem-chung', { method: 'POST', headers, body: formWith({}) });
    statuses.push(answer.status);
    last = await answer.text();
  }

  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([422]));
  expect(statuses.at(-1)).toBe(429);
  expect(last).toMatch(/Hãy đợi \d phút/);
  expect((await at('/kiem-chung', { method: 'POST', body: formWith({}) })).status).toBe(422);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/\r\nset-cookie: a=b',
  '/%0d%0aset-cookie:%20a=b',
  'http:evil.example',
  '/.//evil.example/..//',
  ' //evil.example',
  '/dang-xuat',
])('V3.7.2 after signing in nobody is led away by ve=%j', async (wanted) => {
  const body = new URLSearchParams({ login: 'bien-tap', password: inject('demoPassword') });
  const answer = await at(`/dang-nhap?ve=${encodeURIComponent(wanted)}`, { method: 'POST', body });
  const location = answer.headers.get('location') ?? '';

  expect(answer.status).toBe(302);
  expect(new URL(location, base()).origin).toBe(base());
  expect(location).not.toMatch(/^\/[/\\]|[\r\n]/);
  expect(answer.headers.getSetCookie()).toHaveLength(1);
});

test.each([
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/server/index.js',
  '/assets/..\\..\\package.json',
  '/anh/..%2f..%2fdemo-password',
  '/anh/%2e%2e%2fsecret',
  '/.git/config',
  '/.env',
  '/van-phong/ky/2024-H1/bao-cao/tai/..%2f..%2f..%2fdemo-password',
  '/van-phong/nhap-excel/mau/LMHTX-NA/..%2f..%2fx.xlsx',
  '//etc/passwd',
  '/assets/',
  '/assets',
  '/server/index.js',
  '/build/server/index.js',
])('V5.3.2 %s leads to no file', async (path) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nCookie: ${admin}\r\nConnection: close\r\n\r\n`);

  expect([301, 302, 400, 403, 404, 409]).toContain(statusIn(answer));
  expect(answer).not.toMatch(/"dependencies"|\[core\]|root:x|createServer|Index of/);
});

test('V16.5.1 an error tells its number and nothing of what is inside', async () => {
  for (const path of [
    '/khong-co',
    '/api/v1/organisations/x',
    '/tin/x',
    '/van-phong/so-bo/x',
    '/api/v1/articles?cursor=@@',
  ]) {
    const body = await (await at(path, { headers: { cookie: admin } })).text();
    expect(body, path).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|select .* from|postgres|\/src\//i);
  }
});

test('V14.3.2 what a person signed in sees, and files they take out, are kept by no browser or proxy', async () => {
  for (const path of ['/van-phong', '/van-phong/so-bo', '/van-phong/so-bo/tai', '/', '/api/v1/articles', '/dang-nhap'])
    expect((await at(path, { headers: { cookie: admin } })).headers.get('cache-control'), path).toBe('no-store');
});

test('V3.4.2 no other origin may read an answer', async () => {
  const answer = await at('/api/v1/articles', { headers: { origin: 'https://evil.example' } });

  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('engines are told to leave the office alone, and who finds a weakness is told whom to write to', async () => {
  const robots = await at('/robots.txt');

  expect(await robots.text()).toContain('Disallow: /van-phong');
  expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const contact = await at('/.well-known/security.txt');
  expect(contact.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await contact.text()).toMatch(
    /^Contact: mailto:lienhe@hopluc\.example\nExpires: 20\d\d-\d\d-\d\dT00:00:00Z\n/,
  );
});
