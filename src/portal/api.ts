import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Moment, PageQuery, pageOf, readCursor, writeCursor } from '#platform/api/schemas.ts';
import type { Inline } from '#review/public.ts';
import { lockedReview } from './locked.ts';
import type { ArticleCard, CoverPicture } from './model.ts';
import { pictureHref } from './picture.ts';
import { plainOf } from './plain.ts';
import { findArticle, listNews } from './queries.ts';
import type { DrawnBlock } from './resolve.ts';
import { drawArticle } from './resolve.ts';

const Picture = z
  .object({
    url: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    alt: z.string(),
    credit: z.string(),
  })
  .meta({ id: 'Picture' });

const Card = z
  .object({
    slug: z.string(),
    title: z.string(),
    section: z.string(),
    publishedAt: Moment,
    picture: Picture.nullable().describe('Ảnh bìa'),
  })
  .meta({ id: 'ArticleCard' });

const Text = z.object({ text: z.string(), figures: z.array(z.object({ ref: z.string(), text: z.string() })) });

const Block = z.union([
  z.object({ kind: z.enum(['paragraph', 'heading', 'note']), ...Text.shape }),
  z.object({ kind: z.literal('photo'), caption: z.string(), alt: z.string() }),
  z.object({
    kind: z.literal('figure-table'),
    indicator: z.string(),
    caption: z.string(),
    unit: z.string(),
    total: z.string(),
    rows: z.array(z.object({ ref: z.string(), province: z.string(), value: z.string(), share: z.string() })),
  }),
  z.object({ kind: z.literal('tasks'), items: z.array(z.string()) }),
]);

const ArticleDetail = z
  .object({
    ...Card.shape,
    state: z.enum(['published', 'retracted']),
    lead: Text,
    sourceLine: z.string(),
    byline: z.string(),
    isDemo: z.boolean(),
    snapshot: z.string().nullable().describe('Bản khóa mà mọi số trong bài lấy từ đó'),
    blocks: z.array(Block),
    corrections: z.array(z.object({ note: z.string(), at: Moment })),
  })
  .meta({ id: 'Article' });

const tags = ['Tin bài'];

/** Published articles with their figures resolved. Public. */
export const portalApi: ApiSlice = async (api) => {
  api.get(
    '/articles',
    {
      schema: {
        tags,
        summary: 'Tin đã đăng, mới nhất trước',
        querystring: PageQuery.extend({ section: z.string().max(80).optional() }),
        response: { 200: pageOf(Card), ...problems },
      },
    },
    async ({ ctx, query }) => {
      const [before] = query.cursor ? readCursor(query.cursor, z.tuple([z.coerce.date()])) : [undefined];
      const { cards, next } = await listNews(ctx.read, {
        limit: query.limit,
        ...(before ? { before } : {}),
        ...(query.section ? { section: query.section } : {}),
      });
      return { items: cards.map(card), next: next && writeCursor([next.toISOString()]) };
    },
  );

  api.get(
    '/articles/:slug',
    {
      schema: {
        tags,
        summary: 'Một tin với từng số liệu và tên của số ấy',
        params: z.object({ slug: z.string().max(200) }),
        response: { 200: ArticleDetail, ...problems },
      },
    },
    async ({ ctx, params }) => {
      const article = await findArticle(ctx.read, params.slug);
      if (!article?.publishedAt || (article.state !== 'published' && article.state !== 'retracted'))
        throw new Refused({ code: 'portal.article.not-found', facts: { slug: params.slug } });
      const file = article.snapshotId ? await lockedReview(ctx, article.snapshotId) : undefined;
      const isRetracted = article.state === 'retracted';
      const drawn = drawArticle(isRetracted ? { ...article, lead: '', blocks: [] } : article, file?.snapshot ?? null);
      return {
        slug: article.slug,
        state: article.state,
        title: drawn.title,
        section: article.section,
        publishedAt: article.publishedAt.toISOString(),
        picture: isRetracted ? null : picture(article.picture),
        sourceLine: article.sourceLine,
        byline: article.penName,
        isDemo: article.isDemo,
        snapshot: file?.hash ?? null,
        lead: written(drawn.lead),
        blocks: drawn.blocks.map(block),
        corrections: article.corrections.map(({ note, createdAt }) => ({ note, at: createdAt.toISOString() })),
      };
    },
  );
};

function card({ slug, title, section, publishedAt, picture: cover }: ArticleCard): z.output<typeof Card> {
  return { slug, title, section, publishedAt: publishedAt.toISOString(), picture: picture(cover) };
}

function picture(cover: CoverPicture | null): z.output<typeof Picture> | null {
  if (!cover) return null;
  const { large, alt, credit } = cover;
  return { url: pictureHref(large.sha256), width: large.width, height: large.height, alt, credit };
}

function written(inlines: readonly Inline[]): z.output<typeof Text> {
  return {
    text: plainOf(inlines),
    figures: inlines.flatMap((inline) => (inline.kind === 'figure' ? [{ ref: inline.ref, text: inline.text }] : [])),
  };
}

function block(drawn: DrawnBlock): z.output<typeof Block> {
  if (drawn.kind === 'photo') return { kind: drawn.kind, caption: drawn.caption, alt: drawn.alt };
  if (drawn.kind === 'tasks') return { kind: drawn.kind, items: [...drawn.items] };
  if (drawn.kind === 'figure-table')
    return {
      kind: drawn.kind,
      indicator: drawn.indicator,
      caption: drawn.caption,
      unit: drawn.unitName,
      total: drawn.total,
      rows: drawn.rows.map((row) => ({
        ref: row.ref,
        province: row.provinceName,
        value: row.value,
        share: row.share,
      })),
    };
  return { kind: drawn.kind, ...written(drawn.inlines) };
}
