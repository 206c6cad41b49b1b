import { compare, type Decimal, divide, multiply, subtract } from '#kernel/decimal.ts';
import { statements } from './messages.findings.vi.ts';

/** From when on the words "stable, profitable, low bad debt" may be said; percentages. */
export interface StabilityThresholds {
  /** At least this share of the funds has reported. */
  readonly reportingShare: Decimal;
  /** At least this share of those that reported made a profit. */
  readonly profitableShare: Decimal;
  /** Bad debt is less than this share of all loans together. */
  readonly nplMax: Decimal;
}

export interface CreditFundFacts {
  readonly funds: Decimal | null;
  readonly reporting: Decimal | null;
  readonly profitable: Decimal | null;
  readonly loansDong: Decimal | null;
  readonly badDebtDong: Decimal | null;
  readonly thresholds: StabilityThresholds;
}

export interface CreditFundStatement {
  /** `stable`: the words hold. `shares`: they do not, the true shares are said. `coverage`: too few reported to say either. */
  readonly kind: 'stable' | 'shares' | 'coverage';
  /** Follows "… quỹ tín dụng nhân dân". */
  readonly text: string;
}

/**
 * What may be said of the people's credit funds. Bad debt is weighted: all bad debt over all loans; without loans it is
 * not computed, and then neither is "low" said.
 */
export function creditFundStatement(facts: CreditFundFacts): CreditFundStatement {
  const { funds, reporting, profitable, thresholds } = facts;
  const covered = shareOf(reporting, funds);
  if (funds === null || reporting === null || covered === null || compare(covered, thresholds.reportingShare) < 0)
    return { kind: 'coverage', text: statements.coverage(reporting, funds, covered) };

  const gaining = shareOf(profitable, reporting);
  const npl = shareOf(facts.badDebtDong, facts.loansDong);
  const isProfitable = gaining !== null && compare(gaining, thresholds.profitableShare) >= 0;
  const isLow = npl !== null && compare(npl, thresholds.nplMax) < 0;
  if (!isProfitable || !isLow)
    return { kind: 'shares', text: statements.shares(gaining, npl, isPartial(reporting, funds) ? covered : null) };

  const losing = profitable === null ? '0' : subtract(reporting, profitable);
  const silent = subtract(funds, reporting);
  return { kind: 'stable', text: statements.stable(losing, silent) };
}

function shareOf(part: Decimal | null, whole: Decimal | null): Decimal | null {
  return part === null || whole === null ? null : (divide(multiply(part, '100'), whole) ?? null);
}

function isPartial(reporting: Decimal, funds: Decimal): boolean {
  return compare(reporting, funds) < 0;
}
