import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const LIST = '/van-phong/so-bo';
const VIEWS = [
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone', visit: { viewport: PHONE } },
  { on: 'a desktop in the dark', visit: { viewport: DESKTOP, colorScheme: 'dark' } },
  { on: 'a browser without JavaScript', visit: { javaScript: false } },
] as const;

/** The card of the first organisation that the words find. */
async function openCard(page: Page, words: string, tab = ''): Promise<string> {
  await page.goto(`${LIST}?tim=${encodeURIComponent(words)}`);
  const href = await page.locator('table.reg tbody th a').first().getAttribute('href');
  await page.goto(`${href}${tab}`);
  return String(href);
}

test.each(VIEWS)('SRC-01 words without tones find an organisation, on $on', async ({ visit }) => {
  const page = await browser.person('can-bo-qb', visit);
  await page.goto(LIST);

  await page.getByRole('searchbox', { name: 'Tìm hợp tác xã' }).fill('hop tac xa duc ninh');
  await page.getByRole('searchbox', { name: 'Tìm hợp tác xã' }).press('Enter');
  await page.waitForURL(/tim=hop/);

  const names = await page.locator('table.reg tbody th').allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  expect(await page.locator('table.reg tbody tr').first().innerText()).toContain('Đức Ninh');
  await page.goto(`${LIST}?tim=hop+tac+xa+duc+ninh`);
  if (!('javaScript' in visit)) await expectSound(page);
});

test('SRC-01 nothing found is no dead end', async () => {
  const page = await browser.person('can-bo-qb');

  await page.goto(`${LIST}?tim=zzzqqx`);

  expect(await page.locator('main').innerText()).toContain('Không có tổ chức nào khớp');
  await page.getByRole('link', { name: 'Xem cả sổ bộ' }).click();
  expect(await page.getByRole('status').first().innerText()).toBe('50 trong 490 tổ chức');
});

test('X-01 facets narrow the list by their counts, and the last page leads back, without JavaScript', async () => {
  const page = await browser.person('thu-ky', { javaScript: false });
  await page.goto(LIST);
  const count = await page.locator('label:has(input[value="LMHTX-QT"]) .num').innerText();

  await page.getByRole('checkbox', { name: 'Quảng Trị' }).check();
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await page.waitForURL(/lien-minh=LMHTX-QT/);

  expect(await page.getByRole('status').first().innerText()).toBe(`50 trong ${count} tổ chức`);
  await page.getByRole('link', { name: 'Trang sau' }).click();
  const second = await page.locator('table.reg tbody th').first().innerText();
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await page.getByRole('link', { name: 'Trang trước' }).click();
  expect(await page.locator('table.reg tbody th').first().innerText()).toBe(second);
});

test('X-01 a head sorts, a second click the other way round', async () => {
  const page = await browser.person('can-bo-tth');
  await page.goto(LIST);

  await page.getByRole('link', { name: 'Thành viên', exact: true }).click();
  const most = await page.locator('table.reg tbody tr').first().innerText();
  await page
    .getByRole('columnheader', { name: /Thành viên/ })
    .getByRole('link')
    .click();

  expect(await page.getByRole('columnheader', { name: /Thành viên/ }).getAttribute('aria-sort')).toBe('ascending');
  expect(await page.locator('table.reg tbody tr').first().innerText()).not.toBe(most);
});

test('REG-09 a value leads to its cell, and a person vouches for it', async () => {
  const page = await browser.person('can-bo-tth');
  await openCard(page, 'nông nghiệp', '?the=nguon');
  await expectSound(page);
  const row = page.getByRole('row', { name: /^Tổng số thành viên/ });
  expect(await row.innerText()).toMatch(/W\d+/);
  expect(await row.innerText()).toContain('LMHTX-TTH-2024-H1.xlsx');

  await page.getByRole('button', { name: 'Xác minh Tổng số thành viên', exact: true }).click();
  await page.getByRole('button', { name: 'Bỏ xác minh Tổng số thành viên' }).waitFor();

  expect(await row.innerText()).toContain('Cán bộ tổng hợp');
  await page.getByRole('button', { name: 'Bỏ xác minh Tổng số thành viên' }).click();
  await page.getByRole('button', { name: 'Xác minh Tổng số thành viên', exact: true }).waitFor();
});

test.each(VIEWS.slice(1, 3))('every page of an organisation is sound, on $on', async ({ visit }) => {
  const page = await browser.person('can-bo-tth', visit);
  const href = await openCard(page, 'nông nghiệp');
  for (const tab of ['', '?the=so-lieu', '?the=nhat-ky', '?ngan=tinh-trang', '/sua']) {
    await page.goto(`${href}${tab}`);

    await expectSound(page);
  }
});

