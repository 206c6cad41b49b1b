import { expect, inject, test } from 'vitest';
import { expectSound, PHONE, signIn, useBrowser } from './support.ts';

const browser = useBrowser();

test.each([
  { on: 'a desktop', visit: {} },
  { on: 'a phone', visit: { viewport: PHONE } },
  { on: 'a dark screen', visit: { colorScheme: 'dark' as const } },
])('the sign-in page is sound on $on', async ({ visit }) => {
  const page = await browser.visitor(visit);

  await page.goto('/dang-nhap');

  await expectSound(page);
});

test('whoever opens an office page is led to sign in and then to that page, without JavaScript', async () => {
  const page = await browser.visitor({ javaScript: false });
  await page.goto('/van-phong');
  expect(new URL(page.url()).pathname).toBe('/dang-nhap');

  await page.getByLabel('Tên đăng nhập').fill('thu-ky');
  await page.getByLabel('Mật khẩu').fill(inject('demoPassword'));
  await page.getByRole('button', { name: 'Đăng nhập' }).click();

  expect(new URL(page.url()).pathname).toMatch(/^\/van-phong/);
  expect(await page.locator('.rail .who').textContent()).toContain('Tổ giúp việc Cụm');
});

test('IAM-02 a wrong password is told at its field, keeps the login and does not say whether it exists', async () => {
  const page = await browser.visitor();
  const sentences: string[] = [];
  for (const login of ['bien-tap', 'khong-co-ai']) {
    await signIn(page, login, 'mật khẩu sai hẳn');
    sentences.push((await page.locator('#f-password-err').textContent()) ?? '');
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe(login);
  }

  expect(sentences[0]).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng');
  expect(sentences[1]?.replaceAll(/\d/g, '')).toBe(sentences[0]?.replaceAll(/\d/g, ''));
  await expectSound(page);
});

test.each([
  { login: 'can-bo-na', path: '/van-phong/cong-tin', says: 'Bạn chưa có quyền này' },
  { login: 'can-bo-na', path: '/van-phong/khong-co', says: 'Không có trang này' },
])('IAM-01 $path says to $login in the frame of the office: $says', async ({ login, path, says }) => {
  const page = await browser.person(login, { viewport: PHONE });

  await page.goto(path);

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(says);
  expect(await page.getByText('Mã sự cố').count()).toBe(1);
  await expectSound(page);
});

test('the description of the API is a sound page', async () => {
  const page = await browser.visitor({ viewport: PHONE });

  await page.goto('/api/docs');

  expect(await page.getByText('GET /api/v1/organisations', { exact: true }).count()).toBe(1);
  await expectSound(page);
});

test('signing out ends the session, not only the page', async () => {
  const page = await browser.visitor();
  await signIn(page, 'can-bo-ht');
  await page.locator('details.account > summary').click();

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.goto('/van-phong');

  expect(new URL(page.url()).pathname).toBe('/dang-nhap');
});

test('the way back after signing in is a page of this site only', async () => {
  const page = await browser.visitor();
  for (const elsewhere of ['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`/dang-nhap?ve=${encodeURIComponent(elsewhere)}`);
    await page.getByLabel('Tên đăng nhập').fill('kiem-tra');
    await page.getByLabel('Mật khẩu').fill(inject('demoPassword'));
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    expect(new URL(page.url()).origin).toBe(new URL(inject('baseUrl')).origin);
  }
});
