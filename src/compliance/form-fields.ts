import { z } from 'zod';
import { readDay } from '#kernel/day-vi.ts';
import { clean } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseViNumber } from '#platform/i18n/format.ts';
import { formWords as words } from './messages.vi.ts';

export const TEXT_MAX = 200;

/** A day as typed. */
export const day = z.string().transform((typed, context): IsoDate => {
  const reading = readDay(typed);
  if (reading.ok) return reading.day;
  context.addIssue({ code: 'custom', message: words.dayWrong });
  return z.NEVER;
});

/** The same where it may be left empty. */
export const dayOrNone = z
  .string()
  .default('')
  .transform((typed) => (typed.trim() === '' ? null : typed))
  .pipe(day.nullable());

export const line = z
  .string()
  .default('')
  .transform(clean)
  .pipe(z.string().max(TEXT_MAX, { error: words.tooLong(TEXT_MAX) }));

/** A number as typed, not negative; empty: null. */
export const numberOrNone = z
  .string()
  .default('')
  .transform((typed, context): string | null => {
    if (typed.trim() === '') return null;
    const number = parseViNumber(typed);
    if (number !== undefined && !number.startsWith('-')) return number;
    context.addIssue({ code: 'custom', message: words.numberWrong });
    return z.NEVER;
  });

/** A whole number as typed; empty: null. */
export const countOrNone = numberOrNone.refine((number) => number === null || /^\d{1,18}$/.test(number), {
  error: words.wholeWrong,
});

/** Which row a form is about; empty: a new one. */
export const whichRow = {
  rowId: z.union([z.literal(''), z.uuid()]).default(''),
  seenVersion: z.coerce.number().int().default(0),
};
