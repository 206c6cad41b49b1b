import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { undoRows } from '#register/public.ts';
import { undoValues } from '#reporting/public.ts';
import type { ImportId, UndoReport } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { findImport, lockUnitImports } from '../queries.ts';
import { undoRefusal } from '../rules.ts';

/**
 * Takes an import back: every value returns to what it was before, save those changed since, which are listed. Refused
 * after seven days and a second time.
 */
export async function undoImport(ctx: Ctx, importId: ImportId): Promise<UndoReport> {
  return await ctx.transact(async (tx) => {
    const before = await findImport(tx, importId);
    if (!before) throw new Refused({ code: 'workbooks.import.not-found', facts: { importId } });
    requireForUnit(ctx, 'workbooks.undo-import', before.unitCode);
    await lockUnitImports(tx, before.allianceId);
    const found = (await findImport(tx, importId)) ?? before;
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
    });
    return report;
  });
}

function keptReason(by: string, at: string): string {
  return `Giữ nguyên: ${by} đã sửa lúc ${at}, sau lần nhập này.`;
}
