import { type Decimal, divide, multiply, sum } from '#kernel/decimal.ts';
import type { Coverage, Indicator, Spread } from './model.ts';

/** What each unit has, by indicator code, then by unit code. Absent or null: missing. */
export type UnitAmounts = ReadonlyMap<string, ReadonlyMap<string, Decimal | null>>;

/** A number by unit, or null where the unit has none. */
type ByUnit = Readonly<Record<string, Decimal | null>>;

/**
 * Adds up one indicator over the units. A missing unit is left out and shown by the coverage, never taken as 0; without
 * any unit the total is null. A ratio or average is made of the sums of its parts over the units that have both, not of
 * the units' ratios, and is not rounded beyond twelve digits.
 */
export function fold(indicator: Indicator, units: readonly string[], amounts: UnitAmounts): Spread {
  if (indicator.aggregation === 'ratio' || indicator.aggregation === 'average')
    return foldRatio(indicator, units, amounts);

  const byUnit = rowOf(indicator.code, units, amounts);
  const present = units.map((unit) => byUnit[unit] ?? null).filter((amount) => amount !== null);
  const total = indicator.aggregation === 'sum' && present.length > 0 ? sum(present) : null;
  return { total, byUnit, coverage: { have: present.length, of: units.length } };
}

function foldRatio(indicator: Indicator, units: readonly string[], amounts: UnitAmounts): Spread {
  const above = rowOf(indicator.numerator ?? '', units, amounts);
  const below = rowOf(indicator.denominator ?? '', units, amounts);
  const both = units.filter((unit) => above[unit] !== null && below[unit] !== null);
  const sumOf = (row: ByUnit) => sum(both.map((unit) => row[unit] ?? '0'));
  return {
    total: both.length > 0 ? quotient(indicator, sumOf(above), sumOf(below)) : null,
    byUnit: Object.fromEntries(
      units.map((unit) => [unit, quotient(indicator, above[unit] ?? null, below[unit] ?? null)]),
    ),
    coverage: { have: both.length, of: units.length },
  };
}

function rowOf(code: string, units: readonly string[], amounts: UnitAmounts): ByUnit {
  const row = amounts.get(code);
  return Object.fromEntries(units.map((unit) => [unit, row?.get(unit) ?? null]));
}

/** One part over the other in the indicator's own unit: in `%` times a hundred. Null when a part is missing or the lower is 0. */
export function quotient(indicator: Indicator, above: Decimal | null, below: Decimal | null): Decimal | null {
  if (above === null || below === null) return null;
  return divide(indicator.unit === '%' ? multiply(above, '100') : above, below) ?? null;
}

/** Some of the units asked are missing: the total must say so. */
export function isPartial(coverage: Coverage): boolean {
  return coverage.have < coverage.of;
}
