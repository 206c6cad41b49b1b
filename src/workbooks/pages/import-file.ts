import { present } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import { sendFile } from '#platform/http/submit.ts';
import { XLSX } from '../media-type.ts';
import type { ImportId } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { findImport } from '../queries.ts';
import type { Route } from './+types/import-file';

/** The workbook as it came in. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const found = await findImport(ctx.read, args.params.importId as ImportId);
    if (!found) throw new Refused({ code: 'workbooks.import.not-found', facts: {} });
    requireForUnit(ctx, 'workbooks.see-imports', found.unitCode);
    const bytes = present(await ctx.files.get(found.sha256), 'the bytes of an import lie in the file store');
    return { name: found.fileName, mediaType: XLSX, bytes };
  });
