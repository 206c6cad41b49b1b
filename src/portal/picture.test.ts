import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { telephonePicture } from '#platform/files/testing.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { correctArticle } from './commands/correct-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { putPicture } from './commands/put-picture.ts';
import { removePicture } from './commands/remove-picture.ts';
import { hashOfPicture, pictureHref } from './picture.ts';
import { findArticle, isPictureShown, listNews } from './queries.ts';

const system = await testSystem();
const ctx = testCtx(system, { grants: [{ role: 'editor', scope: 'system' }] });
const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

async function anArticle(title: string): Promise<string> {
  const draft = {
    section: 'Hoạt động liên minh',
    title,
    sourceLine: 'Cổng thử',
    lead: 'Đoạn mở đầu.',
    blocks: [{ kind: 'paragraph', text: 'Một đoạn.' }] as const,
    penName: 'PV Thử',
  };
  return (await publishArticle(ctx, { draft, snapshotId: null, publishedAt: ctx.now, isDemo: false })).slug;
}

const given = async (width = 900) => ({
  bytes: await telephonePicture(width, 500),
  alt: 'Xã viên thu hoạch lúa',
  credit: 'PV Thử',
});

test('an article shows its cover picture in two sizes, and lists show it too', async () => {
  const slug = await anArticle('Tin có ảnh');

  await putPicture(ctx, slug, await given());

  const picture = (await findArticle(ctx.read, slug))?.picture;
  expect(picture).toMatchObject({
    large: { width: 500, height: 900 },
    small: { width: 500, height: 900 },
    alt: 'Xã viên thu hoạch lúa',
    credit: 'PV Thử',
  });
  expect((await listNews(ctx.read, { limit: 1 })).cards[0]?.picture).toEqual(picture);
  expect(await ctx.files.get(picture?.large.sha256 ?? '')).toBeDefined();
});

test('of what was uploaded no byte is kept, neither as a file nor in a row', async () => {
  const slug = await anArticle('Tin không giữ tệp gốc');
  const sent = await given();

  await putPicture(ctx, slug, sent);

  expect(await ctx.files.get(createHash('sha256').update(sent.bytes).digest('hex'))).toBeUndefined();
});

test('another picture takes the place of the first, whose address answers nothing more; each is an act', async () => {
  const slug = await anArticle('Tin thay ảnh');
  await putPicture(ctx, slug, await given(910));
  const first = (await findArticle(ctx.read, slug))?.picture?.large.sha256 ?? '';

  await putPicture(ctx, slug, await given(710));
  const second = (await findArticle(ctx.read, slug))?.picture?.large.sha256 ?? '';
  const shown = [await isPictureShown(ctx.read, first), await isPictureShown(ctx.read, second)];
  await removePicture(ctx, slug);

  expect(shown).toEqual([false, true]);
  expect(await isPictureShown(ctx.read, second)).toBe(false);
  const acts = await sql<{ kind: string }>`select kind from platform.event
    where kind like 'portal.picture%' and facts->>'slug' = ${slug}`.execute(system.owner.kysely);
  expect(acts.rows.map(({ kind }) => kind).sort()).toEqual([
    'portal.picture-put',
    'portal.picture-removed',
    'portal.picture-replaced',
  ]);
});

test('a retracted article keeps its picture to itself', async () => {
  const slug = await anArticle('Tin sẽ gỡ');
  await putPicture(ctx, slug, await given(600));
  const hash = (await findArticle(ctx.read, slug))?.picture?.small.sha256 ?? '';

  await correctArticle(ctx, { note: 'Gỡ vì nhầm số liệu.', retract: true }, slug);

  expect(await isPictureShown(ctx.read, hash)).toBe(false);
});

test('whoever may not publish puts no picture and removes none, and there must be one to remove', async () => {
  const slug = await anArticle('Tin của người khác');

  await expect(putPicture(officer, slug, await given())).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  await expect(removePicture(officer, slug)).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
  await expect(removePicture(ctx, slug)).rejects.toMatchObject({ refusal: { code: 'portal.picture.none' } });
});

test('an address of a picture is a hash and nothing else', () => {
  const hash = 'a'.repeat(64);

  expect(hashOfPicture(pictureHref(hash).replace('/anh/', ''))).toBe(hash);
  for (const other of ['../../etc/passwd', `${hash}.png`, `${'A'.repeat(64)}.webp`, `${hash}.webp/..`, ''])
    expect(hashOfPicture(other)).toBeUndefined();
});
