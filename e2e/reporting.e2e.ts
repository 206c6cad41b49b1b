import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const BOARD = '/van-phong/ky/2024-H1/bang';
const SHEET = '/van-phong/ky/2024-H1/tong-hop?bieu=B01';
const NORTH_TO_SOUTH = ['Thanh Hóa', 'Nghệ An', 'Hà Tĩnh', 'Quảng Bình', 'Quảng Trị', 'T.T. Huế'];

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone', visit: { viewport: PHONE } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' } },
] as const)('RPT-06 the sheet adds the six units to 4.425, on $on', async ({ visit }) => {
  const page = await browser.person('thu-ky', visit);

  await page.goto(SHEET);

  const row = page.getByRole('row', { name: /^Số hợp tác xã cuối kỳ/ });
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(
    expect.arrayContaining(['1.331', '903', '1.031', '490', '347', '323', '4.425']),
  );
  const heads = await page.locator('.sheet thead th').allInnerTexts();
  expect(heads.slice(1, 7).map((head) => head.replaceAll('\n', ' '))).toEqual(NORTH_TO_SOUTH);
  await expectSound(page);
});

test('AUD-02 from a number on the sheet to the rows of the register in three clicks', async () => {
  const page = await browser.person('thu-ky');
  await page.goto(SHEET);

  await page.getByRole('link', { name: 'Nghệ An, Số hợp tác xã cuối kỳ: 903. Xem nguồn' }).click();
  const drawer = page.getByRole('complementary', { name: 'Nghệ An · Số hợp tác xã cuối kỳ' });
  const chain = await drawer.getByRole('list').first().innerText();
  expect(chain).toContain('20,4% của 4.425');
  expect(chain).toContain('Liên minh Hợp tác xã tỉnh Nghệ An gửi');
  expect(chain).toMatch(/LMHTX-NA-2024-H1\.xlsx\s+Trang tính “Biểu 01”, ô H\d+/);
  await expectSound(page);
  await drawer.getByRole('link', { name: '903 hồ sơ trong sổ bộ' }).click();

  await page.waitForURL(/\/van-phong\/so-bo\/dem\?dem=counted&lien-minh=LMHTX-NA/);
  expect(await page.locator('main').innerText()).toContain('903');
});

test('REG-11 the definition of a row says which statuses it includes', async () => {
  const page = await browser.person('thu-ky');
  await page.goto(SHEET);

  const head = page.getByRole('rowheader', { name: 'Số hợp tác xã cuối kỳ', exact: true });

  expect(await head.getAttribute('title')).toContain('Đang hoạt động, tạm ngừng và ngừng hoạt động chưa giải thể');
});

test('AUD-02 an officer follows another unit down to its total only', async () => {
  const page = await browser.person('can-bo-na');

  await page.goto(`${SHEET}&o=HTX.SO.LMHTX-TH`);

  const drawer = await page.getByRole('complementary').innerText();
  expect(drawer).toContain('1.331');
  expect(drawer).toContain('chỉ mở cho cán bộ có thẩm quyền');
  expect(drawer).not.toContain('.xlsx');
});

test('RPT-06 only what disagrees is left when asked, and the count of the register stands below when asked', async () => {
  const page = await browser.person('thu-ky', { javaScript: false });
  await page.goto(SHEET);

  await page.getByRole('link', { name: /^Số đếm sổ bộ/ }).click();
  expect(await page.getByRole('row', { name: /số đếm sổ bộ/ }).count()).toBeGreaterThan(10);
  await page.getByRole('link', { name: /^Chỉ chỗ lệch/ }).click();

  expect(await page.getByRole('row', { name: /^Liên hiệp hợp tác xã/ }).count()).toBeGreaterThan(0);
  expect(await page.getByRole('row', { name: /^Số hợp tác xã cuối kỳ/ }).count()).toBe(0);
});

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone', visit: { viewport: PHONE } },
] as const)('RPT-04 the board shows every form of every unit and who did what, on $on', async ({ visit }) => {
  const page = await browser.person('thu-ky', visit);
  await page.goto(BOARD);
  expect(await page.locator('.matrix tbody tr').count()).toBe(6);
  expect(await page.locator('.matrix tbody td a').count()).toBe(54);
  await expectSound(page);

  await page.getByRole('link', { name: 'Nghệ An, Biểu 03: Đạt' }).click();

  const drawer = page.getByRole('complementary', { name: 'Nghệ An · Biểu 03' });
  expect(await drawer.innerText()).toMatch(/Khóa[\s\S]*Đạt[\s\S]*Gửi[\s\S]*Bắt đầu nhập/);
  expect(await drawer.innerText()).toMatch(/sha256:[0-9a-f]{64}/);
  await expectSound(page);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.search === '');
});

test('RPT-01 opening a period proposes the window and deadlines, and refuses one before the cut-off', async () => {
  const page = await browser.person('thu-ky');
  await page.goto('/van-phong/ky/mo?ky=2025-H1');
  expect(await page.locator('main').innerText()).toContain('Số liệu từ 15/12/2024 đến 14/06/2025');
  await expectSound(page);

  await page.getByLabel('Hạn gửi').fill('2025-06-13');
  await page.getByRole('button', { name: 'Mở kỳ' }).click();

  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('sớm hơn ngày chốt số liệu 14/06/2025');
  expect(await page.getByLabel('Hạn gửi').inputValue()).toBe('2025-06-13');
});

test('RPT-01 a period that nobody opened is not found, in words', async () => {
  const page = await browser.person('thu-ky');

  const answer = await page.goto('/van-phong/ky/2022-H1/bang');

  expect(answer?.status()).toBe(404);
  expect(await page.locator('body').innerText()).toContain('Kỳ 2022-H1 của CUM-BTB chưa được mở');
});
