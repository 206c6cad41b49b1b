import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import { cleanLines } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { getDataCall, restateDataCall } from '#reporting/public.ts';
import { formWords } from './messages.vi.ts';
import type { LockedReview } from './queries.ts';
import { latestLock } from './queries.ts';
import { restatementRefusal } from './rules.ts';

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

export interface Restating {
  readonly clusterCode: string;
  readonly periodCode: string;
  readonly reason: string;
}

/** The lock that would be corrected; refused where there is none, no reason, or a correction is under way. */
export async function restatable(db: ReadDb, { clusterCode, periodCode, reason }: Restating): Promise<LockedReview> {
  const latest = await latestLock(db, clusterCode, periodCode);
  refuseIf(restatementRefusal(latest, reason));
  const { state } = await getDataCall(db, clusterCode, periodCode);
  if (!latest || state !== 'locked') throw new Refused({ code: 'review.restatement.open-already', facts: {} });
  return latest;
}

/**
 * Opens a locked review for a correction, with a reason that everybody will read. What was locked stays as it is and
 * can be downloaded; the next lock becomes the version answered here.
 */
export async function openForCorrection(
  tx: Tx,
  ctx: Ctx,
  wish: Restating,
  facts: Readonly<Record<string, unknown>>,
): Promise<{ readonly version: number }> {
  const { clusterCode, periodCode, reason } = wish;
  const latest = await latestLock(tx, clusterCode, periodCode);
  refuseIf(restatementRefusal(latest, reason));
  const call = await restateDataCall(tx, ctx, wish);
  const version = (latest?.version ?? 0) + 1;
  await tx
    .insertInto('review.restatement')
    .values({
      data_call_id: call.id,
      cluster_id: (eb) => eb.selectFrom('reporting.data_call').where('id', '=', call.id).select('cluster_id'),
      version,
      reason,
      opened_at: ctx.now,
      opened_by: ctx.actor.name,
    })
    .execute();
  await record(tx, ctx, 'review.restatement-opened', call.id, {
    cluster: clusterCode,
    period: periodCode,
    version,
    reason,
    ...facts,
  });
  return { version };
}
