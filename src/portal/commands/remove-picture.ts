import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { requireOwnArticle } from '../own-article.ts';
import { takeDownPicture } from '../take-down-picture.ts';

/** Takes the cover picture of an article down; its address answers nothing from then on. */
export async function removePicture(ctx: Ctx, slug: string): Promise<void> {
  const article = await requireOwnArticle(ctx, slug);
  await ctx.transact(async (tx) => {
    if (!(await takeDownPicture(tx, ctx, article.id)))
      throw new Refused({ code: 'portal.picture.none', facts: { title: article.title } });
    await record(tx, ctx, 'portal.picture-removed', article.id, { slug });
  });
}
