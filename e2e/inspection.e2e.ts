import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const LOG = '/van-phong/nhat-ky';

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' as const } },
])('AUD-01 the record of acts is found from the navigation and is sound on $on', async ({ visit }) => {
  const page = await browser.person('kiem-tra', visit);
  await page.goto('/van-phong');
  const rail = page.getByRole('navigation', { name: visit.viewport === PHONE ? 'Danh mục' : 'Chính' });
  if (visit.viewport === PHONE) await page.locator('.menu > summary').click();

  await rail.getByRole('link', { name: 'Kiểm tra', exact: true }).click();
  await page.waitForURL(`**${LOG}`);

  expect(await page.locator('h1').innerText()).toBe('Nhật ký');
  expect(await page.locator('table.log tbody tr').count()).toBe(50);
  await expectSound(page);
});

test('AUD-01 filters, pages and the file of the record work without JavaScript', async () => {
  const page = await browser.person('kiem-tra', { javaScript: false });
  await page.goto(LOG);

  await page.getByLabel('Việc').selectOption({ label: 'Nhập tệp Excel' });
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await page.waitForURL(/viec=workbooks\.file-imported/);
  const acts = await page.locator('table.log tbody th').allInnerTexts();
  const href = await page.getByRole('link', { name: 'Tải CSV' }).getAttribute('href');
  const file = await page.request.get(String(href));

  expect(new Set(acts)).toEqual(new Set(['Nhập tệp Excel']));
  expect(acts.length).toBeGreaterThanOrEqual(6);
  expect(file.headers()['content-disposition']).toContain('nhat-ky-');
  const lines = (await file.text()).trim().split('\r\n');
  expect(lines.length).toBe(acts.length + 1);
  expect(lines[1]).toContain('workbooks.file-imported');
  await page.goto(LOG);
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await page.getByRole('link', { name: 'Trang trước' }).click();
  expect(await page.locator('table.log tbody tr').count()).toBe(50);
});

test('AUD-03 the pages of an inspector bear their name, and their own visits are in the record', async () => {
  const page = await browser.person('kiem-tra');
  await page.goto('/van-phong/so-bo?tim=duc+ninh');
  const mark = await page.locator('.watermark').innerText();
  await page.goto(`${LOG}?viec=platform.office-page-visited`);
  const visits = await page.locator('table.log tbody tr').allInnerTexts();
  const officer = await browser.person('can-bo-na');
  await officer.goto('/van-phong/so-bo');

  expect(mark).toContain('Bản xem của kiểm tra: Kiểm tra, giám sát');
  expect(visits.some((row) => row.includes('/van-phong/so-bo'))).toBe(true);
  expect(visits.join(' ')).not.toContain('duc');
  expect(await officer.locator('.watermark').count()).toBe(0);
});

test('AUD-03 what an inspector tries to change is refused with 403 and stands in the record', async () => {
  const page = await browser.person('kiem-tra');
  const tried = [
    { url: '/van-phong/ky/mo', form: { cluster: 'CUM-BTB', period: '2024-H2' } },
    { url: LOG, form: {} },
  ];

  for (const { url, form } of tried) {
    const answer = await page.request.post(url, { form, headers: { 'sec-fetch-site': 'same-origin' } });
    expect([403, 422]).toContain(answer.status());
  }
  await page.goto(`${LOG}?viec=platform.act-refused`);

  expect(await page.locator('table.log tbody tr').first().innerText()).toContain(LOG);
});

test('the record of acts is not shown to those who have no business with it', async () => {
  const page = await browser.person('can-bo-na');

  const answer = await page.goto(LOG);

  expect(answer?.status()).toBe(403);
  expect(await page.getByRole('link', { name: 'Kiểm tra', exact: true }).count()).toBe(0);
});

test('AUD-01 an administrator proves the chains from the page', async () => {
  const page = await browser.person('quan-tri');
  await page.goto(LOG);

  await page.getByRole('button', { name: 'Kiểm chứng ngay' }).click();
  await page.waitForURL(`**${LOG}`);

  expect(await page.locator('.proof').innerText()).toContain('Nguyên vẹn');
  expect(await page.locator('table.log tbody tr').first().innerText()).toContain('Kiểm chứng nhật ký');
});

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' as const } },
])('AUD-04 a sample is drawn by a seed, and drawn again by another hand, on $on', async ({ visit }) => {
  const page = await browser.person('kiem-tra', visit);
  await page.goto('/van-phong/chon-mau');
  await page.getByLabel('Hạt giống').fill('QĐ 12/2024');
  await page.getByLabel('Cỡ mẫu').fill('24');

  await page.getByRole('button', { name: 'Chọn mẫu' }).click();
  await page.waitForURL(/hat=/);

  const drawn = await page.locator('table.sample-sheet tbody th').allInnerTexts();
  const admin = await browser.person('quan-tri', { javaScript: false });
  await admin.goto(page.url());
  const again = await admin.locator('table.sample-sheet tbody th').allInnerTexts();
  expect(drawn).toHaveLength(24);
  expect(again).toEqual(drawn);
  expect(await page.locator('table.strata tbody tr').count()).toBe(7);
  await expectSound(page);
});

