import { present } from '#kernel/assert.ts';
import type { Ctx } from '#platform/ctx.ts';
import { errorWorkbook } from '../annotating/error-workbook.ts';
import { importFile } from '../importing/import-file.ts';
import type { UploadedFile } from '../importing/read-file.ts';
import type { UploadId } from '../model.ts';
import { requireToImport } from '../permissions.ts';
import { getUpload } from '../queries.ts';

/** A copy of the uploaded workbook in which every message is a note in its cell; the upload itself stays as it is. */
export async function annotateUpload(ctx: Ctx, uploadId: UploadId): Promise<UploadedFile> {
  requireToImport(ctx);
  const upload = await ctx.transact((tx) => getUpload(tx, ctx.actor, uploadId));
  const bytes = present(await ctx.files.get(upload.sha256), 'the bytes of an upload lie in the file store');
  const { answers, assumed } = upload;
  const { messages } = await importFile(
    ctx,
    { name: upload.fileName, bytes },
    { dryRun: true, answers, ...(assumed ? { assumed } : {}) },
  );
  return { name: upload.fileName.replace(/(\.xlsx)?$/i, '-loi.xlsx'), bytes: await errorWorkbook(bytes, messages) };
}
