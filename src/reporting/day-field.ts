import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '#kernel/time.ts';
import { fieldWords } from './messages.vi.ts';

/** A day as a form's date field sends it. */
export const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, fieldWords.notADay)
  .transform((text) => text as IsoDate);
