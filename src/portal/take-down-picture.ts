import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import type { ArticleId } from './model.ts';

/** Takes the article's cover picture down; answers whether it had one. Part of a command's transaction. */
export async function takeDownPicture(tx: Tx, ctx: Ctx, articleId: ArticleId): Promise<boolean> {
  // One after another: of two editors who put a picture at once, the later replaces the earlier.
  await tx.selectFrom('portal.article').where('id', '=', articleId).select('id').forUpdate().executeTakeFirst();
  const taken = await tx
    .updateTable('portal.picture')
    .set({ removed_at: ctx.now, removed_by: ctx.actor.name })
    .where('article_id', '=', articleId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}