test('X-03 whoever saves a stale form chooses field by field, and nothing typed is lost', async () => {
  const [mine, theirs] = [
    await browser.person('can-bo-tth'),
    await browser.person('can-bo-tth', { javaScript: false }),
  ];
  const href = await openCard(mine, 'chợ');
  const theirNumber = `GCN-${randomUUID().slice(0, 8)}`;
  const theirPlace = `Xóm ${theirNumber}`;
  await mine.goto(`${href}/sua`);
  await theirs.goto(`${href}/sua`);
  await theirs.getByLabel('Địa chỉ').fill(theirPlace);
  await theirs.getByLabel('Số giấy chứng nhận').fill(theirNumber);
  await theirs.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await theirs.waitForURL((url) => url.pathname === href);

  await mine.getByLabel('Địa chỉ').fill('Xóm của tôi');
  await mine.getByLabel('Tên viết tắt').fill('HTX Chợ');
  await mine.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await mine.getByRole('radio', { name: 'Xóm của tôi' }).waitFor();

  await expectSound(mine);
  expect(await mine.getByLabel('Tên viết tắt').inputValue()).toBe('HTX Chợ');
  expect(await mine.getByLabel('Số giấy chứng nhận').inputValue()).toBe(theirNumber);
  await mine.getByRole('radio', { name: theirPlace }).check();
  await mine.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await mine.waitForURL((url) => url.pathname === href);
  const card = await mine.locator('main').innerText();
  expect(card).toContain(theirPlace);
  expect(card).toContain(theirNumber);
});

test('REG-01 a day that cannot be is refused at its field, and what was typed stays', async () => {
  const page = await browser.person('can-bo-tth');
  const href = await openCard(page, 'vận tải');
  await page.goto(`${href}/sua`);

  await page.getByLabel('Ngày cấp').fill('31/6/2020');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await page.getByRole('alert').waitFor();

  expect(await page.getByRole('alert').innerText()).toContain('Ngày cấp: Tháng 6 chỉ có 30 ngày');
  expect(await page.getByLabel('Ngày cấp').inputValue()).toBe('31/6/2020');
  await expectSound(page);
});

test('REG-03 a step dated before the founding is refused with the day, and only lawful steps are offered', async () => {
  const page = await browser.person('can-bo-tth');
  await openCard(page, 'nông nghiệp', '?ngan=tinh-trang');
  const offered = await page.getByLabel('Thay đổi', { exact: true }).locator('option').allInnerTexts();

  await page.getByLabel('Có hiệu lực từ ngày').fill('02/01/1945');
  await page.getByLabel('Căn cứ').fill('Thông báo số 5');
  await page.getByRole('button', { name: 'Ghi thay đổi', exact: true }).click();
  await page.getByRole('alert').waitFor();

  expect(offered).toEqual([
    'Tạm ngừng',
    'Ngừng hoạt động, chưa giải thể',
    'Bắt đầu giải thể',
    'Bị thu hồi giấy chứng nhận đăng ký',
  ]);
  expect(await page.getByRole('alert').innerText()).toContain('trước ngày thành lập');
});

test('QTD-01 funds stand apart from cooperatives; QTD-04 their names and figures are for their own alliance', async () => {
  const [officer, secretary] = [await browser.person('can-bo-qb'), await browser.person('thu-ky')];

  await officer.goto(`${LIST}/qtdnd`);
  await secretary.goto(`${LIST}/qtdnd`);

  expect(await officer.getByRole('heading', { name: 'Số liệu từng quỹ, Quảng Bình' }).count()).toBe(1);
  expect(await secretary.locator('main').innerText()).not.toContain('Số liệu từng quỹ');
  expect(await secretary.locator('tfoot').innerText()).toContain('200');
  await expectSound(secretary);
});

test('X-06 another alliance’s organisation is not there, and the cluster’s secretary cannot change it', async () => {
  const [own, other, secretary] = [
    await browser.person('can-bo-tth'),
    await browser.person('can-bo-qb'),
    await browser.person('thu-ky'),
  ];
  const href = await openCard(own, 'nông nghiệp');

  expect((await other.goto(href))?.status()).toBe(404);
  expect((await secretary.goto(href))?.status()).toBe(200);
  expect(await secretary.locator('main').innerText()).not.toContain('Sửa hồ sơ');
  expect((await secretary.goto(`${href}/sua`))?.status()).toBe(403);
});

test.each(VIEWS.slice(0, 2))(
  'AUD-02 the records behind a count come to it, and each opens, on $on',
  async ({ visit }) => {
    const page = await browser.person('can-bo-na', visit);

    await page.goto(`${LIST}/dem?dem=sum%3Amembers_total&lien-minh=LMHTX-NA&ky=2024-H1&tu=2023-12-15&den=2024-06-14`);

    await expectSound(page);
    expect(await page.locator('h1').innerText()).toBe('Cộng tổng số thành viên');
    expect(await page.getByRole('navigation', { name: 'Phân trang' }).innerText()).toMatch(/^1–100 trong \d+ hồ sơ/);
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/so-bo\/[0-9a-f-]{36}$/);
  },
);
