import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { cleanLines } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { getItem } from '../findings.ts';
import { findingFormWords as words } from '../messages.findings.vi.ts';
import type { SampleId } from '../model.ts';
import { requireOfAlliances } from '../permissions.ts';
import { answerRefusal } from '../rules.ts';

export const ANSWER_MAX = 2000;

export const AnswerFinding = z.object({
  answer: z
    .string()
    .transform(cleanLines)
    .pipe(
      z
        .string()
        .min(1, { error: words.answerMissing })
        .max(ANSWER_MAX, { error: words.textTooLong(ANSWER_MAX) }),
    ),
});

/** The unit says that it has mended what was asked, and how; the inspector then sees to it. */
export async function answerFinding(
  ctx: Ctx,
  sampleId: SampleId,
  itemNo: number,
  { answer }: z.output<typeof AnswerFinding>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    await sql`select from inspection.follow_up where sample_id = ${sampleId} and item_no = ${itemNo} for update`.execute(
      tx,
    );
    const { allianceCode, followUp } = await getItem(ctx, tx, sampleId, itemNo);
    requireOfAlliances(ctx, 'inspection.answer-finding', [allianceCode]);
    refuseIf(answerRefusal(followUp));
    await sql`update inspection.follow_up
        set state = 'done', answer = ${answer}, answered_at = ${ctx.now}, answered_by = ${ctx.actor.name}
      where sample_id = ${sampleId} and item_no = ${itemNo}`.execute(tx);
    await record(tx, ctx, 'inspection.finding-answered', sampleId, { item: itemNo, answer });
  });
}
