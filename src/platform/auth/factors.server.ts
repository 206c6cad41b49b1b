import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { isFresh, mustHaveFactor } from './factor-policy.ts';
import type { PasskeyDesk } from './passkeys.server.ts';
import { addPasskey } from './passkeys.server.ts';
import { requireAccounts } from './permissions.ts';
import { countRecoveryCodes, forgetRecoveryCodes, makeRecoveryCodes } from './recovery.server.ts';
import type { Session } from './sessions.server.ts';
import { raiseSession } from './sessions.server.ts';
import { plainLogin } from './sign-in.server.ts';
import { addTotp } from './totp.server.ts';

const FACTORS_MAX = 10;

export type FactorKind = 'totp' | 'passkey';

export interface Factor {
  readonly kind: FactorKind;
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** The account's second factors, the oldest first. */
export async function listFactors(db: ReadDb, accountId: Id<'platform.account'>): Promise<readonly Factor[]> {
  const found = await sql<Factor>`
    select 'totp' as kind, id, name, created_at as "createdAt", last_used_at as "lastUsedAt"
      from platform.totp_factor where account_id = ${accountId}
    union all
    select 'passkey', id, name, created_at, last_used_at from platform.passkey where account_id = ${accountId}
    order by 4, 2`.execute(db);
  return found.rows;
}

/** Refuses unless the person proved who they are within the last ten minutes, by the second factor if they have one. */
export function requireFreshFactor(ctx: Pick<Ctx, 'now'>, session: Session): void {
  if (session.owes !== null || !isFresh(session, ctx.now))
    throw new Refused({ code: 'platform.factor.not-fresh', facts: {} });
}

/** What whoever set a factor up gets: the session's new token; recovery codes with the first one. */
export interface Enrolled {
  readonly token: string;
  readonly codes: readonly string[] | null;
}

/** An app shows the codes of the secret that this session was offered. Refuses a code that is not of it. */
export async function enrolTotp(
  ctx: Ctx,
  session: Session,
  wanted: { readonly name: string; readonly code: string },
  secret: string,
): Promise<Enrolled> {
  return await enrol(ctx, session, secret, 'totp', wanted.name, async (tx) => {
    const act = { id: ctx.newId<'platform.totp_factor'>(), now: ctx.now, secret };
    if (!(await addTotp(tx, act, session, wanted)))
      throw new Refused({ code: 'platform.factor.code-wrong', facts: { field: 'code' } });
    return act.id;
  });
}

/** The browser made a passkey. Refuses an answer that is not to a challenge of ours. */
export async function enrolPasskey(
  ctx: Ctx,
  session: Session,
  wanted: { readonly name: string; readonly answer: unknown },
  desk: PasskeyDesk,
): Promise<Enrolled> {
  return await enrol(ctx, session, desk.secret, 'passkey', wanted.name, async (tx) => {
    const id = ctx.newId<'platform.passkey'>();
    await addPasskey(tx, desk, session, { id, ...wanted });
    return id;
  });
}

/** Whoever owes the first factor has just given the password; everybody else must have proved themselves lately. */
async function enrol(
  ctx: Ctx,
  session: Session,
  secret: string,
  kind: FactorKind,
  name: string,
  add: (tx: Tx) => Promise<string>,
): Promise<Enrolled> {
  if (session.owes !== 'enrolment') requireFreshFactor(ctx, session);
  return await ctx.transact(async (tx) => {
    const known = await lockedFactors(tx, session.accountId);
    // Between the page and this moment another browser may have set one up, which must be proved first.
    if (known.length > 0 && !session.hasFactor) throw new Refused({ code: 'platform.factor.not-fresh', facts: {} });
    if (known.length >= FACTORS_MAX) throw new Refused({ code: 'platform.factor.enough', facts: { max: FACTORS_MAX } });
    const id = await add(tx);
    await record(tx, ctx, 'platform.factor-added', session.accountId, { kind, name, factor: id });
    const codes = await firstCodes(tx, ctx, session, secret);
    return { token: await raiseSession(tx, ctx.now, session, kind), codes };
  });
}

async function firstCodes(tx: Tx, ctx: Ctx, { accountId }: Session, secret: string): Promise<readonly string[] | null> {
  if ((await countRecoveryCodes(tx, accountId)) > 0) return null;
  const codes = await makeRecoveryCodes(tx, ctx.now, secret, accountId);
  await record(tx, ctx, 'platform.recovery-codes-made', accountId, { count: codes.length });
  return codes;
}

/** Ten new recovery codes in place of the earlier ones. Asks for a fresh factor. */
export async function renewRecoveryCodes(ctx: Ctx, session: Session, secret: string): Promise<readonly string[]> {
  requireFreshFactor(ctx, session);
  if (!session.isEnrolled) throw new Refused({ code: 'platform.factor.none', facts: {} });
  return await ctx.transact(async (tx) => {
    const codes = await makeRecoveryCodes(tx, ctx.now, secret, session.accountId);
    await record(tx, ctx, 'platform.recovery-codes-made', session.accountId, { count: codes.length });
    return codes;
  });
}

/** Removes one factor, with the recovery codes when it was the last. Asks for a fresh factor; never the last one of whoever must have one. */
export async function removeFactor(ctx: Ctx, session: Session, factorId: string): Promise<void> {
  requireFreshFactor(ctx, session);
  await ctx.transact(async (tx) => {
    const known = await lockedFactors(tx, session.accountId);
    const factor = known.find(({ id }) => id === factorId);
    if (!factor) throw new Refused({ code: 'platform.factor.gone', facts: {} });
    if (known.length === 1 && mustHaveFactor(session))
      throw new Refused({ code: 'platform.factor.last', facts: { name: factor.name } });
    await sql`delete from platform.totp_factor where id = ${factorId} and account_id = ${session.accountId}`.execute(
      tx,
    );
    await sql`delete from platform.passkey where id = ${factorId} and account_id = ${session.accountId}`.execute(tx);
    if (known.length === 1) await forgetRecoveryCodes(tx, session.accountId);
    const { kind, name } = factor;
    await record(tx, ctx, 'platform.factor-removed', session.accountId, { kind, name, factor: factorId });
  });
}

/** The factors, while nobody else can add or remove one. */
async function lockedFactors(tx: Tx, accountId: Id<'platform.account'>): Promise<readonly Factor[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`factors:${accountId}`}, 0))`.execute(tx);
  return await listFactors(tx, accountId);
}

/**
 * For a person who lost every factor and code: removes them all and ends their sessions, so that they set up a factor
 * anew at the next sign-in. Answers how many factors there were; refuses an unknown login.
 */
export async function resetFactors(ctx: Ctx, typedLogin: string): Promise<number> {
  requireAccounts(ctx);
  const login = plainLogin(typedLogin);
  return await ctx.transact(async (tx) => {
    const found = await sql<{
      id: Id<'platform.account'>;
    }>`select id from platform.account where login = ${login}`.execute(tx);
    const accountId = found.rows[0]?.id;
    if (!accountId) throw new Refused({ code: 'platform.account.login-unknown', facts: { login } });
    const known = await lockedFactors(tx, accountId);
    await sql`delete from platform.totp_factor where account_id = ${accountId}`.execute(tx);
    await sql`delete from platform.passkey where account_id = ${accountId}`.execute(tx);
    await forgetRecoveryCodes(tx, accountId);
    await sql`delete from platform.session where account_id = ${accountId}`.execute(tx);
    await record(tx, ctx, 'platform.factors-reset', accountId, { login, count: known.length });
    return known.length;
  });
}
