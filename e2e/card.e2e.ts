import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const TABS = ['', '?the=so-lieu', '?the=xep-loai', '?the=von', '?the=thi-truong', '?the=ho-so', '?the=nhat-ky'];
const PAGES = ['/thanh-vien', '/chuoi-gia-tri', '/in'];

async function card(page: Page, words = 'nông nghiệp'): Promise<string> {
  await page.goto(`/van-phong/so-bo?tim=${encodeURIComponent(words)}`);
  return String(await page.locator('table.reg tbody th a').first().getAttribute('href'));
}

test('every tab of an organisation and its printed sheet are sound, also on a phone', async () => {
  for (const visit of [{}, { viewport: PHONE }]) {
    const page = await browser.person('can-bo-qb', visit);
    const href = await card(page);
    for (const end of [...TABS, ...PAGES]) {
      await page.goto(`${href}${end}`);
      await expectSound(page);
    }
  }
});

test('the keyboard walks along the tabs: arrows move, Alt and a digit opens', async () => {
  const page = await browser.person('can-bo-qb');
  await page.goto(await card(page));

  await page.getByRole('link', { name: 'Tổng quan' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator(':focus').innerText()).toBe('Số liệu');
  await page.keyboard.press('Alt+4');
  await page.waitForURL(/the=von/);
  expect(await page.locator('nav.views [aria-current]').innerText()).toBe('Vốn');
});

test('REG-12 without JavaScript: a dossier with gaps is returned once, and the applicant reads what is missing', async () => {
  const page = await browser.person('can-bo-qb', { javaScript: false });
  await page.goto(`${await card(page, 'thủy sản')}/thanh-vien`);

  await page.getByLabel(/^Đơn xin gia nhập/).check();
  await page.getByRole('button', { name: 'Nhận hồ sơ gia nhập' }).click();
  await page.waitForLoadState();
  await page.getByLabel('Bước', { exact: true }).selectOption('return');
  await page.getByRole('button', { name: 'Ghi bước này' }).click();
  await page.waitForLoadState();

  const receipt = await page.locator('main b.num').first().innerText();
  expect(await page.getByLabel('Bước', { exact: true }).innerText()).not.toContain('Trả lại');
  const applicant = await browser.visitor({ javaScript: false });
  await applicant.goto('/tra-cuu/ho-so');
  await applicant.getByLabel('Mã theo dõi').fill(receipt);
  await applicant.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await applicant.waitForURL(/ma=/);
  const told = await applicant.locator('main').innerText();
  expect(told).toContain('Trả lại để bổ sung');
  expect(told).toContain('Bản sao điều lệ của tổ chức');
  expect(told).not.toContain('Đơn xin gia nhập');
});

test('X-02 without JavaScript: a file is put beside the record, fetched as a download and taken off with a reason', async () => {
  const page = await browser.person('can-bo-qb', { javaScript: false });
  await page.goto(`${await card(page)}?the=ho-so`);
  const file = { name: 'quyết định.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

  await page.getByLabel('Tên tài liệu').fill('Quyết định 12');
  await page.getByLabel('Tệp', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Thêm tệp' }).click();
  await page.waitForLoadState();

  const href = String(await page.getByRole('link', { name: 'Quyết định 12' }).getAttribute('href'));
  const answer = await page.request.get(href);
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
  expect(await answer.text()).toBe('%PDF-1.7');
  await page.locator('summary', { hasText: 'Gỡ' }).click();
  await page.getByLabel('Lý do gỡ').fill('tải nhầm');
  await page.getByRole('button', { name: 'Gỡ “Quyết định 12”' }).click();
  await page.waitForLoadState();
  expect(await page.locator('main').innerText()).toContain('tải nhầm');
  expect((await page.request.get(href)).status()).toBe(404);
});
