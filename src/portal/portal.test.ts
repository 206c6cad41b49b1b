import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { announce } from './commands/announce.ts';
import { correctArticle } from './commands/correct-article.ts';
import { identifySite } from './commands/identify-site.ts';
import { publishArticle } from './commands/publish-article.ts';
import { documentRows } from './documents.ts';
import { findArticle, listAnnouncements, listNews, siteIdentity } from './queries.ts';
import { freeSlug, slugOf } from './slug.ts';
import type { ArticleDraft } from './template/conference-article.ts';
import { countVisit, isBot, readVisits, visitorHash } from './visits.ts';

const system = await testSystem();
const editor = { grants: [{ role: 'editor', scope: 'system' }] } as const;

function aDraft(title: string): ArticleDraft {
  return {
    section: 'Hoạt động liên minh',
    title,
    sourceLine: 'Cổng thử',
    lead: 'Đoạn mở đầu của tin.',
    blocks: [{ kind: 'paragraph', text: 'Một đoạn.' }],
    penName: 'PV Thử',
  };
}

async function published(title: string, at: string) {
  const ctx = testCtx(system, editor);
  const { slug } = await publishArticle(ctx, {
    draft: aDraft(title),
    snapshotId: null,
    publishedAt: new Date(at),
    isDemo: false,
  });
  return slug;
}

test('NEW-03 a title becomes an address without diacritics, and a second one like it gets a number', async () => {
  expect(slugOf('Cụm Liên minh Hợp tác xã 06 tỉnh: Triển khai nhiệm vụ')).toBe(
    'cum-lien-minh-hop-tac-xa-06-tinh-trien-khai-nhiem-vu',
  );
  expect(freeSlug('tin', new Set(['tin', 'tin-2']))).toBe('tin-3');

  const [first, second] = [
    await published('Tin trùng tên', '2024-07-01T00:00:00Z'),
    await published('Tin trùng tên', '2024-07-02T00:00:00Z'),
  ];

  expect([first, second]).toEqual(['tin-trung-ten', 'tin-trung-ten-2']);
});

test('NEW-03 an empty title and one over 160 characters are refused, and nothing is written', async () => {
  const ctx = testCtx(system, editor);
  const publish = (draft: ArticleDraft) =>
    publishArticle(ctx, { draft, snapshotId: null, publishedAt: ctx.now, isDemo: false });

  await expect(publish(aDraft(' '))).rejects.toMatchObject({ refusal: { code: 'portal.article.empty' } });
  await expect(publish(aDraft('Tin dài '.repeat(30)))).rejects.toMatchObject({
    refusal: { code: 'portal.article.title-too-long' },
  });
  expect(await findArticle(ctx.read, slugOf('Tin dài '.repeat(30)))).toBeUndefined();
});

test('NEW-05 a picture without a description cannot be published', async () => {
  const ctx = testCtx(system, editor);
  const draft = {
    ...aDraft('Tin có ảnh'),
    blocks: [{ kind: 'photo', scene: 'hall', caption: 'Toàn cảnh', alt: '' }] as const,
  };

  await expect(
    publishArticle(ctx, { draft, snapshotId: null, publishedAt: ctx.now, isDemo: false }),
  ).rejects.toMatchObject({ refusal: { code: 'portal.article.picture-without-alt', facts: { caption: 'Toàn cảnh' } } });
});

test('NEW-02 a number chip without a locked review behind it blocks publishing', async () => {
  const ctx = testCtx(system, editor);
  const draft = { ...aDraft('Tin có số'), lead: 'Toàn cụm có {HTX.SO} HTX.' };

  await expect(
    publishArticle(ctx, { draft, snapshotId: null, publishedAt: ctx.now, isDemo: false }),
  ).rejects.toMatchObject({ refusal: { code: 'portal.article.figures-not-locked' } });
});

test('NEW-07 a list is newest first and never holds the article on the page', async () => {
  const older = await published('Tin cũ của danh sách', '2024-06-01T00:00:00Z');
  const newer = await published('Tin mới của danh sách', '2024-06-02T00:00:00Z');

  const page = await listNews(system.app.kysely, { limit: 50, except: newer });

  const slugs = page.cards.map((card) => card.slug);
  expect(slugs).toContain(older);
  expect(slugs).not.toContain(newer);
  const moments = page.cards.map((card) => card.publishedAt.getTime());
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
});

