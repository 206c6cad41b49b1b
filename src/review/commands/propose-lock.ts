import { z } from 'zod';
import { propose } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import { noteField } from '#platform/access/proposal-forms.ts';
import type { Ctx } from '#platform/ctx.ts';
import { LOCK, subjectOf } from '../four-eyes.ts';
import { lockable } from '../locking.ts';
import { text } from '../messages.pages.vi.ts';
import { requireReview } from '../permissions.ts';
import { contentHash, seenOf } from '../seen.ts';
import { periodName } from '../text/context.ts';

export const ProposeLock = z.object({ note: noteField });

/** Puts the lock before the leader, once everything that would block it is out of the way. */
export async function proposeLock(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  { note }: z.output<typeof ProposeLock>,
): Promise<ProposalId> {
  requireReview(ctx, 'review.propose-lock', clusterCode);
  return await ctx.transact(async (tx) => {
    const { snapshot } = (await lockable(tx, ctx, clusterCode, periodCode, ctx.actor.name)).file;
    const { code, kind } = snapshot.period;
    return await propose(tx, ctx, LOCK, {
      scope: `cluster:${clusterCode}`,
      subject: subjectOf(clusterCode, periodCode),
      payload: { clusterCode, periodCode },
      words: text.fourEyes.lockWords(periodName(code, kind) ?? code, snapshot.cluster.shortName, snapshot.version),
      seen: seenOf(snapshot),
      seenHash: contentHash(snapshot),
      note,
    });
  });
}
