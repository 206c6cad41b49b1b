import { sql } from '#platform/db/db.server.ts';
import type { Kept } from '#platform/retention/kept.ts';

/** Workbooks that somebody uploaded and never wrote into the register. */
export const kept: readonly Kept[] = [
  {
    code: 'uploads',
    isLedgered: false,
    async due(db, before) {
      const found = await sql<{ id: string }>`select id from workbooks.upload where uploaded_at < ${before}`.execute(
        db,
      );
      return found.rows.map(({ id }) => ({ id, organisationId: null }));
    },
    async remove(tx, ids) {
      const gone = await sql<{ sha256: string }>`
        delete from workbooks.upload where id = any(${ids}::uuid[]) returning sha256`.execute(tx);
      const hashes = [...new Set(gone.rows.map(({ sha256 }) => sha256))];
      const used = await sql<{ sha256: string }>`
        select sha256 from workbooks.import where sha256 = any(${hashes}::text[])
        union select sha256 from workbooks.upload where sha256 = any(${hashes}::text[])`.execute(tx);
      const stays = new Set(used.rows.map(({ sha256 }) => sha256));
      return { files: hashes.filter((each) => !stays.has(each)) };
    },
  },
];
