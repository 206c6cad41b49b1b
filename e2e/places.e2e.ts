import { expect, test } from 'vitest';
import { expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();

test('ORG-04, ORG-05, REG-13 an officer follows a commune, compares under two borders and reads the map, without a script and on a phone', async () => {
  const page = await browser.person('thu-ky', { javaScript: false });

  await page.goto('/van-phong/dia-ban');
  await page.getByLabel('Tên hoặc mã đơn vị').fill('duc ninh');
  await page.getByRole('button', { name: 'Xem' }).click();
  await page.getByRole('link', { name: 'Xã Đức Ninh' }).first().click();
  expect(await page.getByRole('main').innerText()).toContain('Phường Đồng Hới');

  await page.goto('/van-phong/so-bo/dia-gioi?tu=2024-06-14&den=2025-12-31&gioi=moi');
  expect(await page.getByRole('row', { name: 'Quảng Trị' }).innerText()).toContain('837');
  await page.goto('/van-phong/so-bo/ban-do?ngay=2025-12-31&tinh=42');
  expect(await page.locator('svg a').count()).toBeGreaterThan(50);
});

test('ORG-04, ORG-05, REG-13 places, comparison and map are sound on a phone', async () => {
  const page = await browser.person('thu-ky', { viewport: PHONE });
  for (const address of [
    '/van-phong/dia-ban?q=dong+hoi',
    '/van-phong/so-bo/dia-gioi?tu=2024-06-14&den=2025-12-31&gioi=moi&tinh=42',
    '/van-phong/so-bo/ban-do?tinh=42',
    '/dia-ban/44@2025-07-01',
  ]) {
    await page.goto(address);
    await expectSound(page);
  }
});
