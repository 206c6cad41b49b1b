import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import type { Visits } from './model.ts';

const SAME_VISIT_MINUTES = 30;
const ONLINE_MINUTES = 5;
const BOTS = /bot|crawl|spider|slurp|preview|monitor|curl|wget|headless|lighthouse/i;

export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
}

/** A visitor as a hash that nobody can trace back or carry into another day: its salt lives one day only. */
export function visitorHash(visitor: Visitor, salt: string): string {
  return createHash('sha256').update([salt, visitor.address, visitor.userAgent].join('\u0000')).digest('hex');
}

/** Programs that read pages are not visits. */
export function isBot(userAgent: string): boolean {
  return userAgent === '' || BOTS.test(userAgent);
}

/**
 * Counts a visit once in 30 minutes, without cookies; hashes older than 24 hours are forgotten on the way.
 * Throws when the database does: whoever shows a page lets it fail silently.
 */
export async function countVisit(ctx: Ctx, visitor: Visitor): Promise<void> {
  await ctx.transact(async (tx) => {
    const hash = visitorHash(visitor, await saltOf(tx, ctx.today));
    const before = new Date(ctx.now.getTime() - SAME_VISIT_MINUTES * 60_000);
    const dayAgo = new Date(ctx.now.getTime() - 24 * 3_600_000);
    await sql`delete from portal.visit_seen where seen_at < ${dayAgo}`.execute(tx);
    const known = await sql<{
      seen_at: Date;
    }>`select seen_at from portal.visit_seen where visitor_hash = ${hash}`.execute(tx);
    await sql`insert into portal.visit_seen (visitor_hash, seen_at) values (${hash}, ${ctx.now})
      on conflict (visitor_hash) do update set seen_at = excluded.seen_at`.execute(tx);
    const last = known.rows[0]?.seen_at;
    if (last !== undefined && last >= before) return;
    await sql`insert into portal.visit_day (day, visits) values (${ctx.today}, 1)
      on conflict (day) do update set visits = portal.visit_day.visits + 1`.execute(tx);
  });
}

async function saltOf(tx: Tx, today: IsoDate): Promise<string> {
  await sql`delete from portal.visit_salt where day < ${today}`.execute(tx);
  await sql`insert into portal.visit_salt (day, salt) values (${today}, ${randomBytes(16).toString('hex')})
    on conflict (day) do nothing`.execute(tx);
  const row = await tx
    .selectFrom('portal.visit_salt')
    .where('day', '=', today)
    .select('salt')
    .executeTakeFirstOrThrow();
  return row.salt;
}

/** Seen in the last five minutes, visits of today, visits of all days. */
export async function readVisits(db: ReadDb, now: Date, today: string): Promise<Visits> {
  const since = new Date(now.getTime() - ONLINE_MINUTES * 60_000);
  const found = await sql<{ online: number; today: number; total: number }>`
    select (select count(*)::int from portal.visit_seen where seen_at >= ${since}) as online,
           coalesce(sum(visits) filter (where day = ${today}::date), 0)::float8 as today,
           coalesce(sum(visits), 0)::float8 as total
      from portal.visit_day`.execute(db);
  return found.rows[0] ?? { online: 0, today: 0, total: 0 };
}
