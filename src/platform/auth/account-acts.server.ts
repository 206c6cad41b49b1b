import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { fromOf, grantOf, randomPassword, untilOf } from './accounts.server.ts';
import type { AccountId, GrantKey } from './grants.server.ts';
import { addGrant, endEverything, endOneGrant } from './grants.server.ts';
import { hashPassword } from './passwords.server.ts';
import { requireAccounts } from './permissions.ts';

export interface WantedGrant {
  readonly role: string;
  readonly scope: string;
  readonly from?: string;
  readonly until?: string;
}

/** Joiner: one right more, from today or a later day on. */
export async function giveGrant(ctx: Ctx, accountId: AccountId, wanted: WantedGrant): Promise<void> {
  requireAccounts(ctx);
  const grant = datedGrant(wanted, ctx.today);
  await ctx.transact(async (tx) => {
    await holdOpen(tx, ctx, accountId);
    await addGrant(tx, accountId, grant);
    await record(tx, ctx, 'platform.grant-given', accountId, plain(grant));
  });
}

/** Mover: every right ends and the new one begins on the same day, in one act. */
export async function movePerson(ctx: Ctx, accountId: AccountId, wanted: WantedGrant): Promise<void> {
  requireAccounts(ctx);
  const grant = datedGrant(wanted, ctx.today);
  await ctx.transact(async (tx) => {
    await holdOpen(tx, ctx, accountId);
    const ended = await endEverything(tx, ctx, accountId, grant.from);
    await addGrant(tx, accountId, grant);
    await record(tx, ctx, 'platform.person-moved', accountId, { ...plain(grant), grants: ended });
  });
}

/** Ends one right on a day, today or later. What was done under it stays as it is. */
export async function endGrant(ctx: Ctx, accountId: AccountId, key: GrantKey, day: string): Promise<void> {
  requireAccounts(ctx);
  const on = fromOf(day, ctx.today);
  await ctx.transact(async (tx) => {
    await hold(tx, accountId);
    await endOneGrant(tx, ctx, accountId, key, on);
  });
}

/**
 * Leaver: the account closes on a day, today or later, and every right and delegation ends with it. From that moment no
 * request gets in, whatever sessions are still open; today's are ended at once.
 */
export async function closeAccount(
  ctx: Ctx,
  accountId: AccountId,
  { day, reason }: { readonly day: string; readonly reason: string },
): Promise<void> {
  requireAccounts(ctx);
  if (accountId === ctx.actor.accountId) throw new Refused({ code: 'platform.account.own', facts: {} });
  const on = fromOf(day, ctx.today);
  const why = reason.trim();
  if (why === '') throw new Refused({ code: 'platform.account.reason-missing', facts: { field: 'reason' } });
  const closedAt = on === ctx.today ? ctx.now : startOf(on);
  await ctx.transact(async (tx) => {
    await holdOpen(tx, ctx, accountId);
    const grants = await endEverything(tx, ctx, accountId, on);
    await sql`update platform.account set closed_at = ${closedAt}, closed_by = ${ctx.actor.name}, close_reason = ${why}
      where id = ${accountId}`.execute(tx);
    if (on === ctx.today) await sql`delete from platform.session where account_id = ${accountId}`.execute(tx);
    await record(tx, ctx, 'platform.account-closed', accountId, { on, reason: why, grants });
  });
}

/** Opens an account that was closed, or is to be. Its rights stay ended: they are given anew, on purpose. */
export async function reopenAccount(ctx: Ctx, accountId: AccountId): Promise<void> {
  requireAccounts(ctx);
  await ctx.transact(async (tx) => {
    const { closedAt } = await hold(tx, accountId);
    if (!closedAt) throw new Refused({ code: 'platform.account.not-closed', facts: {} });
    await sql`update platform.account set closed_at = null, closed_by = null, close_reason = '' where id = ${accountId}`.execute(
      tx,
    );
    await record(tx, ctx, 'platform.account-reopened', accountId, {});
  });
}

/** Signs the person out everywhere; answers how many sessions there were. */
export async function endAllSessions(ctx: Ctx, accountId: AccountId): Promise<number> {
  requireAccounts(ctx);
  return await ctx.transact(async (tx) => {
    await hold(tx, accountId);
    const ended = await sql`delete from platform.session where account_id = ${accountId}`.execute(tx);
    const sessions = Number(ended.numAffectedRows ?? 0);
    await record(tx, ctx, 'platform.sessions-ended', accountId, { sessions });
    return sessions;
  });
}

/** A new random password, answered once and never shown again; whoever signed in with the old one is signed out. */
export async function resetPassword(ctx: Ctx, accountId: AccountId): Promise<string> {
  requireAccounts(ctx);
  if (accountId === ctx.actor.accountId) throw new Refused({ code: 'platform.account.own', facts: {} });
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  await ctx.transact(async (tx) => {
    await holdOpen(tx, ctx, accountId);
    await sql`update platform.account set password_hash = ${passwordHash} where id = ${accountId}`.execute(tx);
    const ended = await sql`delete from platform.session where account_id = ${accountId}`.execute(tx);
    await record(tx, ctx, 'platform.password-reset', accountId, { sessions: Number(ended.numAffectedRows ?? 0) });
  });
  return password;
}

function datedGrant(wanted: WantedGrant, today: IsoDate) {
  const from = fromOf(wanted.from, today);
  return { ...grantOf(wanted), from, until: untilOf(wanted.until, from) };
}

function plain({ role, scope, from, until }: ReturnType<typeof datedGrant>) {
  return { role, scope, from, ...(until ? { until } : {}) };
}

/** Midnight in Việt Nam. */
function startOf(day: IsoDate): Date {
  return new Date(`${parseIsoDate(day)}T00:00:00+07:00`);
}

/** The account, held until the end of the transaction, so that two acts on one person follow each other. */
async function hold(tx: Tx, accountId: AccountId): Promise<{ readonly closedAt: Date | null }> {
  const found = await sql<{ closedAt: Date | null }>`
    select closed_at as "closedAt" from platform.account where id = ${accountId} for update`.execute(tx);
  const [row] = found.rows;
  if (!row) throw new Refused({ code: 'platform.account.not-found', facts: {} });
  return row;
}

async function holdOpen(tx: Tx, ctx: Ctx, accountId: AccountId): Promise<void> {
  const { closedAt } = await hold(tx, accountId);
  if (closedAt && closedAt <= ctx.now) throw new Refused({ code: 'platform.account.is-closed', facts: {} });
}
