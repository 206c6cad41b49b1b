import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { holidaysOf } from '../acts/ensure-data-call.ts';
import { moveDataCall } from '../acts/move-data-call.ts';
import { day } from '../day-field.ts';
import { type DeadlineWarning, deadlinesRefusal, deadlineWarnings, later } from '../deadlines.ts';
import { requireForCluster } from '../permissions.ts';
import { getDataCall } from '../queries.ts';

export const ExtendDataCall = z.object({
  clusterCode: z.string(),
  periodCode: z.string(),
  submitByOn: day,
  reason: z.string(),
});

/** Gives the units more time, with a reason; moves the lock too when it would come first. */
export async function extendDataCall(
  ctx: Ctx,
  input: z.output<typeof ExtendDataCall>,
): Promise<readonly DeadlineWarning[]> {
  requireForCluster(ctx, 'reporting.move-call', input.clusterCode);
  if (input.reason.trim() === '') refuseIf({ code: 'reporting.call.reason-missing', facts: { act: 'extend' } });

  return await ctx.transact(async (tx) => {
    const call = await getDataCall(tx, input.clusterCode, input.periodCode);
    const lockByOn = later(call.lockByOn, input.submitByOn);
    const deadlines = { submitByOn: input.submitByOn, lockByOn, conferenceOn: null };
    refuseIf(deadlinesRefusal(call.period.lastDay, deadlines));
    await moveDataCall(tx, ctx, { ...input, lockByOn, act: 'extend' });
    return deadlineWarnings(deadlines, await holidaysOf(tx, call.period.lastDay));
  });
}
