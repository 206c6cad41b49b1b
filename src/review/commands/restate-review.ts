import type { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { closeProposal } from '#platform/access/four-eyes.server.ts';
import { aloneRefusal } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { RESTATE, subjectOf } from '../four-eyes.ts';
import { requireReview } from '../permissions.ts';
import type { RestateReview } from '../restating.ts';
import { openForCorrection } from '../restating.ts';

/** Opens a locked review for a correction on the word of the command line alone, which the record says. */
export async function restateReview(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  { reason }: z.output<typeof RestateReview>,
): Promise<{ readonly version: number }> {
  requireReview(ctx, 'review.restate', clusterCode);
  refuseIf(aloneRefusal(ctx.actor, RESTATE.label));
  return await ctx.transact(async (tx) => {
    await closeProposal(tx, ctx, RESTATE, subjectOf(clusterCode, periodCode));
    return await openForCorrection(tx, ctx, { clusterCode, periodCode, reason }, { byOperator: true });
  });
}
