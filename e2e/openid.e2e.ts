import { expect, inject, test } from 'vitest';
import type { Visit } from './support.ts';
import { expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const BUTTON = 'Đăng nhập bằng tài khoản tỉnh';

/** The provider's own pages ask for a font of another host; nothing leaves the house, not even then. */
async function visitor(visit: Visit = {}) {
  const page = await browser.visitor(visit);
  await page.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  return page;
}

/** Signs in on the provider's own pages. */
async function signInThere(page: Awaited<ReturnType<typeof visitor>>, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('bất kỳ');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForLoadState();
}

test('IAM-06 an officer comes in through the pages of the provider, to the page they wanted, and out again', async () => {
  const page = await visitor({ javaScript: false });
  await page.goto('/van-phong/so-bo?tim=cam');
  await page.getByRole('link', { name: BUTTON }).click();

  await signInThere(page, 'nguoi-tinh');

  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/van-phong/so-bo?tim=cam');
  expect(await page.locator('.rail .who').textContent()).toContain('Hà Tĩnh');
  const cookies = await page.context().cookies(page.url());
  expect(cookies.find(({ name }) => name === 'hopluc_session')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookies.map(({ name }) => name)).not.toContain('hopluc_oidc');
});

test('IAM-06 whoever is not linked reads how to be, on a phone too, and has the local way', async () => {
  const page = await visitor({ viewport: PHONE });
  await page.goto('/dang-nhap');
  await page.getByRole('link', { name: BUTTON }).click();

  await signInThere(page, 'nguoi-la');

  expect(await page.getByRole('alert').textContent()).toContain('chưa được nối với tài khoản Hợp Lực nào');
  await expectSound(page);
  await page.getByRole('link', { name: 'Đăng nhập bằng mật khẩu' }).click();
  expect(await page.getByLabel('Mật khẩu').count()).toBe(1);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('hopluc_session');
});

test.each(['https://khac.example.vn/', '//khac.example.vn', '/\\khac.example.vn', 'van-phong'])(
  'IAM-06 the way back %s leads to the office, not elsewhere',
  async (wanted) => {
    const page = await visitor();
    await page.goto(`/dang-nhap/oidc?ve=${encodeURIComponent(wanted)}`);

    await signInThere(page, 'nguoi-tinh');

    expect(new URL(page.url()).pathname).toMatch(/^\/van-phong/);
    expect(new URL(page.url()).origin).toBe(inject('baseUrl'));
  },
);

test('IAM-06 an answer that this browser does not wait for opens nothing', async () => {
  const page = await visitor();

  const response = await page.goto('/dang-nhap/oidc/ve?code=x&state=y');

  expect(response?.status()).toBe(409);
  expect(await page.getByRole('alert').textContent()).toContain('Hãy đăng nhập lại từ đầu');
  await expectSound(page);
});
