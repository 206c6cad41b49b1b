import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const ASK = '/yeu-cau-du-lieu';
const DESK = '/van-phong/yeu-cau-du-lieu';
const CONSENTS = '/van-phong/dong-y';

async function asked(page: Page, says: { kind: string; contact?: string; consent?: boolean }): Promise<string> {
  await page.goto(ASK);
  await page.getByLabel(says.kind).check();
  await page.getByLabel('Gửi tới liên minh nào?').selectOption({ label: 'Nghệ An' });
  await page.getByLabel('Nói rõ dữ liệu nào').fill('Số điện thoại trong sổ bộ');
  if (says.contact) await page.getByLabel('Số điện thoại hoặc thư điện tử').fill(says.contact);
  if (says.consent) await page.getByLabel('Tôi đồng ý để liên minh').check();
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await page.waitForURL(/yeu-cau-du-lieu\/[a-z2-9-]{19}$/);
  return await page.locator('.receipt').innerText();
}

async function anOrganisation(page: Page): Promise<void> {
  await page.goto(`${CONSENTS}?tim=H%E1%BB%A3p`);
  if ((await page.locator('.todo a').count()) === 0) await page.goto(`${CONSENTS}?tim=HTX`);
  await page.locator('.todo a').first().click();
  await page.waitForURL(/to-chuc=/);
}

test.each([
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone without JavaScript', visit: { viewport: PHONE, javaScript: false } },
])('PDP-04 anybody asks and follows by the receipt on $on', async ({ visit }) => {
  const page = await browser.visitor({ ...visit, javaScript: true });
  await page.goto('/');
  await page.getByRole('link', { name: 'Yêu cầu về dữ liệu cá nhân' }).click();
  await page.waitForURL(`**${ASK}`);
  await expectSound(page);

  const plain = await browser.visitor(visit);
  const code = await asked(plain, { kind: 'Xem dữ liệu' });
  await page.goto(`${ASK}/${code}`);

  expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(await page.locator('main').innerText()).toContain('Hạn 10/07/2024');
  expect(await page.locator('main').innerText()).not.toContain('Số điện thoại trong sổ bộ');
  await expectSound(page);
});

test('PDP-03 no box of any form is ticked before a person ticks it, nor after a form came back', async () => {
  const visitor = await browser.visitor({ javaScript: false });
  const officer = await browser.person('can-bo-na');
  await visitor.goto(ASK);
  const first = await visitor.locator('input:checked').count();
  await visitor.getByLabel('Xem dữ liệu').check();
  await visitor.getByLabel('Tôi đồng ý để liên minh').check();
  await visitor.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await anOrganisation(officer);

  expect(first).toBe(0);
  expect(await visitor.getByRole('alert').innerText()).toContain('Hãy nói rõ');
  expect(await visitor.getByLabel('Tôi đồng ý để liên minh').isChecked()).toBe(false);
  expect(await visitor.getByLabel('Xem dữ liệu').isChecked()).toBe(true);
  expect(await officer.locator('input[type=checkbox]').count()).toBeGreaterThanOrEqual(3);
  expect(await officer.locator('input[type=checkbox]:checked').count()).toBe(0);
});

test('PDP-03 a contact without consent is not kept and the request goes on; with consent it goes at one tap', async () => {
  const visitor = await browser.visitor({ viewport: PHONE });
  const without = await asked(visitor, { kind: 'Xóa dữ liệu', contact: '0900 000 001' });
  const buttons = await visitor.getByRole('button', { name: 'Rút đồng ý' }).count();
  const code = await asked(visitor, { kind: 'Xóa dữ liệu', contact: '0900 000 002', consent: true });
  const officer = await browser.person('can-bo-na');
  await officer.goto(`${DESK}/${without}`);
  const first = await officer.locator('main').innerText();
  await officer.goto(`${DESK}/${code}`);
  const second = await officer.locator('main').innerText();

  await visitor.getByRole('button', { name: 'Rút đồng ý' }).click();
  await visitor.waitForLoadState();
  await officer.reload();

  expect(buttons).toBe(0);
  expect(first).not.toContain('0900 000 001');
  expect(second).toContain('0900 000 002');
  expect(await officer.locator('main').innerText()).not.toContain('0900 000 002');
});

test('PDP-03 withdrawing takes as few steps as giving, on the same page; the text is printed to be signed', async () => {
  const page = await browser.person('can-bo-na');
  await anOrganisation(page);
  const address = page.url();
  await expectSound(page);
  await page.getByRole('checkbox', { name: 'Dùng ảnh chân dung' }).check();
  await page.getByLabel('Họ tên người ký').fill('Người Ký Mẫu');
  await page.getByRole('button', { name: 'Ghi sự đồng ý' }).click();
  await page.waitForURL(/da-ghi=1/);
  const row = page.getByRole('row', { name: /Người Ký Mẫu/ });
  const given = await row.innerText();

  await row.getByRole('button', { name: /^Rút/ }).click();
  await page.waitForURL(address);

  expect(given).toContain('Còn hiệu lực');
  expect(await row.innerText()).toContain('Đã rút');
  await page.getByRole('link', { name: 'In lời hỏi để ký' }).click();
  await page.waitForURL(/dong-y\/in/);
  expect(await page.locator('.rights-sheet').innerText()).toContain('Nếu không đồng ý');
  await expectSound(page);
});

