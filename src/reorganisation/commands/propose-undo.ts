import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { reasonField } from '#organisations/public.ts';
import { propose } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { UNDO } from '../four-eyes.ts';
import type { MergerId } from '../merger-model.ts';
import { getMerger } from '../mergers.ts';
import { mergerWords as words } from '../messages.vi.ts';
import { requireProposing } from '../permissions.ts';
import { undoRefusal } from '../undoing.ts';

export const ProposeUndo = z.object({ reason: reasonField });

/** Puts the undoing of a merger before another administrator; refused when something was done on top of it. */
export async function proposeUndo(
  ctx: Ctx,
  mergerId: MergerId,
  { reason }: z.output<typeof ProposeUndo>,
): Promise<ProposalId> {
  requireProposing(ctx);
  return await ctx.transact(async (tx) => {
    const merger = await getMerger(tx, mergerId);
    refuseIf(await undoRefusal(tx, merger));
    return await propose(tx, ctx, UNDO, {
      scope: 'system',
      subject: mergerId,
      payload: { mergerId, reason },
      words: words.undoProposal(merger.plan.names.name, merger.effectiveOn, reason),
      seen: {},
      seenHash: createHash('sha256').update(mergerId).digest('hex'),
      note: '',
    });
  });
}
