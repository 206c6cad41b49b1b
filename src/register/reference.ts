import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { loadOnce, readSeed } from '#platform/files/seed.server.ts';

/** The sectors of the alliances' reports, with the groups they are summed in (REG-06). */
export async function loadSectors(tx: Tx, now: Date): Promise<void> {
  const sectors = await readSeed('sectors.csv');
  await loadOnce(tx, now, 'sectors', [sectors], async () => {
    const rows = sectors.rows.map((row, rank) => ({
      code: row.sector_code,
      name: row.name_vi,
      short_name: row.short_name,
      group_code: row.group_code,
      vsic_2018: [row.vsic2018_sections, row.vsic2018_divisions].filter(Boolean).join(' '),
      rank: rank + 1,
    }));
    await sql`insert into register.sector
      select * from jsonb_populate_recordset(null::register.sector, ${JSON.stringify(rows)}::jsonb)
      on conflict (code) do update
         set name = excluded.name, short_name = excluded.short_name, group_code = excluded.group_code,
             vsic_2018 = excluded.vsic_2018, rank = excluded.rank`.execute(tx);
  });
}
