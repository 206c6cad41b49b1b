import { z } from 'zod';
import { assert } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import type { RuleBook } from './model.ts';

/** The value of that rule on that day; undefined: none was in force. */
export function findRule(book: RuleBook, key: string, on: IsoDate): DatedRule | undefined {
  return book.find(
    (rule) => rule.key === key && rule.validFrom <= on && (rule.validUntil === null || rule.validUntil > on),
  );
}

/** By which a result says what it rests on: `size.agriculture.large@2024-11-01#1`. */
export function versionOf({ key, validFrom, version }: Pick<DatedRule, 'key' | 'validFrom' | 'version'>): string {
  return `${key}@${validFrom}#${version}`;
}

/** The days on which a rule begins to say something else, oldest first. */
export function changeDays(book: RuleBook, key: string): readonly IsoDate[] {
  return book.filter((rule) => rule.key === key).map(({ validFrom }) => validFrom);
}

const count = z.number().int().min(0).max(1_000_000).nullable();
const billions = z.number().min(0).max(1_000_000).nullable();

/** Shapes of the values that the formulas read. What has no number yet holds null. */
export const SHAPES = {
  thresholds: z.strictObject({ members: count, revenueBn: billions, capitalBn: billions }),
  memberBands: z.strictObject({
    smallFrom: z.number().int(),
    mediumOver: z.number().int(),
    largeOver: z.number().int(),
  }),
  capitalBands: z.strictObject({ smallFromBn: z.number(), mediumFromBn: z.number(), largeFromBn: z.number() }),
  sectors: z.record(z.string(), z.enum(['agriculture', 'industry', 'finance', 'trade'])),
  measuring: z.strictObject({ year: z.enum(['preceding', 'same']) }),
  classes: z.array(z.enum(['micro', 'small', 'medium', 'large'])),
  number: z.number().min(0).max(1_000_000),
  months: z.strictObject({ months: z.number().int().min(1).max(600).nullable() }),
  years: z.strictObject({ years: z.number().int().min(1).max(100).nullable() }),
  clock: z.strictObject({
    n: z.number().int().min(1).max(3650),
    unit: z.enum(['working-day', 'day', 'month', 'year']),
    from: z.string().min(1).max(200),
    /** Counted backwards: at least so long before the day. */
    isBefore: z.boolean().optional(),
  }),
  day: z.string().refine((text) => parseIsoDate(text) !== undefined),
  delegates: z.array(
    z.strictObject({
      over: z.number().int(),
      upTo: z.number().int().nullable(),
      percent: z.number().min(0).max(100).optional(),
      persons: z.number().int().optional(),
    }),
  ),
  monthDays: z.array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
  swapped: z.array(
    z.strictObject({
      off: z.string().refine((text) => parseIsoDate(text) !== undefined),
      work: z.string().refine((text) => parseIsoDate(text) !== undefined),
    }),
  ),
  days: z.array(z.string()),
  words: z.array(z.string()),
} as const;

/** Which rules have which shape, the first that fits. */
const SHAPE_OF: readonly (readonly [RegExp, keyof typeof SHAPES])[] = [
  [/^size\.sectors$/, 'sectors'],
  [/^size\.measuring$/, 'measuring'],
  [/^size\./, 'thresholds'],
  [/^size-2020\.members$/, 'memberBands'],
  [/^size-2020\.capital$/, 'capitalBands'],
  [/^size-2020\.service$/, 'words'],
  [/^governance\.simplified-sizes$|^audit\.sizes$/, 'classes'],
  [/^meeting\.delegates-minimum$/, 'delegates'],
  [/^(clock\.|board\.meeting\.|audit\.(fund-)?every$|capital\.(due|re-register)$)/, 'clock'],
  [/^meeting\.(annual|simplified|second-call|third-call|extraordinary)$/, 'clock'],
  [/^(members|capital|governance|board|director|control|meeting|vote|audit)\./, 'number'],
  [/^transition\./, 'day'],
  [/^revocation\./, 'months'],
  [/^asset\.life\./, 'years'],
  [/^calendar\.fixed-holidays$/, 'monthDays'],
  [/^calendar\.swapped-days$/, 'swapped'],
];

/** The shape that a rule of this key must have; undefined: it is none of those that this slice reads. */
export function shapeOf(key: string): keyof typeof SHAPES | undefined {
  return SHAPE_OF.find(([pattern]) => pattern.test(key))?.[1];
}

/** The value in its shape. Values are checked when written, so that another shape is a bug. */
export function ruleContent<Name extends keyof typeof SHAPES>(
  rule: DatedRule,
  shape: Name,
): z.output<(typeof SHAPES)[Name]> {
  const parsed = SHAPES[shape].safeParse(rule.value);
  assert(parsed.success, `${rule.key} has the shape ${shape}`);
  return parsed.data as z.output<(typeof SHAPES)[Name]>;
}
