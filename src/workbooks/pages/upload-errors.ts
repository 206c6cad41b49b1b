import { sendFile } from '#platform/http/submit.ts';
import { annotateUpload } from '../commands/annotate-upload.ts';
import { XLSX } from '../media-type.ts';
import type { UploadId } from '../model.ts';
import type { Route } from './+types/upload-errors';

/** The uploaded workbook with what must be mended as notes in its cells. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { name, bytes } = await annotateUpload(ctx, args.params.uploadId as UploadId);
    return { name, mediaType: XLSX, bytes };
  });
