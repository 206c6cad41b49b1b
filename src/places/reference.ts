import { sql } from 'kysely';
import { referenceId } from '#kernel/ids.ts';
import { fold } from '#kernel/text-vi.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { loadOnce, orNull, readSeed } from '#platform/files/seed.server.ts';

/** Administrative units, their changes and name variants from `seed/places`. A newer list replaces versions by uid. */
export async function loadPlaces(tx: Tx, now: Date): Promise<void> {
  const units = await readSeed('places/administrative-units.csv');
  const changes = await readSeed('places/administrative-changes.csv');
  const variants = await readSeed('places/administrative-name-variants.csv');
  await loadOnce(tx, now, 'places', [units, changes, variants], async () => {
    await loadUnits(tx, units.rows);
    await loadChanges(tx, changes.rows);
    await sql`insert into places.name_variant (unit_code, other_spelling, seen_in)
      select code, other_spelling, "where" from jsonb_to_recordset(${JSON.stringify(variants.rows)}::jsonb)
        as row(code text, other_spelling text, "where" text)
      on conflict do nothing`.execute(tx);
  });
}

type Rows = readonly Readonly<Record<string, string>>[];

async function loadUnits(tx: Tx, rows: Rows): Promise<void> {
  const units = rows.map(({ valid_to, ...row }) => ({
    ...row,
    id: referenceId(`places.unit:${row.uid}`),
    search_key: fold(row.name ?? ''),
    parent_code: orNull(row.parent_code),
    valid_until: orNull(valid_to),
  }));
  await sql`insert into places.unit
    select * from jsonb_populate_recordset(null::places.unit, ${JSON.stringify(units)}::jsonb)
    on conflict (id) do update set valid_until = excluded.valid_until, full_name = excluded.full_name,
      name = excluded.name, search_key = excluded.search_key`.execute(tx);
}

async function loadChanges(tx: Tx, rows: Rows): Promise<void> {
  const idOf = (uid: string | undefined) => (uid ? referenceId(`places.unit:${uid}`) : null);
  const changes = rows.map((row) => ({
    id: row.change_id,
    effective_on: row.effective_date,
    level: row.level,
    old_unit_id: idOf(row.old_uid),
    new_unit_id: idOf(row.new_uid),
    change_type: row.change_type,
    share: row.share,
    resolution: row.resolution,
    basis: row.basis,
    note: row.note,
  }));
  await sql`insert into places.unit_change
    select * from jsonb_populate_recordset(null::places.unit_change, ${JSON.stringify(changes)}::jsonb)
    on conflict (id) do nothing`.execute(tx);
}
