import { redirect } from 'react-router';
import { throughProvider } from '../openid/page.ts';
import { OpenIdFailed } from '../ui/openid-failed.tsx';
import type { Route } from './+types/openid-return.ts';

/** Where the provider sends the browser back to. */
export const loader = (args: Route.LoaderArgs) =>
  throughProvider(args, async (ctx, door) => {
    const { wayBack, cookie } = await door.finish(ctx, new URL(args.request.url));
    const headers = new Headers([
      ['set-cookie', cookie],
      ['set-cookie', door.forget],
    ]);
    return redirect(wayBack, { headers });
  });

export default function OpenIdReturnPage({ loaderData }: Route.ComponentProps) {
  return 'problem' in loaderData ? <OpenIdFailed failure={loaderData} /> : null;
}
