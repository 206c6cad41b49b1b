import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';

const WINDOW_MINUTES = 15;
const MINUTE_MS = 60_000;
/** The owner may look at failures this long. */
const KEPT_DAYS = 30;

/** How many failures within fifteen minutes: an office of many people may share one address. */
const FAILURES_MAX = { login: 10, factor: 10, address: 60, openid: 60 } as const;

/** A login, known or not; an account at its second factor; an address, also on its way to the OpenID provider. Only the keyed hash is kept. */
export interface Subject {
  readonly hash: string;
  readonly failuresMax: number;
}

export function subjectOf(secret: string, kind: keyof typeof FAILURES_MAX, value: string): Subject {
  const hash = createHmac('sha256', secret).update(`${kind}:${value}`).digest('hex');
  return { hash, failuresMax: FAILURES_MAX[kind] };
}

export interface Reserved {
  /** Set when one of the subjects has failed too often: nothing may be tried now. */
  readonly refusal: Refusal | undefined;
  /** How many attempts remain for the subject that has fewest. */
  readonly remaining: number;
  /** Takes the failure back and forgives the first subject's earlier ones. */
  succeed(): Promise<void>;
}

/**
 * Notes a failure for every subject *before* the proof is looked at, so that attempts at the same time cannot slip
 * through together, and says whether the limits of the last fifteen minutes let this one be tried.
 */
export async function reserveAttempt(actor: Ctx, subjects: readonly [Subject, ...Subject[]]): Promise<Reserved> {
  const ctx = actor.widened('sign-in');
  const since = new Date(ctx.now.getTime() - WINDOW_MINUTES * MINUTE_MS);
  const ids = subjects.map(() => ctx.newId<'platform.sign_in_attempt'>());
  const hashes = subjects.map(({ hash }) => hash);
  const counts = await ctx.transact(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(subject, 0))
      from unnest(${[...hashes].sort()}::text[]) as subject`.execute(tx);
    await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
      select id, subject, ${ctx.now}, false from unnest(${ids}::uuid[], ${hashes}::text[]) as row (id, subject)`.execute(
      tx,
    );
    const found = await sql<{ subject_hash: string; failures: number; oldest: Date }>`
      select subject_hash, count(*)::int as failures, min(attempted_at) as oldest from platform.sign_in_attempt
      where subject_hash = any(${hashes}::text[]) and attempted_at > ${since} and not succeeded and not is_forgiven
      group by subject_hash`.execute(tx);
    const counted = found.rows.map((row) => {
      const max = subjects.find(({ hash }) => hash === row.subject_hash)?.failuresMax ?? 0;
      return { remaining: max - row.failures, oldest: row.oldest };
    });
    // What is refused does not count, or else one who keeps trying would never be let in again.
    if (counted.some(({ remaining }) => remaining < 0))
      await sql`delete from platform.sign_in_attempt where id = any(${ids}::uuid[])`.execute(tx);
    return counted;
  });
  const over = counts.filter(({ remaining }) => remaining < 0).map(({ oldest }) => oldest.getTime());
  return {
    remaining: Math.max(0, Math.min(...counts.map(({ remaining }) => remaining))),
    refusal: over.length > 0 ? tooMany(ctx.now, Math.max(...over)) : undefined,
    succeed: async () => await forgive(ctx, ids, subjects[0].hash),
  };
}

function tooMany(now: Date, oldestMs: number): Refusal {
  const freeAt = oldestMs + WINDOW_MINUTES * MINUTE_MS;
  return {
    code: 'platform.sign-in.too-many',
    facts: { minutes: Math.max(1, Math.ceil((freeAt - now.getTime()) / MINUTE_MS)) },
  };
}

async function forgive(ctx: Ctx, ids: readonly string[], subject: string): Promise<void> {
  const kept = new Date(ctx.now.getTime() - KEPT_DAYS * 24 * 60 * MINUTE_MS);
  await ctx.transact(async (tx) => {
    await sql`delete from platform.sign_in_attempt where id = any(${ids}::uuid[]) or attempted_at < ${kept}`.execute(
      tx,
    );
    await sql`update platform.sign_in_attempt set is_forgiven = true
      where subject_hash = ${subject} and not succeeded and not is_forgiven`.execute(tx);
    await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
      values (${ctx.newId()}, ${subject}, ${ctx.now}, true)`.execute(tx);
  });
}
