import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { cleanLines, controlCharacterAt } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { reviewFacts, reviewOf } from '../build.ts';
import { formWords } from '../messages.vi.ts';
import { SECTION_CODES } from '../model.ts';
import { requireReview } from '../permissions.ts';
import { alreadyLockedRefusal, changedMeanwhileRefusal } from '../rules.ts';
import { plainText, renderText } from '../text/render.ts';

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
    const facts = await reviewFacts(tx, clusterCode, periodCode);
    refuseIf(alreadyLockedRefusal(facts));
    const before = facts.sections.get(input.code);
    refuseIf(changedMeanwhileRefusal(input.seenVersion, before));
    const { snapshot } = reviewOf(facts, { madeAt: ctx.now, madeBy: ctx.actor.name, isLocked: false });
    const printed = plainText(renderText(input.body, snapshot));
    const saved = await sql<{ version: number }>`
      insert into review.section (data_call_id, code, body, printed, version, edited_at, edited_by)
      values (${facts.call.id}, ${input.code}, ${input.body}, ${printed}, ${input.seenVersion + 1}, ${ctx.now}, ${ctx.actor.name})
      on conflict (data_call_id, code) do update
        set body = excluded.body, printed = excluded.printed, version = excluded.version,
            edited_at = excluded.edited_at, edited_by = excluded.edited_by
        where review.section.version = ${input.seenVersion}
      returning version`.execute(tx);
    refuseIf(saved.rows.length === 0 ? changedMeanwhileRefusal(input.seenVersion, undefined) : undefined);
    await record(tx, ctx, 'review.section-edited', facts.call.id, {
      code: input.code,
      version: input.seenVersion + 1,
      before: before?.body ?? null,
      after: input.body,
    });
  });
}
