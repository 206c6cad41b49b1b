import { sql } from 'kysely';
import { refuseIf } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { loadOnce, orNull, readSeed } from '#platform/files/seed.server.ts';
import { DEFINING_FIELDS, formulaRefusal } from './dictionary.ts';

/** One row of `seed/indicators.csv`, as the columns of the table. */
export interface IndicatorRow {
  readonly [column: string]: string | null;
}

/** The indicator dictionary as it ships; refused with the codes when a formula is circular or a definition was changed. */
export async function loadIndicators(tx: Tx, now: Date): Promise<void> {
  const file = await readSeed('indicators.csv');
  await loadOnce(tx, now, 'reporting', [file], async () => {
    await saveIndicators(
      tx,
      file.rows.map((row) => ({
        ...row,
        numerator: orNull(row.numerator),
        denominator: orNull(row.denominator),
        counted_by: orNull(row.counted_by),
        valid_until: orNull(row.valid_until),
      })),
    );
  });
}

/** Adds versions that are new and ends old ones; a version that is there keeps its definition for ever. */
export async function saveIndicators(tx: Tx, rows: readonly IndicatorRow[]): Promise<void> {
  for (const day of new Set(rows.map((row) => row.valid_from ?? ''))) refuseIf(formulaRefusal(inForce(rows, day)));
  const body = JSON.stringify(rows);
  const changed = await sql<{ code: string; version: number; field: string }>`
    select old.code, old.version, field.key as field
      from jsonb_populate_recordset(null::reporting.indicator, ${body}::jsonb) as new
      join reporting.indicator as old using (code, version)
      cross join lateral jsonb_each(to_jsonb(old)) as field
     where field.key = any (${DEFINING_FIELDS}::text[]) and field.value is distinct from to_jsonb(new) -> field.key
     order by old.code, field.key limit 1`.execute(tx);
  const first = changed.rows[0];
  refuseIf(first && { code: 'reporting.indicator.changed-without-version', facts: { ...first } });
  await sql`insert into reporting.indicator
    select * from jsonb_populate_recordset(null::reporting.indicator, ${body}::jsonb) order by valid_from
    on conflict (code, version) do update set row_no = excluded.row_no, indent = excluded.indent,
      group_name = excluded.group_name, name = excluded.name, decimals = excluded.decimals,
      is_required = excluded.is_required, owner = excluded.owner, valid_until = excluded.valid_until`.execute(tx);
}

function inForce(rows: readonly IndicatorRow[], day: string) {
  return rows
    .filter((row) => (row.valid_from ?? '') <= day && (row.valid_until === null || (row.valid_until ?? '') > day))
    .map((row) => ({
      code: row.code ?? '',
      aggregation: row.aggregation ?? '',
      numerator: row.numerator ?? null,
      denominator: row.denominator ?? null,
    }));
}
