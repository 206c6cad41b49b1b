import { sql } from 'kysely';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { Decision, GrantUnderReview, SignedReview } from './model.ts';
import { unitHolds } from './queries.ts';

/** The rights at that unit that are in force on the day, of accounts that are open then; in the order of names. */
export async function grantsAt(
  db: ReadDb,
  unit: Scope,
  { today, now }: Pick<Ctx, 'today' | 'now'>,
): Promise<readonly GrantUnderReview[]> {
  const here = unit === 'system' ? OF_THE_SYSTEM : unitHolds([unit]);
  const found = await sql<GrantUnderReview>`
    select held.account_id as "accountId", account.display_name || ' (' || account.login || ')' as person, held.role, held.scope,
      held.valid_from as "validFrom", held.valid_until as "validUntil"
    from platform.account_grant held join platform.account account on account.id = held.account_id
    where ${here} and held.valid_from <= ${today} and (held.valid_until is null or held.valid_until > ${today})
      and (account.closed_at is null or account.closed_at > ${now})
    order by account.display_name, account.login, held.role, held.scope`.execute(db);
  return found.rows;
}

/** What no cluster or alliance looks after. */
const OF_THE_SYSTEM = sql`(held.scope = 'system' or held.scope like 'fund:%' or held.scope like 'organisation:%'
  or held.scope like 'credit-fund:%')`;

/** The signed reviews of those units, the newest quarter first. */
export async function signedReviews(db: ReadDb, units: readonly Scope[]): Promise<readonly SignedReview[]> {
  const found = await sql<SignedReview>`
    select id, scope, quarter, note, signed_at as "signedAt", signed_by as "signedBy" from people.access_review
    where scope = any(${units}::text[]) order by quarter desc, scope`.execute(db);
  return found.rows;
}

export interface ReviewedGrant extends Omit<GrantUnderReview, 'validUntil'> {
  readonly decision: Decision;
}

export async function reviewedGrants(db: ReadDb, reviewId: string): Promise<readonly ReviewedGrant[]> {
  const found = await sql<ReviewedGrant>`
    select account_id as "accountId", person, role, scope, valid_from as "validFrom", decision from people.reviewed_grant
    where review_id::text = ${reviewId} order by person, role, scope`.execute(db);
  return found.rows;
}

/** How many open accounts hold that role exactly there on the day, a person who leaves not counted. */
export async function holdersOf(
  db: ReadDb,
  held: { readonly role: string; readonly scope: Scope },
  on: IsoDate,
  without: string | null = null,
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(distinct account.id)::int as count from platform.account_grant held
    join platform.account account on account.id = held.account_id
    where held.role = ${held.role} and held.scope = ${held.scope} and held.valid_from <= ${on}
      and (held.valid_until is null or held.valid_until > ${on})
      and (account.closed_at is null or account.closed_at >= ${on}::timestamp at time zone 'Asia/Ho_Chi_Minh' + interval '1 day')
      and account.id::text is distinct from ${without}`.execute(db);
  return found.rows[0]?.count ?? 0;
}
