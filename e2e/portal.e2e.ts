import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { DESKTOP, expectSound, PHONE, useBrowser } from './support.ts';

const browser = useBrowser();
const ARTICLE = '/tin/cum-lien-minh-hop-tac-xa-06-tinh-bac-trung-bo-trien-khai-nhiem-vu-6-thang-cuoi-nam-2024';
const PAGES = [
  '/',
  '/tin',
  ARTICLE,
  '/thong-bao',
  '/van-ban',
  '/so-lieu',
  '/tra-cuu?q=duc+ninh',
  '/trang/rieng-tu',
  '/kiem-chung',
];

const get = async (path: string) => await fetch(`${inject('baseUrl')}${path}`);

test('NEW-02 the published article tells every fact of the page of 05/07/2024, with scripts off', async () => {
  const page = await browser.visitor({ javaScript: false });
  await page.goto(ARTICLE);

  const read = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
    /Triển.khai nhiệm.vụ 6.tháng cuối năm.2024/,
  );
  expect(read).toContain('14:59, Thứ Sáu, 05/7/2024');
  expect(read).toContain('(Quang Binh Portal)');
  expect(read).toContain('Đồng chí Nguyễn Bá Châu, Chủ tịch Liên minh HTX tỉnh Nghệ An, Cụm trưởng');
  expect(read).toContain('đồng chí Ngô Gia Thởi, Chủ tịch Liên minh HTX tỉnh Quảng Bình, Cụm phó chủ trì hội nghị.');
  expect(read).toContain(
    'toàn cụm có 4.425 HTX, trong đó Thanh Hóa 1.331 HTX, Hà Tĩnh 1.031 HTX, Nghệ An 903 HTX, Quảng Bình 490 HTX, Quảng Trị 347 HTX và Thừa Thiên Huế 323 HTX.',
  );
  expect(read).toContain('Toàn cụm có 200 Quỹ Tín dụng nhân dân');
  expect(read).toContain('Nghị định số 45/2021/NĐ-CP');
  for (const caption of [
    'Toàn cảnh hội nghị',
    'Cụm trưởng Cụm Liên minh HTX 06 tỉnh Bắc Trung Bộ phát biểu tại hội nghị',
    'Chủ tịch Liên minh HTX tỉnh Quảng Bình phát biểu tại hội nghị',
    'Phó Chủ tịch Liên minh HTX tỉnh Quảng Bình trình bày báo cáo sơ kết',
  ])
    expect(read).toContain(caption);
  expect(await page.locator('.agreed li').count()).toBe(7);
  expect(read.trimEnd().endsWith('PV Mai Anh') || read.includes('\nPV Mai Anh')).toBe(true);
  for (const neighbour of ['Các tin khác', 'Thông báo mới', 'Văn bản mới', 'Thông tin tuyên truyền'])
    expect(await page.getByRole('heading', { name: neighbour }).count()).toBe(1);
  await expect(page.getByText('Lượt truy cập').count()).resolves.toBe(1);
});

test('AUD-02 from a number of the article to its workbook takes two clicks, and the public stops at the province', async () => {
  const page = await browser.visitor();
  await page.goto(ARTICLE);

  await page.locator('main').getByRole('link', { name: '903', exact: true }).first().click();

  expect(await page.locator('main').innerText()).toContain('LMHTX-NA-2024-H1.xlsx');
  expect(await page.locator('main').innerText()).toContain('19/06/2024');
  expect(await page.locator('main').innerText()).toContain('Công chúng xem được đến tổng của tỉnh');
});

test('NEW-04 a figure that nobody has locked is a page that says so, status 404', async () => {
  const answer = await get('/so-lieu/nguon?so=HTX.SO/LMHTX-XX@2024-H1');

  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Không có con số này trong bản khóa mới nhất');
});

test.each(PAGES)('%s has no serious fault of accessibility and never scrolls sideways', async (path) => {
  for (const visit of [
    { viewport: DESKTOP },
    { viewport: PHONE },
    { viewport: DESKTOP, colorScheme: 'dark' },
  ] as const) {
    const page = await browser.visitor(visit);
    await page.goto(path);

    await expectSound(page);
  }
});

test('NEW-14 no link of the public pages leads nowhere', async () => {
  const seen = new Set<string>();
  for (const path of PAGES) {
    const html = await (await get(path)).text();
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) seen.add(href.replaceAll('&amp;', '&'));
  }

  const broken = (
    await Promise.all(
      [...seen].map(async (href) => {
        const { status } = await fetch(inject('baseUrl') + href, { redirect: 'manual' });
        return status >= 400 ? `${status} ${href}` : '';
      }),
    )
  ).filter(Boolean);

  expect(seen.size).toBeGreaterThan(40);
  expect(broken).toEqual([]);
});