test('AUD-04 a size that is none is said at its field; without a seed nothing is drawn', async () => {
  const page = await browser.person('kiem-tra');

  await page.goto('/van-phong/chon-mau?hat=x&co=0');

  expect(await page.getByLabel('Cỡ mẫu').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByRole('alert').innerText()).toContain('số nguyên từ 1 đến 2.000');
  expect(await page.locator('table.sample-sheet').count()).toBe(0);
});

test('AUD-04 a kept sample gets its findings, the unit answers, the inspector sees to it and concludes, without any script', async () => {
  const page = await browser.person('kiem-tra', { javaScript: false });
  const officer = await browser.person('can-bo-qb', { javaScript: false });
  await page.goto('/van-phong/chon-mau?lien-minh=LMHTX-QB&hat=biên+bản+7&co=2');
  await page.getByRole('button', { name: 'Giữ mẫu này' }).click();
  const sample = page.url();
  expect(await page.locator('main').innerText()).toContain('Tập gốc không đổi');

  await page
    .getByRole('link', { name: /^Ghi kết quả/ })
    .first()
    .click();
  await page.getByLabel('Kết quả', { exact: true }).selectOption({ label: 'Sai lệch' });
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  expect(await page.getByLabel('Nhận xét').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Nhận xét').fill('Chưa trừ người đã ra.');
  await page.getByLabel('Việc phải sửa').fill('Sửa số thành viên.');
  await page.getByLabel('Bộ phận hoặc chức danh sửa').fill('Phòng Hợp tác xã');
  await page.getByLabel('Hạn sửa').fill('2024-07-20');
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();

  await officer.goto('/van-phong/ket-qua-kiem-tra');
  await officer.locator('table.findings tbody a').click();
  await officer.getByLabel('Trả lời của đơn vị').fill('Đã sửa ở Sổ bộ.');
  await officer.getByRole('button', { name: 'Gửi trả lời' }).click();
  expect(await officer.locator('table.findings').innerText()).toContain('Đơn vị báo đã sửa');
  await page.goto('/van-phong/ket-qua-kiem-tra');
  await page.locator('table.findings tbody a').click();
  await page.getByRole('button', { name: 'Đã sửa đúng' }).click();
  expect(await page.locator('table.findings').innerText()).toContain('Đã xác nhận');

  await page.goto(sample);
  expect(await page.getByRole('button', { name: 'Kết luận' }).isDisabled()).toBe(true);
  await page.goto(`${sample}?muc=2`);
  await page.getByLabel('Kết quả', { exact: true }).selectOption({ label: 'Đúng' });
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  await page.getByLabel('Lời kết luận').fill('Một trong hai mục sai.');
  await page.getByRole('button', { name: 'Kết luận' }).click();
  expect(await page.locator('.conclusion').innerText()).toContain('9,5% – 90,5%');
  expect(await page.getByRole('link', { name: /^Sửa/ }).count()).toBe(0);
  const file = await page.request.get(`${sample.split('?')[0]}/tai`);
  expect(file.headers()['content-disposition']).toContain('ket-qua-kiem-tra');
});

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone in the dark', visit: { viewport: PHONE, colorScheme: 'dark' as const } },
])('AUD-03 AUD-04 kept samples, findings and own visits are sound on $on', async ({ visit }) => {
  const page = await browser.person('kiem-tra', visit);
  await page.goto('/van-phong/chon-mau');
  const sample = String(await page.locator('table.kept-list tbody a').first().getAttribute('href'));

  for (const path of [
    '/van-phong/chon-mau',
    sample,
    `${sample}?muc=1`,
    '/van-phong/ket-qua-kiem-tra',
    '/van-phong/luot-xem',
  ]) {
    await page.goto(path);
    await expectSound(page);
  }
  expect(await page.locator('main table tbody tr').first().innerText()).toContain('/van-phong/luot-xem');
  const officer = await browser.person('can-bo-na');
  expect((await officer.goto('/van-phong/luot-xem'))?.status()).toBe(403);
  expect((await officer.goto(sample))?.status()).toBe(404);
});
