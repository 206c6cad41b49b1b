import { redirect } from 'react-router';
import { throughProvider } from '../openid/page.ts';
import { wayBack } from '../own-door.ts';
import { OpenIdFailed } from '../ui/openid-failed.tsx';
import type { Route } from './+types/openid-start.ts';

/** Leads to the provider's own page of sign-in. A link, not a form: our forms may only be sent to ourselves. */
export const loader = (args: Route.LoaderArgs) =>
  throughProvider(args, async (ctx, door) => {
    const back = wayBack(args.request);
    if (ctx.actor.accountId) return redirect(back);
    const { location, cookie } = await door.begin(ctx, back);
    return redirect(location, { headers: { 'set-cookie': cookie } });
  });

export default function OpenIdStartPage({ loaderData }: Route.ComponentProps) {
  return 'problem' in loaderData ? <OpenIdFailed failure={loaderData} /> : null;
}
