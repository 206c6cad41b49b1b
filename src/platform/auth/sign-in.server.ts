import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { PasskeyAttempt, SignInAttempt } from '#platform/http/context.ts';
import type { LocalSignIn } from './break-glass.server.ts';
import { passLocally } from './break-glass.server.ts';
import { deviceOf } from './device.ts';
import type { PasskeyDesk } from './passkeys.server.ts';
import { takePasskey } from './passkeys.server.ts';
import { passwordFits } from './passwords.server.ts';
import { reserveAttempt, subjectOf } from './rate-limit.server.ts';
import { endSession, openSession } from './sessions.server.ts';

/** Logins are kept and compared in small letters without spaces around. */
export function plainLogin(login: string): string {
  return login.normalize('NFC').trim().toLowerCase();
}

interface Account {
  readonly id: Id<'platform.account'>;
  readonly login: string;
  readonly passwordHash: string;
  readonly isEnrolled: boolean;
}

/**
 * Opens a session and answers its token. Refuses a wrong login or password in the same words and the same time,
 * and every attempt of a login that failed ten times, or an address that failed sixty times, within fifteen minutes.
 * Where everybody comes through the OpenID provider it refuses all but administrators, and all of them are told.
 * Whoever has a second factor has signed in only once it is proved: see `owedBy`.
 */
export async function signIn(
  visitor: Ctx,
  attempt: SignInAttempt,
  secret: string,
  local: LocalSignIn = 'everybody',
): Promise<string> {
  const ctx = visitor.widened('sign-in');
  const login = plainLogin(attempt.login);
  const reserved = await reserveAttempt(ctx, [
    subjectOf(secret, 'login', login),
    subjectOf(secret, 'address', attempt.address),
  ]);
  refuseIf(reserved.refusal);
  const account = await findAccount(ctx.read, sql`login = ${login}`, ctx.now);
  if (!(await passwordFits(account?.passwordHash ?? null, attempt.password)) || !account)
    throw new Refused({
      code: 'platform.sign-in.wrong',
      facts: { field: 'password', remaining: reserved.remaining },
    });
  await reserved.succeed();
  const { userAgent } = attempt;
  return await ctx.transact(async (tx) => {
    const facts = { how: 'password', device: deviceOf(userAgent) };
    const whose = asAccount(ctx, account);
    await passLocally(tx, whose, local, account);
    const token = await openSession(tx, ctx.now, { accountId: account.id, userAgent, method: 'password' });
    if (account.isEnrolled) await record(tx, whose, 'platform.password-proven', account.id, facts);
    else await record(tx, whose, 'platform.signed-in', account.id, facts);
    return token;
  });
}

/** Opens a session for whoever holds a passkey, without a password: the device made sure who uses it. */
export async function signInWithPasskey(
  visitor: Ctx,
  attempt: PasskeyAttempt,
  desk: PasskeyDesk,
  local: LocalSignIn = 'everybody',
): Promise<string> {
  const ctx = visitor.widened('sign-in');
  const { answer, address, userAgent } = attempt;
  const reserved = await reserveAttempt(ctx, [
    subjectOf(desk.secret, 'factor', `credential:${(answer as { id?: unknown }).id}`),
    subjectOf(desk.secret, 'address', address),
  ]);
  refuseIf(reserved.refusal);
  const token = await ctx.transact(async (tx) => {
    const accountId = await takePasskey(tx, desk, null, answer);
    const account = await findAccount(tx, sql`id = ${accountId}`, ctx.now);
    if (!account) throw new Refused({ code: 'platform.passkey.refused', facts: {} });
    const facts = { how: 'passkey', device: deviceOf(userAgent) };
    const whose = asAccount(ctx, account);
    await passLocally(tx, whose, local, account);
    await record(tx, whose, 'platform.signed-in', accountId, facts);
    return await openSession(tx, ctx.now, { accountId, userAgent, method: 'passkey' });
  });
  await reserved.succeed();
  return token;
}

/** Ends the session of the token; nothing happens when it is already over. */
export async function signOut(ctx: Ctx, token: string): Promise<void> {
  // Whoever holds the token may end its session, also while it still owes a second factor.
  await ctx.widened('sign-in').transact(async (tx) => {
    await endSession(tx, token);
    if (ctx.actor.accountId) await record(tx, ctx, 'platform.signed-out', ctx.actor.accountId, {});
  });
}

function asAccount(ctx: Ctx, { id, login }: Account): Ctx {
  return { ...ctx, actor: { ...ctx.actor, name: login, accountId: id } };
}

/** An account that is not closed. */
async function findAccount(db: ReadDb, which: ReturnType<typeof sql>, now: Date): Promise<Account | undefined> {
  const found = await sql<Account>`
    select a.id, a.login, a.password_hash as "passwordHash",
      exists (select from platform.totp_factor f where f.account_id = a.id)
        or exists (select from platform.passkey p where p.account_id = a.id) as "isEnrolled"
    from platform.account a where ${which} and (a.closed_at is null or a.closed_at > ${now})`.execute(db);
  return found.rows[0];
}
