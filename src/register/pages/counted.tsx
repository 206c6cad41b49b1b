import { load } from '#platform/http/submit.ts';
import { formatDong, formatNumber } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { countName } from '../count-names.ts';
import type { CountedAddress, CountedView } from '../counted-view.ts';
import { ROWS_A_PAGE, readCountedAddress, readCountedView, writeCountedAddress } from '../counted-view.ts';
import { fieldLabels } from '../messages.vi.ts';
import { listText, periodLabel, countedText as text } from '../messages-pages.vi.ts';
import registerCss from '../ui/register.css?url';
import type { Route } from './+types/counted.ts';

const HERE = '/van-phong/so-bo/dem';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readCountedAddress(new URL(args.request.url).searchParams);
    return { address, view: await readCountedView(ctx, address) };
  });

export default function Counted({ loaderData }: Route.ComponentProps) {
  const { address, view } = loaderData;
  if (!address) return null;
  const { counted } = view;
  const place = view.alliances.map((alliance) => alliance.shortName).join(', ');
  return (
    <Shell title={text.title} crumbs={[{ label: listText.area, href: '/van-phong/so-bo' }, { label: text.title }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader
        title={countName(address.countedBy, view.sectors)}
        chip={<span className="pill plain num">{resultText(address, view)}</span>}
        sub={text.as(place, periodLabel(address.period.code), address.period.lastDay)}
      />
      {counted.total === 0 ? (
        <div className="box">
          <Empty icon="book" title={text.none}>
            {text.noneWhy}
          </Empty>
        </div>
      ) : (
        <CountedTable address={address} view={view} />
      )}
      <Pager previousHref={hrefAt(address, view, -ROWS_A_PAGE)} nextHref={hrefAt(address, view, ROWS_A_PAGE)}>
        {text.shown(Math.min(address.from + 1, counted.total), address.from + counted.rows.length, counted.total)}
      </Pager>
    </Shell>
  );
}

function CountedTable({ address, view }: { address: CountedAddress; view: CountedView }) {
  const nameOf = new Map<string, string>(view.alliances.map((alliance) => [alliance.id, alliance.shortName]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={text.title} tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{fieldLabels.name}</th>
            <th scope="col">{fieldLabels.code}</th>
            <th scope="col">{listText.facets.alliances}</th>
            {view.addsUp ? (
              <th scope="col" className="r">
                {text.amount}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {view.counted.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="name">
                <a href={`/van-phong/so-bo/${row.id}`}>{row.name}</a>
              </th>
              <td data-label={fieldLabels.code} className={row.code === null ? 'muted' : 'num'}>
                {row.code ?? listText.missingFigure}
              </td>
              <td data-label={listText.facets.alliances}>{nameOf.get(row.allianceId)}</td>
              {view.addsUp ? (
                <td className="r" data-label={text.amount}>
                  {amountText(address, row.amount)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function resultText(address: CountedAddress, view: CountedView): string {
  if (!view.addsUp) return text.records(view.counted.total);
  return view.counted.result === null ? listText.missingFigure : amountText(address, view.counted.result);
}

const MONEY = /_dong$|^income-total$|^offtake-/;

function amountText(address: CountedAddress, amount: string): string {
  return MONEY.test(address.countedBy) ? formatDong(BigInt(amount)) : formatNumber(amount);
}

function hrefAt(address: CountedAddress, view: CountedView, step: number): string | null {
  const from = Math.max(0, address.from + step);
  const isThere = step < 0 ? address.from > 0 : from < view.counted.total;
  return isThere ? `${HERE}${writeCountedAddress({ ...address, from })}` : null;
}
