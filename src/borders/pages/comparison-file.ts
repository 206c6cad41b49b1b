import { sendFile } from '#platform/http/submit.ts';
import { readComparisonAddress } from '../address.ts';
import { takeOutComparison } from '../commands/take-out-comparison.ts';
import type { Route } from './+types/comparison-file.ts';

/** The comparison as a file: the same address, with `dang=csv` or `xlsx`. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const format = searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
    return await takeOutComparison(ctx, readComparisonAddress(searchParams, ctx.today), format);
  });
