import type { Decimal } from '#kernel/decimal.ts';
import { roundHalfUp } from '#kernel/decimal.ts';
import type { NamedCount } from '#register/public.ts';
import { ratioLabels } from './messages.vi.ts';
import type { Measure } from './model.ts';

interface Ratio {
  readonly part: string;
  readonly whole: string;
  readonly isPercent: boolean;
  readonly isMoney: boolean;
}

/** Ratios of counts of the register; their parts are regrouped, not they themselves. */
const RATIOS: Readonly<Record<keyof typeof ratioLabels, Ratio>> = {
  'operating-share': { part: 'operating', whole: 'counted', isPercent: true, isMoney: false },
  'agricultural-share': { part: 'agricultural', whole: 'with-sector', isPercent: true, isMoney: false },
  'good-fair-share': { part: 'rating:good-fair', whole: 'rating:rated', isPercent: true, isMoney: false },
  'women-share': { part: 'sum:members_women', whole: 'sum:members_total', isPercent: true, isMoney: false },
  'offtake-share': { part: 'offtake-sold', whole: 'offtake-output', isPercent: true, isMoney: false },
  'served-share': { part: 'served', whole: 'served-base', isPercent: true, isMoney: false },
  'income-mean': { part: 'income-total', whole: 'income-workers', isPercent: false, isMoney: true },
  'revenue-mean': { part: 'sum:revenue_dong', whole: 'having:revenue_dong', isPercent: false, isMoney: true },
};

/**
 * What can be compared: every count of the register over organisations, the number of credit funds, and ratios. Sums over
 * credit funds are left to their own page, which withholds those of few funds (QTD-04); by place nearly all are of few.
 */
export function measuresOf(counts: readonly NamedCount[]): readonly Measure[] {
  const plain = counts
    .filter((count) => count.of === 'organisation' || count.key === 'funds')
    .map(
      ({ key, label, of, adds, isMoney }): Measure => ({
        key,
        label,
        kind: of === 'fund' ? 'fund' : adds ? 'sum' : 'count',
        isMoney,
        countedBy: key,
        dividedBy: null,
        digits: 1,
        isPercent: false,
      }),
    );
  const ratios = Object.entries(RATIOS).map(
    ([key, { part, whole, isPercent, isMoney }]): Measure => ({
      key: `ty-le:${key}`,
      label: ratioLabels[key as keyof typeof ratioLabels],
      kind: 'ratio',
      isMoney,
      countedBy: part,
      dividedBy: whole,
      digits: 1,
      isPercent,
    }),
  );
  return [...plain, ...ratios];
}

/** The number to the digits in which it is shown: money whole, shares of a hundred, other parts to one digit. */
export function roundedFor(measure: Measure, value: Decimal): Decimal {
  if (measure.isMoney) return roundHalfUp(value, 0);
  return measure.isPercent ? value : roundHalfUp(value, value.includes('.') ? measure.digits : 0);
}
