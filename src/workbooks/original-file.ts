import { present } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import { isInspector } from '#platform/access/inspection.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { noteRead } from '#platform/privacy/read-log.server.ts';
import type { UploadedFile } from './importing/read-file.ts';
import type { ImportId } from './model.ts';
import { requireForUnit } from './permissions.ts';
import { findImport, organisationsIn } from './queries.ts';

/** The workbook of an import as it came. It holds names and telephones: who reads it, and of whom, is kept first. */
export async function readOriginalFile(ctx: Ctx, id: ImportId): Promise<UploadedFile> {
  const found = await findImport(ctx.read, id);
  if (!found) throw new Refused({ code: 'workbooks.import.not-found', facts: {} });
  requireForUnit(ctx, 'workbooks.read-file', found.unitCode);
  const bytes = present(await ctx.files.get(found.sha256), 'the bytes of an import lie in the file store');
  const subjects = (await organisationsIn(ctx.read, id)).map((one) => ({ id: one, allianceId: found.allianceId }));
  await noteRead(ctx, { context: 'file', purpose: isInspector(ctx.actor) ? 'inspect' : 'fill-form', subjects });
  return { name: found.fileName, bytes };
}
