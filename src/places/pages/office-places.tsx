import { load } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { readPlacesAddress } from '../address-of-page.ts';
import { readPlacesView } from '../list-view.ts';
import { placesText as text } from '../messages-pages.vi.ts';
import { requireSeeing } from '../permissions.ts';
import placesCss from '../ui/places.css?url';
import { PlacesList } from '../ui/places-list.tsx';
import type { Route } from './+types/office-places.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireSeeing(ctx);
    const { address, isDayWrong } = readPlacesAddress(new URL(args.request.url).searchParams);
    return { view: await readPlacesView(ctx.read, address, ctx.today), isDayWrong };
  });

export default function OfficePlaces({ loaderData }: Route.ComponentProps) {
  return (
    <Shell title={text.title} crumbs={[{ label: text.title }]}>
      <link rel="stylesheet" href={placesCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub} />
      <PlacesList base="/van-phong/dia-ban" {...loaderData} />
    </Shell>
  );
}
