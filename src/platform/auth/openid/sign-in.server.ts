import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { deviceOf } from '../device.ts';
import { reserveAttempt, subjectOf } from '../rate-limit.server.ts';
import { openSession } from '../sessions.server.ts';
import type { Identity, OpenIdProvider, Waiting } from './provider.server.ts';
import { randomMark, randomVerifier } from './provider.server.ts';

const MINUTES_MAX = 10;
const MINUTE_MS = 60_000;
/** How much of a hash a person reads out to the administrator. */
const SHOWN_SIGNS = 10;

export interface OpenIdStart {
  readonly redirectUri: string;
  /** A path of this site. */
  readonly wayBack: string;
  readonly address: string;
}

export interface OpenIdAnswer {
  /** Where the browser was sent back to, with the provider's parameters. */
  readonly url: URL;
  /** What the browser's cookie holds. */
  readonly browserMark: string | null;
  readonly address: string;
  readonly userAgent: string;
}

interface Attempt extends Waiting {
  readonly issuer: string;
  readonly wayBack: string;
}

interface Account {
  readonly id: Id<'platform.account'>;
  readonly login: string;
  readonly isClosed: boolean;
  readonly isEnrolled: boolean;
}

/**
 * Begins a sign-in: keeps its secrets here, and answers where the browser goes and the mark that it keeps meanwhile.
 * Refuses an address that began too often, and when the provider does not answer.
 */
export async function beginOpenId(
  visitor: Ctx,
  provider: OpenIdProvider,
  start: OpenIdStart,
  secret: string,
): Promise<{ readonly location: URL; readonly browserMark: string }> {
  const ctx = visitor.widened('sign-in');
  refuseIf((await reserveAttempt(ctx, [subjectOf(secret, 'openid', start.address)])).refusal);
  const [state, browserMark] = [randomMark(), randomMark()];
  const waiting = { redirectUri: start.redirectUri, nonce: randomMark(), verifier: randomVerifier() };
  const location = await provider.addressFor(waiting, state);
  const expiresAt = new Date(ctx.now.getTime() + MINUTES_MAX * MINUTE_MS);
  await ctx.transact(async (tx) => {
    await sql`delete from platform.oidc_attempt where expires_at <= ${ctx.now}`.execute(tx);
    await sql`insert into platform.oidc_attempt
        (state_hash, browser_hash, issuer, redirect_uri, nonce, verifier, way_back, expires_at)
      values (${hashed(state)}, ${hashed(browserMark)}, ${provider.issuer}, ${waiting.redirectUri}, ${waiting.nonce},
        ${waiting.verifier}, ${start.wayBack}, ${expiresAt})`.execute(tx);
  });
  return { location, browserMark };
}

/**
 * Ends a sign-in with the provider's answer: opens a session of the account that the identity is linked to. An account
 * is never made here. Refuses an answer that this browser does not wait for, one that proves nothing, an identity that
 * no administrator linked (recorded by a keyed hash alone) and a closed account.
 */
export async function finishOpenId(
  visitor: Ctx,
  provider: OpenIdProvider,
  answer: OpenIdAnswer,
  secret: string,
): Promise<{ readonly token: string; readonly wayBack: string }> {
  const ctx = visitor.widened('sign-in');
  const reserved = await reserveAttempt(ctx, [subjectOf(secret, 'openid', answer.address)]);
  refuseIf(reserved.refusal);
  const state = answer.url.searchParams.get('state') ?? '';
  const attempt = await takeAttempt(ctx, state, answer.browserMark ?? '');
  if (attempt?.issuer !== provider.issuer) throw new Refused({ code: 'platform.openid.stale', facts: {} });
  const identity = await provider.identityFrom(answer.url, attempt, state);
  const known = await findAccount(ctx, identity);
  const email = known ? undefined : await identity.verifiedEmail();
  const token = await ctx.transact(async (tx) => {
    const account = known ?? (email ? await claimAwaited(tx, ctx, identity, email) : undefined);
    return account && (await open(tx, ctx, account, identity, answer.userAgent));
  });
  if (!token) throw await unlinked(ctx, identity, secret);
  await reserved.succeed();
  return { token, wayBack: attempt.wayBack };
}

