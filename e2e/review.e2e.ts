import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
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
  '/van-phong/cho-duyet',
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

  expect(await page.getByRole('link', { name: /đính chính…|khóa số liệu…/ }).count()).toBe(0);
  await page.goto(`${COMPOSER}?muc=lessons`);
  expect(await page.getByRole('button', { name: 'Lưu và kiểm tra' }).isDisabled()).toBe(true);
});

test('RPT-08 RPT-09 DOC-07 RPT-11 IAM-04 a correction is proposed, approved, written, checked, mended, locked by two as version 2 and proved, without any script', async () => {
  const page = await browser.person('thu-ky', { javaScript: false });
  const leader = await browser.person('lanh-dao', { javaScript: false });
  await page.goto(REPORT);
  await page.getByRole('link', { name: 'Trình đính chính…' }).click();
  await page.getByLabel('Lý do đính chính').fill('Bổ sung bài học về đối chiếu số liệu.');
  await page.getByRole('button', { name: 'Trình duyệt đính chính' }).click();
  expect(await page.locator('.proposal').innerText()).toContain('không thể tự duyệt');
  expect(await page.getByRole('button', { name: 'Duyệt đính chính' }).count()).toBe(0);

  await leader.goto('/van-phong/ky');
  await leader
    .getByRole('link', { name: /Chờ duyệt/ })
    .first()
    .click();
  await leader.getByRole('link', { name: /để đính chính/ }).click();
  await leader.getByRole('button', { name: 'Duyệt đính chính' }).click();

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
  expect(await page.getByRole('button', { name: 'Trình duyệt khóa' }).isDisabled()).toBe(true);

  await page.goto(`${COMPOSER}?muc=lessons`);
  const mended = (await page.getByLabel(/^Lời văn mục/).inputValue()).replace(', {HTX.SAI}', '');
  expect(mended).toContain(
    '{?Phần lớn: XL.TK.TL2} các HTX được xếp loại tốt, khá. Nghệ An {HTX.SO/LMHTX-NA} HTX theo Nghị định số 45/2021/NĐ-CP',
  );
  await page.getByLabel(/^Lời văn mục/).fill(mended);
  await page.getByRole('button', { name: 'Lưu và kiểm tra' }).click();
  await page.goto(`${REPORT}?xac-nhan=khoa`);
  await lockedByTwo(page, leader);

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

/** The secretary proposes the lock; the leader first says no, then yes; nobody else can, and nobody twice. */
async function lockedByTwo(page: Page, leader: Page): Promise<void> {
  const admin = await browser.person('quan-tri', { javaScript: false });
  const officer = await browser.person('can-bo-na', { javaScript: false });
  await page.getByLabel('Ghi chú cho người duyệt').fill('Chỉ sửa lời văn.');
  await page.getByRole('button', { name: 'Trình duyệt khóa' }).click();
  await officer.goto(REPORT);
  expect(await officer.locator('.proposal').getByRole('button').count()).toBe(0);
  expect(await lockAs(page, await proposalIdOf(leader))).toBe(403);
  await declinedOnce(leader, page);
  await admin.goto(REPORT);
  expect(await admin.locator('.proposal').innerText()).toContain('4.425');
  const proposalId = await proposalIdOf(leader);
  await leader.getByRole('button', { name: 'Duyệt và khóa số liệu' }).click();
  expect(await lockAs(admin, proposalId)).toBe(409);

  await page.goto(REPORT);
  expect(await page.locator('main').innerText()).toContain('Lãnh đạo đơn vị Cụm trưởng duyệt, Tổ giúp việc Cụm trình');
}

/** The proposal that stands on the page of the report, as this person sees it. */
async function proposalIdOf(page: Page): Promise<string> {
  await page.goto(REPORT);
  return await page.locator('.proposal input[name=proposalId]').first().inputValue();
}

/** Posts the approval past the page; answers the status. */
async function lockAs(page: Page, proposalId: string): Promise<number> {
  const form = { act: 'approve', proposalId };
  const answer = await page.request.post(REPORT, { form, headers: { 'sec-fetch-site': 'same-origin' } });
  return answer.status();
}

/** Says no with a reason; the secretary reads it and proposes again. */
async function declinedOnce(leader: Page, secretary: Page): Promise<void> {
  await leader.goto(REPORT);
  await leader.locator('.proposal summary').click();
  await leader.getByLabel('Lý do không duyệt').fill('Chờ Thanh Hóa xác nhận.');
  await leader.getByRole('button', { name: 'Không duyệt', exact: true }).click();
  await secretary.goto(REPORT);
  expect(await secretary.locator('main').innerText()).toContain('Chờ Thanh Hóa xác nhận.');
  await secretary.goto(`${REPORT}?xac-nhan=khoa`);
  await secretary.getByRole('button', { name: 'Trình duyệt khóa' }).click();
}

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
