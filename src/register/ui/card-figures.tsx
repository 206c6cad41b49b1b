import type { ReactNode } from 'react';
import { divide } from '#kernel/decimal.ts';
import { formatShare } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { ORGANISATIONS } from '../fields.ts';
import { oldestFirst } from '../figure-rows.ts';
import { tabLabels, tabText } from '../messages-card.vi.ts';
import { basisLabels, periodLabel, ratingLabels, cardText as text } from '../messages-pages.vi.ts';
import type { Facts } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { FigureTable } from './figure-table.tsx';

const CAPITAL = ['charterCapitalDong', 'paidInCapitalDong', 'assetsDong'];
const MARKET = [
  'memberSalesDong',
  'memberOutputDong',
  'revenueDong',
  'offtakeContracts',
  'inValueChain',
  'certificates',
];

interface TabProps {
  readonly view: OrganisationView;
}

/** Every figure of every period. */
export function CardFigures({ view }: TabProps) {
  return (
    <Known
      view={view}
      fields={ORGANISATIONS.report.map(({ name }) => name)}
      none={text.noReports}
      why={text.noReportsWhy}
    >
      <FigureTable
        view={view}
        title={tabLabels['so-lieu']}
        fields={ORGANISATIONS.report.map(({ name }) => name)}
        hasSources
      />
    </Known>
  );
}

/** Capital and assets by period, with how much of the charter capital was paid in. */
export function CardCapital({ view }: TabProps) {
  const words = tabText.capital;
  const shares = oldestFirst(view.card.reports).flatMap(({ periodCode, facts }) => {
    const share = paidShare(facts);
    return share === undefined ? [] : [{ periodCode, share }];
  });
  return (
    <Known view={view} fields={CAPITAL} none={words.none} why={words.noneWhy}>
      <FigureTable view={view} title={words.title} fields={CAPITAL} hasSources />
      {shares.length === 0 ? null : (
        <dl className="box pad pairs">
          {shares.map(({ periodCode, share }) => (
            <div key={periodCode}>
              <dt>
                {words.share}, {periodLabel(periodCode)}
              </dt>
              <dd className="num">{formatShare(share)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Known>
  );
}

function paidShare({ paidInCapitalDong, charterCapitalDong }: Facts): string | undefined {
  return typeof paidInCapitalDong === 'string' && typeof charterCapitalDong === 'string'
    ? divide(paidInCapitalDong, charterCapitalDong)
    : undefined;
}

/** What is sold, by contract or not, and whether the organisation says that it is part of a chain. */
export function CardMarket({ view }: TabProps) {
  const words = tabText.market;
  return (
    <Known view={view} fields={MARKET} none={words.none} why={words.noneWhy}>
      <FigureTable view={view} title={words.title} fields={MARKET} hasSources />
    </Known>
  );
}

/** The ratings, newest period first. */
export function CardRatings({ view }: TabProps) {
  const words = tabText.ratings;
  const origins = new Map(view.origins.map((origin) => [`${origin.periodCode}|${origin.field}`, origin]));
  return (
    <Known view={view} fields={['rating']} none={words.none} why={words.noneWhy}>
      <TableBox label={words.title}>
        <div className="cap">
          <h2>{words.title}</h2>
        </div>
        <table className="fits">
          <thead>
            <tr>
              {[words.period, words.rating, words.basis, words.source].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.card.reports.map(({ periodCode, facts }) => {
              const origin = origins.get(`${periodCode}|rating`);
              return (
                <tr key={periodCode}>
                  <th scope="row">{periodLabel(periodCode)}</th>
                  <td>{typeof facts.rating === 'string' ? ratingLabels[facts.rating] : text.facts.unknown}</td>
                  <td>{basisLabels[String(facts.basis)]}</td>
                  <td className="small">{origin ? `${origin.cell || tabText.byHand} ${origin.sheet}` : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </Known>
  );
}

interface KnownProps extends TabProps {
  readonly fields: readonly string[];
  readonly none: string;
  readonly why: string;
  readonly children: ReactNode;
}

/** The tab, or what will stand there and who brings it, while no period says any of these. */
function Known({ view, fields, none, why, children }: KnownProps) {
  const isKnown = view.card.reports.some(({ facts }) =>
    fields.some((field) => facts[field] !== null && facts[field] !== undefined && facts[field] !== ''),
  );
  if (isKnown) return children;
  return (
    <div className="box">
      <Empty icon="chart" title={none}>
        {why}
      </Empty>
    </div>
  );
}
