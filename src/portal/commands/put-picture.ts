import { present } from '#kernel/assert.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { redrawn } from '#platform/files/picture.server.ts';
import { requireOwnArticle } from '../own-article.ts';
import { LARGE_WIDTH, SMALL_WIDTH } from '../picture.ts';
import { takeDownPicture } from '../take-down-picture.ts';

export interface PictureInput {
  /** A JPEG, PNG or WebP as it was uploaded; nothing of it is kept but its pixels. */
  readonly bytes: Uint8Array;
  /** For those who do not see it. */
  readonly alt: string;
  /** Who took it, or whose it is. */
  readonly credit: string;
}

/** Puts a cover picture over an article, or another in its place. */
export async function putPicture(ctx: Ctx, slug: string, input: PictureInput): Promise<void> {
  const article = await requireOwnArticle(ctx, slug);
  const [large, small] = await redrawn(input.bytes, [LARGE_WIDTH, SMALL_WIDTH]);
  const [big, little] = [present(large, 'one picture a width'), present(small, 'one picture a width')];
  const largeHash = await ctx.files.put(big.bytes);
  const smallHash = await ctx.files.put(little.bytes);
  await ctx.transact(async (tx) => {
    const hadOne = await takeDownPicture(tx, ctx, article.id);
    await tx
      .insertInto('portal.picture')
      .values({
        id: ctx.newId<'portal.picture'>(),
        article_id: article.id,
        alt: input.alt,
        credit: input.credit,
        large_sha256: largeHash,
        large_width: big.width,
        large_height: big.height,
        small_sha256: smallHash,
        small_width: little.width,
        small_height: little.height,
        created_at: ctx.now,
        created_by: ctx.actor.name,
      })
      .execute();
    await record(tx, ctx, hadOne ? 'portal.picture-replaced' : 'portal.picture-put', article.id, {
      slug,
      credit: input.credit,
    });
  });
}
