import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const ROOT = path.join(import.meta.dirname, '..');
const browser = useBrowser();
const HEALTH = '/van-phong/he-thong';
const PASSWORD = 'mưa rào tháng sáu 26';

/** A server of its own on an empty data folder, without demonstration data; answers where it is and what it printed. */
async function anEmptyInstallation(): Promise<{
  url: string;
  code: string;
  dataFolder: string;
  restart(): Promise<string>;
}> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'hopluc-cai-dat-'));
  const bundle = path.join(ROOT, process.env.HOPLUC_BUILD ?? 'build', 'server/index.js');
  let stop = async () => {};
  async function start(): Promise<string> {
    const env = { ...process.env, HOPLUC_DATA: dataFolder, HOPLUC_DEMO: '0', PORT: '0', PUBLIC_URL: '' };
    const child = spawn(process.execPath, [bundle], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    return await new Promise((resolve) => {
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (/^Hợp Lực: .*\n/m.test(said)) resolve(said);
      });
    });
  }
  onTestFinished(async () => {
    await stop();
    await rm(dataFolder, { recursive: true, force: true });
  });
  const said = await start();
  const portOf = (text: string) => `http://localhost:${/localhost:(\d+)/.exec(text)?.[1]}`;
  return {
    url: portOf(said),
    code: /nhập mã (\S+)/.exec(said)?.[1] ?? '',
    dataFolder,
    async restart() {
      await stop();
      const again = await start();
      return `${portOf(again)} ${again}`;
    },
  };
}

test('ADM-01 an empty installation is set up from the browser, without JavaScript, by whoever has the code, and then never again', async () => {
  const { url, code, dataFolder, restart } = await anEmptyInstallation();
  const page = await browser.visitor({ javaScript: false });
  const next = async () => await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await page.goto(url);
  const first = page.url();
  await page.getByLabel('Mã cài đặt').fill('aaaa-bbbb-cccc-dddd');
  await next();
  const refused = await page.getByRole('alert').innerText();
  const stranger = await fetch(`${url}/cai-dat`, {
    method: 'POST',
    body: new URLSearchParams({
      step: 'administrator',
      displayName: 'Lạ',
      login: 'ke-la',
      password: PASSWORD,
      passwordAgain: PASSWORD,
    }),
  });
  await page.getByLabel('Mã cài đặt').fill(` ${code.toUpperCase()} `);
  await next();
  await page.getByLabel('Đơn vị chủ quản').fill('Liên minh Hợp tác xã tỉnh Mẫu');
  await next();
  await page.getByLabel('Họ và tên').fill('Người quản trị');
  await page.getByLabel('Tên đăng nhập').fill('quan.tri');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu').fill('khác');
  await next();
  const differs = await page.getByRole('alert').innerText();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
  await next();
  await page.getByLabel('Tôi hiểu').check();
  await page.getByRole('button', { name: 'Hoàn tất' }).click();
  await page.waitForURL('**/dang-nhap');

  expect(first).toBe(`${url}/cai-dat`);
  expect(refused).toContain('Mã chưa đúng');
  expect(stranger.status).toBe(409);
  expect(differs).toContain('chưa giống nhau');
  expect((await fetch(`${url}/cai-dat`)).status).toBe(404);
  expect((await fetch(`${url}/`, { redirect: 'manual' })).status).toBe(200);
  expect(existsSync(path.join(dataFolder, 'setup-code'))).toBe(false);
  expect((await readdir(path.join(dataFolder, 'backups'))).length).toBeGreaterThan(0);
  expect(await (await fetch(`${url}/`)).text()).toContain('Liên minh Hợp tác xã tỉnh Mẫu');
  const again = await restart();
  expect(again).not.toContain('cai-dat');
  expect((await fetch(`${again.split(' ')[0]}/cai-dat`)).status).toBe(404);
});

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' as const } },
])('ADM-01 the pages of the set-up are sound on $on', async ({ visit }) => {
  const { url, code } = await anEmptyInstallation();
  const page = await browser.visitor(visit);

  await page.goto(`${url}/cai-dat`);
  await expectSound(page);
  await page.getByLabel('Mã cài đặt').fill(code);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('alert').waitFor();
  await expectSound(page);
});

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' as const } },
])('ADM-02 an administrator sees how the installation is, soundly on $on', async ({ visit }) => {
  const page = await browser.person('quan-tri', visit);

  await page.goto(HEALTH);

  expect(await page.locator('h1').innerText()).toBe('Sức khỏe hệ thống');
  expect(await page.locator('table.jobs tbody tr').allInnerTexts()).toContainEqual(
    expect.stringMatching(/Sao lưu hằng đêm[\s\S]*Không chạy với dữ liệu mẫu/),
  );
  expect(await page.locator('main').innerText()).toMatch(/HOPLUC_DATA/);
  expect(await page.locator('main').innerText()).not.toContain(inject('demoPassword'));
  await expectSound(page);
});

test('ADM-02 nobody but administrators of the system sees it', async () => {
  const officer = await browser.person('thu-ky');
  const visitor = await browser.visitor();

  expect((await officer.goto(HEALTH))?.status()).toBe(403);
  await visitor.goto(HEALTH);
  expect(visitor.url()).toContain('/dang-nhap');
});

test('figures for Prometheus are for this machine: a visitor behind the proxy is refused', async () => {
  const metrics = `${inject('baseUrl')}/metrics`;

  const [local, visitor] = [
    await fetch(metrics),
    await fetch(metrics, { headers: { 'x-forwarded-for': '203.0.113.7' } }),
  ];

  expect(local.status).toBe(200);
  expect(await local.text()).toMatch(/hopluc_database_connections\{state="total"\} \d/);
  expect(visitor.status).toBe(403);
  expect(await visitor.text()).toContain('HOPLUC_METRICS_TOKEN');
});
