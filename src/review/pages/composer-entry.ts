import { redirect } from 'react-router';
import { load } from '#platform/http/submit.ts';
import { requireToSeeReviews } from '../permissions.ts';
import { newestPeriod } from '../queries.ts';
import { hrefs } from '../views/hrefs.ts';
import type { Route } from './+types/composer-entry.ts';

/** The job "Soạn báo cáo" leads to the report of the period last called for. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireToSeeReviews(ctx);
    const period = await newestPeriod(ctx.read);
    throw redirect(period === undefined ? hrefs.periods() : hrefs.composer(period));
  });
