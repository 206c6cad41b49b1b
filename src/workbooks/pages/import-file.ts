import { sendFile } from '#platform/http/submit.ts';
import { XLSX } from '../media-type.ts';
import type { ImportId } from '../model.ts';
import { readOriginalFile } from '../original-file.ts';
import type { Route } from './+types/import-file';

/** The workbook as it came in. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => ({
    ...(await readOriginalFile(ctx, args.params.importId as ImportId)),
    mediaType: XLSX,
  }));
