import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const ROOT = path.join(import.meta.dirname, '..');
const PASSWORD = 'gánh lúa qua cầu chiều';
const ACCOUNT = '/van-phong/tai-khoan';
/** Browsers keep passkeys for names, not for numbers. */
const ORIGIN = inject('baseUrl').replace('127.0.0.1', 'localhost');

/** An account that is no demonstration account, added beside the running server as an operator does. */
async function addAdministrator(login: string): Promise<void> {
  const grant = ['--role', 'admin', '--scope', 'system', '--password', PASSWORD];
  await promisify(execFile)(path.join(ROOT, 'bin/hopluc'), ['user', 'add', '--login', login, ...grant], {
    env: { ...process.env, HOPLUC_DATA: inject('dataFolder'), HOPLUC_NOW: inject('startedAt') },
  });
}

async function givePassword(page: Page, login: string, password = inject('demoPassword')): Promise<void> {
  await page.goto(`${ORIGIN}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForLoadState();
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${ORIGIN}/van-phong`);
  await page.locator('details.account > summary').click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL('**/dang-nhap');
}

/** What the server's clock shows: its challenges say when they were made. */
async function serverTime(page: Page): Promise<number> {
  const html = await (await page.request.get(`${inject('baseUrl')}/dang-nhap`, { headers: { cookie: '' } })).text();
  const challenge = /challenge&quot;:&quot;([\w-]+)/.exec(html)?.[1] ?? '';
  return Buffer.from(challenge, 'base64url').readUIntBE(16, 6);
}

async function appOf(page: Page): Promise<TOTP> {
  const secret = await page.locator('.secret').innerText();
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
}

/** A device of the person that makes sure who uses it and holds passkeys. */
async function aDevice(page: Page, isUserVerified = true): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

