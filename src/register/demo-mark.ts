import { type ReadDb, sql } from '#platform/db/db.server.ts';

/** Whether any organisation of these alliances is marked as synthetic: what is made of them bears the mark, too. */
export async function holdsDemoRows(db: ReadDb, allianceIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from register.organisation
                    where alliance_id = any (${allianceIds}::uuid[]) and is_demo and deleted_at is null) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}
