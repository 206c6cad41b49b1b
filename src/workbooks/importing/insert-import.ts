import type { Ctx } from '#platform/ctx.ts';
import { sql, type Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { RowsOutcome } from '#register/public.ts';
import { TEMPLATE } from '../columns.ts';
import type { ImportId } from '../model.ts';
import type { Message } from '../reading/model.ts';
import type { FileRead } from './read-file.ts';
import type { Taken, TakingIn } from './take-in.ts';

/** Keeps that this workbook came in, what it changed, and which of its rows stands behind which record. */
export async function insertImport(
  tx: Tx,
  ctx: Ctx,
  read: FileRead,
  taking: TakingIn,
  taken: Taken,
  messages: readonly Message[],
): Promise<void> {
  const { alliance, period } = read.place;
  const { rows, values } = taken;
  await tx
    .insertInto('workbooks.import')
    .values({
      id: taking.importId,
      file_name: taking.fileName,
      sha256: taking.sha256,
      byte_size: taking.byteSize,
      alliance_id: alliance.id,
      period_code: period.code,
      template_version: TEMPLATE.version,
      state: 'accepted',
      rows_new: rows.new,
      rows_changed: rows.changed,
      rows_unchanged: rows.unchanged,
      rows_conflict: rows.conflict,
      values_new: values.newValues,
      values_changed: values.changedValues,
      warnings: JSON.stringify(messages),
      imported_at: ctx.now,
      imported_by: ctx.actor.name,
    })
    .execute();
  for (const { places, outcome } of [taken.register, taken.funds])
    await insertOrigins(tx, taking.importId, places.sheet, outcome.rows);
  await record(tx, ctx, 'workbooks.file-imported', taking.importId, {
    unit: alliance.code,
    period: period.code,
    file: taking.fileName,
    sha256: taking.sha256,
    rows,
  });
}

const ROWS_A_STATEMENT = 5_000;

async function insertOrigins(tx: Tx, importId: ImportId, sheet: string, rows: RowsOutcome['rows']): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows
      .slice(start, start + ROWS_A_STATEMENT)
      .map(({ subjectId, rowNo, outcome }) => ({ subject: subjectId, row_no: rowNo, outcome }));
    await sql`insert into workbooks.row_origin (import_id, subject_id, sheet, row_no, outcome)
      select ${importId}, subject, ${sheet}, row_no, outcome
        from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as row (subject uuid, row_no int, outcome text)`.execute(
      tx,
    );
  }
}
