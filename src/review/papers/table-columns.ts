import type { SnapshotBody, SnapshotFigure, SnapshotSpread } from '../model.ts';

export type Aspect = 'current' | 'lastYear' | 'plan' | 'counted';

/** Where the units and the total of one aspect stand; columns count from 1. */
export interface AspectColumns {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** The columns of a form sheet; each aspect has one column per unit, north to south, then its total. */
export interface FormColumns {
  readonly aspects: Readonly<Record<Aspect, AspectColumns>>;
  readonly coverage: number;
  readonly change: number;
  readonly perLastYear: number;
  readonly perPlan: number;
  readonly gap: number;
  readonly note: number;
  /** Beyond the printed page. */
  readonly code: number;
}

export const ORDER = 1;
export const NAME = 2;
export const UNIT = 3;

export function formColumns(snapshot: SnapshotBody): FormColumns {
  const count = snapshot.units.length;
  const from = (first: number): AspectColumns => ({ first, last: first + count - 1, total: first + count });
  const current = from(UNIT + 1);
  const coverage = current.total + 1;
  const lastYear = from(coverage + 1);
  const change = lastYear.total + 1;
  const plan = from(change + 2);
  const perPlan = plan.total + 1;
  const counted = from(perPlan + 1);
  return {
    aspects: { current, lastYear, plan, counted },
    coverage,
    change,
    perLastYear: change + 1,
    perPlan,
    gap: counted.total + 1,
    note: counted.total + 2,
    code: counted.total + 3,
  };
}

/** The spread of an aspect; null when the register counts nothing like it. */
export function spreadOf(figure: SnapshotFigure, aspect: Aspect): SnapshotSpread | null {
  return figure[aspect];
}

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}

export function address(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
