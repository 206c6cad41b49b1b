import { sql } from 'kysely';
import { referenceId } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { loadOnce, orNull, readSeed } from '#platform/files/seed.server.ts';

/**
 * Instruments and dated values as they ship. A value that an office has changed or confirmed stays as it is:
 * only rows not yet there are added.
 */
export async function loadLegal(tx: Tx, now: Date): Promise<void> {
  const [instruments, values] = [await readSeed('instruments.csv'), await readSeed('rule-values.csv')];
  await loadOnce(tx, now, 'legal', [instruments, values], async () => {
    const rows = instruments.rows.map((row) => ({
      ...row,
      issued_on: orNull(row.issued_on),
      in_force_from: orNull(row.in_force_from),
      in_force_until: orNull(row.in_force_until),
      replaced_by: orNull(row.replaced_by),
    }));
    await sql`insert into legal.instrument
      select * from jsonb_populate_recordset(null::legal.instrument, ${JSON.stringify(rows)}::jsonb)
      on conflict (number) do nothing`.execute(tx);
    const dated = values.rows.map(({ value_json, ...row }) => ({
      ...row,
      id: referenceId(`legal.rule_value:${row.key}:${row.valid_from}`),
      valid_until: orNull(row.valid_until),
      value: JSON.parse(value_json ?? 'null'),
      version: 1,
    }));
    await sql`insert into legal.rule_value
      select * from jsonb_populate_recordset(null::legal.rule_value, ${JSON.stringify(dated)}::jsonb)
      on conflict (id) do nothing`.execute(tx);
  });
}
