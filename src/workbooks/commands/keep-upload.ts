import { present } from '#kernel/assert.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { AssumedPlace } from '../importing/identity.ts';
import { type FileOutcome, importFile } from '../importing/import-file.ts';
import type { UploadedFile } from '../importing/read-file.ts';
import type { Answers, Upload, UploadId } from '../model.ts';
import { requireToImport } from '../permissions.ts';
import { previewOf } from '../preview.ts';
import { getUpload, uploadOwner } from '../queries.ts';
import { uploadRefusal } from '../rules.ts';

export interface NewUpload {
  readonly file: UploadedFile;
  readonly assumed: AssumedPlace | null;
}

/**
 * Keeps a workbook for a person to look at what it would change; what
 * nobody wrote goes with its bytes by the retention rule `uploads`. Nothing else is written.
 */
export async function keepUpload(ctx: Ctx, { file, assumed }: NewUpload): Promise<UploadId> {
  requireToImport(ctx);
  refuseIf(uploadRefusal(file));
  const sha256 = await ctx.files.put(file.bytes);
  const preview = await tryOut(ctx, file, {}, assumed);
  const id = ctx.newId<'workbooks.upload'>();
  await ctx.transact(async (tx) => {
    await tx
      .insertInto('workbooks.upload')
      .values({
        id,
        file_name: file.name,
        sha256,
        answers: '{}',
        assumed: assumed === null ? null : JSON.stringify(assumed),
        preview: JSON.stringify(preview),
        uploaded_at: ctx.now,
        uploaded_by: uploadOwner(ctx.actor),
      })
      .execute();
  });
  return id;
}

/** Tries the workbook again with what the person answered; its answers hold for whole columns. */
export async function answerUpload(ctx: Ctx, uploadId: UploadId, given: Answers): Promise<void> {
  requireToImport(ctx);
  const upload = await ctx.transact((tx) => getUpload(tx, ctx.actor, uploadId));
  const answers = { ...upload.answers, ...given };
  const preview = await tryOut(ctx, await fileOf(ctx, upload), answers, upload.assumed);
  await ctx.transact(async (tx) => {
    await tx
      .updateTable('workbooks.upload')
      .where('id', '=', uploadId)
      .set({ answers: JSON.stringify(answers), preview: JSON.stringify(preview) })
      .execute();
  });
}

/** Writes the workbook and forgets the upload; with an error, also one that came up since, nothing is written. */
export async function writeUpload(ctx: Ctx, uploadId: UploadId): Promise<FileOutcome> {
  requireToImport(ctx);
  const upload = await ctx.transact((tx) => getUpload(tx, ctx.actor, uploadId));
  const file = await fileOf(ctx, upload);
  const outcome = await importFile(ctx, file, {
    answers: upload.answers,
    ...(upload.assumed ? { assumed: upload.assumed } : {}),
  });
  const errors = outcome.messages.filter((message) => message.severity === 'error').length;
  if (!outcome.report.accepted) {
    await answerUpload(ctx, uploadId, {});
    throw new Refused({ code: 'workbooks.upload.has-errors', facts: { count: errors } });
  }
  await discardUpload(ctx, uploadId);
  return outcome;
}

export async function discardUpload(ctx: Ctx, uploadId: UploadId): Promise<void> {
  requireToImport(ctx);
  await ctx.transact(async (tx) => {
    await tx
      .deleteFrom('workbooks.upload')
      .where('id', '=', uploadId)
      .where('uploaded_by', '=', uploadOwner(ctx.actor))
      .execute();
  });
}

async function tryOut(ctx: Ctx, file: UploadedFile, answers: Answers, assumed: AssumedPlace | null) {
  const outcome = await importFile(ctx, file, { dryRun: true, answers, ...(assumed ? { assumed } : {}) });
  return previewOf(outcome, file.bytes.length);
}

async function fileOf(ctx: Ctx, upload: Upload): Promise<UploadedFile> {
  const bytes = present(await ctx.files.get(upload.sha256), 'the bytes of an upload lie in the file store');
  return { name: upload.fileName, bytes };
}
