import { sendFile } from '#platform/http/submit.ts';
import { exportOrganisations } from '../commands/export-organisations.ts';
import { readListAddress } from '../list-address.ts';
import type { Route } from './+types/organisations-file.ts';

/** The list as a file: same address as the list, with `dang=csv` or `xlsx`; never with what belongs to persons. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    return await exportOrganisations(ctx, {
      address: readListAddress(searchParams),
      format: searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx',
    });
  });
