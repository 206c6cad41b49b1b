import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';

/** Keeps in the append-only record who did what to which subject; in the act's own transaction. */
export async function record(
  tx: Tx,
  ctx: Ctx,
  kind: string,
  subjectId: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const body = JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  await sql`insert into platform.event (id, kind, subject_id, facts, created_at, created_by)
    values (${ctx.newId()}, ${kind}, ${subjectId}, ${body}::jsonb, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
}
