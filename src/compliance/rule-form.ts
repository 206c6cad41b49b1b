import type { DatedRule } from '#legal/public.ts';
import { parseViNumber } from '#platform/i18n/format.ts';
import { shapeOf } from './rule-book.ts';

/** One field of the form that edits the value of a rule; its name in the form is `v_` and the part. */
export interface ValueField {
  readonly part: string;
  readonly kind: 'number' | 'day' | 'text' | 'unit' | 'json';
  /** What stands in it now. */
  readonly now: string;
}

const PARTS: Readonly<Record<string, readonly (readonly [part: string, kind: ValueField['kind']])[]>> = {
  thresholds: [
    ['members', 'number'],
    ['revenueBn', 'number'],
    ['capitalBn', 'number'],
  ],
  memberBands: [
    ['smallFrom', 'number'],
    ['mediumOver', 'number'],
    ['largeOver', 'number'],
  ],
  capitalBands: [
    ['smallFromBn', 'number'],
    ['mediumFromBn', 'number'],
    ['largeFromBn', 'number'],
  ],
  months: [['months', 'number']],
  years: [['years', 'number']],
  clock: [
    ['n', 'number'],
    ['unit', 'unit'],
    ['from', 'text'],
  ],
};
const WHOLE = '';

/** The fields for the value of that rule: a number, a day, a few parts; anything else as it is kept. */
export function valueFields({ key, value }: Pick<DatedRule, 'key' | 'value'>): readonly ValueField[] {
  const shape = shapeOf(key);
  const parts = shape === undefined ? undefined : PARTS[shape];
  if (parts) {
    const values = value as Readonly<Record<string, unknown>>;
    return parts.map(([part, kind]) => ({ part, kind, now: shown(values[part]) }));
  }
  if (typeof value === 'number') return [{ part: WHOLE, kind: 'number', now: shown(value) }];
  if (shape === 'day') return [{ part: WHOLE, kind: 'day', now: String(value) }];
  return [{ part: WHOLE, kind: 'json', now: JSON.stringify(value, null, 1) }];
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).replace('.', ',');
}

/** The value that was typed; what cannot be read names its field. Whether it fits the rule is asked afterwards. */
export function typedValue(
  rule: Pick<DatedRule, 'key' | 'value'>,
  typed: object,
): { readonly value: unknown } | { readonly wrong: string } {
  const fields = valueFields(rule);
  const given = typed as Readonly<Record<string, unknown>>;
  const read: Record<string, unknown> = {};
  for (const { part, kind } of fields) {
    const name = `v_${part}`;
    const found = readPart(kind, String(given[name] ?? '').trim());
    if (found === undefined) return { wrong: name };
    read[part] = found;
  }
  if (fields.some(({ part }) => part === WHOLE)) return { value: read[WHOLE] };
  // What the form does not show stays as it was.
  return { value: { ...(rule.value as object), ...read } };
}

function readPart(kind: ValueField['kind'], text: string): unknown {
  if (kind === 'json') {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
  if (kind !== 'number') return text;
  if (text === '') return null;
  const number = parseViNumber(text);
  return number === undefined ? undefined : Number(number);
}
