import { load } from '#platform/http/submit.ts';
import { readPlacesAddress } from '../address-of-page.ts';
import { readPlacesView } from '../list-view.ts';
import { placesText as text } from '../messages-pages.vi.ts';
import placesCss from '../ui/places.css?url';
import { PlacesList } from '../ui/places-list.tsx';
import { PortalColumn } from '../ui/portal-frame.tsx';
import type { Route } from './+types/public-places.ts';

export const meta: Route.MetaFunction = () => [{ title: text.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { address, isDayWrong } = readPlacesAddress(new URL(args.request.url).searchParams);
    return { view: await readPlacesView(ctx.read, address, ctx.today), isDayWrong };
  });

export default function PublicPlaces({ loaderData }: Route.ComponentProps) {
  return (
    <PortalColumn title={text.title} isUnit={false}>
      <link rel="stylesheet" href={placesCss} precedence="page" />
      <p>{text.sub}</p>
      <PlacesList base="/dia-ban" {...loaderData} />
    </PortalColumn>
  );
}
