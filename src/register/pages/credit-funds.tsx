import { load } from '#platform/http/submit.ts';
import { Empty, Note } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { readFundView } from '../fund-view.ts';
import { listText, periodLabel, fundText as text } from '../messages-pages.vi.ts';
import { UNITS_MIN } from '../suppression.ts';
import { FundSums, NamedFunds } from '../ui/fund-tables.tsx';
import registerCss from '../ui/register.css?url';
import type { Route } from './+types/credit-funds.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => ({ view: await readFundView(ctx, new URL(args.request.url).searchParams.get('ky')) }));

export default function CreditFunds({ loaderData }: Route.ComponentProps) {
  const { view } = loaderData;
  const funds = view.groups.reduce((sum, group) => sum + group.funds, 0);
  const isWithheld = Object.values(view.sums).some(
    (column) => !column.total.isShown || [...column.groups.values()].some((one) => !one.isShown),
  );
  return (
    <Shell title={text.title} crumbs={[{ label: listText.area, href: '/van-phong/so-bo' }, { label: text.crumb }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={[
          text.sub,
          view.periodCode ? `${listText.period}: ${periodLabel(view.periodCode)}` : listText.noPeriod,
        ].join(' ')}
      />
      {funds === 0 ? (
        <Empty icon="book" title={text.empty}>
          {text.emptyWhy}
        </Empty>
      ) : (
        <>
          <FundSums view={view} />
          {isWithheld ? <Note>{text.suppressedWhy(UNITS_MIN)}</Note> : null}
          {view.named.map(({ alliance, funds: named }) => (
            <NamedFunds key={alliance.id} alliance={alliance.shortName} funds={named} />
          ))}
        </>
      )}
    </Shell>
  );
}
