import { refuseIf } from '#kernel/refusal.ts';
import { undoSuccession } from '#organisations/public.ts';
import { approve } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { moveBack } from '#register/public.ts';
import { UNDO } from '../four-eyes.ts';
import { getMerger, tracesOf } from '../mergers.ts';
import { requireApproving } from '../permissions.ts';
import { endTwins } from '../rights-part.ts';
import { undoRefusal } from '../undoing.ts';

/** Takes a merger back on the word of two people: register, names, memberships, terms and rights as they were. */
export async function approveUndo(ctx: Ctx, proposalId: ProposalId): Promise<void> {
  requireApproving(ctx);
  await ctx.transact(async (tx) => {
    const { proposal, both } = await approve(tx, ctx, UNDO, proposalId);
    const { mergerId, reason } = proposal.payload;
    const merger = await getMerger(tx, mergerId);
    refuseIf(await undoRefusal(tx, merger));
    const { spans, moves, rights } = await tracesOf(tx, mergerId);
    for (const move of moves) await moveBack(tx, both, { ...move, movedAt: merger.doneAt });
    await undoSuccession(tx, both, spans, merger.effectiveOn);
    await endTwins(tx, both, rights);
    await sql`update reorganisation.merger
      set undone_at = ${ctx.now}, undone_by = ${ctx.actor.name}, undone_reason = ${reason} where id = ${mergerId}`.execute(
      tx,
    );
    const { proposedBy } = proposal;
    await record(tx, both, 'reorganisation.merger-undone', mergerId, { reason, proposal: proposalId, proposedBy });
  });
}
