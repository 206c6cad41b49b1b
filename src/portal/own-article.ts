import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { lockedReview } from './locked.ts';
import type { Article } from './model.ts';
import { requirePortal, requirePortalSomewhere } from './permissions.ts';
import { findArticle } from './queries.ts';

/** The published article, for those who may publish for the cluster whose review it tells. */
export async function requireOwnArticle(ctx: Ctx, slug: string): Promise<Article> {
  requirePortalSomewhere(ctx, 'portal.publish');
  const article = await findArticle(ctx.read, slug);
  if (article?.state !== 'published') throw new Refused({ code: 'portal.article.not-found', facts: { slug } });
  const file = article.snapshotId ? await lockedReview(ctx, article.snapshotId) : undefined;
  requirePortal(ctx, 'portal.publish', file?.snapshot.cluster.code);
  return article;
}
