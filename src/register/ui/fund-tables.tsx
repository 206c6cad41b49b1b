import type { Decimal } from '#kernel/decimal.ts';
import { divide } from '#kernel/decimal.ts';
import { formatNumber, formatShare } from '#platform/i18n/format.ts';
import type { FundFigure } from '../credit-funds.ts';
import { badDebtShare, FUND_FIGURES } from '../credit-funds.ts';
import type { FundView } from '../fund-view.ts';
import { listText, fundText as text } from '../messages-pages.vi.ts';
import type { Facts } from '../model.ts';
import type { ShownSum } from '../suppression.ts';

const HEAD_OF: Readonly<Record<FundFigure, string>> = {
  members_total: text.heads.members,
  charter_capital_dong: text.heads.capital,
  deposits_dong: text.heads.deposits,
  loans_dong: text.heads.loans,
  bad_debt_dong: text.heads.badDebt,
  profit_dong: text.heads.profit,
};

/** Sums by alliance and of all; what would speak of a few funds is withheld. */
export function FundSums({ view }: { view: FundView }) {
  const nameOf = new Map<string, string>(view.alliances.map((alliance) => [alliance.id, alliance.shortName]));
  const sumOf = (figure: FundFigure, group: string): ShownSum =>
    view.sums[figure].groups.get(group) ?? { isShown: true, sum: null };
  const total = (pick: 'funds' | 'reporting') => view.groups.reduce((sum, group) => sum + group[pick], 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={text.sums} tabIndex={0}>
      <div className="cap">
        <h2>{text.sums}</h2>
        <span className="end">{text.unit}</span>
      </div>
      <table className="funds cards">
        <thead>
          <tr>
            <th scope="col">{text.alliance}</th>
            <th scope="col" className="r">
              {text.funds}
            </th>
            <th scope="col" className="r">
              {text.reporting}
            </th>
            {FUND_FIGURES.map((figure) => (
              <th scope="col" className="r" key={figure}>
                {HEAD_OF[figure]}
              </th>
            ))}
            <th scope="col" className="r">
              {text.heads.ratio}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.groups.map((group) => (
            <tr key={group.allianceId}>
              <th scope="row">{nameOf.get(group.allianceId)}</th>
              <Count label={text.funds} value={group.funds} />
              <Count label={text.reporting} value={group.reporting} />
              {FUND_FIGURES.map((figure) => (
                <SumCell key={figure} figure={figure} shown={sumOf(figure, group.allianceId)} />
              ))}
              <RatioCell
                badDebt={sumOf('bad_debt_dong', group.allianceId)}
                loans={sumOf('loans_dong', group.allianceId)}
              />
            </tr>
          ))}
        </tbody>
        {view.groups.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row">{text.total}</th>
              <Count label={text.funds} value={total('funds')} />
              <Count label={text.reporting} value={total('reporting')} />
              {FUND_FIGURES.map((figure) => (
                <SumCell key={figure} figure={figure} shown={view.sums[figure].total} />
              ))}
              <RatioCell badDebt={view.sums.bad_debt_dong.total} loans={view.sums.loans_dong.total} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <td className="r" data-label={label}>
      {formatNumber(value)}
    </td>
  );
}

function SumCell({ figure, shown }: { figure: FundFigure; shown: ShownSum }) {
  const label = HEAD_OF[figure];
  if (!shown.isShown)
    return (
      <td className="r muted" data-label={label} title={text.suppressedWhyShort}>
        {text.suppressed}
      </td>
    );
  if (shown.sum === null)
    return (
      <td className="r hatch small" data-label={label}>
        {listText.missingFigure}
      </td>
    );
  return (
    <td className="r" data-label={label}>
      {amount(figure, shown.sum)}
    </td>
  );
}

function RatioCell({ badDebt, loans }: { badDebt: ShownSum; loans: ShownSum }) {
  const label = text.heads.ratio;
  if (!badDebt.isShown || !loans.isShown)
    return (
      <td className="r muted" data-label={label}>
        {text.suppressed}
      </td>
    );
  const share = badDebtShare(badDebt.sum, loans.sum);
  return (
    <td className="r" data-label={label}>
      {share === undefined ? <span className="muted">{text.notMeasured}</span> : formatShare(share, 2)}
    </td>
  );
}

/** Money in triệu đồng, people as they are. */
function amount(figure: FundFigure, value: Decimal): string {
  return figure === 'members_total' ? formatNumber(value) : formatNumber(divide(value, '1000000') ?? null, 0);
}

const FIELD_OF: Readonly<Record<FundFigure, string>> = {
  members_total: 'membersTotal',
  charter_capital_dong: 'charterCapitalDong',
  deposits_dong: 'depositsDong',
  loans_dong: 'loansDong',
  bad_debt_dong: 'badDebtDong',
  profit_dong: 'profitDong',
};

interface NamedFundsProps {
  readonly alliance: string;
  readonly funds: readonly { readonly id: string; readonly facts: Facts }[];
}

/** Fund by fund; drawn only for those who may see it. */
export function NamedFunds({ alliance, funds }: NamedFundsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={text.caption(alliance)} tabIndex={0}>
      <div className="cap">
        <h2>
          {text.named}, {alliance}
        </h2>
        <span className="end">{text.unit}</span>
      </div>
      <table className="funds cards">
        <thead>
          <tr>
            <th scope="col">{text.heads.name}</th>
            <th scope="col">{text.heads.commune}</th>
            <th scope="col">{text.heads.status}</th>
            {FUND_FIGURES.map((figure) => (
              <th scope="col" className="r" key={figure}>
                {HEAD_OF[figure]}
              </th>
            ))}
            <th scope="col" className="r">
              {text.heads.ratio}
            </th>
          </tr>
        </thead>
        <tbody>
          {funds.map(({ id, facts }) => (
            <tr key={id}>
              <th scope="row">{facts.name}</th>
              <td data-label={text.heads.commune}>{facts.communeText}</td>
              <td data-label={text.heads.status}>{text.statuses[String(facts.status)]}</td>
              {FUND_FIGURES.map((figure) => (
                <SumCell
                  key={figure}
                  figure={figure}
                  shown={{ isShown: true, sum: decimal(facts[FIELD_OF[figure]]) }}
                />
              ))}
              <RatioCell
                badDebt={{ isShown: true, sum: decimal(facts.badDebtDong) }}
                loans={{ isShown: true, sum: decimal(facts.loansDong) }}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function decimal(value: Facts[string] | undefined): Decimal | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}
