import { sendFile } from '#platform/http/submit.ts';
import { takeOutFindings } from '../commands/take-out-findings.ts';
import type { Route } from './+types/findings-file.ts';

export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => await takeOutFindings(ctx, args.params.sampleId));
