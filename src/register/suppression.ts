import type { Decimal } from '#kernel/decimal.ts';
import { sum } from '#kernel/decimal.ts';

/** The fewest units whose sum may be shown to those who may not see each (QTD-04). */
export const UNITS_MIN = 5;

/** A sum over the units of one group that have the number. */
export interface GroupSum {
  readonly group: string;
  readonly units: number;
  readonly sum: Decimal | null;
}

export type ShownSum = { readonly isShown: true; readonly sum: Decimal | null } | { readonly isShown: false };

export interface ShownColumn {
  readonly groups: ReadonlyMap<string, ShownSum>;
  readonly total: ShownSum;
}

/**
 * Withholds sums over fewer than five units, and as many others as it takes so that no withheld sum, nor the sum of all
 * withheld ones, can be worked out from the total. `open` groups may be seen by the reader unit by unit.
 */
export function suppressed(column: readonly GroupSum[], open: ReadonlySet<string> = new Set()): ShownColumn {
  const closed = column.filter((one) => !open.has(one.group) && one.units > 0).toSorted((a, b) => a.units - b.units);
  const withheld = new Set(closed.filter((one) => one.units < UNITS_MIN));
  let isTotalShown = true;
  while (withheld.size > 0 && (withheld.size < 2 || unitsOf(withheld) < UNITS_MIN)) {
    const next = closed.find((one) => !withheld.has(one));
    if (!next) {
      isTotalShown = false;
      break;
    }
    withheld.add(next);
  }
  return {
    groups: new Map(
      column.map((one) => [one.group, withheld.has(one) ? { isShown: false } : { isShown: true, sum: one.sum }]),
    ),
    total: isTotalShown ? { isShown: true, sum: totalOf(column) } : { isShown: false },
  };
}

function unitsOf(groups: ReadonlySet<GroupSum>): number {
  return [...groups].reduce((units, one) => units + one.units, 0);
}

function totalOf(column: readonly GroupSum[]): Decimal | null {
  const known = column.flatMap((one) => (one.sum === null ? [] : [one.sum]));
  return known.length === 0 ? null : sum(known);
}
