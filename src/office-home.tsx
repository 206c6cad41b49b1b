import { redirect } from 'react-router';
import { Refused } from '#kernel/refusal.ts';
import { pageRequest } from '#platform/http/context.ts';
import { load } from '#platform/http/submit.ts';
import type { Route } from './+types/office-home.ts';

/** `/van-phong` leads to the first job that the person has. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    if (!ctx.actor.accountId) throw new Refused({ code: 'platform.access.denied', facts: {} });
    const first = args.context.get(pageRequest).facts.nav[0];
    if (!first) throw new Refused({ code: 'platform.access.denied', facts: {} });
    throw redirect(first.below[0]?.href ?? first.href);
  });

/** Drawn never; with it a refusal gets the problem page instead of a bare answer. */
export default function OfficeHome() {
  return null;
}
