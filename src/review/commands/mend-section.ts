import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { reviewFacts } from '../build.ts';
import { SECTION_CODES } from '../model.ts';
import { requireReview } from '../permissions.ts';
import { placeChangedRefusal } from '../rules.ts';
import { saveSection } from '../saving.ts';
import { bodyOf } from '../template/outline.ts';

export const MendSection = z.object({
  code: z.enum(SECTION_CODES),
  seenVersion: z.coerce.number().int().min(0),
  /** The place that a check was about, and what stood there. */
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(0),
  excerpt: z.string().min(1),
  replacement: z.string(),
});

/** Puts the repair that a check offers in its place. Refused when something else stands there by now. */
export async function mendSection(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  input: z.output<typeof MendSection>,
): Promise<void> {
  requireReview(ctx, 'review.edit-section', clusterCode);
  await ctx.transact(async (tx) => {
    const facts = await reviewFacts(tx, clusterCode, periodCode);
    const { code, seenVersion, start, end } = input;
    const before = facts.sections.get(code)?.body ?? bodyOf(code);
    refuseIf(placeChangedRefusal(before, input));
    const body = before.slice(0, start) + input.replacement + before.slice(end);
    await saveSection(tx, ctx, facts, { code, body, seenVersion });
  });
}
