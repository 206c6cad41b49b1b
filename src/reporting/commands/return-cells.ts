import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { lockUnit, moveUnit } from '../acts/move.ts';
import { requireForUnit } from '../permissions.ts';
import { listIndicators } from '../queries.ts';
import { returnRefusal } from '../submission-rules.ts';

export const ReturnCells = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  cells: z.array(z.object({ indicatorCode: z.string(), comment: z.string() })),
});

/** The cluster sends rows of a unit's forms back, each with what is to be mended; only these may change then. */
export async function returnCells(ctx: Ctx, input: z.output<typeof ReturnCells>): Promise<void> {
  requireForUnit(ctx, 'reporting.return-cells', input.unitCode);

  await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    refuseIf(returnRefusal(await listIndicators(tx, unit.period.lastDay), input.cells, input.periodCode));
    const note = input.cells.map((cell) => cell.indicatorCode).join(', ');
    await moveUnit(tx, ctx, unit, 'return', { note });
    const cells = JSON.stringify(input.cells);
    await sql`insert into reporting.returned_cell (submission_id, round_no, indicator_code, comment, created_at, created_by)
      select ${unit.submission.id}, ${unit.submission.roundNo}, "indicatorCode", comment, ${ctx.now}, ${ctx.actor.name}
        from jsonb_to_recordset(${cells}::jsonb) as cell("indicatorCode" text, comment text)`.execute(tx);
    await record(tx, ctx, 'reporting.cells-returned', unit.submission.id, {
      unit: input.unitCode,
      roundNo: unit.submission.roundNo,
      cells: input.cells.map((cell) => cell.indicatorCode),
    });
  });
}
