import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx, DelegatedRight, Role, Scope } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import type { Owed, Standing } from './factor-policy.ts';
import { owedBy } from './factor-policy.ts';

const PLAIN_COOKIE = 'hopluc_session';
/** Over HTTPS no other host, path or open wire can plant a cookie of this name. */
const SECURE_COOKIE = '__Host-hopluc_session';
const MINUTE_MS = 60_000;
/** A browser left alone this long must sign in again. */
const IDLE_MINUTES = 30;
/** However busy, a session ends after a working day. */
const HOURS_MAX = 12;
/** How stale "last seen" may become before a request writes it anew. */
const TOUCH_MINUTES = 1;

/** How the person proved themselves; the newest proof counts. */
export type SignInMethod = 'password' | 'password+totp' | 'password+passkey' | 'passkey' | 'recovery' | 'oidc';

export interface Session extends Standing {
  /** Names the session in lists and addresses; says nothing of its token. */
  readonly id: string;
  readonly token: string;
  readonly accountId: Id<'platform.account'>;
  readonly name: string;
  /** Own grants first, then what others have delegated for the time being. */
  readonly grants: readonly { readonly role: Role; readonly scope: Scope; readonly delegated?: DelegatedRight }[];
  readonly method: SignInMethod;
  readonly userAgent: string;
  readonly provenAt: Date;
  /** Until this is done the session may do nothing else. */
  readonly owes: Owed;
  /** Whether "last seen" should be written anew. */
  readonly isStale: boolean;
}

/** Only this is kept: who reads the table cannot sign in with it. */
function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The session of the token with what the account may do today; undefined when it is unknown, idle too long or over. */
export async function findSession(db: ReadDb, token: string, now: Date, today: IsoDate): Promise<Session | undefined> {
  const found = await sql<Omit<Session, 'token' | 'owes' | 'isStale'> & { lastSeenAt: Date }>`
    select s.id, s.account_id as "accountId", a.display_name as name, s.last_seen_at as "lastSeenAt", s.method, s.user_agent as "userAgent",
      s.has_factor as "hasFactor", s.proven_at as "provenAt", a.is_demo as "isDemo",
      exists (select from platform.totp_factor f where f.account_id = a.id)
        or exists (select from platform.passkey p where p.account_id = a.id) as "isEnrolled",
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope) order by g.role, g.scope)
        from platform.account_grant g
        where g.account_id = a.id and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until > ${today})
      ), '[]') || coalesce((select jsonb_agg(jsonb_build_object('role', d.role, 'scope', d.scope, 'delegated', jsonb_build_object(
          'delegationId', d.id, 'kind', d.kind, 'of', f.display_name, 'acts', d.acts)) order by d.id)
        from platform.delegation d join platform.account f on f.id = d.from_account_id
        where d.to_account_id = a.id and d.valid_from <= ${today} and d.valid_until > ${today}
          and (f.closed_at is null or f.closed_at > ${now})
          and exists (select from platform.account_grant g where g.account_id = f.id and g.role = d.role and g.scope = d.scope
            and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until > ${today}))
      ), '[]') as grants
    from platform.session s join platform.account a on a.id = s.account_id
    where s.token_hash = ${tokenHash(token)} and s.last_seen_at > ${idleSince(now)} and s.expires_at > ${now}
      and (a.closed_at is null or a.closed_at > ${now})`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { lastSeenAt, ...session } = row;
  const isStale = now.getTime() - lastSeenAt.getTime() > TOUCH_MINUTES * MINUTE_MS;
  return { ...session, token, isStale, owes: owedBy(session) };
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MINUTES * MINUTE_MS);
}

export async function touchSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await sql`update platform.session set last_seen_at = ${ctx.now} where token_hash = ${tokenHash(token)}`.execute(tx);
  });
}

