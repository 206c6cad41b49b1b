import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();

test('REG-08 REG-16 an officer writes who manages and what there is, without JavaScript; a number in a name comes back', async () => {
  const page = await browser.person('can-bo-ht', { javaScript: false });
  await page.goto('/van-phong/so-bo');
  await page.locator('table.reg tbody th a').first().click();
  await page.waitForLoadState();
  const organisation = new URL(page.url()).pathname;
  expect(await page.getByRole('heading', { name: 'Quy mô và tuân thủ' }).count()).toBe(1);

  await page.goto(`${organisation}/bo-may?them=1`);
  await page.getByLabel('Họ và tên').fill('Người 001085012345');
  await page.getByLabel('Bắt đầu nhiệm kỳ').fill('01/03/2018');
  await page.getByLabel('Ngày cuối nhiệm kỳ').fill('28/02/2023');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  expect(await page.getByRole('alert').innerText()).toContain('không thu thập số căn cước');
  await page.getByLabel('Họ và tên').fill('Người Được Bầu');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  expect(await page.getByRole('row', { name: /Người Được Bầu/ }).innerText()).toContain('Hết nhiệm kỳ');

  await page.goto(`${organisation}/tai-san?them=1`);
  await page.getByLabel('Tên tài sản').fill('Máy cày');
  await page.getByLabel('Năm sản xuất').fill('2999');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  expect(await page.getByRole('alert').innerText()).toContain('sau năm nay');
  await page.getByLabel('Năm sản xuất').fill('2001');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  expect(await page.getByRole('row', { name: /Máy cày/ }).innerText()).toContain('quá tuổi thọ');

  for (const viewport of [DESKTOP, PHONE]) {
    const seen = await browser.person('can-bo-ht', { viewport });
    for (const address of [
      `${organisation}/bo-may`,
      `${organisation}/tai-san`,
      `${organisation}/tuan-thu?them=1`,
      '/van-phong/so-bo/canh-bao',
      '/van-phong/quan-tri/quy-tac?muc=size&mo=size.industry.small@2024-11-01',
    ]) {
      await seen.goto(address);
      await expectSound(seen);
    }
  }
});
