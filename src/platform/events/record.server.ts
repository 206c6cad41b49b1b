import { type RawBuilder, sql } from 'kysely';
import { assert } from '#kernel/assert.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { noteAct } from '#platform/trace/trace.server.ts';
import { CHAINS, entryText } from './chain.ts';

/**
 * Keeps in the append-only record who did what to which subject; in the act's own transaction.
 * The entry continues a chain of hashes that no other transaction holds; only when all are held it waits for one.
 */
export async function record(
  tx: Tx,
  ctx: Ctx,
  kind: string,
  subjectId: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = ctx.newId<'platform.event'>();
  const { name: by, accountId: account } = ctx.actor;
  const body = JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  const at = ctx.now.toISOString().replace('Z', '000Z');
  const text = entryText({ id, kind, subject: subjectId, facts: JSON.parse(body), at, by, account });
  const entry = sql`${id}::uuid, ${kind}, ${subjectId}, ${body}::jsonb, ${ctx.now}::timestamptz, ${by}, ${account}::uuid`;
  const isKept = (await append(tx, entry, text, FREE_CHAIN)) || (await append(tx, entry, text, OWN_CHAIN));
  assert(isKept, 'an act is recorded once in one chain');
  noteAct(kind, subjectId);
}

/** One that this transaction holds already, else the first free one counted from this connection's own. */
const FREE_CHAIN = sql`order by xmin = pg_current_xact_id()::xid desc, (chain_no + pg_backend_pid()) % ${sql.lit(CHAINS)}
  limit 1 for update skip locked`;
const OWN_CHAIN = sql`where chain_no = 1 + pg_backend_pid() % ${sql.lit(CHAINS)} for update`;

/**
 * Adds the entry to the chain that `choice` finds, in one statement that reads no entry: whoever acts may write into the
 * record without being able to read it. False: no chain was found.
 */
async function append(tx: Tx, entry: RawBuilder<unknown>, text: string, choice: RawBuilder<unknown>): Promise<boolean> {
  const done = await sql`
    with head as (select chain_no, position + 1 as position, hash from platform.audit_chain ${choice}),
    made as materialized (
      select chain_no, position, hash as previous,
             encode(sha256(convert_to(chain_no || ':' || position || ':' || hash || E'\n' || ${text}, 'UTF8')), 'hex') as hash
        from head),
    entry as (
      insert into platform.event (id, kind, subject_id, facts, created_at, created_by, account_id, chain_no, position, previous_hash, hash)
      select ${entry}, chain_no, position, previous, hash from made)
    update platform.audit_chain chain set position = made.position, hash = made.hash
      from made where chain.chain_no = made.chain_no`.execute(tx);
  return done.numAffectedRows === 1n;
}
