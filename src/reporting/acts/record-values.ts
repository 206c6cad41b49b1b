import { compare } from '#kernel/decimal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { AllianceId } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql, type Tx } from '#platform/db/db.server.ts';
import type { CellValue, ValueInput, ValuesOrigin, ValuesOutcome } from '../model.ts';
import { currentValues, listIndicators, type UnitCall } from '../queries.ts';
import { lockUnit } from './move.ts';
import { openForWriting } from './open-for-writing.ts';

export interface ValuesToRecord {
  readonly unitCode: string;
  readonly periodCode: string;
  readonly values: readonly ValueInput[];
  readonly origin: ValuesOrigin;
}

/**
 * Writes a unit's values for a period: append-only, only the cells that differ, in one statement. With `write: false` it
 * only says what would change. Needs the data call (`ensureDataCall`). Refused when a cell may not change now: the period
 * is locked, the unit has passed, or the cell was not returned; a sent submission is recalled by whoever may send it.
 */
export async function recordValues(
  tx: Tx,
  ctx: Ctx,
  ask: ValuesToRecord,
  how: { readonly write: boolean },
): Promise<ValuesOutcome> {
  const unit = await lockUnit(tx, ask.unitCode, ask.periodCode);
  await refuseUnknown(tx, unit, ask.values);
  const current = await currentValues(tx, unit.alliance.id, ask.periodCode);
  const known = new Map(current.map((value) => [cellKey(value), value]));
  const changes = ask.values.filter((value) => differs(known.get(cellKey(value)), value));
  const newValues = changes.filter((value) => !known.has(cellKey(value))).length;
  if (how.write) {
    const codes = changes.map((value) => value.indicatorCode);
    await openForWriting(tx, ctx, unit, codes, ask.origin.fileName);
    await insertValues(tx, ctx, unit.alliance.id, ask.periodCode, changes, ask.origin);
  }
  return {
    newValues,
    changedValues: changes.length - newValues,
    unchangedValues: ask.values.length - changes.length,
  };
}

function cellKey(cell: Pick<CellValue, 'indicatorCode' | 'aspect'>): string {
  return `${cell.indicatorCode} ${cell.aspect}`;
}

/** A cell differs by its number, its basis or its note; where it came from does not make it another value. */
function differs(current: CellValue | undefined, value: ValueInput): boolean {
  if (!current || value.amount === null) return (current === undefined) !== (value.amount === null);
  return compare(current.amount, value.amount) !== 0 || current.basis !== value.basis || current.note !== value.note;
}

async function refuseUnknown(tx: Tx, unit: UnitCall, values: readonly ValueInput[]): Promise<void> {
  const indicators = await listIndicators(tx, unit.period.lastDay);
  const entered = new Set(indicators.filter((one) => one.isEntered).map((one) => one.code));
  const codes = [...new Set(values.map((value) => value.indicatorCode))].filter((code) => !entered.has(code));
  refuseIf(codes.length === 0 ? undefined : { code: 'reporting.values.unknown-indicator', facts: { codes } });
}

async function insertValues(
  tx: Tx,
  ctx: Ctx,
  allianceId: AllianceId,
  periodCode: string,
  values: readonly ValueInput[],
  origin: ValuesOrigin,
): Promise<void> {
  if (values.length === 0) return;
  const rows = JSON.stringify(values.map((value) => ({ ...value, id: ctx.newId() })));
  await sql`
    insert into reporting.value_entry (id, alliance_id, period_code, indicator_code, aspect, amount, basis, note, source,
                                       import_id, file_name, sheet, cell, recorded_at, recorded_by)
    select id, ${allianceId}, ${periodCode}, "indicatorCode", aspect, amount, basis, note, ${origin.source},
           ${origin.importId}::uuid, ${origin.fileName}, sheet, cell, ${ctx.now}, ${ctx.actor.name}
      from jsonb_to_recordset(${rows}::jsonb) as value(id uuid, "indicatorCode" text, aspect text, amount numeric,
           basis text, note text, sheet text, cell text)`.execute(tx);
}
