import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { text } from './messages.vi.ts';
import type { PlannedChange } from './planning.ts';
import { rewriteSpans } from './spans.ts';
import type { ChangeOrigin, Written } from './writing.ts';

/** Writes the acts of changes: what no longer stands, what stands again, what is new; then the stretches that follow from them. */
export async function writeActs(tx: Tx, ctx: Ctx, origin: ChangeOrigin, changes: readonly Written[]): Promise<void> {
  const touched = changes.filter(
    ({ life }) => life.add.length > 0 || life.takeBack.length > 0 || (life.revive ?? []).length > 0,
  );
  if (touched.length === 0) return;
  await takeBackActs(tx, ctx, touched);
  await reviveActs(tx, ctx, touched);
  await insertActs(tx, ctx, origin, touched);
  await rewriteSpans(tx, [...new Set(touched.map((change) => change.subjectId))]);
}

async function takeBackActs(tx: Tx, ctx: Ctx, changes: readonly Written[]) {
  const takenBack = changes.flatMap((change) =>
    change.life.takeBack.map((id) => ({
      id,
      organisation: change.subjectId,
      change_id: change.id,
      reason: change.life.takeBackReason ?? '',
    })),
  );
  if (takenBack.length === 0) return;
  await sql`
    update register.act act
       set undone_at = ${ctx.now}, undone_by = ${ctx.actor.name}, undone_change_id = given.change_id,
           undone_reason = given.reason
      from jsonb_to_recordset(${JSON.stringify(takenBack)}::jsonb) as given (id uuid, organisation uuid, change_id uuid, reason text)
     where act.organisation_id = given.organisation and act.id = given.id and act.undone_at is null`.execute(tx);
}

/** A copy of each in its old place among the acts of its day; the old row keeps the time in which it was not believed. */
async function reviveActs(tx: Tx, ctx: Ctx, changes: readonly Written[]) {
  const revived = changes.flatMap((change) =>
    (change.life.revive ?? []).map((id) => ({ id, copy: ctx.newId(), organisation: change.subjectId })),
  );
  if (revived.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(revived)}::jsonb) as given (id uuid, copy uuid, organisation uuid)`;
  await sql`
    insert into register.act
      (id, organisation_id, alliance_id, act, effective_on, is_day_stated, evidence, change_id, sequence,
       recorded_at, recorded_by, "values", corrects_id, reason)
    overriding system value
    select given.copy, act.organisation_id, act.alliance_id, act.act, act.effective_on, act.is_day_stated, act.evidence,
           act.change_id, act.sequence, ${ctx.now}, ${ctx.actor.name}, act.values, act.corrects_id, act.reason
      from ${given} join register.act act on act.organisation_id = given.organisation and act.id = given.id`.execute(
    tx,
  );
  await copySuccessions(tx, given);
}

/** Who took over by the act `id` takes over by its copy too. */
async function copySuccessions(tx: Tx, given: ReturnType<typeof sql>) {
  await sql`
    insert into register.succession (act_id, from_organisation_id, alliance_id, to_organisation_id, relation)
    select given.copy, known.from_organisation_id, known.alliance_id, known.to_organisation_id, known.relation
      from ${given}
      join register.succession known on known.from_organisation_id = given.organisation and known.act_id = given.id`.execute(
    tx,
  );
}

async function insertActs(tx: Tx, ctx: Ctx, origin: ChangeOrigin, changes: readonly Written[]) {
  const added = changes.flatMap((change) =>
    change.life.add.map((act) => ({
      id: ctx.newId(),
      organisation: change.subjectId,
      act: act.act,
      effective_on: act.effectiveOn,
      is_day_stated: act.isDayStated,
      evidence: act.evidence ?? change.evidence ?? evidenceOf(origin, change),
      change_id: change.id,
      values: act.act === 'establish' ? { alliance_id: origin.allianceId, ...act.values } : (act.values ?? {}),
      corrects_id: act.correctsId ?? null,
      reason: act.reason ?? '',
      successors: act.successors ?? [],
    })),
  );
  if (added.length === 0) return;
  const numbered = JSON.stringify(added.map(({ successors: _, ...act }, place) => ({ place, ...act })));
  await sql`
    insert into register.act
      (id, organisation_id, alliance_id, act, effective_on, is_day_stated, evidence, change_id, recorded_at, recorded_by,
       "values", corrects_id, reason)
    select id, organisation, ${origin.allianceId}, act, effective_on, is_day_stated, evidence, change_id, ${ctx.now}, ${ctx.actor.name},
           given.values, corrects_id, reason
      from jsonb_to_recordset(${numbered}::jsonb) as given (place int, id uuid, organisation uuid, act text,
           effective_on date, is_day_stated boolean, evidence text, change_id uuid, "values" jsonb, corrects_id uuid, reason text)
     order by place`.execute(tx);
  await insertSuccessions(
    tx,
    origin,
    added.flatMap(({ id, organisation, act, successors }) =>
      successors.map((to) => ({ act_id: id, organisation, relation: act, to })),
    ),
  );
  const corrections = added.filter((act) => act.corrects_id !== null && act.successors.length === 0);
  if (corrections.length === 0) return;
  const rows = corrections.map(({ id, corrects_id, organisation }) => ({ id: corrects_id, copy: id, organisation }));
  await copySuccessions(
    tx,
    sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, copy uuid, organisation uuid)`,
  );
}

interface Succession {
  readonly act_id: string;
  readonly organisation: string;
  readonly relation: string;
  readonly to: string;
}

async function insertSuccessions(tx: Tx, origin: ChangeOrigin, rows: readonly Succession[]) {
  if (rows.length === 0) return;
  await sql`
    insert into register.succession (act_id, from_organisation_id, alliance_id, to_organisation_id, relation)
    select act_id, organisation, ${origin.allianceId}, "to", relation
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (act_id uuid, organisation uuid, "to" uuid, relation text)`.execute(tx);
}

/** The place in the workbook that says so. */
function evidenceOf(origin: ChangeOrigin, change: PlannedChange): string {
  const row = change.rowNo === null ? '' : text.row(change.rowNo);
  return [origin.fileName, origin.sheet, row].filter(Boolean).join(' · ');
}
