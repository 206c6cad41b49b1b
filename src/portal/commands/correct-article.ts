import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { ArticleState } from '../model.ts';
import { requireOwnArticle } from '../own-article.ts';

export const CorrectArticle = z.object({
  note: z.string().trim().min(10, 'Ghi rõ đã sửa gì, ít nhất 10 chữ.'),
  retract: z.stringbool().default(false),
});

/** Puts a visible note under a published article; with `retract` the page stays and says that it was taken back. */
export async function correctArticle(ctx: Ctx, input: z.infer<typeof CorrectArticle>, slug: string): Promise<void> {
  const article = await requireOwnArticle(ctx, slug);
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
