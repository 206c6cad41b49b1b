import { z } from 'zod';
import { readDay } from '#kernel/day-vi.ts';
import { readNumber } from '#kernel/number-vi.ts';
import { clean, cleanLines } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import { text } from './messages.vi.ts';
import type { ApplicationId, MemberId } from './model.ts';

const LINE_MAX = 200;
const NOTE_MAX = 2000;
const line = z.string().default('').transform(clean).pipe(z.string().max(LINE_MAX, text.tooLong));
const note = z.string().default('').transform(cleanLines).pipe(z.string().max(NOTE_MAX, text.tooLong));
const seenVersion = z.coerce.number().int();
const present = z.array(z.string()).default([]);
const applicationId = z.uuid().transform((id) => id as ApplicationId);
const memberId = z.uuid().transform((id) => id as MemberId);

const day = z.string().transform((typed, context): IsoDate => {
  const reading = readDay(typed);
  if (reading.ok) return reading.day;
  context.addIssue({ code: 'custom', message: text.dayWrong });
  return z.NEVER;
});

const dong = z.string().transform((typed, context): bigint => {
  const reading = readNumber(typed, 'integer');
  if (reading.state === 'value' && /^\d+$/.test(reading.value)) return BigInt(reading.value);
  context.addIssue({ code: 'custom', message: text.amountWrong });
  return z.NEVER;
});

const Step = { seenVersion, effectiveOn: day, paperNo: line, note };

/** What the forms of an organisation's membership send. */
export const MembershipAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open'), appliedOn: day, present }),
  z.object({ act: z.literal('mark'), applicationId, seenVersion, present }),
  z.object({
    act: z.literal('step'),
    applicationId,
    move: z.enum(['return', 'accept', 'submit', 'approve', 'admit', 'refuse', 'withdraw'], text.moveMissing),
    ...Step,
  }),
  z.object({
    act: z.literal('member'),
    memberId,
    move: z.enum(['suspend', 'resume', 'leave'], text.moveMissing),
    ...Step,
  }),
  z.object({
    act: z.literal('due'),
    memberId,
    seenVersion,
    year: z.coerce.number(text.yearWrong).int(text.yearWrong),
    amountDong: dong,
    paidOn: day,
    paperNo: line,
  }),
]);
