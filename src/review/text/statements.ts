import type { Decimal } from '#kernel/decimal.ts';
import { compare } from '#kernel/decimal.ts';
import type { Inline, SnapshotBody } from '../model.ts';
import type { BoundFigure } from './figures.ts';
import { amountOf, bindFigure, formatAmount, isBound } from './figures.ts';
import { percentRule } from './quantify.ts';

const STABLE_RULES = {
  reportingMin: 'qtd.stable.reporting-share',
  profitableMin: 'qtd.stable.profitable-share',
  badDebtBelow: 'qtd.stable.npl-max',
} as const;

const FUND_FIGURES = {
  funds: 'QTD.SO',
  reporting: 'QTD.BC',
  reportingShare: 'QTD.BC.TL',
  profitable: 'QTD.LAI',
  profitableShare: 'QTD.LAI.TL',
  badDebtShare: 'QTD.NX.TL',
} as const;
type FundFigure = keyof typeof FUND_FIGURES;

/** Whether enough funds report, and whether the adjectives hold then; undefined when figure or threshold is missing. */
export interface FundVerdict {
  readonly isCovered: boolean;
  readonly isStable: boolean;
}

/**
 * Whether "hoạt động tương đối ổn định, có lãi, nợ xấu thấp" may be said: enough funds report, enough of them make a
 * profit, and bad debt over all loans of the cluster (weighted, not averaged) stays below the threshold.
 */
export function fundVerdict(snapshot: SnapshotBody): FundVerdict {
  const share = (name: FundFigure) => amountOfFund(snapshot, name);
  const isCovered = isAtLeast(share('reportingShare'), percentRule(snapshot.rules, STABLE_RULES.reportingMin));
  const badDebt = share('badDebtShare');
  const below = percentRule(snapshot.rules, STABLE_RULES.badDebtBelow);
  const isLow = badDebt !== null && below !== undefined && compare(badDebt, below) < 0;
  const isProfitable = isAtLeast(share('profitableShare'), percentRule(snapshot.rules, STABLE_RULES.profitableMin));
  return { isCovered, isStable: isCovered && isProfitable && isLow };
}

/** The phrase after "200 quỹ tín dụng nhân dân": the adjectives where the rule allows them, the true shares where not. */
export function fundStatement(snapshot: SnapshotBody): readonly Inline[] {
  const verdict = fundVerdict(snapshot);
  const inline = (name: FundFigure) => fundInline(snapshot, name);
  const coverage = [inline('reporting'), text('/'), inline('funds')];
  const [funds, reporting, profitable] = (['funds', 'reporting', 'profitable'] as const).map((name) =>
    amountOfFund(snapshot, name),
  );
  if (!verdict.isCovered) {
    return reporting === null
      ? [text('chưa có số liệu để nhận định')]
      : [text('mới có '), ...coverage, text(' quỹ gửi số liệu, chưa đủ căn cứ để nhận định')];
  }
  const silent = funds === reporting ? [] : [text(' (số liệu của '), ...coverage, text(' quỹ)')];
  if (!verdict.isStable) {
    return [
      text('có '),
      inline('profitableShare'),
      text(' số quỹ có số liệu kinh doanh có lãi, tỷ lệ nợ xấu '),
      amountOfFund(snapshot, 'badDebtShare') === null ? text('không tính được') : inline('badDebtShare'),
      ...silent,
    ];
  }
  const profit =
    profitable === reporting
      ? [text('kinh doanh có lãi')]
      : [inline('profitable'), text('/'), inline('reporting'), text(' quỹ kinh doanh có lãi')];
  return [text('hoạt động tương đối ổn định, '), ...profit, text(', nợ xấu chiếm tỷ lệ thấp'), ...silent];
}

function isAtLeast(percent: Decimal | null, threshold: Decimal | undefined): boolean {
  return percent !== null && threshold !== undefined && compare(percent, threshold) >= 0;
}

function bindFund(snapshot: SnapshotBody, name: FundFigure): BoundFigure | undefined {
  const bound = bindFigure(snapshot, { code: FUND_FIGURES[name], unit: null, period: null });
  return isBound(bound) ? bound : undefined;
}

function amountOfFund(snapshot: SnapshotBody, name: FundFigure): Decimal | null {
  const bound = bindFund(snapshot, name);
  return bound ? amountOf(bound) : null;
}

function fundInline(snapshot: SnapshotBody, name: FundFigure): Inline {
  const bound = bindFund(snapshot, name);
  const amount = bound ? amountOf(bound) : null;
  if (!bound || amount === null) return text('chưa có số liệu');
  return { kind: 'figure', text: formatAmount(bound.definition, amount), ref: bound.ref };
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
}
