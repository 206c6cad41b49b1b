import { Refused } from '#kernel/refusal.ts';
import { approve } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { carryOut } from '../carry-out.ts';
import { MERGE } from '../four-eyes.ts';
import { countsChanged } from '../merger-changes.ts';
import { mergerCounts, seenHash } from '../merger-facts.ts';
import type { MergerCounts } from '../merger-model.ts';
import { requireApproving } from '../permissions.ts';

/** Merges on the word of two people; refused, naming what is otherwise, when it would move other than was proposed. */
export async function approveMerger(ctx: Ctx, proposalId: ProposalId): Promise<void> {
  requireApproving(ctx);
  await ctx.transact(async (tx) => {
    const { proposal, both } = await approve(tx, ctx, MERGE, proposalId);
    const counts = await mergerCounts(tx, ctx, proposal.payload);
    if (seenHash(proposal.payload, counts) !== proposal.seenHash)
      throw new Refused({
        code: 'reorganisation.merger.changed-since-proposal',
        facts: { changes: countsChanged(proposal.seen as MergerCounts, counts) },
      });
    await carryOut(tx, both, proposal.payload, { proposal: proposalId, proposedBy: proposal.proposedBy });
  });
}
