import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { keepAct, lockUnit, moveUnit } from '../acts/move.ts';
import { recordValues } from '../acts/record-values.ts';
import { requireForUnit } from '../permissions.ts';
import { listIndicators, returnedCells } from '../queries.ts';
import { answerRefusal, enteredAmount } from '../submission-rules.ts';

export const AnswerCells = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  cells: z.array(
    z.object({
      indicatorCode: z.string(),
      /** As typed, in the unit that the form shows; '' leaves the value as it is. */
      amountText: z.string(),
      answer: z.string(),
    }),
  ),
});

/** The unit answers returned rows: a new value, an explanation, or both. It is sent to the cluster again by its leader. */
export async function answerCells(ctx: Ctx, input: z.output<typeof AnswerCells>): Promise<void> {
  requireForUnit(ctx, 'reporting.enter-values', input.unitCode);
  const cells = input.cells.filter((cell) => cell.amountText.trim() !== '' || cell.answer.trim() !== '');

  await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    const { id, roundNo, state } = unit.submission;
    const open = (await returnedCells(tx, id)).filter((cell) => cell.roundNo === roundNo);
    refuseIf(answerRefusal(cells, new Set(open.map((cell) => cell.indicatorCode))));
    if (state === 'returned') await moveUnit(tx, ctx, unit, 'correct');
    else await keepAct(tx, ctx, unit, 'correct', cells.map((cell) => cell.indicatorCode).join(', '), null);

    const indicators = await listIndicators(tx, unit.period.lastDay);
    const values = cells
      .filter((cell) => cell.amountText.trim() !== '')
      .map((cell) => ({
        indicatorCode: cell.indicatorCode,
        aspect: 'current' as const,
        amount: enteredAmount(indicators, cell),
        basis: 'actual' as const,
        note: cell.answer.trim(),
        sheet: '',
        cell: '',
      }));
    const origin = { source: 'manual', importId: null, fileName: '' } as const;
    await recordValues(tx, ctx, { ...input, values, origin }, { write: true });
    await sql`update reporting.returned_cell as old
      set answer = new.answer, answered_at = ${ctx.now}, answered_by = ${ctx.actor.name}
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as new("indicatorCode" text, answer text)
      where old.submission_id = ${id} and old.round_no = ${roundNo} and old.indicator_code = new."indicatorCode"`.execute(
      tx,
    );
  });
}
