import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, signIn, useBrowser } from './support.ts';

const browser = useBrowser();
const PEOPLE = '/van-phong/nguoi-dung';
const PHONE_IN_THE_DARK = { viewport: PHONE, colorScheme: 'dark' as const };
let added = 0;

/** A person made on the page for this test; the password stands on it once. */
async function aPerson(persona: string, unit?: string, fields: Readonly<Record<string, string>> = {}) {
  added += 1;
  const login = `nguoi-moi-${process.pid}-${added}`;
  const page = await browser.person('quan-tri', { javaScript: false });
  await page.goto(`${PEOPLE}/them`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Tên hiển thị').fill(`Người mới ${added}`);
  await page.getByLabel('Công việc', { exact: true }).selectOption({ label: persona });
  if (unit) await page.getByLabel('Đơn vị', { exact: true }).selectOption(unit);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  const password = await page.locator('.once').innerText();
  await page.getByRole('link', { name: 'Mở trang tài khoản' }).click();
  return { login, password, page };
}

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: PHONE_IN_THE_DARK },
])('IAM-01 people, one person, reviews and delegations are sound on $on', async ({ visit }) => {
  const page = await browser.person('quan-tri', visit);
  await page.goto(PEOPLE);
  await expectSound(page);
  await page.getByRole('link', { name: 'Lãnh đạo', exact: true }).first().click();
  await page.waitForURL(/nguoi-dung\/[0-9a-f-]{36}/);
  const person = page.url();
  const pages = [
    person,
    ...['cap-quyen', 'dong', 'mat-khau'].map((act) => `${person}?viec=${act}`),
    `${PEOPLE}/them`,
    '/van-phong/ra-soat-quyen',
    '/van-phong/uy-quyen',
    '/van-phong/uy-quyen/moi',
  ];
  for (const href of pages) {
    await page.goto(href);
    await expectSound(page);
  }
  const leader = await browser.person('lanh-dao-na', visit);
  await leader.goto('/van-phong/ra-soat-quyen');
  await leader
    .getByRole('link', { name: /^Rà soát quyền quý/ })
    .first()
    .click();
  await leader.waitForURL(/ra-soat-quyen\/\d{4}-Q\d/);
  await expectSound(leader);
  await leader.goto('/van-phong/uy-quyen/moi');
  await expectSound(leader);
});

test('IAM-05 somebody joins without JavaScript, signs in, and is out at the next click once the account is closed', async () => {
  const { login, password, page } = await aPerson('Cán bộ tổng hợp của liên minh', 'alliance:LMHTX-QT');
  const newcomer = await browser.visitor();
  await signIn(newcomer, login, password);
  await newcomer.goto('/van-phong/so-bo');
  expect(await newcomer.locator('h1').innerText()).toContain('Hợp tác xã');

  await page.getByRole('link', { name: 'Đóng tài khoản' }).click();
  await page.getByLabel('Lý do').fill('chuyển cơ quan');
  await page.getByRole('button', { name: 'Đóng tài khoản' }).click();

  expect(await page.locator('.head').innerText()).toContain('Đã đóng');
  await newcomer.goto('/van-phong/so-bo');
  expect(new URL(newcomer.url()).pathname).toBe('/dang-nhap');
});

test('IAM-01 a wrong pair of work and place comes back at its field with what was typed', async () => {
  const page = await browser.person('quan-tri', { javaScript: false });
  await page.goto(`${PEOPLE}/them`);
  await page.getByLabel('Tên đăng nhập').fill('sai-cho');
  await page.getByLabel('Tên hiển thị').fill('Sai chỗ');
  await page.getByLabel('Công việc', { exact: true }).selectOption({ label: 'Tổ giúp việc Cụm' });
  await page.getByLabel('Đơn vị', { exact: true }).selectOption('alliance:LMHTX-NA');
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();

  expect(await page.getByRole('alert').innerText()).toContain('một cụm');
  expect(await page.getByLabel('Đơn vị', { exact: true }).getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('Tên hiển thị').inputValue()).toBe('Sai chỗ');
});

