import { redirect } from 'react-router';
import { load } from '#platform/http/submit.ts';
import { hrefs } from '../hrefs.ts';
import { clusterFor, periodAtWork } from '../where.ts';
import type { Route } from './+types/consolidation-start';

/** `/van-phong/tong-hop` leads to the first sheet of the period being worked on. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const period = await periodAtWork(ctx, await clusterFor(ctx));
    throw redirect(period ? hrefs.consolidation(period, 'B01') : '/van-phong/ky');
  });

/** Drawn never; with it a refusal gets the problem page instead of a bare answer. */
export default function ConsolidationStart() {
  return null;
}