test('IAM-02 an administrator is led to set up a code app, can do nothing before, and signs in with its codes, without JavaScript', async () => {
  await addAdministrator('truong-phong-so');
  const page = await browser.visitor({ javaScript: false });
  await givePassword(page, 'truong-phong-so', PASSWORD);
  expect(pathOf(page)).toBe('/dang-nhap/thiet-lap');
  for (const office of ['/van-phong', '/van-phong/nhat-ky', ACCOUNT]) {
    await page.goto(ORIGIN + office);
    expect(pathOf(page)).toBe('/dang-nhap/thiet-lap');
  }
  expect((await page.request.get(`${ORIGIN}/api/v1/organisations`)).status()).toBe(401);

  const app = await appOf(page);
  await page.getByLabel('6 số đang hiện').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận mã' }).click();
  expect(await page.locator('#f-code-err').innerText()).toContain('Mã chưa khớp');
  const now = await serverTime(page);
  await page.getByLabel('6 số đang hiện').fill(app.generate({ timestamp: now }));
  await page.getByRole('button', { name: 'Xác nhận mã' }).click();
  await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor();
  const codes = await page.locator('.code-list li').allInnerTexts();
  await page.getByRole('link', { name: 'Tôi đã cất mã' }).click();
  expect(new Set(codes).size).toBe(10);
  expect(pathOf(page)).toBe(ACCOUNT);

  await signOut(page);
  await givePassword(page, 'truong-phong-so', PASSWORD);
  expect(pathOf(page)).toBe('/dang-nhap/buoc-hai');
  await page.getByLabel('Mã xác minh').fill(app.generate({ timestamp: now }));
  await page.getByRole('button', { name: 'Xác minh', exact: true }).click();
  expect(await page.locator('#f-code-err').innerText()).toContain('đã dùng rồi');
  await page.getByLabel('Mã xác minh').fill(app.generate({ timestamp: now + 30_000 }));
  await page.getByRole('button', { name: 'Xác minh', exact: true }).click();
  expect(pathOf(page)).toMatch(/^\/van-phong\/ky\//);

  await signOut(page);
  await givePassword(page, 'truong-phong-so', PASSWORD);
  await page.getByLabel('Mã xác minh').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Xác minh', exact: true }).click();
  await page.goto(ORIGIN + ACCOUNT);
  expect(await page.getByText('Còn 9 mã khôi phục.').count()).toBe(1);
  expect(await page.getByText('Vai trò của bạn cần ít nhất một cách').count()).toBe(1);
});

test('IAM-02 a passkey is made, serves after the password and in its place, and is removed', async () => {
  const page = await browser.visitor();
  await aDevice(page);
  await givePassword(page, 'can-bo-qt');
  await page.goto(ORIGIN + ACCOUNT);
  await page.getByRole('link', { name: 'Thêm cách xác minh' }).click();
  await expectSound(page);
  await page.getByLabel('Tên gợi nhớ').last().fill('Máy bàn cơ quan');
  await page.getByRole('button', { name: 'Tạo khóa truy cập' }).click();
  await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor();
  await expectSound(page);

  await signOut(page);
  await page.getByRole('button', { name: 'Vào bằng khóa truy cập' }).click();
  await page.waitForURL('**/van-phong/**');
  expect(await page.locator('.rail .who').textContent()).toContain('Quảng Trị');

  await signOut(page);
  await givePassword(page, 'can-bo-qt');
  expect(pathOf(page)).toBe('/dang-nhap/buoc-hai');
  await expectSound(page);
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
  await page.waitForURL('**/van-phong/**');

  await page.goto(ORIGIN + ACCOUNT);
  await page.getByRole('link', { name: 'Gỡ Máy bàn cơ quan' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Gỡ', exact: true }).click();
  await page.waitForURL('**?da=factor');
  expect(await page.getByText('Chưa có bước thứ hai').count()).toBe(1);

  await signOut(page);
  await page.getByRole('button', { name: 'Vào bằng khóa truy cập' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Khóa truy cập này không dùng được ở đây');
});

test('a passkey that the device gives to nobody is told below its button, and the other way stays', async () => {
  const page = await browser.visitor();
  await aDevice(page, false);
  await page.goto(`${ORIGIN}/dang-nhap`);

  await page.getByRole('button', { name: 'Vào bằng khóa truy cập' }).click();

  await page.getByText('Chưa nhận được khóa truy cập').waitFor();
  expect(await page.getByLabel('Tên đăng nhập').isEditable()).toBe(true);
});

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' as const } },
])('the page of one’s own account is reached from the top bar and is sound on $on', async ({ visit }) => {
  const page = await browser.person('can-bo-tth', visit);
  await page.goto('/van-phong');
  await page.locator('details.account > summary').click();

  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await page.waitForURL(`**${ACCOUNT}`);

  expect(await page.locator('h1').innerText()).toBe('Tài khoản của tôi');
  expect(await page.getByText('(phiên này)').count()).toBe(1);
  await expectSound(page);
});

test('IAM-02 a person ends another of their sessions, without JavaScript', async () => {
  const there = await browser.visitor({ javaScript: false });
  await givePassword(there, 'can-bo-tth');
  const here = await browser.visitor({ javaScript: false });
  await givePassword(here, 'can-bo-tth');
  await here.goto(ORIGIN + ACCOUNT);

  await here.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click();

  expect(await here.getByText('Đã kết thúc mọi phiên khác.').count()).toBe(1);
  await there.goto(`${ORIGIN}/van-phong`);
  expect(pathOf(there)).toBe('/dang-nhap');
});

test('IAM-02 a password that is not changed says why at its field and gives nothing back', async () => {
  const page = await browser.visitor();
  await givePassword(page, 'can-bo-tth');
  await page.goto(ORIGIN + ACCOUNT);
  await page.getByLabel('Mật khẩu hiện tại').fill(inject('demoPassword'));
  await page.getByLabel('Mật khẩu mới').fill('Liên-Minh-HTX 2024');

  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();

  expect(await page.locator('#f-password-err').innerText()).toContain('quá phổ biến');
  expect(await page.getByLabel('Mật khẩu mới').inputValue()).toBe('');
  await expectSound(page);
});
