import { sql } from 'kysely';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { DelegationId, DelegationKind } from './model.ts';
import { requireDelegating } from './permissions.ts';
import type { DelegationFacts, WishedDelegation } from './rules.ts';
import { DELEGATED_ROLE, delegationRefusal } from './rules.ts';

export interface NewDelegation {
  /** The leader whose signature it is. Another than the actor: recorded by an administrator. */
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly kind: DelegationKind;
  readonly scope: Scope;
  readonly acts: readonly string[];
  readonly firstDay: IsoDate;
  /** Included. */
  readonly lastDay: IsoDate;
  readonly fromTitle: string;
  readonly toTitle: string;
  readonly signerName: string;
  readonly ground: string;
}

/**
 * Gives somebody the signature of a unit's leader for some acts and days. Refused with the first reason of
 * `delegationRefusal`; the acting head is recorded by an administrator only, for that is given from above.
 */
export async function delegateSigning(
  ctx: Ctx,
  wanted: NewDelegation,
  covered: readonly Scope[],
): Promise<DelegationId> {
  requireDelegating(ctx, wanted.scope);
  const isAdmin = ctx.actor.grants.some((grant) => grant.role === 'admin' && grant.scope === 'system');
  if (wanted.fromAccountId !== ctx.actor.accountId && !isAdmin)
    throw new Refused({
      code: 'platform.access.denied',
      facts: { action: 'platform.delegate-signing', scope: wanted.scope },
    });
  if (wanted.kind === 'Q' && !isAdmin)
    throw new Refused({ code: 'platform.delegation.acting-head', facts: { field: 'kind' } });
  const words = [wanted.fromTitle, wanted.toTitle, wanted.signerName, wanted.ground].map((each) => each.trim());
  if (words.includes('')) throw new Refused({ code: 'platform.delegation.words-missing', facts: {} });
  const { firstDay, lastDay, fromTitle: _, toTitle: __, signerName: ___, ground, ...parties } = wanted;
  const wish: WishedDelegation = { ...parties, validFrom: firstDay, validUntil: addDays(lastDay, 1) };
  const id = ctx.newId<'platform.delegation'>();
  await ctx.widened('unit-people').transact(async (tx) => {
    // Two who delegate to one another at the same moment must not both be let through.
    await sql`select pg_advisory_xact_lock(hashtextextended('platform.delegation', 0))`.execute(tx);
    refuseIf(delegationRefusal(wish, await factsOf(tx, ctx, wish, covered)));
    await sql`insert into platform.delegation (id, from_account_id, to_account_id, kind, role, scope, acts, from_title, to_title,
        signer_name, ground, valid_from, valid_until, created_at, created_by)
      values (${id}, ${wish.fromAccountId}::uuid, ${wish.toAccountId}::uuid, ${wish.kind}, ${DELEGATED_ROLE}, ${wish.scope},
        ${JSON.stringify(wish.acts)}::jsonb, ${words[0]}, ${words[1]}, ${words[2]}, ${words[3]}, ${wish.validFrom},
        ${wish.validUntil}, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
    const { kind, scope, acts, validFrom: from, validUntil: until } = wish;
    const people = { delegator: wish.fromAccountId, delegate: wish.toAccountId };
    await record(tx, ctx, 'platform.signing-delegated', id, { kind, scope, acts, from, until, ...people, ground });
  });
  return id;
}

/** Ends a delegation from today on; one that has not begun never begins. What was signed under it stays signed. */
export async function endDelegation(ctx: Ctx, id: string, reason: string): Promise<void> {
  const found = await sql<{ scope: Scope; validFrom: IsoDate; validUntil: IsoDate }>`
    select scope, valid_from as "validFrom", valid_until as "validUntil" from platform.delegation where id::text = ${id}`.execute(
    ctx.widened('unit-people').read,
  );
  const [row] = found.rows;
  if (!row) throw new Refused({ code: 'platform.delegation.not-found', facts: {} });
  requireDelegating(ctx, row.scope);
  const on = [row.validFrom, ctx.today].toSorted().at(-1) ?? ctx.today;
  await ctx.widened('unit-people').transact(async (tx) => {
    const ended = await sql`update platform.delegation
      set valid_until = ${on}, ended_at = ${ctx.now}, ended_by = ${ctx.actor.name}, end_reason = ${reason.trim()}
      where id::text = ${id} and valid_until > ${on}`.execute(tx);
    if (ended.numAffectedRows !== 1n) throw new Refused({ code: 'platform.delegation.over', facts: {} });
    await record(tx, ctx, 'platform.delegation-ended', id, { on, reason: reason.trim() });
  });
}

async function factsOf(tx: Tx, ctx: Ctx, wish: WishedDelegation, covered: readonly Scope[]): Promise<DelegationFacts> {
  const accounts = [wish.fromAccountId, wish.toAccountId];
  const grants = await sql<DelegationFacts['delegatorGrants'][number] & { accountId: string }>`
    select account_id as "accountId", role, scope, valid_from as "validFrom", valid_until as "validUntil"
    from platform.account_grant where account_id = any(${accounts}::uuid[])`.execute(tx);
  const gone = await sql`select from platform.account
    where id = ${wish.toAccountId}::uuid and (closed_at is null or closed_at >= ${wish.validUntil}::timestamp at time zone 'Asia/Ho_Chi_Minh')`.execute(
    tx,
  );
  const others = await sql<DelegationFacts['others'][number]>`
    select from_account_id as "fromAccountId", to_account_id as "toAccountId", kind, scope, valid_from as "validFrom",
      valid_until as "validUntil"
    from platform.delegation where valid_until > ${ctx.today} and valid_until > valid_from`.execute(tx);
  const of = (id: string) => grants.rows.filter((grant) => grant.accountId === id);
  return {
    today: ctx.today,
    delegatorGrants: of(wish.fromAccountId),
    delegateGrants: of(wish.toAccountId),
    isDelegateGone: gone.rows.length === 0,
    covered,
    others: others.rows,
  };
}