test('NEW-09 a correction is shown with its moment, and a retracted article stays as a page out of the lists', async () => {
  const ctx = testCtx(system, editor);
  const slug = await published('Tin bị gỡ', '2024-06-03T00:00:00Z');

  await correctArticle(ctx, { note: 'Sửa tên đơn vị ở đoạn hai.', retract: true }, slug);

  expect(await findArticle(ctx.read, slug)).toMatchObject({
    state: 'retracted',
    corrections: [{ note: 'Sửa tên đơn vị ở đoạn hai.' }],
  });
  expect((await listNews(ctx.read, { limit: 100 })).cards.map((card) => card.slug)).not.toContain(slug);
});

test('NEW-09 an officer of an alliance may not correct the news', async () => {
  const slug = await published('Tin không ai sửa', '2024-06-04T00:00:00Z');
  const ctx = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

  const corrected = correctArticle(ctx, { note: 'Thử sửa mà không có quyền.', retract: false }, slug);

  await expect(corrected).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
});

test('DOC-01 an announcement leaves the list on the day its validity ends', async () => {
  const ctx = testCtx(system, editor);
  await announce(ctx, {
    title: 'Thông báo có hạn',
    body: '',
    isPinned: false,
    isDemo: false,
    validFrom: isoDate('2024-06-01'),
    validUntil: isoDate('2024-06-10'),
  });
  const titles = async (on: string) => (await listAnnouncements(ctx.read, isoDate(on), 10)).map((one) => one.title);

  expect(await titles('2024-06-09')).toContain('Thông báo có hạn');
  expect(await titles('2024-06-10')).not.toContain('Thông báo có hạn');
});

test('DOC-01 an announcement that ends before it begins is refused', async () => {
  const ctx = testCtx(system, editor);
  const span = { validFrom: isoDate('2024-06-10'), validUntil: isoDate('2024-06-10') };

  await expect(
    announce(ctx, { title: 'Sai hạn', body: '', isPinned: false, isDemo: false, ...span }),
  ).rejects.toMatchObject({
    refusal: { code: 'portal.announcement.ends-before-it-begins' },
  });
});

test('DOC-03 a replaced document is marked with its successor, from the day it ends', () => {
  const law = {
    number: '23/2012/QH13',
    title: 'Luật Hợp tác xã 2012',
    kind: 'Luật',
    issuedOn: isoDate('2012-11-20'),
    inForceFrom: isoDate('2013-07-01'),
    inForceUntil: isoDate('2024-07-01'),
    replacedBy: '17/2023/QH15',
    verified: false,
  };

  expect(documentRows([law], isoDate('2024-06-30'))[0]).toMatchObject({ isInForce: true });
  expect(documentRows([law], isoDate('2024-07-01'))[0]?.effect).toContain('thay bằng 17/2023/QH15');
});

test('NEW-13 a reload within thirty minutes counts once, a later visit again', async () => {
  const at = (time: string) => system.ctx(testCtx(system).actor, new Date(`2024-05-05T${time}Z`));
  const visitor = { address: '203.0.113.5', userAgent: 'Trình duyệt thử' };

  await countVisit(at('02:00:00'), visitor);
  await countVisit(at('02:20:00'), visitor);
  await countVisit(at('02:45:00'), visitor);
  const once = await readVisits(system.app.kysely, new Date('2024-05-05T02:46:00Z'), '2024-05-05');
  await countVisit(at('03:30:00'), visitor);
  const twice = await readVisits(system.app.kysely, new Date('2024-05-05T03:31:00Z'), '2024-05-05');

  expect(once).toMatchObject({ today: 1, online: 1 });
  expect(twice).toMatchObject({ today: 2 });
});

test('NEW-13 programs are not counted and a hash does not outlive its day', async () => {
  expect(isBot('Googlebot/2.1')).toBe(true);
  expect(isBot('Mozilla/5.0 (Android 13)')).toBe(false);
  const visitor = { address: '203.0.113.9', userAgent: 'x' };
  expect(visitorHash(visitor, 'muối một')).not.toBe(visitorHash(visitor, 'muối hai'));

  const nextDay = system.ctx(testCtx(system).actor, new Date('2024-05-07T05:00:00Z'));
  await countVisit(nextDay, visitor);

  const kept = await system.owner.pool.query('select day::text from portal.visit_salt');
  expect(kept.rows).toEqual([{ day: '2024-05-07' }]);
});

test('NEW-12 the foot shows who answers for the portal, and only an administrator may say who', async () => {
  const site = { owner: 'Cơ quan thử', tagline: '', responsible: '', address: '', phone: '', email: '', licence: '' };

  await identifySite(testCtx(system), site);

  expect(await siteIdentity(system.app.kysely)).toEqual(site);
  await expect(identifySite(testCtx(system, editor), site)).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
});
