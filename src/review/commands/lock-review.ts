import { refuseIf } from '#kernel/refusal.ts';
import { closeProposal } from '#platform/access/four-eyes.server.ts';
import { aloneRefusal } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { LOCK, subjectOf } from '../four-eyes.ts';
import type { Lock } from '../locking.ts';
import { lockOnWord } from '../locking.ts';
import { requireReview } from '../permissions.ts';

/**
 * Locks at once, on the word of the command line alone, which the record says. Whoever has signed in proposes instead,
 * and another person approves.
 */
export async function lockReview(ctx: Ctx, clusterCode: string, periodCode: string): Promise<Lock> {
  requireReview(ctx, 'review.lock', clusterCode);
  refuseIf(aloneRefusal(ctx.actor, LOCK.label));
  return await lockOnWord(ctx, clusterCode, periodCode, {
    lockedBy: ctx.actor.name,
    check: async () => {},
    take: async (tx) => {
      await closeProposal(tx, ctx, LOCK, subjectOf(clusterCode, periodCode));
      return { ctx, facts: { byOperator: true } };
    },
  });
}
