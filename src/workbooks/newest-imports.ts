import { type ReadDb, sql } from '#platform/db/db.server.ts';

/** A workbook that was accepted: which file a unit's figures of a period came from. */
export interface AcceptedWorkbook {
  readonly importId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** By alliance id, the newest workbook of the period that is accepted and not undone. */
export async function newestImports(db: ReadDb, periodCode: string): Promise<ReadonlyMap<string, AcceptedWorkbook>> {
  const { rows } = await sql<{ alliance_id: string; id: string; file_name: string; sha256: string }>`
    select distinct on (alliance_id) alliance_id, id, file_name, sha256
      from workbooks.import
     where period_code = ${periodCode} and state = 'accepted'
     order by alliance_id, imported_at desc, id desc`.execute(db);
  return new Map(
    rows.map((row) => [row.alliance_id, { importId: row.id, fileName: row.file_name, sha256: row.sha256 }]),
  );
}
