/** Codes of what the checks say; the words for each stand in messages.vi.ts. */
export type CheckCode =
  | 'quantifier.unbound'
  | 'quantifier.contradicts'
  | 'quantifier.kept'
  | 'quantifier.qualitative'
  | 'quantifier.no-data'
  | 'quantifier.unknown-word'
  | 'statement.unbound'
  | 'statement.contradicts'
  | 'citation.incomplete'
  | 'citation.ambiguous'
  | 'citation.unknown'
  | 'citation.repealed'
  | 'number.matches'
  | 'number.unmatched'
  | 'chip.unresolved'
  | 'figure.missing';

/** `error` blocks the lock; `warning` asks the author; `info` is only said. */
export type CheckTone = 'error' | 'warning' | 'info';

export interface CheckFix {
  readonly kind: 'bind' | 'use-word' | 'mark-qualitative' | 'use-number' | 'use-statement' | 'bind-figure';
  /** What the button names: a word, a number of a text, a figure. */
  readonly label: string;
  /** Stands in the source instead of the place that the check is about. */
  readonly replacement: string;
}

/** One remark on a text, about the source from `start` to `end` (excluded). */
export interface Check {
  readonly code: CheckCode;
  readonly tone: CheckTone;
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly excerpt: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly fixes: readonly CheckFix[];
}

const LETTER = '\\p{L}\\p{M}';

/** A pattern for whole Vietnamese words. */
export function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<![${LETTER}\\d])(?:${pattern})(?![${LETTER}\\d])`, 'giu');
}
