import type { Decimal } from '#kernel/decimal.ts';
import { compare, divide, multiply, roundHalfUp } from '#kernel/decimal.ts';
import { formatDong, formatNumber, formatPercent } from '#platform/i18n/format.ts';
import type {
  FigureAspect,
  SnapshotBody,
  SnapshotDefinition,
  SnapshotFigure,
  SnapshotSpread,
  SnapshotUnit,
} from '../model.ts';
import type { FigureTerm } from './ast.ts';

/** A figure of this snapshot that a chip names. */
export interface BoundFigure {
  /** `HTX.SO/LMHTX-NA@2024-H1`; the cluster's without the unit. */
  readonly ref: string;
  readonly definition: SnapshotDefinition;
  readonly unit: SnapshotUnit | null;
  readonly figure: SnapshotFigure;
}

/** Why a chip names no figure of this snapshot. */
export type Unbound =
  | { readonly why: 'unknown-figure'; readonly code: string }
  | { readonly why: 'unknown-unit'; readonly unit: string }
  | { readonly why: 'other-period'; readonly period: string };

export function isBound(answer: BoundFigure | Unbound): answer is BoundFigure {
  return 'ref' in answer;
}

/** Binds a chip to this snapshot and to no other period. The last part of a code may name the unit: `HTX.SO.NA`. */
export function bindFigure(snapshot: SnapshotBody, term: FigureTerm): BoundFigure | Unbound {
  const period = term.period ?? snapshot.period.code;
  if (period !== snapshot.period.code) return { why: 'other-period', period };
  const { code, unit } = snapshot.figures[term.code] ? term : splitTail(snapshot, term);
  const definition = snapshot.definitions.find((candidate) => candidate.code === code);
  const figure = snapshot.figures[code];
  if (!definition || !figure) return { why: 'unknown-figure', code: term.code };
  const named = unit === null ? null : findUnit(snapshot, unit);
  if (named === undefined) return { why: 'unknown-unit', unit: unit ?? '' };
  return { ref: `${code}${named ? `/${named.code}` : ''}@${period}`, definition, unit: named, figure };
}

function splitTail(snapshot: SnapshotBody, term: FigureTerm): Pick<FigureTerm, 'code' | 'unit'> {
  const dot = term.code.lastIndexOf('.');
  const [head, tail] = [term.code.slice(0, dot), term.code.slice(dot + 1)];
  return term.unit === null && dot > 0 && findUnit(snapshot, tail) ? { code: head, unit: tail } : term;
}

function findUnit(snapshot: SnapshotBody, code: string): SnapshotUnit | undefined {
  return snapshot.units.find((unit) => unit.code === code || unit.code.endsWith(`-${code}`));
}

export type SpreadAspect = Exclude<FigureAspect, 'derived'>;

/** The spread of one aspect; null when the dictionary names no count over the register. */
export function spreadOf(figure: SnapshotFigure, aspect: SpreadAspect): SnapshotSpread | null {
  if (aspect === 'last-year') return figure.lastYear;
  return figure[aspect];
}

/** The amount in the indicator's own unit; null: missing. */
export function amountOf(bound: BoundFigure, aspect: SpreadAspect = 'current'): Decimal | null {
  const spread = spreadOf(bound.figure, aspect);
  if (!spread) return null;
  return bound.unit ? (spread.byUnit[bound.unit.code] ?? null) : spread.total;
}

/** As prose prints it: `1.331`, `61,4%`, `12,5 tỷ đồng`, `202,3`. Rounded for showing only. */
export function formatAmount(definition: SnapshotDefinition, amount: Decimal): string {
  if (definition.kind === 'ratio') return formatPercent(amount, definition.decimals);
  if (definition.unit === 'đồng') return formatDong(BigInt(roundHalfUp(amount, 0)));
  return formatNumber(amount, definition.decimals);
}

/** The percentage that a ratio is, or that one figure is of another; null when either is missing or the lower is 0. */
export function percentOf(upper: BoundFigure, lower: BoundFigure | null): Decimal | null {
  const above = amountOf(upper);
  if (above === null) return null;
  if (!lower) return upper.definition.kind === 'ratio' ? above : null;
  const below = amountOf(lower);
  const share = below === null ? undefined : divide(above, below);
  return share === undefined ? null : multiply(share, '100');
}

/** The units that the total of this aspect does not cover, north to south. */
export function missingUnits(snapshot: SnapshotBody, spread: SnapshotSpread): readonly SnapshotUnit[] {
  return snapshot.units.filter((unit) => (spread.byUnit[unit.code] ?? null) === null);
}

/** Whether two spreads cover the same units, so that their totals may be compared. */
export function coverSameUnits(snapshot: SnapshotBody, a: SnapshotSpread, b: SnapshotSpread): boolean {
  const codes = (spread: SnapshotSpread) =>
    missingUnits(snapshot, spread)
      .map((unit) => unit.code)
      .join();
  return codes(a) === codes(b);
}

/** Units with their amounts: north to south, or by amount; a unit without the figure comes last. */
export function orderUnits(
  units: readonly SnapshotUnit[],
  amountOfUnit: (unit: SnapshotUnit) => Decimal | null,
  order: 'geographic' | 'descending' | 'ascending',
): readonly SnapshotUnit[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...units].sort((a, b) => {
    const [left, right] = [amountOfUnit(a), amountOfUnit(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byRank(a, b);
    return (order === 'geographic' ? 0 : sign * compare(left, right)) || byRank(a, b);
  });
}

function byRank(a: SnapshotUnit, b: SnapshotUnit): number {
  return a.geographicRank - b.geographicRank;
}
