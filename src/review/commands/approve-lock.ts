import { Refused } from '#kernel/refusal.ts';
import { approve, decidable } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { LOCK } from '../four-eyes.ts';
import type { Lock } from '../locking.ts';
import { lockOnWord } from '../locking.ts';
import { text } from '../messages.pages.vi.ts';
import { requireReview } from '../permissions.ts';
import { changesSince, contentHash } from '../seen.ts';

/**
 * Locks on the word of two people. Everything is checked once more, and only what the proposer saw is locked: where
 * anything is otherwise now, the refusal says what, and a new proposal is needed.
 */
export async function approveLock(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  proposalId: ProposalId,
): Promise<Lock> {
  requireReview(ctx, 'review.approve-lock', clusterCode);
  const proposal = await decidable(ctx.read, ctx, LOCK, proposalId);
  const { payload, proposedBy } = proposal;
  if (payload.clusterCode !== clusterCode || payload.periodCode !== periodCode)
    throw new Refused({ code: 'platform.proposal.not-found', facts: {} });
  return await lockOnWord(ctx, clusterCode, periodCode, {
    lockedBy: text.fourEyes.byTwo(ctx.actor.name, proposedBy),
    check: async (_, { snapshot }) => {
      if (contentHash(snapshot) === proposal.seenHash) return;
      const changes = changesSince(proposal.seen, snapshot);
      throw new Refused({ code: 'review.lock.changed-since-proposal', facts: { changes } });
    },
    take: async (tx) => {
      const { both } = await approve(tx, ctx, LOCK, proposalId);
      return { ctx: both, facts: { proposal: proposalId, proposedBy } };
    },
  });
}
