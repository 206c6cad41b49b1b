import { load } from '#platform/http/submit.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import type { ComparisonAddress } from '../address.ts';
import { readComparisonAddress, writeComparisonAddress } from '../address.ts';
import { readComparison } from '../comparison.ts';
import { compareText as text } from '../messages.vi.ts';
import type { Comparison } from '../model.ts';
import bordersCss from '../ui/borders.css?url';
import { ComparisonForm } from '../ui/comparison-form.tsx';
import { ComparisonTable } from '../ui/comparison-table.tsx';
import { DividedUnits } from '../ui/divided-units.tsx';
import type { Route } from './+types/comparison.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readComparisonAddress(new URL(args.request.url).searchParams, ctx.today);
    return { address, ...(await readComparison(ctx, address)) };
  });

export default function ComparisonPage({ loaderData }: Route.ComponentProps) {
  const { address, comparison, choices } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: text.register, href: '/van-phong/so-bo' }, { label: text.title }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={bordersCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub} actions={<Actions address={address} />} />
      <ComparisonForm address={address} choices={choices} />
      {comparison.rows.length === 0 ? (
        <div className="box">
          <Empty icon="chart" title={text.none}>
            {text.noneWhy}
          </Empty>
        </div>
      ) : (
        <ComparisonTable comparison={comparison} />
      )}
      <Notes comparison={comparison} />
      <DividedUnits divided={comparison.divided} />
    </Shell>
  );
}

function Actions({ address }: { address: ComparisonAddress }) {
  const file = `/van-phong/so-bo/dia-gioi/tai${writeComparisonAddress(address)}`;
  return (
    <>
      <a
        className="btn"
        href={`/van-phong/so-bo/ban-do?dem=${encodeURIComponent(address.measure)}&ngay=${address.second}`}
      >
        {text.map}
      </a>
      <a className="btn" href={`${file}&dang=xlsx`}>
        <Icon name="download" />
        {text.xlsx}
      </a>
      <a className="btn" href={`${file}&dang=csv`}>
        {text.csv}
      </a>
    </>
  );
}

function Notes({ comparison }: { comparison: Comparison }) {
  const { editions, periods, withoutCommune, unrecorded } = comparison;
  return (
    <div className="borders-notes">
      <p>{text.edition(editions.first.validFrom, editions.second.validFrom)}</p>
      <p>{text.periods(periods.first || text.noPeriod, periods.second || text.noPeriod)}</p>
      {comparison.rows.some((row) => row.isBroken) ? <p>{text.brokenWhy}</p> : null}
      {withoutCommune.first + withoutCommune.second > 0 ? (
        <p>{text.withoutCommune(withoutCommune.first, withoutCommune.second)}</p>
      ) : null}
      {unrecorded.first + unrecorded.second > 0 ? <p>{text.unrecorded(unrecorded.first, unrecorded.second)}</p> : null}
      <p>{text.reach}</p>
    </div>
  );
}
