import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';

/** Requests that cost the server much more than a page: each kind has a limit of its own. */
export type CostlyKind = 'upload' | 'export' | 'search' | 'api';

const WINDOW_MINUTES = 5;
const MINUTE_MS = 60_000;
/** Counts older than this serve no one. */
const KEPT_MINUTES = 60;
/** In one window. Wide for people, also for an office behind one address; narrow for a program that never stops. */
export const REQUESTS_MAX: Readonly<Record<CostlyKind, number>> = { upload: 60, export: 300, search: 600, api: 1500 };

export interface Caller {
  readonly kind: CostlyKind;
  readonly address: string;
  /** Keyed into the hash, so that the table names nobody. */
  readonly secret: string;
}

/**
 * Counts one costly request of whoever has signed in, else of the address, and refuses it beyond the limit of its window.
 * Kept in the database: it holds for every process and after a restart. One statement, no lock beyond its row.
 */
export async function requestRefusal(ctx: Ctx, { kind, address, secret }: Caller): Promise<Refusal | undefined> {
  const who = ctx.actor.accountId ? `account:${ctx.actor.accountId}` : `address:${address}`;
  const subject = createHmac('sha256', secret).update(`${kind}:${who}`).digest('hex');
  const windowMs = WINDOW_MINUTES * MINUTE_MS;
  const began = new Date(Math.floor(ctx.now.getTime() / windowMs) * windowMs);
  const requests = await ctx.transact(async (tx) => {
    const counted = await sql<{ requests: number }>`
      insert into platform.request_count (subject_hash, window_began_at, requests) values (${subject}, ${began}, 1)
      on conflict (subject_hash, window_began_at) do update set requests = request_count.requests + 1
      returning requests`.execute(tx);
    const count = counted.rows[0]?.requests ?? 1;
    if (count === 1) await forgetOld(tx, ctx.now);
    return count;
  });
  if (requests <= REQUESTS_MAX[kind]) return undefined;
  const minutes = Math.max(1, Math.ceil((began.getTime() + windowMs - ctx.now.getTime()) / MINUTE_MS));
  return { code: 'platform.request.too-many', facts: { minutes } };
}

async function forgetOld(tx: Tx, now: Date): Promise<void> {
  const kept = new Date(now.getTime() - KEPT_MINUTES * MINUTE_MS);
  await sql`delete from platform.request_count where window_began_at < ${kept}`.execute(tx);
}
