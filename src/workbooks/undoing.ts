import { Refused, refuseIf } from '#kernel/refusal.ts';
import { needsSecondPerson } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { undoRows } from '#register/public.ts';
import { undoValues } from '#reporting/public.ts';
import type { ImportId, PastImport, UndoReport } from './model.ts';
import { findImport, lockUnitImports } from './queries.ts';
import { undoRefusal } from './rules.ts';

/** The rows of the register that undoing the import would touch. Cells of the unit's own forms do not count as bulk. */
export function rowsTouched({ rowsNew, rowsChanged }: Pick<PastImport, 'rowsNew' | 'rowsChanged'>): number {
  return rowsNew + rowsChanged;
}

/** Whether one person may not undo it alone (IAM-04). */
export function undoNeedsSecondPerson(found: Pick<PastImport, 'rowsNew' | 'rowsChanged'>): boolean {
  return needsSecondPerson(rowsTouched(found));
}

export async function getImport(db: ReadDb, importId: ImportId): Promise<PastImport> {
  const found = await findImport(db, importId);
  if (!found) throw new Refused({ code: 'workbooks.import.not-found', facts: { importId } });
  return found;
}

/** Gives back what was there before the import, save what was changed since. The right was asked before. */
export async function takeBack(
  tx: Tx,
  ctx: Ctx,
  before: PastImport,
  facts: Readonly<Record<string, unknown>>,
): Promise<UndoReport> {
  const importId = before.id;
  await lockUnitImports(tx, before.allianceId);
  const found = await getImport(tx, importId);
  refuseIf(undoRefusal(found, ctx.today));

  const rows = await undoRows(tx, ctx, importId);
  const { unitCode, periodCode } = found;
  const values = await undoValues(tx, ctx, { unitCode, periodCode, importId });
  await tx
    .updateTable('workbooks.import')
    .where('id', '=', importId)
    .set({ state: 'undone', undone_at: ctx.now, undone_by: ctx.actor.name })
    .execute();
  const report: UndoReport = {
    importId,
    unit: unitCode,
    period: periodCode,
    restored: rows.restored + values.restored,
    restoredRows: rows.restored,
    restoredValues: values.restored,
    excluded: [
      ...rows.excluded,
      ...values.excluded.map((cell) => ({
        subjectId: cell.code,
        name: cell.code,
        reason: keptReason(cell.changedBy, formatMoment(cell.changedAt)),
      })),
    ],
  };
  await record(tx, ctx, 'workbooks.import-undone', importId, {
    restored: report.restored,
    kept: report.excluded,
    ...facts,
  });
  return report;
}

function keptReason(by: string, at: string): string {
  return `Giữ nguyên: ${by} đã sửa lúc ${at}, sau lần nhập này.`;
}