test('the article weighs at most 170 KB at the first view and needs no script', async () => {
  const html = await (await get(ARTICLE)).text();
  const assets = new Map(
    [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(css|js|svg|woff2))"/g)].map(([, href = '', kind = '']) => [
      href,
      kind,
    ]),
  );
  let bytes = gzipSync(html).byteLength;
  const page = await browser.visitor();
  const fonts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(response.body().then((body) => body.byteLength));
  });
  await page.goto(ARTICLE, { waitUntil: 'load' });
  await page.waitForFunction(() => document.fonts.status === 'loaded');

  for (const [href, kind] of assets) {
    if (kind === 'woff2') continue;
    bytes += gzipSync(new Uint8Array(await (await get(href)).arrayBuffer())).byteLength;
  }
  for (const size of await Promise.all(fonts)) bytes += size;

  expect([...assets.values()]).not.toContain('js');
  expect(bytes / 1024).toBeLessThan(170);
});

test('DOC-01 an announcement opens, and one that is not there says so', async () => {
  const page = await browser.visitor();
  await page.goto('/thong-bao');
  await page.getByRole('link', { name: /Đăng ký lớp kế toán/ }).click();

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Đăng ký lớp kế toán');
  expect((await get('/thong-bao/khong-co')).status).toBe(404);
});

test('NEW-02 an editor drafts the news of a conference from the lock, looks at it, and publishes it', async () => {
  const page = await browser.person('bien-tap');
  await page.goto('/van-phong/cong-tin/tu-hoi-nghi');
  await page.getByLabel('Thời điểm hội nghị').fill('Sáng ngày 05/7/2024');
  await page.getByLabel('Dòng nguồn').fill('Cổng thử');
  await page.getByLabel('Bút danh').fill('PV Thử');
  await page.getByLabel('Nhiệm vụ đã thống nhất').fill('Việc thứ nhất.\nViệc thứ hai.');

  await page.getByRole('button', { name: 'Xem trước' }).click();
  expect((await page.getByRole('region', { name: 'Xem trước' }).innerText()).replaceAll('\u00a0', ' ')).toContain(
    '4.425 HTX',
  );
  await page.getByRole('button', { name: 'Đăng tin' }).click();

  await page.waitForURL(/\/tin\/.*-2$/);
  expect(await page.locator('.agreed li').count()).toBe(2);
});

test('NEW-09 a correction shows under the article with its time', async () => {
  const page = await browser.person('bien-tap');
  await page.goto('/van-phong/cong-tin');
  await page
    .getByRole('row', { name: /Phát động đợt thi đua/ })
    .getByRole('link', { name: 'Đính chính' })
    .click();
  await page.getByLabel('Đã sửa gì').fill('Sửa tên vụ sản xuất ở đoạn đầu.');
  await page.getByRole('button', { name: 'Ghi đính chính' }).click();

  expect(await page.locator('main').innerText()).toContain('Sửa tên vụ sản xuất ở đoạn đầu.');
});

test('RPT-11 the public proves a report that it was given, and a changed one is named with both numbers', async () => {
  const page = await browser.visitor({ javaScript: false });
  const { items } = (await (await get('/api/v1/snapshots')).json()) as { items: { hash: string }[] };
  const office = await browser.person('thu-ky');
  const kept = await office.request.get(`/api/v1/snapshots/${items.at(-1)?.hash}/file`);
  const original = await kept.text();

  await page.goto('/kiem-chung');
  await page.getByLabel('Tệp cần kiểm chứng').setInputFiles({
    name: 'snapshot.json',
    mimeType: 'application/json',
    buffer: Buffer.from(original),
  });
  await page.getByRole('button', { name: 'Kiểm chứng', exact: true }).click();
  expect(await page.getByRole('status').innerText()).toContain('Đúng với bản khóa');

  await page.getByLabel('Tệp cần kiểm chứng').setInputFiles({
    name: 'snapshot.json',
    mimeType: 'application/json',
    buffer: Buffer.from(original.replace('"LMHTX-NA":"903"', '"LMHTX-NA":"904"')),
  });
  await page.getByRole('button', { name: 'Kiểm chứng', exact: true }).click();
  expect(await page.getByRole('status').innerText()).toMatch(/903[\s\S]*904/);
});
