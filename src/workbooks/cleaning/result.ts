import type { CellContent } from '../reading/model.ts';

export type Facts = Readonly<Record<string, unknown>>;

/** What a parser says of its own accord about a value it took: shown, but no obstacle. */
export interface Note {
  readonly code: string;
  readonly facts: Facts;
}

/** One way to read a cell. Value undefined: as if the cell were empty. */
export interface Reading<T> {
  /** What a person answers with; the same for every cell of a column that asks the same question. */
  readonly answer: string;
  readonly value: T | undefined;
}

/** What became of a dirty cell: a value, nothing, a question to a person, or a problem to mend. */
export type Cleaned<T> =
  | { readonly state: 'value'; readonly value: T; readonly notes: readonly Note[] }
  | { readonly state: 'empty' }
  | { readonly state: 'ask'; readonly code: string; readonly facts: Facts; readonly readings: readonly Reading<T>[] }
  | { readonly state: 'problem'; readonly code: string; readonly facts: Facts };

/** The part of a physical cell that parsers look at. */
export interface RawCell {
  readonly content: CellContent;
  readonly font: string;
}

const NOTHING: readonly Note[] = [];

export function value<T>(of: T, notes: readonly Note[] = NOTHING): Cleaned<T> {
  return { state: 'value', value: of, notes };
}

export const EMPTY = { state: 'empty' } as const;

export function ask<T>(code: string, facts: Facts, readings: readonly Reading<T>[]): Cleaned<T> {
  return { state: 'ask', code, facts, readings };
}

export function problem(code: string, facts: Facts): Cleaned<never> {
  return { state: 'problem', code, facts };
}

/** The same result with its value changed; questions keep their answers. */
export function mapCleaned<T, U>(cleaned: Cleaned<T>, change: (from: T) => U): Cleaned<U> {
  if (cleaned.state === 'value') return { ...cleaned, value: change(cleaned.value) };
  if (cleaned.state !== 'ask') return cleaned;
  const readings = cleaned.readings.map((reading) => ({
    answer: reading.answer,
    value: reading.value === undefined ? undefined : change(reading.value),
  }));
  return { ...cleaned, readings };
}

/** Takes the reading a person chose; stays a question when the answer fits none. */
export function answered<T>(cleaned: Cleaned<T>, answer: string | undefined): Cleaned<T> {
  if (cleaned.state !== 'ask' || answer === undefined) return cleaned;
  const chosen = cleaned.readings.find((reading) => reading.answer === answer);
  if (!chosen) return cleaned;
  return chosen.value === undefined ? EMPTY : value(chosen.value);
}
