import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Typed, typedOver } from '../src/workbooks/testing.ts';
import { expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const START = '/van-phong/nhap-excel';
const REGISTER = 'Sổ bộ HTX';

/** The workbook of Quảng Trị as it now stands, with some cells typed over. */
async function filled(page: Page, cells: Readonly<Record<string, Typed>>, name: string) {
  await page.goto(START);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Mẫu có sẵn số của Quảng Trị/ }).click();
  const bytes = await readFile(await (await waiting).path());
  const buffer = Buffer.from(typedOver(new Uint8Array(bytes), { [REGISTER]: cells }));
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}

async function upload(page: Page, file: Awaited<ReturnType<typeof filled>>): Promise<void> {
  await page.goto(START);
  await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles(file);
  await page.getByRole('button', { name: 'Tải lên và xem thay đổi' }).click();
  await page.waitForLoadState();
}

test.each([
  { on: 'a desktop', visit: {} },
  { on: 'a phone', visit: { viewport: PHONE } },
  { on: 'a dark screen', visit: { colorScheme: 'dark' as const } },
])('IMP-02 start and preview of an import are sound on $on', async ({ visit }) => {
  const page = await browser.person('can-bo-qt', visit);
  await page.goto(START);
  await expectSound(page);

  await upload(page, await filled(page, { W7: 98, Z7: 120, I8: '31/6/2023' }, 'loi.xlsx'));

  await expectSound(page);
  const wrong = page.getByRole('row', { name: /Số thành viên nữ \(120\) lớn hơn tổng số thành viên \(98\)/ });
  expect(await wrong.textContent()).toContain('Z7');
  expect(await page.getByText('Tháng 6 chỉ có 30 ngày.').count()).toBe(1);
  expect(await page.getByRole('link', { name: /^Ghi/ }).count()).toBe(0);
});

test('IMP-02 a file with errors comes back as a workbook with notes in its cells', async () => {
  const page = await browser.person('can-bo-qt');
  await upload(page, await filled(page, { I8: '31/6/2023' }, 'loi.xlsx'));

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải tệp lỗi' }).click();
  const download = await waiting;

  expect(download.suggestedFilename()).toBe('loi-loi.xlsx');
  expect((await readFile(await download.path())).length).toBeGreaterThan(10_000);
});

test('IMP-03 without JavaScript an officer sees the changes, writes them and takes them back', async () => {
  const page = await browser.person('can-bo-qt', { javaScript: false });
  await upload(page, await filled(page, { AS9: 'Đã gọi điện ngày 08/07' }, 'sua.xlsx'));
  const change = page.getByRole('row', { name: /Đã gọi điện ngày 08\/07/ });
  expect(await change.textContent()).toContain('Ghi chú');

  await page.getByRole('link', { name: 'Ghi 1 dòng hợp lệ…' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Ghi' }).click();
  await page.waitForLoadState();
  expect(await page.getByText('Đã ghi. Sổ bộ và biểu đã có số mới.').count()).toBe(1);

  await page.getByRole('link', { name: 'Hoàn tác…' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Hoàn tác' }).click();
  await page.waitForLoadState();
  expect(await page.getByText(/trả lại 1 giá trị và dòng như trước/).count()).toBe(1);
});

test('IMP-01 a workbook sent back untouched says that nothing changes', async () => {
  const page = await browser.person('can-bo-qt');

  await upload(page, await filled(page, {}, 'nguyen.xlsx'));

  expect(await page.getByText('0 thay đổi, không cần ghi').count()).toBe(1);
  expect(await page.getByRole('link', { name: /^Ghi/ }).count()).toBe(0);
});

test('IMP-04 a figure that can be read in two ways is asked about once', async () => {
  const page = await browser.person('can-bo-qt');
  await upload(page, await filled(page, { AM9: 'không' }, 'hoi.xlsx'));
  const question = page.getByRole('group', { name: /ô AM9/ });

  await question.getByLabel('(để trống)').check();
  await page.getByRole('button', { name: 'Áp dụng cho cả cột' }).click();
  await page.waitForLoadState();

  expect(await page.getByRole('group', { name: /ô AM9/ }).count()).toBe(0);
  await expectSound(page);
});

test('IMP-02 the workbook of another unit is refused to an officer with a sentence', async () => {
  const officer = await browser.person('can-bo-qt');
  const file = await filled(officer, {}, 'QT.xlsx');
  const other = await browser.person('can-bo-na');

  await upload(other, file);

  expect(await other.getByText(/Tệp còn 1 lỗi/).count()).toBe(1);
});

test("IMP-02 nobody sees another person's upload", async () => {
  const officer = await browser.person('can-bo-qt');
  await upload(officer, await filled(officer, {}, 'rieng.xlsx'));
  const other = await browser.person('can-bo-na');

  const answer = await other.goto(officer.url());

  expect(answer?.status()).toBe(404);
});
