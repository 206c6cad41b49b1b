import { approve } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { UNDO } from '../four-eyes.ts';
import type { UndoReport } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { getImport, takeBack } from '../undoing.ts';

/** Undoes a large import on the word of two people of the unit; the seven days count on the day of the approval. */
export async function approveUndo(ctx: Ctx, proposalId: ProposalId): Promise<UndoReport> {
  return await ctx.transact(async (tx) => {
    const { proposal, both } = await approve(tx, ctx, UNDO, proposalId);
    const found = await getImport(tx, proposal.payload.importId);
    requireForUnit(ctx, 'workbooks.approve-undo', found.unitCode);
    return await takeBack(tx, both, found, { proposal: proposalId, proposedBy: proposal.proposedBy });
  });
}
