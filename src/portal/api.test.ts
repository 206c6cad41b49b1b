import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '#platform/testing/api.ts';
import { testApi } from '#platform/testing/api.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { portalApi } from './api.ts';
import { correctArticle } from './commands/correct-article.ts';
import { publishArticle } from './commands/publish-article.ts';

const system = await testSystem();
const ctx = testCtx(system);
const slugs: string[] = [];
let api: TestApi;

beforeAll(async () => {
  api = await testApi(system, [portalApi]);
  for (const [index, title] of ['Tin thứ nhất', 'Tin thứ hai', 'Tin thứ ba'].entries()) {
    const draft = {
      section: 'Hoạt động liên minh',
      title,
      sourceLine: 'Cổng thử',
      lead: 'Đoạn mở đầu của tin.',
      blocks: [
        { kind: 'paragraph', text: 'Một đoạn.' },
        { kind: 'photo', scene: 'hall', caption: 'Toàn cảnh', alt: 'Hội trường nhìn từ cuối phòng' },
      ] as const,
      penName: 'PV Thử',
    };
    const publishedAt = new Date(Date.UTC(2024, 5, index + 1));
    slugs.push((await publishArticle(ctx, { draft, snapshotId: null, publishedAt, isDemo: true })).slug);
  }
});

test('NEW-07 news are listed newest first, page by page', async () => {
  const first = await api.get('/api/v1/articles?limit=2');
  const second = await api.get(`/api/v1/articles?limit=2&cursor=${first.body.next}`);

  const titles = [...first.body.items, ...second.body.items].map((item: { title: string }) => item.title);
  expect(titles).toEqual(['Tin thứ ba', 'Tin thứ hai', 'Tin thứ nhất']);
  expect(second.body.next).toBeNull();
});

test('an article is answered to everybody with its blocks', async () => {
  const { body } = await api.get(`/api/v1/articles/${slugs[0]}`);

  expect(body).toMatchObject({
    title: 'Tin thứ nhất',
    byline: 'PV Thử',
    isDemo: true,
    snapshot: null,
    lead: { text: 'Đoạn mở đầu của tin.', figures: [] },
    blocks: [
      { kind: 'paragraph', text: 'Một đoạn.' },
      { kind: 'photo', caption: 'Toàn cảnh' },
    ],
  });
});

test('NEW-09 a retracted article says so and holds nothing of its text', async () => {
  const slug = slugs[2] ?? '';
  await correctArticle(ctx, { note: 'Gỡ vì nhầm số liệu.', retract: true }, slug);

  const { body } = await api.get(`/api/v1/articles/${slug}`);

  expect(body).toMatchObject({
    state: 'retracted',
    lead: { text: '' },
    blocks: [],
    corrections: [{ note: 'Gỡ vì nhầm số liệu.' }],
  });
});

test('an address without an article is not found', async () => {
  expect(await api.get('/api/v1/articles/khong-co')).toMatchObject({
    status: 404,
    body: { code: 'portal.article.not-found' },
  });
});
