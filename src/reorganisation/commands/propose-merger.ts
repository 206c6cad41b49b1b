import { refuseIf } from '#kernel/refusal.ts';
import { propose } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { MERGE } from '../four-eyes.ts';
import { mergerCounts, mergerFacts, seenHash } from '../merger-facts.ts';
import type { MergerPlan } from '../merger-model.ts';
import { mergerRefusal } from '../merger-rules.ts';
import { mergerWords as words } from '../messages.vi.ts';
import { requireProposing } from '../permissions.ts';

/** Puts a merger or a new name before another administrator, with how much it moves. */
export async function proposeMerger(ctx: Ctx, plan: MergerPlan, note: string): Promise<ProposalId> {
  requireProposing(ctx);
  return await ctx.transact(async (tx) => {
    refuseIf(mergerRefusal(plan, await mergerFacts(tx, ctx, plan)));
    const counts = await mergerCounts(tx, ctx, plan);
    return await propose(tx, ctx, MERGE, {
      scope: 'system',
      subject: plan.mergerId,
      payload: plan,
      words: words.proposal(plan, counts),
      seen: counts,
      seenHash: seenHash(plan, counts),
      note,
    });
  });
}
