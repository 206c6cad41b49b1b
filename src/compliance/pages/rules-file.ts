import { sendFile } from '#platform/http/submit.ts';
import { readCatalogueAddress } from '../catalogue.ts';
import { takeOutRules } from '../commands/take-out-rules.ts';
import type { Route } from './+types/rules-file.ts';

export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    return await takeOutRules(
      ctx,
      readCatalogueAddress(searchParams),
      searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx',
    );
  });
