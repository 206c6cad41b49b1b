import type { AllianceId } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql, type Tx } from '#platform/db/db.server.ts';
import type { ExcludedFromUndo, UndoOutcome, ValueAspect } from '../model.ts';
import { NARRATIVE } from '../moves.ts';
import { lockUnit } from './move.ts';
import { openForWriting } from './open-for-writing.ts';

export interface ValuesToUndo {
  readonly unitCode: string;
  readonly periodCode: string;
  readonly importId: string;
}

interface Cell {
  readonly code: string;
  readonly aspect: ValueAspect | 'narrative';
  /** The newest entry is this import's own: nobody has changed the cell since. */
  readonly is_untouched: boolean;
  readonly changed_at: Date;
  readonly changed_by: string;
}

/**
 * Gives every cell that an import wrote the value it had before, as a new entry; cells changed since by somebody else
 * are left alone and listed. Refused where the cells may not change now.
 */
export async function undoValues(tx: Tx, ctx: Ctx, ask: ValuesToUndo): Promise<UndoOutcome> {
  const unit = await lockUnit(tx, ask.unitCode, ask.periodCode);
  const cells = await cellsOf(tx, unit.alliance.id, ask);
  const untouched = cells.filter((cell) => cell.is_untouched);
  const changing = untouched.map((cell) => (cell.aspect === 'narrative' ? NARRATIVE : cell.code));
  await openForWriting(tx, ctx, unit, changing, '');
  await restoreValues(tx, ctx, unit.alliance.id, ask, untouched);
  await restoreNarrative(tx, ctx, unit.alliance.id, ask, untouched);
  return {
    restored: untouched.length,
    excluded: cells.filter((cell) => !cell.is_untouched).map(excludedOf),
  };
}

function excludedOf(cell: Cell): ExcludedFromUndo {
  return { code: cell.code, aspect: cell.aspect, changedAt: cell.changed_at, changedBy: cell.changed_by };
}

async function cellsOf(tx: Tx, allianceId: AllianceId, ask: ValuesToUndo): Promise<readonly Cell[]> {
  const { rows } = await sql<Cell>`
    select code, aspect, is_untouched, changed_at, changed_by from (
      select distinct on (indicator_code, aspect) indicator_code as code, aspect,
             import_id is not distinct from ${ask.importId}::uuid as is_untouched, recorded_at as changed_at,
             recorded_by as changed_by
        from reporting.value_entry as entry
       where period_code = ${ask.periodCode} and alliance_id = ${allianceId}
         and exists (select from reporting.value_entry as own where own.import_id = ${ask.importId}::uuid
           and own.alliance_id = ${allianceId} and own.period_code = ${ask.periodCode}
           and own.indicator_code = entry.indicator_code and own.aspect = entry.aspect)
       order by indicator_code, aspect, sequence desc) as cell
    union all
    select code, 'narrative', is_untouched, changed_at, changed_by from (
      select distinct on (section_code) section_code as code,
             import_id is not distinct from ${ask.importId}::uuid as is_untouched, recorded_at as changed_at,
             recorded_by as changed_by
        from reporting.narrative as entry
       where period_code = ${ask.periodCode} and alliance_id = ${allianceId}
         and exists (select from reporting.narrative as own where own.import_id = ${ask.importId}::uuid
           and own.alliance_id = ${allianceId} and own.period_code = ${ask.periodCode}
           and own.section_code = entry.section_code)
       order by section_code, version desc) as section
    order by 1, 2`.execute(tx);
  return rows;
}

/** The entry before the import's first one comes again with its own origin, so that lineage leads where it led before. */
async function restoreValues(
  tx: Tx,
  ctx: Ctx,
  allianceId: AllianceId,
  ask: ValuesToUndo,
  cells: readonly Cell[],
): Promise<void> {
  const rows = JSON.stringify(
    cells.filter((cell) => cell.aspect !== 'narrative').map((cell) => ({ ...cell, id: ctx.newId() })),
  );
  await sql`
    insert into reporting.value_entry (id, alliance_id, period_code, indicator_code, aspect, amount, basis, note, source,
                                       import_id, file_name, sheet, cell, recorded_at, recorded_by)
    select cell.id, ${allianceId}, ${ask.periodCode}, cell.code, cell.aspect, before.amount,
           coalesce(before.basis, 'actual'), coalesce(before.note, ''), 'undo', before.import_id,
           coalesce(before.file_name, ''), coalesce(before.sheet, ''), coalesce(before.cell, ''), ${ctx.now},
           ${ctx.actor.name}
      from jsonb_to_recordset(${rows}::jsonb) as cell(id uuid, code text, aspect text)
      left join lateral (
        select * from reporting.value_entry as old
         where old.alliance_id = ${allianceId} and old.period_code = ${ask.periodCode}
           and old.indicator_code = cell.code and old.aspect = cell.aspect
           and old.sequence < (select min(own.sequence) from reporting.value_entry as own
             where own.import_id = ${ask.importId}::uuid and own.alliance_id = ${allianceId}
               and own.period_code = ${ask.periodCode} and own.indicator_code = cell.code and own.aspect = cell.aspect)
         order by old.sequence desc limit 1) as before on true`.execute(tx);
}

async function restoreNarrative(
  tx: Tx,
  ctx: Ctx,
  allianceId: AllianceId,
  ask: ValuesToUndo,
  cells: readonly Cell[],
): Promise<void> {
  const codes = cells.filter((cell) => cell.aspect === 'narrative').map((cell) => cell.code);
  await sql`
    insert into reporting.narrative (alliance_id, period_code, section_code, version, body, import_id, file_name, sheet,
                                     cell, recorded_at, recorded_by)
    select ${allianceId}, ${ask.periodCode}, code, newest.version + 1, coalesce(before.body, ''), before.import_id,
           coalesce(before.file_name, ''), coalesce(before.sheet, ''), coalesce(before.cell, ''), ${ctx.now},
           ${ctx.actor.name}
      from unnest(${codes}::text[]) as code
      cross join lateral (
        select max(version) as version, min(version) filter (where import_id = ${ask.importId}::uuid) as own_version
          from reporting.narrative
         where alliance_id = ${allianceId} and period_code = ${ask.periodCode} and section_code = code) as newest
      left join lateral (
        select * from reporting.narrative as old
         where old.alliance_id = ${allianceId} and old.period_code = ${ask.periodCode} and old.section_code = code
           and old.version < newest.own_version
         order by old.version desc limit 1) as before on true`.execute(tx);
}
