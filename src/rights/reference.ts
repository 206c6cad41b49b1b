import { referenceId } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { loadOnce, orNull, readSeed } from '#platform/files/seed.server.ts';

/** Texts of consent and rules of retention as they ship; what an office has changed stays as it is. */
export async function loadRights(tx: Tx, now: Date): Promise<void> {
  const [texts, rules] = [await readSeed('consent-texts.csv'), await readSeed('retention-rules.csv')];
  await loadOnce(tx, now, 'rights', [texts, rules], async () => {
    const versions = texts.rows.map((row) => ({
      ...row,
      id: referenceId(`rights.consent_text:${row.purpose}:${row.version}`),
      valid_until: orNull(row.valid_until),
    }));
    await sql`insert into rights.consent_text
      select * from jsonb_populate_recordset(null::rights.consent_text, ${JSON.stringify(versions)}::jsonb)
      on conflict (id) do nothing`.execute(tx);
    const dated = rules.rows.map((row) => ({ ...row, valid_until: orNull(row.valid_until) }));
    await sql`insert into rights.retention_rule
      select * from jsonb_populate_recordset(null::rights.retention_rule, ${JSON.stringify(dated)}::jsonb)
      on conflict (code, valid_from) do nothing`.execute(tx);
  });
}
