import { load } from '#platform/http/submit.ts';
import { readDayParam } from '../address-of-page.ts';
import { placesText } from '../messages-pages.vi.ts';
import placesCss from '../ui/places.css?url';
import { PortalColumn } from '../ui/portal-frame.tsx';
import { UnitPage } from '../ui/unit-page.tsx';
import { readUnitView } from '../unit-view.ts';
import type { Route } from './+types/public-unit.ts';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.unit.fullName ?? ''} · ${placesText.title}` },
];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { on } = readDayParam(new URL(args.request.url).searchParams);
    return await readUnitView(ctx.read, args.params.uid, on ?? ctx.today, ctx.today);
  });

export default function PublicUnit({ loaderData: view }: Route.ComponentProps) {
  return (
    <PortalColumn title={view.unit.fullName} isUnit>
      <link rel="stylesheet" href={placesCss} precedence="page" />
      <UnitPage base="/dia-ban" view={view} />
    </PortalColumn>
  );
}
