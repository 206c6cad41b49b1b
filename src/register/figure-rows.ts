import type { Decimal } from '#kernel/decimal.ts';
import { divide, multiply, subtract } from '#kernel/decimal.ts';
import type { Facts, FactValue } from './model.ts';

interface PeriodFacts {
  readonly periodCode: string;
  readonly facts: Facts;
}

/** One figure through the periods. */
export interface FigureRow {
  readonly field: string;
  /** In the order of the periods, the oldest first; null where nobody has said it. */
  readonly values: readonly FactValue[];
  /** From the last but one period to the last; null when either is not known or it is no number. */
  readonly change: FigureChange | null;
  /** Known values from the lowest (0) to the highest (1), by place; empty when fewer than two are known. */
  readonly trend: readonly TrendPoint[];
}

export interface FigureChange {
  readonly difference: Decimal;
  /** Per cent of what it was; null when that was 0. */
  readonly percent: Decimal | null;
}

export interface TrendPoint {
  /** 0 is the oldest period. */
  readonly at: number;
  readonly height: number;
}

/** The figures side by side; `periods` may come in any order. */
export function figureRows(fields: readonly string[], periods: readonly PeriodFacts[]): readonly FigureRow[] {
  const inOrder = oldestFirst(periods);
  return fields.map((field) => {
    const values = inOrder.map(({ facts }) => facts[field] ?? null);
    return { field, values, change: changeOf(values.at(-2), values.at(-1)), trend: trendOf(values) };
  });
}

export function oldestFirst<Period extends PeriodFacts>(periods: readonly Period[]): readonly Period[] {
  return periods.toSorted((a, b) => (a.periodCode < b.periodCode ? -1 : 1));
}

function changeOf(before: FactValue | undefined, now: FactValue | undefined): FigureChange | null {
  const [from, to] = [amountOf(before), amountOf(now)];
  if (from === null || to === null) return null;
  const difference = subtract(to, from);
  const share = divide(difference, from.replace('-', ''));
  return { difference, percent: share === undefined ? null : multiply(share, '100') };
}

function trendOf(values: readonly FactValue[]): readonly TrendPoint[] {
  const known = values.flatMap((value, at) => {
    const amount = amountOf(value);
    return amount === null ? [] : [{ at, amount: Number(amount) }];
  });
  if (known.length < 2) return [];
  const amounts = known.map(({ amount }) => amount);
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  return known.map(({ at, amount }) => ({ at, height: high === low ? 0.5 : (amount - low) / (high - low) }));
}

/** Money is kept as decimal text, counts as numbers; words and yes or no are no amount. */
function amountOf(value: FactValue | undefined): Decimal | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^-?\d+$/.test(value) ? value : null;
}
