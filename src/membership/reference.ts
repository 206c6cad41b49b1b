import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { loadOnce, orNull, readSeed } from '#platform/files/seed.server.ts';

/** What a dossier for joining must hold, by day (REG-12). */
export async function loadChecklist(tx: Tx, now: Date): Promise<void> {
  const seed = await readSeed('membership-checklist.csv');
  await loadOnce(tx, now, 'membership-checklist', [seed], async () => {
    const rows = seed.rows.map((row) => ({ ...row, valid_until: orNull(row.valid_until) }));
    await sql`insert into membership.checklist_item
      select * from jsonb_populate_recordset(null::membership.checklist_item, ${JSON.stringify(rows)}::jsonb)
      on conflict (code, valid_from) do update
         set valid_until = excluded.valid_until, rank = excluded.rank, words = excluded.words,
             citation = excluded.citation, verified = excluded.verified`.execute(tx);
  });
}
