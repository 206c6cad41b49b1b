import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { lockedReview } from '../locked.ts';
import type { Article, ArticleState } from '../model.ts';
import { requirePortal, requirePortalSomewhere } from '../permissions.ts';
import { findArticle } from '../queries.ts';

export const CorrectArticle = z.object({
  note: z.string().trim().min(10, 'Ghi rõ đã sửa gì, ít nhất 10 chữ.'),
  retract: z.stringbool().default(false),
});

/** The published article, for those who may publish for the cluster whose review it tells. */
export async function correctable(ctx: Ctx, slug: string): Promise<Article> {
  requirePortalSomewhere(ctx, 'portal.publish');
  const article = await findArticle(ctx.read, slug);
  if (article?.state !== 'published') throw new Refused({ code: 'portal.article.not-found', facts: { slug } });
  const file = article.snapshotId ? await lockedReview(ctx, article.snapshotId) : undefined;
  requirePortal(ctx, 'portal.publish', file?.snapshot.cluster.code);
  return article;
}

/** Puts a visible note under a published article; with `retract` the page stays and says that it was taken back. */
export async function correctArticle(ctx: Ctx, input: z.infer<typeof CorrectArticle>, slug: string): Promise<void> {
  const article = await correctable(ctx, slug);
  await ctx.transact(async (tx) => {
    await tx
      .insertInto('portal.correction')
      .values({
        id: ctx.newId<'portal.correction'>(),
        article_id: article.id,
        note: input.note,
        created_at: ctx.now,
        created_by: ctx.actor.name,
      })
      .execute();
    const state: ArticleState = input.retract ? 'retracted' : 'published';
    await tx
      .updateTable('portal.article')
      .set({ state, updated_at: ctx.now, updated_by: ctx.actor.name })
      .where('id', '=', article.id)
      .execute();
    await record(tx, ctx, input.retract ? 'portal.article-retracted' : 'portal.article-corrected', article.id, {
      note: input.note,
    });
  });
}
