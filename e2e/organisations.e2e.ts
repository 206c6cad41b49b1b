import { expect, test } from 'vitest';
import { expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const AREA = '/van-phong/to-chuc';
const UNIT = `${AREA}/lien-minh/LMHTX-TTH`;
const CLUSTER = `${AREA}/cum/CUM-BTB`;
const MERGERS = '/van-phong/quan-tri/sap-xep';
const TWO = `${MERGERS}?loai=merge&ngay=2024-07-01&nguon=LMHTX-QB&nguon=LMHTX-QT&giu=LMHTX-QT`;

test('ORG-01, ORG-02, ORG-03, ORG-05, ORG-06 organisations of a day, their forms and the wizards are sound on a phone', async () => {
  const page = await browser.person('quan-tri', { viewport: PHONE });
  const pages = [
    AREA,
    `${AREA}?mo=lien-minh`,
    `${CLUSTER}?thu-tu=so-htx`,
    `${CLUSTER}?ngay=2025-03-01&mo=nhiem-ky`,
    `${UNIT}?mo=chuc-danh`,
    `${CLUSTER}/ban-giao?den=LMHTX-HT&het=2025-01-01&tu=2025-02-01`,
    TWO,
    '/gioi-thieu/co-cau',
  ];
  for (const href of pages) {
    await page.goto(href);
    await expectSound(page);
  }
  await page.goto(`${CLUSTER}?ngay=2025-03-01`);
  expect(await page.locator('main').innerText()).toContain('chưa có Cụm trưởng');
});

test('ORG-06, ORG-07 a post is filled without a script, a second holder asked about, and the chart of another day shows it vacant', async () => {
  const page = await browser.person('quan-tri', { javaScript: false });
  const fill = async (name: string) => {
    await page.getByLabel('Chức danh', { exact: true }).fill('Chủ tịch');
    await page.getByLabel('Họ và tên').fill(name);
    await page.getByLabel('Nguồn').fill('bản thử');
    await page.getByLabel('Thứ tự', { exact: true }).fill('1');
    await page.getByLabel('Từ ngày').fill('2024-01-01');
    await page.getByLabel('Đến trước ngày').fill('2024-07-01');
    await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  };
  await page.goto(`${UNIT}?mo=chuc-danh`);
  await fill('Người Giữ Ghế');
  expect(await page.locator('.chart').innerText()).toContain('khuyết');
  await page.goto(`${UNIT}?mo=chuc-danh`);
  await fill('Người Thứ Hai');
  expect(await page.getByRole('alert').innerText()).toContain('đang do Người Giữ Ghế giữ');

  const visitor = await browser.visitor();
  const chartOn = async (day: string) => {
    await visitor.goto(`/gioi-thieu/co-cau?ngay=${day}`);
    return await visitor.locator('section', { has: visitor.locator('#LMHTX-TTH') }).innerText();
  };
  expect(await chartOn('2024-06-30')).toContain('Chủ tịch: đồng chí Người Giữ Ghế');
  expect(await chartOn('2024-07-01')).toContain('Chủ tịch: khuyết');
});

test('ORG-05 a merger is proposed with its numbers, and its proposer is told that another decides', async () => {
  const page = await browser.person('quan-tri', { javaScript: false });
  await page.goto(TWO);
  expect(await page.locator('main').innerText()).toContain('từ 6 còn 5 đơn vị');
  await page.getByRole('button', { name: 'Đề nghị sắp xếp' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Ghi số quyết định');
  await page.getByLabel('Số quyết định').fill('QĐ thử');
  await page.getByRole('button', { name: 'Đề nghị sắp xếp' }).click();
  expect(await page.getByRole('button', { name: 'Duyệt và thực hiện' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Rút đề nghị' }).click();
  expect(await page.locator('main').innerText()).toContain('không còn chờ duyệt');
});
