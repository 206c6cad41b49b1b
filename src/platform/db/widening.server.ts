import type { WiderFor } from '#platform/ctx.ts';
import type { Tx } from './db.server.ts';
import { sql } from './db.server.ts';

/**
 * Reads beyond the actor's reach within the transaction at hand, then has the reach that was there before. For acts that
 * hold a connection already: were each of them to ask the pool for a second one (`ctx.widened`), enough people at once
 * would wait for one another for ever. When `read` fails the transaction is over, and with it the wider reach.
 */
export async function readingAll<T>(tx: Tx, _why: WiderFor, read: (tx: Tx) => Promise<T>): Promise<T> {
  const found = await sql<{ before: string }>`
    with told as materialized (select coalesce(current_setting('hopluc.reach', true), '') as before)
    select before, set_config('hopluc.reach', 'all', true) from told`.execute(tx);
  const answer = await read(tx);
  await sql`select set_config('hopluc.reach', ${found.rows[0]?.before ?? ''}, true)`.execute(tx);
  return answer;
}
