import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { cleanLines } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { restateDataCall } from '#reporting/public.ts';
import { formWords } from '../messages.vi.ts';
import { requireReview } from '../permissions.ts';
import { latestLock } from '../queries.ts';
import { restatementRefusal } from '../rules.ts';

const REASON_MAX = 1000;

export const RestateReview = z.object({
  reason: z
    .string()
    .transform(cleanLines)
    .pipe(
      z
        .string()
        .min(1, { error: formWords.reasonMissing })
        .max(REASON_MAX, { error: formWords.reasonTooLong(REASON_MAX) }),
    ),
});

/**
 * Opens a locked review for a correction, with a reason that everybody will read. What was locked stays as it is and
 * can be downloaded; the next lock becomes the version answered here.
 */
export async function restateReview(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  input: z.output<typeof RestateReview>,
): Promise<{ readonly version: number }> {
  requireReview(ctx, 'review.restate', clusterCode);
  return await ctx.transact(async (tx) => {
    const latest = await latestLock(tx, clusterCode, periodCode);
    refuseIf(restatementRefusal(latest, input.reason));
    const call = await restateDataCall(tx, ctx, { clusterCode, periodCode, reason: input.reason });
    const version = (latest?.version ?? 0) + 1;
    await tx
      .insertInto('review.restatement')
      .values({
        data_call_id: call.id,
        cluster_id: (eb) => eb.selectFrom('reporting.data_call').where('id', '=', call.id).select('cluster_id'),
        version,
        reason: input.reason,
        opened_at: ctx.now,
        opened_by: ctx.actor.name,
      })
      .execute();
    const facts = { cluster: clusterCode, period: periodCode, version, reason: input.reason };
    await record(tx, ctx, 'review.restatement-opened', call.id, facts);
    return { version };
  });
}
