import { expect, inject, test } from 'vitest';

const at = (path: string, init: RequestInit = {}) =>
  fetch(`${inject('baseUrl')}${path}`, { redirect: 'manual', ...init });

test('every answer carries the headers that protect it, and a request id', async () => {
  for (const path of ['/dang-nhap', '/khong-co-trang-nay', '/health']) {
    const { headers } = await at(path);

    expect(headers.get('content-security-policy'), path).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('pages hold no inline script and ask for none of a router', async () => {
  const html = await (await at('/dang-nhap')).text();

  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(script).toMatch(/src="\/assets\/(office|passkey)-[\w-]+\.js"/);
});

test('text is compressed, and assets may be kept for ever', async () => {
  const page = await at('/dang-nhap', { headers: { 'accept-encoding': 'br' } });
  const href = /href="(\/assets\/office-[\w-]+\.css)"/.exec(await page.text())?.[1] ?? '';
  const style = await at(href, { headers: { 'accept-encoding': 'br' } });

  expect(page.headers.get('content-encoding')).toBe('br');
  expect(style.headers.get('content-encoding')).toBe('br');
  expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('a form that another site posts is not accepted', async () => {
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
    const answer = await at('/dang-xuat', { method: 'POST', headers, body: new URLSearchParams() });

    expect(answer.status).toBe(403);
  }
});

test('a form larger than a form can be is refused before it is read', async () => {
  const body = new URLSearchParams({ login: 'x'.repeat(1_100_000), password: 'x' });

  const answer = await at('/dang-nhap', { method: 'POST', body });

  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('Tệp quá lớn');
});

test('what no page could make sense of is turned away before any page looks at it', async () => {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };

  expect((await at('/tin/%00')).status).toBe(400);
  expect((await at('/tra-cuu?q=%00')).status).toBe(400);
  expect((await at('/api/v1/articles/%00')).status).toBe(400);
  expect((await at('/dang-nhap', json)).status).toBe(415);
});

test('a page that is not there says so in Vietnamese with an incident code, status 404', async () => {
  const answer = await at('/khong-co-trang-nay');

  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain(`Mã sự cố: ${answer.headers.get('x-request-id')}`);
});

test('loaders’ data are not served apart from their pages', async () => {
  expect((await at('/dang-nhap.data')).status).toBe(404);
  expect((await at('/__manifest?paths=/van-phong')).status).toBe(404);
});

test.skipIf(inject('whileLoading').page === '')(
  'the first page is up while the demonstration data are still being loaded, and says so',
  () => {
    const { page, ready } = inject('whileLoading');

    expect(page).toMatch(/Đang nạp dữ liệu mẫu \d\/\d/);
    expect(JSON.parse(ready)).toMatchObject({ status: 'loading', done: expect.any(Number), of: expect.any(Number) });
  },
);

test('health, readiness and figures answer', async () => {
  expect(await (await at('/health')).json()).toEqual({ status: 'alive' });
  expect(await (await at('/ready')).json()).toEqual({ status: 'ready' });
  expect(await (await at('/metrics')).text()).toContain('hopluc_http_request_seconds_bucket');
});
