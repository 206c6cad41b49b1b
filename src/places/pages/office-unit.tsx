import { load } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { readDayParam } from '../address-of-page.ts';
import { lifeText, placesText } from '../messages-pages.vi.ts';
import { requireSeeing } from '../permissions.ts';
import placesCss from '../ui/places.css?url';
import { UnitPage } from '../ui/unit-page.tsx';
import { readUnitView } from '../unit-view.ts';
import type { Route } from './+types/office-unit.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireSeeing(ctx);
    const { on } = readDayParam(new URL(args.request.url).searchParams);
    return await readUnitView(ctx.read, args.params.uid, on ?? ctx.today, ctx.today);
  });

export default function OfficeUnit({ loaderData: view }: Route.ComponentProps) {
  const { fullName } = view.unit;
  return (
    <Shell title={fullName} crumbs={[{ label: placesText.title, href: '/van-phong/dia-ban' }, { label: fullName }]}>
      <link rel="stylesheet" href={placesCss} precedence="page" />
      <PageHeader title={fullName} sub={`${lifeText(view.unit)} · ${view.unit.code}`} />
      <UnitPage base="/van-phong/dia-ban" view={view} />
    </Shell>
  );
}
