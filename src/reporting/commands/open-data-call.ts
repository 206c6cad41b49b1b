import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { createDataCall, ensurePeriod, holidaysOf } from '../acts/ensure-data-call.ts';
import { moveDataCall } from '../acts/move-data-call.ts';
import { day } from '../day-field.ts';
import { type DeadlineWarning, deadlinesRefusal, deadlineWarnings } from '../deadlines.ts';
import type { DataCall } from '../model.ts';
import { requireForCluster } from '../permissions.ts';
import { findDataCall } from '../queries.ts';

export const OpenDataCall = z.object({
  clusterCode: z.string(),
  periodCode: z.string(),
  submitByOn: day,
  lockByOn: day,
  conferenceOn: z
    .literal('')
    .transform(() => null)
    .or(day),
});

/**
 * Opens a period for the cluster: a call with its deadlines and a submission for each member as of the cut-off.
 * Refused when a deadline lies before the cut-off; one on a day off is answered as a warning.
 */
export async function openDataCall(
  ctx: Ctx,
  input: z.output<typeof OpenDataCall>,
): Promise<{ readonly call: DataCall; readonly warnings: readonly DeadlineWarning[] }> {
  requireForCluster(ctx, 'reporting.move-call', input.clusterCode);

  return await ctx.transact(async (tx) => {
    const period = await ensurePeriod(tx, input.periodCode);
    const cluster = await getCluster(tx, input.clusterCode, period.lastDay);
    const known = await findDataCall(tx, cluster, period.code);
    if (known && known.state !== 'draft')
      refuseIf({ code: 'reporting.call.opened-already', facts: { period: period.code } });
    refuseIf(deadlinesRefusal(period.lastDay, input));
    const warnings = deadlineWarnings(input, await holidaysOf(tx, period.lastDay));
    const call = known
      ? await moveDataCall(tx, ctx, { ...input, act: 'open' })
      : await createDataCall(tx, ctx, input.clusterCode, period, input);
    return { call, warnings };
  });
}
