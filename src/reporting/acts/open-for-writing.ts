import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { writeRefusal } from '../moves.ts';
import { requireForUnit } from '../permissions.ts';
import { returnedCells, type UnitCall } from '../queries.ts';
import { moveUnit } from './move.ts';

/**
 * Makes a unit's submission ready for a change of these indicators, or refuses. Begins the entry, begins the correction
 * of a returned one, and recalls a sent one where the actor may send: it must be sent anew, with a new receipt.
 */
export async function openForWriting(
  tx: Tx,
  ctx: Ctx,
  unit: UnitCall,
  changing: readonly string[],
  note: string,
): Promise<void> {
  requireForUnit(ctx, 'reporting.enter-values', unit.alliance.code);
  if (changing.length === 0) return;
  const { state, roundNo } = unit.submission;
  const returned = await returnedCells(tx, unit.submission.id);
  const open = returned.filter((cell) => cell.roundNo === roundNo).map((cell) => cell.indicatorCode);
  refuseIf(
    writeRefusal({
      callState: unit.callState,
      state,
      unitCode: unit.alliance.code,
      changing,
      returned: new Set(open),
    }),
  );
  if (state === 'not-opened') await moveUnit(tx, ctx, unit, 'enter', { note });
  if (state === 'returned') await moveUnit(tx, ctx, unit, 'correct', { note });
  if (state === 'submitted') {
    requireForUnit(ctx, 'reporting.submit-unit', unit.alliance.code);
    await moveUnit(tx, ctx, unit, 'recall', { note });
  }
}
