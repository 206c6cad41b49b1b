/** What was found in a sample, item by item. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  /** Not in the rate: nothing is known of them. */
  readonly unverifiable: number;
  /** Without a result yet. */
  readonly open: number;
}

/** Shares between 0 and 1; the bounds hold the true share in 95 of 100 samples. */
export interface ErrorRate {
  readonly checked: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % quantile of the normal distribution: an interval of 95 %. */
const Z = 1.959964;

/**
 * The share of wrong items among those that could be checked, with the score interval of Wilson: it stays within 0 and 1
 * and is honest for small samples and for none or all wrong, where the usual one collapses. The population is taken as
 * endless, so the interval is rather too wide than too narrow when much of it was drawn. Null: nothing could be checked.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927), pages 209-212.
 */
export function errorRate({ right, wrong }: Pick<Tally, 'right' | 'wrong'>): ErrorRate | null {
  const checked = right + wrong;
  if (checked === 0) return null;
  const rate = wrong / checked;
  const spread = (Z * Z) / checked;
  const middle = (rate + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((rate * (1 - rate)) / checked + spread / (4 * checked));
  // At the ends the formula gives exactly 0 and 1; floating point misses them by a hair.
  return {
    checked,
    rate,
    low: wrong === 0 ? 0 : middle - half,
    high: right === 0 ? 1 : middle + half,
  };
}

export function tallyOf(items: readonly { readonly result: 'right' | 'wrong' | 'unverifiable' | null }[]): Tally {
  const count = (result: (typeof items)[number]['result']) => items.filter((item) => item.result === result).length;
  return { right: count('right'), wrong: count('wrong'), unverifiable: count('unverifiable'), open: count(null) };
}
