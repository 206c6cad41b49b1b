import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const REPORT = '/van-phong/ky/2024-H1/bao-cao';
const COMPOSER = '/van-phong/ky/2024-H1/soan';
const PAGES = [
  REPORT,
  `${REPORT}?bieu=B01`,
  `${REPORT}?ban=1&bieu=B01&o=HTX.SO/LMHTX-NA`,
  `${COMPOSER}?muc=development`,
  '/van-phong/kho-bao-cao',
  '/van-phong/kiem-chung',
];

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone', visit: { viewport: PHONE } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' } },
] as const)('RPT-11 every page of the review is sound on $on', async ({ visit }) => {
  const page = await browser.person('thu-ky', visit);
  for (const path of PAGES) {
    await page.goto(path);
    await expectSound(page);
  }
});

test('RPT-12 the four papers of the lock are downloads, and the report says what it is locked under', async () => {
  const page = await browser.person('kiem-tra');
  await page.goto(REPORT);

  expect(await page.locator('main').innerText()).toMatch(/sha256:[0-9a-f]{64}/);
  for (const [link, name] of [
    ['Báo cáo (Word)', 'bao-cao.docx'],
    ['Báo cáo (PDF)', 'bao-cao.pdf'],
    ['Biểu tổng hợp (Excel)', 'bieu-tong-hop.xlsx'],
    ['Bản số liệu gốc (JSON)', 'snapshot.json'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
  }
});

test('AUD-02 from a locked figure to its workbook in two clicks', async () => {
  const page = await browser.person('thu-ky');
  await page.goto(`${REPORT}?bieu=B01`);

  await page
    .getByRole('row', { name: /^Số hợp tác xã cuối kỳ/ })
    .getByRole('link', { name: '903', exact: true })
    .click();

  const chain = await page.getByRole('complementary').getByRole('list').first().innerText();
  expect(chain).toContain('Bản khóa 1');
  expect(chain).toContain('LMHTX-NA-2024-H1.xlsx');
});

test('RPT-11 an officer of a unit reads the report and finds nothing to lock or to correct', async () => {
  const page = await browser.person('can-bo-na');
  await page.goto(REPORT);

  expect(await page.getByRole('link', { name: 'Lập đính chính…' }).count()).toBe(0);
  await page.goto(`${COMPOSER}?muc=lessons`);
  expect(await page.getByRole('button', { name: 'Lưu và kiểm tra' }).isDisabled()).toBe(true);
});

test('RPT-08 RPT-09 DOC-07 RPT-11 a correction is written, checked, mended, locked as version 2 and proved, without any script', async () => {
  const page = await browser.person('thu-ky', { javaScript: false });
  await page.goto(REPORT);
  await page.getByRole('link', { name: 'Lập đính chính…' }).click();
  await page.getByLabel('Lý do đính chính').fill('Bổ sung bài học về đối chiếu số liệu.');
  await page.getByRole('button', { name: 'Mở đính chính' }).click();

  await page.goto(`${COMPOSER}?muc=lessons`);
  const source = await page.getByLabel(/^Lời văn mục/).inputValue();
  const added = 'Hầu hết các HTX được xếp loại tốt, khá. Nghệ An 903 HTX theo Nghị định số 45/NĐ-CP, {HTX.SAI}.';
  await page.getByLabel(/^Lời văn mục/).fill(`${source}\n${added}`);
  await page.getByRole('button', { name: 'Lưu và kiểm tra' }).click();
  const checks = page.getByRole('region', { name: /^Kiểm tra mục/ });
  for (const found of [
    '“Hầu hết” cần chỉ tiêu làm căn cứ',
    'Số gõ tay: 903',
    'Viện dẫn thiếu năm',
    'Chip lỗi: {HTX.SAI}',
  ])
    expect(await checks.innerText()).toContain(found);
  await page.getByRole('button', { name: 'Ghi 45/2021/NĐ-CP' }).click();
  await page.getByRole('button', { name: 'Nối chỉ tiêu HTX.SO/LMHTX-NA' }).click();
  await page.getByRole('button', { name: 'Đổi thành “Phần lớn”' }).click();

  await page.goto(`${REPORT}?xac-nhan=khoa`);
  expect(await page.locator('main').innerText()).toContain('{HTX.SAI} ở mục “Bài học kinh nghiệm”');
  expect(await page.getByRole('button', { name: 'Khóa số liệu', exact: true }).isDisabled()).toBe(true);

  await page.goto(`${COMPOSER}?muc=lessons`);
  const mended = (await page.getByLabel(/^Lời văn mục/).inputValue()).replace(', {HTX.SAI}', '');
  expect(mended).toContain(
    '{?Phần lớn: XL.TK.TL2} các HTX được xếp loại tốt, khá. Nghệ An {HTX.SO/LMHTX-NA} HTX theo Nghị định số 45/2021/NĐ-CP',
  );
  await page.getByLabel(/^Lời văn mục/).fill(mended);
  await page.getByRole('button', { name: 'Lưu và kiểm tra' }).click();
  await page.goto(`${REPORT}?xac-nhan=khoa`);
  await page.getByRole('button', { name: 'Khóa số liệu', exact: true }).click();

  expect(await page.locator('main').innerText()).toContain('Đã khóa · bản 2');
  expect(await page.locator('main').innerText()).toContain('Bổ sung bài học về đối chiếu số liệu.');
  await page.getByRole('link', { name: /^Bản 1,/ }).click();
  expect(await page.locator('main').innerText()).toContain('kỳ này đã có bản mới hơn');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Bản số liệu gốc (JSON)' }).click(),
  ]);
  const kept = await readFile(await download.path(), 'utf8');
  await expectVerdict(page, 'snapshot.json', kept, 'Bản này đã có đính chính');
  await expectVerdict(page, 'sai.json', kept.replace('"LMHTX-NA":"903"', '"LMHTX-NA":"904"'), 'bản khóa 903, tệp 904');
});

async function expectVerdict(
  page: Awaited<ReturnType<typeof browser.person>>,
  name: string,
  text: string,
  sentence: string,
): Promise<void> {
  await page.goto('/van-phong/kiem-chung');
  await page
    .getByLabel('Tệp cần kiểm chứng')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Kiểm chứng', exact: true }).click();
  expect(await page.getByRole('status').innerText()).toContain(sentence);
}