test('PDP-04 the desk shows clocks, pauses for identity, and under a hold offers a partial answer only', async () => {
  const visitor = await browser.visitor();
  const code = await asked(visitor, { kind: 'Xóa dữ liệu' });
  const page = await browser.person('can-bo-na', { javaScript: false });
  await page.goto(DESK);
  await page.getByRole('link', { name: code }).click();
  await page.waitForURL(`**${DESK}/${code}`);
  await page.getByLabel('Bước', { exact: true }).selectOption({ label: 'Hỏi chứng minh nhân thân' });
  await page.getByLabel('Nội dung', { exact: true }).fill('Gọi lại số trong sổ bộ');
  await page.getByRole('button', { name: 'Ghi bước này' }).click();
  await page.waitForLoadState();
  const paused = await page.locator('.head').innerText();
  await page.getByLabel('Bước', { exact: true }).selectOption({ label: 'Ghi đã kiểm tra nhân thân' });
  await page.getByLabel('Nội dung', { exact: true }).fill('Đúng người');
  await page.getByRole('button', { name: 'Ghi bước này' }).click();
  await page.waitForLoadState();

  const holder = await browser.person('can-bo-na');
  await anOrganisation(holder);
  const organisation = new URL(holder.url()).searchParams.get('to-chuc');
  await holder.getByLabel('Lý do').fill('Quyết định khen thưởng số 12');
  await holder.getByLabel('Căn cứ').fill('Luật 06/2022/QH15');
  await holder.getByRole('button', { name: 'Đặt lệnh giữ' }).click();
  await holder.waitForLoadState();
  await page.goto(`${DESK}/${code}?to-chuc=${organisation}`);
  await page.getByRole('button', { name: 'Chọn' }).click();
  await page.waitForLoadState();

  expect(paused).toContain('Đồng hồ dừng');
  const offered = await page.getByLabel('Bước', { exact: true }).locator('option').allInnerTexts();
  expect(offered.filter((label) => /Trả lời|Từ chối/.test(label))).toEqual(['Trả lời: thực hiện một phần']);
  await holder.goto(`${DESK}/${code}`);
  await expectSound(holder);
  await page.getByLabel('Bước', { exact: true }).selectOption({ label: 'Trả lời: thực hiện một phần' });
  await page.getByLabel('Nội dung', { exact: true }).fill('Đã xóa số điện thoại');
  await page.getByRole('button', { name: 'Ghi bước này' }).click();
  await page.waitForLoadState();
  expect(await page.getByRole('alert').innerText()).toContain('căn cứ pháp luật');
  await page.getByLabel('Căn cứ pháp luật').fill('Luật 06/2022/QH15');
  await page.getByRole('button', { name: 'Ghi bước này' }).click();
  await page.waitForLoadState();
  await visitor.goto(`${ASK}/${code}`);
  expect(await visitor.locator('main').innerText()).toContain('Đã thực hiện một phần');
  expect(await visitor.locator('main').innerText()).toContain('Luật 06/2022/QH15');
});

test('PDP-04 another alliance and the cluster do not see a request', async () => {
  const code = await asked(await browser.visitor(), { kind: 'Nhận bản sao' });

  // Beyond the reach it does not exist; within it, it is not theirs.
  for (const [login, status] of [
    ['can-bo-th', 404],
    ['lanh-dao', 403],
    ['thu-ky', 403],
    ['bien-tap', 403],
    ['kiem-tra', 403],
  ] as const) {
    const page = await browser.person(login);
    expect((await page.goto(`${DESK}/${code}`))?.status()).toBe(status);
  }
});

test('PDP-05 an administrator tries out, confirms, and gets a certificate; nobody else comes in', async () => {
  const admin = await browser.person('quan-tri');
  await admin.goto('/van-phong/luu-tru');

  await expectSound(admin);
  expect(await admin.locator('tbody tr').count()).toBe(8);
  expect((await (await browser.person('can-bo-na')).goto('/van-phong/luu-tru'))?.status()).toBe(403);
});

test('PDP-07 a drill from finding to lesson, with its clock, its notices, and no way out without a cause', async () => {
  const page = await browser.person('lanh-dao-na', { viewport: PHONE });
  await page.goto('/van-phong/su-co-du-lieu');
  await expectSound(page);
  await page.getByLabel('Chuyện gì xảy ra').fill('Mất máy tính xách tay');
  await page.getByLabel('Phát hiện lúc').fill('01/07/2024 08:00');
  await page.getByLabel('Đây là diễn tập').check();
  await page.getByRole('button', { name: 'Mở sổ' }).click();
  await page.waitForURL(/su-co-du-lieu\/DT-NA-2024-/);
  await expectSound(page);
  const clock = await page.locator('.head').innerText();
  await page.getByLabel('Loại dữ liệu').fill('Họ tên, số điện thoại');
  await page.getByRole('button', { name: 'Lưu dữ kiện' }).click();
  await page.waitForLoadState();

  await page.getByRole('button', { name: 'Khép sự cố' }).click();
  await page.waitForLoadState();
  const refused = await page.getByRole('alert').innerText();
  await page.getByRole('link', { name: 'Mẫu báo cơ quan' }).click();
  await page.waitForURL(/thong-bao\/co-quan/);

  expect(clock).toContain('Quá hạn báo từ 04/07/2024 08:00');
  expect(refused).toContain('nguyên nhân');
  expect(await page.locator('.rights-sheet').innerText()).toContain('Họ tên, số điện thoại');
  expect(await page.locator('.rights-sheet').innerText()).toContain('DIỄN TẬP');
  await expectSound(page);
});
