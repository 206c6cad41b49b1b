import { sendFile } from '#platform/http/submit.ts';
import { readPackage } from '../read-package.ts';
import type { Route } from './+types/package-file.ts';

/** `/van-phong/to-chuc/cum/:cluster/ban-giao/:packageId/tai`: a kept package, byte for byte. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => await readPackage(ctx, args.params.cluster, args.params.packageId));
