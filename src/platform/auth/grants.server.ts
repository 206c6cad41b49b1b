import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';

export type AccountId = Id<'platform.account'>;

/** One right of one person as the table names it. */
export interface GrantKey {
  readonly role: string;
  readonly scope: string;
  readonly validFrom: IsoDate;
}

/** Ends one right on a day, today or later; a right that has not begun then never begins. Refuses one that is over by then. */
export async function endOneGrant(tx: Tx, ctx: Ctx, accountId: AccountId, key: GrantKey, on: IsoDate): Promise<void> {
  await keepAnAdmin(tx, accountId, on, key);
  const ended = await sql`update platform.account_grant set valid_until = greatest(valid_from, ${on}::date)
    where account_id = ${accountId} and role = ${key.role} and scope = ${key.scope} and valid_from = ${key.validFrom}
      and (valid_until is null or valid_until > greatest(valid_from, ${on}::date))`.execute(tx);
  if (ended.numAffectedRows !== 1n) throw new Refused({ code: 'platform.account.grant-not-found', facts: {} });
  await record(tx, ctx, 'platform.grant-ended', accountId, { role: key.role, scope: key.scope, on });
}

/** Ends every right of a person on a day, and what they delegated or were delegated; answers how many rights ended. */
export async function endEverything(tx: Tx, ctx: Ctx, accountId: AccountId, on: IsoDate): Promise<number> {
  await keepAnAdmin(tx, accountId, on);
  const ended = await sql`update platform.account_grant set valid_until = greatest(valid_from, ${on}::date)
    where account_id = ${accountId} and (valid_until is null or valid_until > greatest(valid_from, ${on}::date))`.execute(
    tx,
  );
  await sql`update platform.delegation
    set valid_until = greatest(valid_from, ${on}::date), ended_at = ${ctx.now}, ended_by = ${ctx.actor.name}
    where (from_account_id = ${accountId} or to_account_id = ${accountId})
      and valid_until > greatest(valid_from, ${on}::date)`.execute(tx);
  return Number(ended.numAffectedRows ?? 0);
}

/** Gives a right from a day on. Refuses a second one of the same kind over the same days. */
export async function addGrant(
  tx: Tx,
  accountId: AccountId,
  { role, scope, from, until }: { role: string; scope: string; from: IsoDate; until: IsoDate | null },
): Promise<void> {
  const taken = await sql`select from platform.account_grant
    where account_id = ${accountId} and role = ${role} and scope = ${scope}
      and daterange(valid_from, valid_until) && daterange(${from}::date, ${until}::date)`.execute(tx);
  if (taken.rows.length > 0) throw new Refused({ code: 'platform.account.grant-taken', facts: { field: 'from' } });
  await sql`insert into platform.account_grant (account_id, role, scope, valid_from, valid_until)
    values (${accountId}, ${role}, ${scope}, ${from}, ${until})`.execute(tx);
}

/** Nobody could give rights any more if the last administrator went. */
async function keepAnAdmin(tx: Tx, accountId: AccountId, on: IsoDate, key?: GrantKey): Promise<void> {
  if (key && (key.role !== 'admin' || key.scope !== 'system')) return;
  // Two who end one another's rights at the same time wait here for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended('platform.last-admin', 0))`.execute(tx);
  const found = await sql<{ own: boolean; others: boolean }>`
    select coalesce(bool_or(account.id = ${accountId}), false) as own, coalesce(bool_or(account.id <> ${accountId}), false) as others
    from platform.account_grant held join platform.account account on account.id = held.account_id
    where held.role = 'admin' and held.scope = 'system' and account.closed_at is null
      and held.valid_from <= ${on} and (held.valid_until is null or held.valid_until > ${on})`.execute(tx);
  const { own = false, others = false } = found.rows[0] ?? {};
  if (own && !others) throw new Refused({ code: 'platform.account.last-admin', facts: {} });
}
