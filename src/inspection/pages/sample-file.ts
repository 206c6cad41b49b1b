import { sendFile } from '#platform/http/submit.ts';
import { readSampleAddress } from '../address.ts';
import { takeOutSample } from '../commands/take-out-sample.ts';
import type { Route } from './+types/sample-file.ts';

export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => await takeOutSample(ctx, readSampleAddress(new URL(args.request.url).searchParams)));
