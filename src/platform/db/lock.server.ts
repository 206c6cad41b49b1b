import type { Database } from './db.server.ts';
import { sql } from './db.server.ts';

/** Names of locks are numbers of two halves; ours for jobs stand under this one. */
const JOBS = 4_425_0017;

/**
 * Works while this process alone, of all on this database, holds the lock of that name. Undefined: another holds it.
 * The lock ends with its connection, so a process that was killed leaves none behind.
 */
export async function withJobLock<T>(
  database: Database,
  name: string,
  work: () => Promise<T>,
): Promise<{ readonly answer: T } | undefined> {
  return await database.kysely.connection().execute(async (db) => {
    const asked = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(${JOBS}, hashtext(${name})) as held`.execute(db);
    if (!asked.rows[0]?.held) return undefined;
    try {
      return { answer: await work() };
    } finally {
      // Fails when the connection is lost, and then the lock is gone with it.
      await sql`select pg_advisory_unlock(${JOBS}, hashtext(${name}))`.execute(db).catch(() => {});
    }
  });
}
