import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx, Role, Scope } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';

export const SESSION_COOKIE = 'hopluc_session';
const MINUTE_MS = 60_000;
/** A browser left alone this long must sign in again. */
const IDLE_MINUTES = 30;
/** However busy, a session ends after a working day. */
const HOURS_MAX = 12;
/** How stale "last seen" may become before a request writes it anew. */
const TOUCH_MINUTES = 1;

export interface Session {
  readonly accountId: Id<'platform.account'>;
  readonly name: string;
  readonly grants: readonly { readonly role: Role; readonly scope: Scope }[];
  /** Whether "last seen" should be written anew. */
  readonly isStale: boolean;
}

/** Only this is kept: who reads the table cannot sign in with it. */
function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The session of the token with what the account may do today; undefined when it is unknown, idle too long or over. */
export async function findSession(db: ReadDb, token: string, now: Date, today: IsoDate): Promise<Session | undefined> {
  const idleSince = new Date(now.getTime() - IDLE_MINUTES * MINUTE_MS);
  const found = await sql<{
    account_id: Id<'platform.account'>;
    display_name: string;
    last_seen_at: Date;
    grants: Session['grants'];
  }>`
    select s.account_id, a.display_name, s.last_seen_at,
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope) order by g.role, g.scope)
        from platform.account_grant g
        where g.account_id = a.id and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until > ${today})
      ), '[]') as grants
    from platform.session s join platform.account a on a.id = s.account_id
    where s.token_hash = ${tokenHash(token)} and s.last_seen_at > ${idleSince} and s.expires_at > ${now}
      and a.closed_at is null`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  return {
    accountId: row.account_id,
    name: row.display_name,
    grants: row.grants,
    isStale: now.getTime() - row.last_seen_at.getTime() > TOUCH_MINUTES * MINUTE_MS,
  };
}

export async function touchSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await sql`update platform.session set last_seen_at = ${ctx.now} where token_hash = ${tokenHash(token)}`.execute(tx);
  });
}

/** A new session with a token of 256 random bits; sessions that are over are swept on the way. */
export async function openSession(
  tx: Tx,
  now: Date,
  of: { readonly accountId: Id<'platform.account'>; readonly userAgent: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + HOURS_MAX * 60 * MINUTE_MS);
  const idleSince = new Date(now.getTime() - IDLE_MINUTES * MINUTE_MS);
  await sql`delete from platform.session where expires_at <= ${now} or last_seen_at <= ${idleSince}`.execute(tx);
  await sql`insert into platform.session (token_hash, account_id, created_at, last_seen_at, expires_at, user_agent)
    values (${tokenHash(token)}, ${of.accountId}, ${now}, ${now}, ${expiresAt}, ${of.userAgent.slice(0, 200)})`.execute(
    tx,
  );
  return token;
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await sql`delete from platform.session where token_hash = ${tokenHash(token)}`.execute(tx);
}

/** The `Set-Cookie` header that keeps the token, or forgets it when null. */
export function sessionCookie(token: string | null, isHttps: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isHttps ? ['Secure'] : [])];
  return token
    ? `${SESSION_COOKIE}=${token}; ${attributes.join('; ')}`
    : `${SESSION_COOKIE}=; ${attributes.join('; ')}; Max-Age=0`;
}

/** The token in a `Cookie` header; null when there is none that could be ours. */
export function tokenOf(cookieHeader: string | undefined): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION_COOKIE && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
