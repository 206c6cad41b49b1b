import { sendFile } from '#platform/http/submit.ts';
import { takeOutWarnings } from '../commands/take-out-warnings.ts';
import { readWarningAddress } from '../warning-list.ts';
import type { Route } from './+types/warnings-file.ts';

export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    return await takeOutWarnings(
      ctx,
      readWarningAddress(searchParams),
      searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx',
    );
  });
