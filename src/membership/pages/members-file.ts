import { sendFile } from '#platform/http/submit.ts';
import { exportMembers } from '../commands/export-members.ts';
import { readListAddress } from '../list-view.ts';
import type { Route } from './+types/members-file.ts';

/** The list as a file: same address as the list, with `dang=csv` or `xlsx`. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const format = searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
    return await exportMembers(ctx, readListAddress(searchParams, ctx.today), format);
  });
