import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { DelegableAct, Delegation } from './model.ts';
import { maySeeDelegation } from './permissions.ts';

const COLUMNS = sql`d.id, d.kind, d.from_account_id as "fromAccountId", giver.display_name as "fromName",
  d.to_account_id as "toAccountId", taker.display_name as "toName", d.role, d.scope, d.acts, d.from_title as "fromTitle",
  d.to_title as "toTitle", d.signer_name as "signerName", d.ground, d.valid_from as "validFrom", d.valid_until as "validUntil",
  d.created_at as "createdAt", d.created_by as "createdBy", d.ended_at as "endedAt", d.ended_by as "endedBy",
  d.end_reason as "endReason"`;
const TABLES = sql`platform.delegation d join platform.account giver on giver.id = d.from_account_id
  join platform.account taker on taker.id = d.to_account_id`;
const SHOWN_MAX = 500;

/** The delegations that the actor may see, newest span first. */
export async function listDelegations(ctx: Pick<Ctx, 'widened' | 'actor'>): Promise<readonly Delegation[]> {
  const found = await sql<Delegation>`select ${COLUMNS} from ${TABLES}
    order by d.valid_from desc, d.id desc limit ${SHOWN_MAX}`.execute(ctx.widened('unit-people').read);
  return found.rows.filter((row) => maySeeDelegation(ctx.actor, row));
}

/** Who may not know of a delegation is told that there is none. */
export async function getDelegation(ctx: Pick<Ctx, 'widened' | 'actor'>, id: string): Promise<Delegation> {
  const found = await sql<Delegation>`select ${COLUMNS} from ${TABLES} where d.id::text = ${id}`.execute(
    ctx.widened('unit-people').read,
  );
  const [row] = found.rows;
  if (!row || !maySeeDelegation(ctx.actor, row))
    throw new Refused({ code: 'platform.delegation.not-found', facts: {} });
  return row;
}

/**
 * The delegation under which that act is signed at that scope on that day: in force, its delegator still holding the right
 * and neither account closed by then; the newest, should there be several. Undefined: the head signs.
 */
export async function delegationFor(
  db: ReadDb,
  act: DelegableAct,
  scope: Scope,
  on: IsoDate,
): Promise<Delegation | undefined> {
  const found = await sql<Delegation>`select ${COLUMNS} from ${TABLES}
    where d.scope = ${scope} and d.acts ? ${act} and d.valid_from <= ${on} and d.valid_until > ${on}
      and (giver.closed_at is null or giver.closed_at > ${on}::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (taker.closed_at is null or taker.closed_at > ${on}::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and exists (select from platform.account_grant held where held.account_id = giver.id and held.role = d.role
        and held.scope = d.scope and held.valid_from <= ${on} and (held.valid_until is null or held.valid_until > ${on}))
    order by d.created_at desc, d.id desc limit 1`.execute(db);
  return found.rows[0];
}

/** Open accounts with a right in that unit or below it today: who can be chosen to sign. */
export async function peopleToSign(
  ctx: Pick<Ctx, 'widened'>,
  scopes: readonly Scope[],
  on: IsoDate,
): Promise<readonly { readonly id: string; readonly name: string; readonly login: string }[]> {
  const found = await sql<{ id: string; name: string; login: string }>`
    select distinct account.id, account.display_name as name, account.login
    from platform.account account join platform.account_grant held on held.account_id = account.id
    where account.closed_at is null and held.role in ('leader', 'officer', 'secretary', 'editor')
      and held.valid_from <= ${on} and (held.valid_until is null or held.valid_until > ${on})
      and (held.scope = any(${scopes}::text[])
        or (held.scope like 'department:%' and 'alliance:' || substring(held.scope from '^department:([^/]+)/') = any(${scopes}::text[])))
    order by name, login`.execute(ctx.widened('unit-people').read);
  return found.rows;
}

/** The leaders of a unit today: for whom an administrator may record a delegation. */
export async function leadersOf(
  ctx: Pick<Ctx, 'widened'>,
  on: IsoDate,
): Promise<readonly { readonly id: string; readonly name: string; readonly login: string; readonly scope: Scope }[]> {
  const found = await sql<{ id: string; name: string; login: string; scope: Scope }>`
    select account.id, account.display_name as name, account.login, held.scope
    from platform.account account join platform.account_grant held on held.account_id = account.id
    where account.closed_at is null and held.role = 'leader' and held.valid_from <= ${on}
      and (held.valid_until is null or held.valid_until > ${on})
    order by held.scope, account.display_name`.execute(ctx.widened('unit-people').read);
  return found.rows;
}
