import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { clean, cleanLines } from '#kernel/text-vi.ts';
import { type IsoDate, parseIsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { getItem, getSample, holdSample } from '../findings.ts';
import { findingFormWords as words } from '../messages.findings.vi.ts';
import type { SampleId } from '../model.ts';
import { requireOfAlliances } from '../permissions.ts';
import { concludedRefusal, findingRefusal } from '../rules.ts';

export const LINE_MAX = 200;
export const TEXT_MAX = 2000;
const line = z
  .string()
  .default('')
  .transform(clean)
  .pipe(z.string().max(LINE_MAX, { error: words.lineTooLong(LINE_MAX) }));
const lines = z
  .string()
  .default('')
  .transform(cleanLines)
  .pipe(z.string().max(TEXT_MAX, { error: words.textTooLong(TEXT_MAX) }));

export const RecordFinding = z.object({
  result: z.enum(['right', 'wrong', 'unverifiable'], { error: words.resultMissing }),
  figureName: line,
  recorded: line,
  found: line,
  note: lines,
  evidence: lines,
  /** What has to be mended; empty: nothing. */
  task: lines,
  mendedBy: line,
  dueOn: z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : (parseIsoDate(text) ?? undefined)))
    .pipe(z.custom<IsoDate | null>((day) => day !== undefined, { error: words.dayWrong })),
});
export type Finding = z.output<typeof RecordFinding>;

/** Writes what was found about one item, and what its unit has to mend; over what was found before, which the record keeps. */
export async function recordFinding(ctx: Ctx, sampleId: SampleId, itemNo: number, input: Finding): Promise<void> {
  await ctx.transact(async (tx) => {
    await holdSample(tx, sampleId);
    const { sample } = await getSample(ctx, tx, sampleId);
    const before = await getItem(ctx, tx, sampleId, itemNo);
    requireOfAlliances(ctx, 'inspection.record-finding', [before.allianceCode]);
    refuseIf(concludedRefusal(sample));
    refuseIf(findingRefusal(input, before.followUp, ctx.today));
    const { result, figureName, recorded, found, note, evidence, task, mendedBy, dueOn } = input;
    await sql`update inspection.item set result = ${result}, figure_name = ${figureName}, recorded = ${recorded},
        found = ${found}, note = ${note}, evidence = ${evidence}, found_at = ${ctx.now}, found_by = ${ctx.actor.name}
      where sample_id = ${sampleId} and item_no = ${itemNo}`.execute(tx);
    if (task !== '')
      await sql`insert into inspection.follow_up (sample_id, item_no, alliance_id, task, mended_by, due_on, state, asked_at, asked_by)
        values (${sampleId}, ${itemNo}, ${before.allianceId}, ${task}, ${mendedBy}, ${dueOn}, 'open', ${ctx.now}, ${ctx.actor.name})
        on conflict (sample_id, item_no) do update
          set task = excluded.task, mended_by = excluded.mended_by, due_on = excluded.due_on`.execute(tx);
    await record(tx, ctx, 'inspection.finding-recorded', sampleId, {
      item: itemNo,
      element: before.elementId,
      before: before.result,
      ...input,
    });
  });
}
