import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { sendFile } from '#platform/http/submit.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { fetchKeptExport } from '#platform/privacy/kept-export.server.ts';
import { requireExporter } from '../permissions.ts';
import type { Route } from './+types/kept-export-file.ts';

const UUID = z.uuid();

/** One export, for the account that made it. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    requireExporter(ctx);
    const { exportId } = args.params;
    if (!UUID.safeParse(exportId).success) throw new Refused({ code: 'platform.kept-export.not-found', facts: {} });
    return await fetchKeptExport(ctx, exportId as KeptExportId);
  });
