import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { SignInAttempt } from '#platform/http/context.ts';
import { passwordFits } from './passwords.server.ts';
import { reserveAttempt, subjectHash } from './rate-limit.server.ts';
import { endSession, openSession } from './sessions.server.ts';

/** Logins are kept and compared in small letters without spaces around. */
export function plainLogin(login: string): string {
  return login.normalize('NFC').trim().toLowerCase();
}

/**
 * Opens a session and answers its token. Refuses a wrong login or password in the same words and the same time,
 * and every attempt of a login or an address that failed ten times within fifteen minutes.
 */
export async function signIn(visitor: Ctx, attempt: SignInAttempt, secret: string): Promise<string> {
  const ctx = visitor.widened('sign-in');
  const login = plainLogin(attempt.login);
  const reserved = await reserveAttempt(ctx, [
    subjectHash(secret, 'login', login),
    subjectHash(secret, 'address', attempt.address),
  ]);
  refuseIf(reserved.refusal);
  const account = await findAccount(ctx.read, login);
  if (!(await passwordFits(account?.passwordHash ?? null, attempt.password)) || !account)
    throw new Refused({
      code: 'platform.sign-in.wrong',
      facts: { field: 'password', remaining: reserved.remaining },
    });
  await reserved.succeed();
  return await ctx.transact(async (tx) => {
    const token = await openSession(tx, ctx.now, { accountId: account.id, userAgent: attempt.userAgent });
    await record(
      tx,
      { ...ctx, actor: { ...ctx.actor, name: login, accountId: account.id } },
      'platform.signed-in',
      account.id,
      {},
    );
    return token;
  });
}

/** Ends the session of the token; nothing happens when it is already over. */
export async function signOut(ctx: Ctx, token: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await endSession(tx, token);
    if (ctx.actor.accountId) await record(tx, ctx, 'platform.signed-out', ctx.actor.accountId, {});
  });
}

async function findAccount(
  db: ReadDb,
  login: string,
): Promise<{ id: Id<'platform.account'>; passwordHash: string } | undefined> {
  const found = await sql<{ id: Id<'platform.account'>; password_hash: string }>`
    select id, password_hash from platform.account where login = ${login} and closed_at is null`.execute(db);
  const row = found.rows[0];
  return row && { id: row.id, passwordHash: row.password_hash };
}
