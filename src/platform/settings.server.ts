import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';

/** The value of a setting of this installation, or undefined when it was never set. */
export async function findSetting<Value>(db: ReadDb, key: string): Promise<Value | undefined> {
  const found = await sql<{ value: Value }>`select value from platform.setting where key = ${key}`.execute(db);
  return found.rows[0]?.value;
}

export async function setSetting(tx: Tx, ctx: Ctx, key: string, value: unknown): Promise<void> {
  await sql`insert into platform.setting (key, value, updated_at, updated_by)
    values (${key}, ${JSON.stringify(value)}::jsonb, ${ctx.now}, ${ctx.actor.name})
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(
    tx,
  );
}

/** The setting `demo`: the data of this installation are synthetic. */
export interface DemoSetting {
  /** `loading`: a start was cut short and the next one goes on. */
  readonly state: 'loading' | 'loaded';
}
