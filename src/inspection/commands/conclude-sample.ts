import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { cleanLines } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { errorRate, tallyOf } from '../error-rate.ts';
import { getSample, holdSample } from '../findings.ts';
import { findingFormWords as words } from '../messages.findings.vi.ts';
import type { SampleId } from '../model.ts';
import { requireOfAlliances } from '../permissions.ts';
import { conclusionRefusal } from '../rules.ts';

const CONCLUSION_MAX = 4000;

export const ConcludeSample = z.object({
  conclusion: z
    .string()
    .transform(cleanLines)
    .pipe(
      z
        .string()
        .min(1, { error: words.conclusionMissing })
        .max(CONCLUSION_MAX, { error: words.textTooLong(CONCLUSION_MAX) }),
    ),
});

/** Ends the looking: from here on no finding of the sample changes; mending goes on. Refused while an item has no result. */
export async function concludeSample(
  ctx: Ctx,
  sampleId: SampleId,
  { conclusion }: z.output<typeof ConcludeSample>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    await holdSample(tx, sampleId);
    const { sample, items } = await getSample(ctx, tx, sampleId);
    requireOfAlliances(ctx, 'inspection.conclude-sample', [...new Set(items.map(({ allianceCode }) => allianceCode))]);
    refuseIf(conclusionRefusal(sample, items));
    await sql`update inspection.sample
        set conclusion = ${conclusion}, concluded_at = ${ctx.now}, concluded_by = ${ctx.actor.name}
      where id = ${sampleId} and concluded_at is null`.execute(tx);
    const tally = tallyOf(items);
    await record(tx, ctx, 'inspection.sample-concluded', sampleId, { conclusion, ...tally, ...errorRate(tally) });
  });
}
