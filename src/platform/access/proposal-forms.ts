import { z } from 'zod';
import { cleanLines } from '#kernel/text-vi.ts';
import type { ProposalId } from './four-eyes.ts';
import { NOTE_MAX } from './four-eyes.ts';
import { formWords } from './messages.vi.ts';

const proposalId = z.uuid().transform((id) => id as ProposalId);

/** A word to whoever decides; may be empty. */
export const noteField = z
  .string()
  .default('')
  .transform(cleanLines)
  .pipe(z.string().max(NOTE_MAX, { error: formWords.noteTooLong }));

/** What the forms of `ui/proposal-panel.tsx` post; a page adds these to its own acts. */
export const ApproveForm = z.object({ act: z.literal('approve'), proposalId });
export const WithdrawForm = z.object({ act: z.literal('withdraw'), proposalId });
export const DeclineForm = z.object({
  act: z.literal('decline'),
  proposalId,
  declineReason: z
    .string()
    .transform(cleanLines)
    .pipe(z.string().min(1, { error: formWords.reasonMissing }).max(NOTE_MAX, { error: formWords.reasonTooLong })),
});
