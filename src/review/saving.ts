import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql, type Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { ReviewFacts } from './build.ts';
import { reviewOf } from './build.ts';
import type { SectionCode } from './model.ts';
import { alreadyLockedRefusal, changedMeanwhileRefusal } from './rules.ts';
import { plainText, renderText } from './text/render.ts';

/** A section as its author wants it. */
export interface SectionText {
  readonly code: SectionCode;
  readonly body: string;
  /** The version that the author was looking at; 0: the template. */
  readonly seenVersion: number;
}

/** Writes one section. Refused when the period is locked, or somebody saved the section since the author opened it. */
export async function saveSection(tx: Tx, ctx: Ctx, facts: ReviewFacts, text: SectionText): Promise<void> {
  refuseIf(alreadyLockedRefusal(facts));
  const before = facts.sections.get(text.code);
  refuseIf(changedMeanwhileRefusal(text.seenVersion, before));
  const { snapshot } = reviewOf(facts, { madeAt: ctx.now, madeBy: ctx.actor.name, isLocked: false });
  const printed = plainText(renderText(text.body, snapshot));
  const version = text.seenVersion + 1;
  const saved = await sql`
    insert into review.section (data_call_id, cluster_id, code, body, printed, version, edited_at, edited_by)
    select id, cluster_id, ${text.code}, ${text.body}, ${printed}, ${version}, ${ctx.now}, ${ctx.actor.name}
      from reporting.data_call where id = ${facts.call.id}
    on conflict (data_call_id, code) do update
      set body = excluded.body, printed = excluded.printed, version = excluded.version,
          edited_at = excluded.edited_at, edited_by = excluded.edited_by
      where review.section.version = ${text.seenVersion}
    returning version`.execute(tx);
  refuseIf(
    saved.rows.length === 0
      ? { code: 'review.section.changed-meanwhile', facts: { editedBy: '', editedAt: null } }
      : undefined,
  );
  const { code, body: after } = text;
  await record(tx, ctx, 'review.section-edited', facts.call.id, { code, version, before: before?.body ?? null, after });
}
