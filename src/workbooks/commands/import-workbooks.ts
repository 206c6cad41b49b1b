import type { Ctx } from '#platform/ctx.ts';
import { type ImportOptions, importFile } from '../importing/import-file.ts';
import type { UploadedFile } from '../importing/read-file.ts';
import type { FileReport, ImportReport } from '../model.ts';
import { requireToImport } from '../permissions.ts';

/** Takes in workbooks one after the other, each entirely or not at all; a refused one does not stop the next. */
export async function importWorkbooks(
  ctx: Ctx,
  files: readonly UploadedFile[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  requireToImport(ctx);

  const reports: FileReport[] = [];
  for (const file of files) reports.push((await importFile(ctx, file, options)).report);
  return { files: reports };
}
