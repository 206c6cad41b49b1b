import type { Refusal } from '#kernel/refusal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { requirePortal } from '../permissions.ts';
import { slugOf } from '../slug.ts';

export interface AnnouncementInput {
  readonly title: string;
  readonly body: string;
  readonly isPinned: boolean;
  readonly isDemo: boolean;
  readonly validFrom: IsoDate;
  /** First day on which it is no longer shown; null: stays. */
  readonly validUntil: IsoDate | null;
}

/** Puts up an announcement for a span of days; an end before the start is refused. */
export async function announce(ctx: Ctx, input: AnnouncementInput): Promise<void> {
  requirePortal(ctx, 'portal.publish');
  refuseIf(spanRefusal(input));
  await ctx.transact(async (tx) => {
    const id = ctx.newId<'portal.announcement'>();
    await tx
      .insertInto('portal.announcement')
      .values({
        id,
        slug: `${slugOf(input.title)}-${input.validFrom}`,
        title: input.title,
        body: input.body,
        is_pinned: input.isPinned,
        is_demo: input.isDemo,
        valid_from: input.validFrom,
        valid_until: input.validUntil,
        created_at: ctx.now,
        created_by: ctx.actor.name,
      })
      .execute();
    await record(tx, ctx, 'portal.announced', id, { title: input.title });
  });
}

function spanRefusal(input: AnnouncementInput): Refusal | undefined {
  if (input.validUntil === null || input.validUntil > input.validFrom) return undefined;
  return {
    code: 'portal.announcement.ends-before-it-begins',
    facts: { from: input.validFrom, until: input.validUntil },
  };
}