export interface NewSession {
  readonly accountId: Id<'platform.account'>;
  readonly userAgent: string;
  readonly method: SignInMethod;
  /** For `oidc`: the provider says that a second factor was proved there. */
  readonly providerProvedFactor?: boolean;
}

/** A new session with a token of 256 random bits; sessions that are over are swept on the way. */
export async function openSession(tx: Tx, now: Date, of: NewSession): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + HOURS_MAX * 60 * MINUTE_MS);
  const hasFactor = of.method === 'oidc' ? of.providerProvedFactor === true : of.method !== 'password';
  await sql`delete from platform.session where expires_at <= ${now} or last_seen_at <= ${idleSince(now)}`.execute(tx);
  await sql`insert into platform.session
      (token_hash, id, account_id, created_at, last_seen_at, expires_at, user_agent, method, has_factor, proven_at)
    values (${tokenHash(token)}, ${randomUUID()}, ${of.accountId}, ${now}, ${now}, ${expiresAt},
      ${of.userAgent.slice(0, 200)}, ${of.method}, ${hasFactor}, ${now})`.execute(tx);
  return token;
}

/** What was proved; the words of a method are made of it. */
export type Proved = 'password' | 'totp' | 'passkey' | 'recovery';

const RAISED: Readonly<Record<Proved, SignInMethod>> = {
  password: 'password',
  totp: 'password+totp',
  passkey: 'password+passkey',
  recovery: 'recovery',
};

/**
 * The person has proved themselves anew: the session goes on under a new token, so that who knew the old one has
 * nothing. Refuses when the session ended meanwhile.
 */
export async function raiseSession(tx: Tx, now: Date, session: Session, proved: Proved): Promise<string> {
  const token = newToken();
  const method = session.method === 'password' ? RAISED[proved] : session.method;
  const done = await sql`update platform.session
    set token_hash = ${tokenHash(token)}, proven_at = ${now}, method = ${method},
        has_factor = has_factor or ${proved !== 'password'}
    where token_hash = ${tokenHash(session.token)}`.execute(tx);
  if (done.numAffectedRows !== 1n) throw new Refused({ code: 'platform.session.over', facts: {} });
  return token;
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await sql`delete from platform.session where token_hash = ${tokenHash(token)}`.execute(tx);
}

/** Ends the account's sessions but this one, or only the one of that id; answers how many. */
export async function endOtherSessions(
  tx: Tx,
  { accountId, id }: Pick<Session, 'accountId' | 'id'>,
  only: string | null = null,
): Promise<number> {
  const ended = await sql`delete from platform.session
    where account_id = ${accountId} and id <> ${id} and (${only}::uuid is null or id = ${only}::uuid)`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n);
}

export interface ListedSession {
  readonly id: string;
  readonly userAgent: string;
  readonly method: SignInMethod;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** The account's living sessions, the one used last first. */
export async function listSessions(
  db: ReadDb,
  accountId: Id<'platform.account'>,
  now: Date,
): Promise<readonly ListedSession[]> {
  const found = await sql<ListedSession>`
    select id, user_agent as "userAgent", method, created_at as "createdAt", last_seen_at as "lastSeenAt"
    from platform.session
    where account_id = ${accountId} and last_seen_at > ${idleSince(now)} and expires_at > ${now}
    order by last_seen_at desc, id`.execute(db);
  return found.rows;
}

/** The `Set-Cookie` header that keeps the token, or forgets it when null. */
export function sessionCookie(token: string | null, isHttps: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isHttps ? ['Secure'] : [])];
  return `${cookieName(isHttps)}=${[token ?? '', ...attributes, ...(token ? [] : ['Max-Age=0'])].join('; ')}`;
}

/** The token in a `Cookie` header; null when there is none that could be ours. */
export function tokenOf(cookieHeader: string | undefined, isHttps: boolean): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName(isHttps) && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

function cookieName(isHttps: boolean): string {
  return isHttps ? SECURE_COOKIE : PLAIN_COOKIE;
}
