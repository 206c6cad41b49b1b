import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const LIST = '/van-phong/so-bo';
const AREA = '/van-phong/du-lieu-ca-nhan';
const VIEWS = [
  { on: 'a desktop', visit: { viewport: DESKTOP } },
  { on: 'a phone', visit: { viewport: PHONE } },
];
const EVERY_VIEW = [...VIEWS, { on: 'a desktop without scripts', visit: { viewport: DESKTOP, javaScript: false } }];
const browser = useBrowser();

/** Axe itself is a script. */
async function expectSoundIfScripted(page: Page, visit: object): Promise<void> {
  if (!('javaScript' in visit)) await expectSound(page);
}

/** Opens the card of an organisation whose telephone is known. */
async function openCard(page: Page): Promise<string> {
  await page.goto(`${LIST}?tim=nong+nghiep&cot=dien-thoai`);
  await page.locator('tr', { hasText: '•••' }).locator('a').first().click();
  await page.waitForURL(/so-bo\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test.each(EVERY_VIEW)(
  'PDP-02 the whole number is shown after a purpose was chosen, and nowhere before, on $on',
  async ({ visit }) => {
    const page = await browser.person('can-bo-ht', visit);
    await openCard(page);
    expect(await page.content()).not.toMatch(/0\d{9}/);

    await page.getByRole('link', { name: 'Hiện số…' }).click();
    await expectSoundIfScripted(page, visit);
    await page.getByRole('button', { name: 'Hiện số' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Chưa chọn mục đích');
    await page.getByLabel('Mục đích').selectOption('Liên hệ công việc');
    await page.getByRole('button', { name: 'Hiện số' }).click();

    expect(await page.locator('#drawer a[href^="tel:"]').first().innerText()).toMatch(/^0\d{9,10}$/);
    await expectSoundIfScripted(page, visit);
  },
);

test('PDP-02 sources, history and the form of a card show no whole number', async () => {
  const page = await browser.person('can-bo-ht');
  const href = await openCard(page);

  for (const where of ['?the=nguon', '?the=nhat-ky', '/sua']) {
    await page.goto(`${href}${where}`);
    expect(await page.content(), where).toContain('•••');
    expect(await page.content(), where).not.toMatch(/\b0232000\d{4}/);
  }
});

test.each(VIEWS)(
  'PDP-06 an officer prints who read of a representative, by unit and purpose, on $on',
  async ({ visit }) => {
    const page = await browser.person('can-bo-ht', visit);
    await openCard(page);

    await page.getByRole('link', { name: 'Nhật ký xem dữ liệu cá nhân' }).click();

    await expectSound(page);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Hà Tĩnh');
    expect(text).toContain('Mở hồ sơ để làm việc');
    expect(text).toContain('Xem danh sách');
  },
);

test('PDP-06 who read of a representative is for its own alliance and for inspectors', async () => {
  const [own, other, inspector, secretary] = [
    await browser.person('can-bo-ht'),
    await browser.person('can-bo-qt'),
    await browser.person('kiem-tra'),
    await browser.person('thu-ky'),
  ];
  const href = (await openCard(own)).replace(LIST, `${AREA}/luot-xem`);

  expect((await inspector.goto(href))?.status()).toBe(200);
  expect((await other.goto(href))?.status()).toBe(404);
  expect((await secretary.goto(href))?.status()).toBe(404);
});

/** Proposed by the officer of NA from the list; answers the address of the proposal. */
async function proposeExport(page: Page, visit: object): Promise<string> {
  await page.goto(`${LIST}?tim=nong+nghiep&cot=xa`);
  await page.getByText('Xuất danh sách').click();
  await page.getByRole('link', { name: 'Xuất kèm người đại diện' }).click();
  await expectSoundIfScripted(page, visit);
  await page.getByRole('button', { name: 'Trình duyệt bản xuất' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Chưa chọn mục đích');
  await page.getByLabel('Mục đích').selectOption('Xác minh hồ sơ');
  await page.getByLabel('Dạng tệp').selectOption('CSV (.csv)');
  await page.getByRole('button', { name: 'Trình duyệt bản xuất' }).click();
  await page.waitForURL(/ban-xuat\/de-nghi/);
  await expectSoundIfScripted(page, visit);
  return new URL(page.url()).pathname;
}

test.each(EVERY_VIEW)(
  'PDP-09 IAM-04 a list with persons is proposed by one, approved by another, and fetched by the first alone, on $on',
  async ({ visit }) => {
    const page = await browser.person('can-bo-na', visit);
    const proposal = await proposeExport(page, visit);
    expect(await page.getByRole('button', { name: 'Duyệt và lập bản xuất' }).count()).toBe(0);
    const [leader, other] = [await browser.person('lanh-dao-na', visit), await browser.person('can-bo-qt')];
    expect((await other.goto(proposal))?.status()).toBe(404);

    await leader.goto('/van-phong/cho-duyet');
    await leader.locator(`a[href="${proposal}"]`).click();
    await expectSoundIfScripted(leader, visit);
    expect(await leader.locator('main').innerText()).toContain('mục đích: Xác minh hồ sơ');
    await leader.getByRole('button', { name: 'Duyệt và lập bản xuất' }).click();
    await leader.getByText('Tệp chỉ').waitFor();
    await expectSoundIfScripted(leader, visit);

    await page.goto(proposal);
    await page.locator('main').getByRole('link', { name: 'Bản xuất của tôi' }).click();
    await expectSoundIfScripted(page, visit);
    const fetching = page.getByRole('link', { name: /^Tải so-bo-ca-nhan/ }).first();
    const href = (await fetching.getAttribute('href')) ?? '';
    const file = await page.request.get(href);
    expect(file.status()).toBe(200);
    expect(await file.text()).toMatch(/Người xuất: .*; người duyệt: Lãnh đạo.*; mục đích: Xác minh hồ sơ/);
    const visitor = await browser.visitor();
    for (const [someone, status] of [
      [leader, 404],
      [other, 404],
      [visitor, 302],
    ] as const)
      expect((await someone.request.get(href, { maxRedirects: 0 })).status()).toBe(status);
  },
);

test('PDP-09 IAM-04 what was declined or withdrawn is not made, and its proposer reads why', async () => {
  const [page, leader] = [await browser.person('can-bo-na'), await browser.person('lanh-dao-na')];
  const declined = await proposeExport(page, {});
  await leader.goto(declined);
  await leader.getByText('Không duyệt…').click();
  await leader.getByLabel('Lý do không duyệt').fill('Chưa rõ gửi cho ai.');
  await leader.getByRole('button', { name: 'Không duyệt' }).click();
  await leader.getByText('Chưa rõ gửi cho ai.').waitFor();
  await page.goto(declined);
  expect(await page.locator('main').innerText()).toContain('Chưa rõ gửi cho ai.');
  await expectSound(page);

  const withdrawn = await proposeExport(page, {});
  await page.getByRole('button', { name: 'Rút đề nghị' }).click();
  await page.getByText('đã rút đề nghị này').waitFor();
  await leader.goto(withdrawn);
  expect(await leader.getByRole('button', { name: 'Duyệt và lập bản xuất' }).count()).toBe(0);
});

test('PDP-09 the ordinary file has no persons, and a secretary finds no way to one that has', async () => {
  const [officer, secretary] = [await browser.person('can-bo-ht'), await browser.person('thu-ky')];

  const plain = await (await officer.request.get(`${LIST}/tai?dang=csv&cot=dai-dien&cot=dien-thoai&ca-nhan=1`)).text();
  expect(plain).not.toMatch(/Người đại diện|Điện thoại/);
  expect((await secretary.goto(`${LIST}/xuat-ca-nhan`))?.status()).toBe(403);
});

test.each(VIEWS)(
  'PDP-01, PDP-08 the map and the assessment are read by those who oversee, on $on',
  async ({ visit }) => {
    const page = await browser.person('quan-tri', visit);

    await page.goto(AREA);
    await expectSound(page);
    expect(await page.locator('main').innerText()).toContain('representative_name');
    await page.goto(`${AREA}/ho-so-danh-gia`);
    await expectSound(page);
    await page.getByRole('button', { name: 'Lập hồ sơ của hôm nay' }).click();
    expect(await page.locator('main').innerText()).toMatch(/Lập lúc .* Lập lại trước ngày/);
    await page.goto(`${AREA}/luot-xem`);
    await expectSound(page);
    for (const file of [`${AREA}/tai`, `${AREA}/ho-so-danh-gia/tai`])
      expect(await (await page.request.get(file)).text()).toContain('Người đại diện tổ chức');
  },
);

test('PDP-01, PDP-08 an officer reads neither map nor assessment; an inspector reads them and makes none', async () => {
  const [officer, inspector] = [await browser.person('can-bo-ht'), await browser.person('kiem-tra')];

  for (const href of [AREA, `${AREA}/ho-so-danh-gia`, `${AREA}/luot-xem`]) {
    expect((await officer.goto(href))?.status()).toBe(403);
    expect((await inspector.goto(href))?.status()).toBe(200);
  }
  await inspector.goto(`${AREA}/ho-so-danh-gia`);
  expect(await inspector.getByRole('button', { name: 'Lập hồ sơ' }).count()).toBe(0);
});

test('PDP-06 whoever reads of more than two hundred people in an hour is stopped with a sentence; administrators are told', async () => {
  const [reader, admin] = [await browser.person('can-bo-tth'), await browser.person('quan-tri')];
  await reader.goto(`${LIST}?cot=dai-dien`);
  const statuses: number[] = [];
  for (let page = 0; page < 6 && !statuses.includes(429); page += 1) {
    const next = await reader.getByRole('link', { name: 'Trang sau' }).getAttribute('href');
    statuses.push((await reader.goto(next ?? ''))?.status() ?? 0);
  }

  expect(statuses.at(-1)).toBe(429);
  await expectSound(reader);
  expect(await reader.locator('main').innerText()).toMatch(/200 người.*Xem tiếp được từ/s);
  expect((await reader.goto(LIST))?.status()).toBe(200);
  await admin.goto('/van-phong/so-bo');
  expect(await admin.locator('body').innerText()).toContain('có người đọc thông tin cá nhân của hơn 200 người');
});
