import { z } from 'zod';
import { clean } from '#kernel/text-vi.ts';
import { type IsoDate, parseIsoDate } from '#kernel/time.ts';
import { formWords as words } from './messages-pages.vi.ts';

/** A day that must be given. */
export const dayField = z
  .string()
  .default('')
  .transform((text) => parseIsoDate(text.trim()))
  .pipe(z.custom<IsoDate>((day) => day !== undefined, { error: words.dayMissing }));

/** A day, or none: open. */
export const dayOrOpen = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? null : parseIsoDate(text.trim())))
  .pipe(z.custom<IsoDate | null>((day) => day !== undefined, { error: words.dayWrong }));

/** One line of words, so many letters at most; empty unless `required` names what is missing. */
export function lineField(max: number, required?: string) {
  const line = z
    .string()
    .default('')
    .transform(clean)
    .pipe(z.string().max(max, words.tooLong(max)));
  return required === undefined ? line : line.pipe(z.string().min(1, required));
}

/** The small number by which posts and departments are put in order. */
export const rankField = z.coerce
  .number(words.rankWrong)
  .int(words.rankWrong)
  .min(1, words.rankWrong)
  .max(99, words.rankWrong);

export const reasonField = lineField(300, words.reasonMissing);
