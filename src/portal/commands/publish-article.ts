import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { SnapshotBody } from '#review/public.ts';
import { snapshotById } from '#review/public.ts';
import type { ArticleId } from '../model.ts';
import { requirePortal } from '../permissions.ts';
import { slugsLike } from '../queries.ts';
import type { DrawnArticle } from '../resolve.ts';
import { drawArticle } from '../resolve.ts';
import { freeSlug, slugOf } from '../slug.ts';
import type { ArticleDraft } from '../template/conference-article.ts';

export interface PublishInput {
  readonly draft: ArticleDraft;
  /** The locked review that the article's figures come from; null for news without figures. */
  readonly snapshotId: Id<'review.snapshot'> | null;
  readonly publishedAt: Date;
  readonly isDemo: boolean;
}

/**
 * Publishes an article under a stable address. Refused with an empty title or lead, a title over 160 characters, a
 * picture without a description, a chip that names nothing, or a number chip without a locked review behind it.
 */
export async function publishArticle(ctx: Ctx, input: PublishInput): Promise<{ id: ArticleId; slug: string }> {
  const file =
    input.snapshotId === null ? undefined : await snapshotById(ctx.widened('published-figures').read, input.snapshotId);
  const snapshot = file?.snapshot ?? null;
  requirePortal(ctx, 'portal.publish', snapshot?.cluster.code);
  const drawn = drawArticle(input.draft, snapshot);
  refuseIf(publishRefusal(input.draft, drawn, snapshot));

  return await ctx.transact(async (tx) => {
    const wanted = slugOf(drawn.title);
    const slug = freeSlug(wanted, await slugsLike(tx, wanted));
    const id = ctx.newId<'portal.article'>();
    await sql`insert into portal.article (id, slug, state, section, title, source_line, lead, blocks, pen_name, snapshot_id,
        is_demo, published_at, updated_at, updated_by, created_at, created_by)
      values (${id}, ${slug}, 'published', ${input.draft.section}, ${drawn.title}, ${input.draft.sourceLine},
        ${input.draft.lead}, ${JSON.stringify(input.draft.blocks)}::jsonb, ${input.draft.penName}, ${input.snapshotId},
        ${input.isDemo}, ${input.publishedAt}, ${ctx.now}, ${ctx.actor.name}, ${ctx.now}, ${ctx.actor.name})`.execute(
      tx,
    );
    await record(tx, ctx, 'portal.article-published', id, { slug, snapshotId: input.snapshotId });
    return { id, slug };
  });
}

const TITLE_LENGTH_MAX = 160;

/** Why an article may not be published, or undefined when it may. */
export function publishRefusal(
  draft: ArticleDraft,
  drawn: DrawnArticle,
  snapshot: SnapshotBody | null,
): Refusal | undefined {
  if (draft.title.trim() === '' || draft.lead.trim() === '') return { code: 'portal.article.empty', facts: {} };
  if (drawn.title.length > TITLE_LENGTH_MAX)
    return { code: 'portal.article.title-too-long', facts: { length: drawn.title.length, most: TITLE_LENGTH_MAX } };

  const blind = draft.blocks.find((block) => block.kind === 'photo' && block.alt.trim() === '');
  if (blind)
    return {
      code: 'portal.article.picture-without-alt',
      facts: { caption: blind.kind === 'photo' ? blind.caption : '' },
    };

  const [chip] = drawn.unresolved;
  if (chip !== undefined) return { code: 'portal.article.unresolved-chip', facts: { chip } };
  if (snapshot === null && /\{[A-Z]/.test(JSON.stringify(draft)))
    return { code: 'portal.article.figures-not-locked', facts: {} };
  if (snapshot !== null && !snapshot.isLocked) return { code: 'portal.article.figures-not-locked', facts: {} };
  return undefined;
}
