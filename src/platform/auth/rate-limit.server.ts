import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';

export const FAILURES_MAX = 10;
const WINDOW_MINUTES = 15;
const MINUTE_MS = 60_000;
/** Attempts older than this serve no one. */
const KEPT_MINUTES = 24 * 60;

/** What counts as one subject: a login, known or not, or an address. Only its keyed hash is kept. */
export function subjectHash(secret: string, kind: 'login' | 'address', value: string): string {
  return createHmac('sha256', secret).update(`${kind}:${value}`).digest('hex');
}

export interface Reserved {
  /** Set when one of the subjects has failed too often: nothing may be tried now. */
  readonly refusal: Refusal | undefined;
  /** How many attempts remain for the subject that has fewest. */
  readonly remaining: number;
  /** Takes the failure back and forgets the login's earlier ones. */
  succeed(): Promise<void>;
}

/**
 * Notes a failure for every subject *before* the password is looked at, so that attempts at the same time
 * cannot slip through together, and says whether the limit of the last fifteen minutes lets this one be tried.
 */
export async function reserveAttempt(ctx: Ctx, subjects: readonly string[]): Promise<Reserved> {
  const since = new Date(ctx.now.getTime() - WINDOW_MINUTES * MINUTE_MS);
  const ids = subjects.map(() => ctx.newId<'platform.sign_in_attempt'>());
  const counted = await ctx.transact(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(subject, 0))
      from unnest(${[...subjects].sort()}::text[]) as subject`.execute(tx);
    await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
      select id, subject, ${ctx.now}, false from unnest(${ids}::uuid[], ${subjects}::text[]) as row (id, subject)`.execute(
      tx,
    );
    const found = await sql<{ failures: number; oldest: Date }>`
      select count(*)::int as failures, min(attempted_at) as oldest from platform.sign_in_attempt
      where subject_hash = any(${subjects}::text[]) and attempted_at > ${since} and not succeeded
      group by subject_hash order by 1 desc limit 1`.execute(tx);
    const most = found.rows[0] ?? { failures: 0, oldest: ctx.now };
    // What is refused does not count, or else one who keeps trying would never be let in again.
    if (most.failures > FAILURES_MAX)
      await sql`delete from platform.sign_in_attempt where id = any(${ids}::uuid[])`.execute(tx);
    return most;
  });
  return {
    remaining: Math.max(0, FAILURES_MAX - counted.failures),
    refusal: counted.failures > FAILURES_MAX ? tooMany(ctx.now, counted.oldest) : undefined,
    succeed: async () => await forget(ctx, ids, subjects[0] ?? ''),
  };
}

function tooMany(now: Date, oldest: Date): Refusal {
  const freeAt = oldest.getTime() + WINDOW_MINUTES * MINUTE_MS;
  return {
    code: 'platform.sign-in.too-many',
    facts: { minutes: Math.max(1, Math.ceil((freeAt - now.getTime()) / MINUTE_MS)) },
  };
}

async function forget(ctx: Ctx, ids: readonly string[], login: string): Promise<void> {
  const kept = new Date(ctx.now.getTime() - KEPT_MINUTES * MINUTE_MS);
  await ctx.transact(async (tx) => {
    await sql`delete from platform.sign_in_attempt
      where id = any(${ids}::uuid[]) or subject_hash = ${login} or attempted_at < ${kept}`.execute(tx);
    await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
      values (${ctx.newId()}, ${login}, ${ctx.now}, true)`.execute(tx);
  });
}