test('IAM-01 a role without screens finds a home that says so, and no way that turns it away', async () => {
  const register = await browser.person('quan-tri');
  await register.goto('/van-phong/so-bo');
  const href = await register.locator('a[href*="/van-phong/so-bo/0"]').first().getAttribute('href');
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(String(href))?.[0] ?? '';
  const { login, password } = await aPerson('Người của hợp tác xã', undefined, { 'Mã quỹ hoặc mã hồ sơ': id });
  const page = await browser.visitor({ viewport: PHONE });
  await signIn(page, login, password);
  await page.goto('/van-phong');

  expect(await page.locator('main').innerText()).toContain('chưa có trong bản này');
  await expectSound(page);
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const href of new Set(hrefs)) expect((await page.request.get(String(href))).status()).toBe(200);
  for (const denied of ['/van-phong/so-bo', '/van-phong/ky', PEOPLE, '/van-phong/nhat-ky'])
    expect((await page.request.get(denied)).status()).toBe(403);
});

test('IAM-03 a leader gives the signature away; it prints its authority, and ends early', async () => {
  const { login, password } = await aPerson('Cán bộ tổng hợp của liên minh', 'alliance:LMHTX-NA');
  const page = await browser.person('lanh-dao-na');
  await page.goto('/van-phong/uy-quyen/moi');
  await page.getByRole('button', { name: 'Giao ký' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Chọn người ký');

  const option = page.locator('select[name=to] option', { hasText: login });
  await page.getByLabel('Người ký', { exact: true }).selectOption((await option.getAttribute('value')) ?? '');
  await page.getByLabel('Hình thức').selectOption('TL');
  await page.getByLabel('Đến hết ngày').fill('2099-12-31');
  await page.getByLabel('Chức vụ người giao').fill('Chủ tịch');
  await page.getByLabel('Chức vụ người ký').fill('Chánh Văn phòng');
  await page.getByLabel('Họ tên dưới chữ ký').fill('Người Được Giao');
  await page.getByLabel('Văn bản giao ký').fill('Quyết định số 15');
  await page.getByRole('button', { name: 'Giao ký' }).click();

  expect(await page.locator('.block').innerText()).toContain('TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG');
  await expectSound(page);
  const delegate = await browser.visitor();
  await signIn(delegate, login, password);
  await delegate.goto(page.url());
  expect(await delegate.locator('h1').innerText()).toContain('TL. –');
  expect(await delegate.getByRole('link', { name: 'Chấm dứt ủy quyền' }).count()).toBe(0);

  await page.getByRole('link', { name: 'Chấm dứt ủy quyền' }).click();
  await page.getByRole('button', { name: 'Chấm dứt ủy quyền' }).click();
  expect(await page.locator('.head').innerText()).toContain('Đã chấm dứt trước hạn');
});

test('IAM-05 a leader signs the quarter’s review; undecided rights come back with what was chosen', async () => {
  const { page: admin } = await aPerson('Lãnh đạo', 'alliance:LMHTX-HT');
  const page = await browser.person('quan-tri');
  await page.goto('/van-phong/ra-soat-quyen');
  await page.getByRole('link', { name: /Rà soát quyền quý .*Hà Tĩnh/ }).click();
  await page.locator('input[value=keep]').first().check();
  await page.locator('form.command').evaluate((form) => form.setAttribute('novalidate', ''));
  await page.getByRole('button', { name: 'Ký rà soát' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('chưa chọn giữ hay thu hồi');
  expect(await page.locator('input[value=keep]').first().isChecked()).toBe(true);

  for (const keep of await page.locator('input[value=keep]').all()) await keep.check();
  const newcomers = page.locator('tr', { hasText: 'nguoi-moi-' }).filter({ hasText: 'Lãnh đạo' });
  await newcomers.first().locator('input[value=end]').check();
  await page.getByRole('button', { name: 'Ký rà soát' }).click();

  expect(await page.locator('.head').innerText()).toContain('Đã ký');
  await expectSound(page);
  await admin.reload();
  expect(await admin.locator('.head').innerText()).toContain('Hết quyền');
});

test('IAM-05 an officer has no business with people and reviews', async () => {
  const page = await browser.person('can-bo-na');

  for (const href of [PEOPLE, `${PEOPLE}/them`, '/van-phong/ra-soat-quyen', '/van-phong/uy-quyen/moi'])
    expect((await page.goto(href))?.status()).toBe(403);
  expect((await page.goto('/van-phong/uy-quyen'))?.status()).toBe(200);
});
