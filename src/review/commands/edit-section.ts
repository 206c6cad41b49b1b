import { z } from 'zod';
import { cleanLines, controlCharacterAt } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { reviewFacts } from '../build.ts';
import { formWords } from '../messages.vi.ts';
import { SECTION_CODES } from '../model.ts';
import { requireReview } from '../permissions.ts';
import { saveSection } from '../saving.ts';

const BODY_MAX = 30_000;

export const EditSection = z.object({
  code: z.enum(SECTION_CODES),
  body: z
    .string()
    .max(BODY_MAX, { error: formWords.bodyTooLong(BODY_MAX) })
    .refine((text) => controlCharacterAt(cleanLines(text)) === undefined, { error: formWords.controlCharacter })
    .transform(cleanLines),
  /** The version that the author was looking at; 0: the template. */
  seenVersion: z.coerce.number().int().min(0),
});

/** Saves a section of the report. Refused when the period is locked or somebody saved it since it was opened. */
export async function editSection(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  input: z.output<typeof EditSection>,
): Promise<void> {
  requireReview(ctx, 'review.edit-section', clusterCode);
  await ctx.transact(async (tx) => {
    await saveSection(tx, ctx, await reviewFacts(tx, clusterCode, periodCode), input);
  });
}
