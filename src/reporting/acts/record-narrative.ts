import type { Ctx } from '#platform/ctx.ts';
import { sql, type Tx } from '#platform/db/db.server.ts';
import type { NarrativeInput, ValuesOrigin, ValuesOutcome } from '../model.ts';
import { NARRATIVE } from '../moves.ts';
import { narrativeOf } from '../queries.ts';
import { lockUnit } from './move.ts';
import { openForWriting } from './open-for-writing.ts';

export interface NarrativeToRecord {
  readonly unitCode: string;
  readonly periodCode: string;
  readonly sections: readonly NarrativeInput[];
  readonly origin: ValuesOrigin;
}

/**
 * Writes what a unit says beside its figures: a new version of each section whose text differs; an empty text takes the
 * section back.
 */
export async function recordNarrative(
  tx: Tx,
  ctx: Ctx,
  ask: NarrativeToRecord,
  how: { readonly write: boolean },
): Promise<ValuesOutcome> {
  const unit = await lockUnit(tx, ask.unitCode, ask.periodCode);
  const current = await narrativeOf(tx, unit.alliance.id, ask.periodCode);
  const changes = ask.sections.filter((section) => (current.get(section.sectionCode) ?? '') !== section.body);
  const newValues = changes.filter((section) => !current.has(section.sectionCode)).length;
  if (how.write && changes.length > 0) {
    await openForWriting(tx, ctx, unit, [NARRATIVE], ask.origin.fileName);
    await insertSections(tx, ctx, unit.alliance.id, ask, changes);
  }
  return {
    newValues,
    changedValues: changes.length - newValues,
    unchangedValues: ask.sections.length - changes.length,
  };
}

async function insertSections(
  tx: Tx,
  ctx: Ctx,
  allianceId: string,
  ask: NarrativeToRecord,
  sections: readonly NarrativeInput[],
): Promise<void> {
  await sql`
    insert into reporting.narrative (alliance_id, period_code, section_code, version, body, import_id, file_name, sheet,
                                     cell, recorded_at, recorded_by)
    select ${allianceId}, ${ask.periodCode}, "sectionCode",
           1 + coalesce((select max(version) from reporting.narrative as old where old.alliance_id = ${allianceId}
             and old.period_code = ${ask.periodCode} and old.section_code = "sectionCode"), 0),
           body, ${ask.origin.importId}::uuid, ${ask.origin.fileName}, sheet, cell, ${ctx.now}, ${ctx.actor.name}
      from jsonb_to_recordset(${JSON.stringify(sections)}::jsonb) as section("sectionCode" text, body text, sheet text,
           cell text)`.execute(tx);
}
