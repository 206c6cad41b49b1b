import { Refused } from '#kernel/refusal.ts';
import { approve } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { RESTATE } from '../four-eyes.ts';
import { requireReview } from '../permissions.ts';
import { openForCorrection, restatable } from '../restating.ts';

/** Opens the very lock that the proposer saw; refused where a newer one stands, or it is open already. */
export async function approveRestatement(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  proposalId: ProposalId,
): Promise<{ readonly version: number }> {
  requireReview(ctx, 'review.approve-restatement', clusterCode);
  return await ctx.transact(async (tx) => {
    const { proposal, both } = await approve(tx, ctx, RESTATE, proposalId);
    const { payload } = proposal;
    if (payload.clusterCode !== clusterCode || payload.periodCode !== periodCode)
      throw new Refused({ code: 'platform.proposal.not-found', facts: {} });
    const latest = await restatable(tx, payload);
    if (latest.hash !== proposal.seenHash) throw new Refused({ code: 'review.restatement.newer-lock', facts: {} });
    return await openForCorrection(tx, both, payload, { proposal: proposalId, proposedBy: proposal.proposedBy });
  });
}
