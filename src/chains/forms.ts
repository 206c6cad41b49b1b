import { z } from 'zod';
import { readDay } from '#kernel/day-vi.ts';
import type { Decimal } from '#kernel/decimal.ts';
import { readNumber } from '#kernel/number-vi.ts';
import { clean } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import { text } from './messages.vi.ts';
import type { ChainId, LinkId } from './model.ts';
import { STAGES } from './model.ts';

const LINE_MAX = 200;
const line = z.string().default('').transform(clean).pipe(z.string().max(LINE_MAX, text.tooLong));

const day = z.string().transform((typed, context): IsoDate => {
  const reading = readDay(typed);
  if (reading.ok) return reading.day;
  context.addIssue({ code: 'custom', message: text.dayWrong });
  return z.NEVER;
});

const volume = line.transform((typed, context): Decimal | null => {
  if (typed === '') return null;
  const reading = readNumber(typed, 'decimal');
  if (reading.state === 'value' && !reading.value.startsWith('-')) return reading.value;
  context.addIssue({ code: 'custom', message: text.volumeWrong });
  return z.NEVER;
});

/** What the forms of an organisation's links send. */
export const LinkAct = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('link'),
      chainId: z.uuid(text.chainMissing).transform((id) => id as ChainId),
      stage: z.enum(STAGES),
      partner: line,
      contractNo: line,
      attachmentId: z.string().default(''),
      volume,
      volumeUnit: line,
      beganOn: day,
    })
    .refine((link) => link.volume === null || link.volumeUnit !== '', {
      error: text.unitMissing,
      path: ['volumeUnit'],
    }),
  z.object({ act: z.literal('end'), linkId: z.uuid().transform((id) => id as LinkId), endedOn: day }),
]);