async function open(tx: Tx, ctx: Ctx, account: Account, identity: Identity, userAgent: string): Promise<string> {
  if (account.isClosed) throw new Refused({ code: 'platform.openid.closed', facts: {} });
  const { id: accountId, login, isEnrolled } = account;
  const providerProvedFactor = identity.isMultiFactor;
  const whose = { ...ctx, actor: { ...ctx.actor, name: login, accountId } };
  const isOwing = isEnrolled && !providerProvedFactor;
  const facts = { how: 'oidc', device: deviceOf(userAgent), secondFactor: providerProvedFactor };
  await record(tx, whose, isOwing ? 'platform.identity-proven' : 'platform.signed-in', accountId, facts);
  return await openSession(tx, ctx.now, { accountId, userAgent, method: 'oidc', providerProvedFactor });
}

/** Removes the attempt that this browser began; of two answers at once only one finds it. */
async function takeAttempt(ctx: Ctx, state: string, browserMark: string): Promise<Attempt | undefined> {
  return await ctx.transact(async (tx) => {
    const taken = await sql<Attempt & { isOver: boolean }>`
      delete from platform.oidc_attempt where state_hash = ${hashed(state)} and browser_hash = ${hashed(browserMark)}
      returning issuer, redirect_uri as "redirectUri", nonce, verifier, way_back as "wayBack",
        expires_at <= ${ctx.now} as "isOver"`.execute(tx);
    const attempt = taken.rows[0];
    return attempt?.isOver ? undefined : attempt;
  });
}

/** An account may have a day ahead on which it closes. */
const accountAt = (now: Date) => sql`a.id, a.login, coalesce(a.closed_at <= ${now}, false) as "isClosed",
  exists (select from platform.totp_factor f where f.account_id = a.id)
    or exists (select from platform.passkey p where p.account_id = a.id) as "isEnrolled"`;

async function findAccount({ read, now }: Ctx, { issuer, subject }: Identity): Promise<Account | undefined> {
  const found = await sql<Account>`
    select ${accountAt(now)} from platform.external_identity i join platform.account a on a.id = i.account_id
    where i.issuer = ${issuer} and i.subject = ${subject}`.execute(read);
  return found.rows[0];
}

/** Makes the link that an administrator said they await for this address; it serves once. */
async function claimAwaited(tx: Tx, ctx: Ctx, { issuer, subject }: Identity, email: string) {
  const awaited = await sql<Account>`
    with taken as (delete from platform.awaited_identity where issuer = ${issuer} and email = ${email} returning account_id)
    select ${accountAt(ctx.now)} from taken join platform.account a on a.id = taken.account_id`.execute(tx);
  const account = awaited.rows[0];
  if (!account || account.isClosed) return account;
  await sql`insert into platform.external_identity (issuer, subject, account_id, created_at, created_by)
    values (${issuer}, ${subject}, ${account.id}, ${ctx.now}, ${account.login})`.execute(tx);
  const whose = { ...ctx, actor: { ...ctx.actor, name: account.login, accountId: account.id } };
  await record(tx, whose, 'platform.identity-linked', account.id, { login: account.login, issuer, how: 'email' });
  return account;
}

/** Keeps that somebody came whom nobody linked, by a hash that only this installation can compute. */
async function unlinked(ctx: Ctx, { issuer, subject }: Identity, secret: string): Promise<Refused> {
  const { hash } = subjectOf(secret, 'openid', `${issuer} ${subject}`);
  const code = hash.slice(0, SHOWN_SIGNS);
  await ctx.transact(async (tx) => await record(tx, ctx, 'platform.identity-unknown', code, { issuer }));
  return new Refused({ code: 'platform.openid.unlinked', facts: { code } });
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
