import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { moveDataCall } from '../acts/move-data-call.ts';
import { requireForCluster } from '../permissions.ts';

export const MoveCall = z.object({
  clusterCode: z.string(),
  periodCode: z.string(),
  act: z.enum(['close', 'consolidate']),
});

/** Ends receiving, or begins consolidating. Locking belongs to the review, which makes the snapshot with it. */
export async function moveCall(ctx: Ctx, input: z.output<typeof MoveCall>): Promise<void> {
  requireForCluster(ctx, 'reporting.move-call', input.clusterCode);
  await ctx.transact(async (tx) => {
    await moveDataCall(tx, ctx, input);
  });
}
