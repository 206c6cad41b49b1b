import { sql } from '#platform/db/db.server.ts';
import type { Kept } from '#platform/retention/kept.ts';

/** Hashes of those who read the portal; a day without visitors would otherwise keep the last ones. */
export const kept: readonly Kept[] = [
  {
    code: 'visit-hashes',
    isLedgered: false,
    async due(db, before) {
      const found = await sql<{ id: string }>`
        select visitor_hash as id from portal.visit_seen where seen_at < ${before}`.execute(db);
      return found.rows.map(({ id }) => ({ id, organisationId: null }));
    },
    async remove(tx, ids, { now }) {
      await sql`delete from portal.visit_seen where visitor_hash = any(${ids}::text[])`.execute(tx);
      await sql`delete from portal.visit_salt where day < (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`.execute(
        tx,
      );
      return { files: [] };
    },
  },
];
