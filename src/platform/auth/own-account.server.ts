import { sql } from 'kysely';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { hashPassword, passwordFits, passwordRefusal } from './passwords.server.ts';
import { passwordHashOf } from './prove.server.ts';
import { reserveAttempt, subjectOf } from './rate-limit.server.ts';
import type { Session } from './sessions.server.ts';
import { endOtherSessions, raiseSession } from './sessions.server.ts';

const SIGN_INS_SHOWN = 10;

/** The login of whoever acts: what they type, and what apps show beside their codes. */
export async function ownLogin(ctx: Ctx, { accountId }: Session): Promise<string> {
  const found = await sql<{ login: string }>`select login from platform.account where id = ${accountId}`.execute(
    ctx.read,
  );
  return found.rows[0]?.login ?? '';
}

/**
 * Sets a new password in place of the present one and ends the account's other sessions; answers this session's new
 * token. Wrong guesses at the present password count like failed sign-ins.
 */
export async function changePassword(
  ctx: Ctx,
  session: Session,
  { presentPassword, password }: { readonly presentPassword: string; readonly password: string },
  secret: string,
): Promise<string> {
  if (session.owes) throw new Refused({ code: 'platform.factor.not-fresh', facts: {} });
  const login = await ownLogin(ctx, session);
  const reserved = await reserveAttempt(ctx, [subjectOf(secret, 'login', login)]);
  refuseIf(reserved.refusal);
  if (!(await passwordFits(await passwordHashOf(ctx.read, session.accountId), presentPassword)))
    throw new Refused({
      code: 'platform.password.present-wrong',
      facts: { field: 'presentPassword', remaining: reserved.remaining },
    });
  await reserved.succeed();
  if (password === presentPassword) throw new Refused({ code: 'platform.password.same', facts: { field: 'password' } });
  refuseIf(await passwordRefusal(password, login));
  const passwordHash = await hashPassword(password);
  return await ctx.transact(async (tx) => {
    await sql`update platform.account set password_hash = ${passwordHash} where id = ${session.accountId}`.execute(tx);
    const ended = await endOtherSessions(tx, session);
    await record(tx, ctx, 'platform.password-changed', session.accountId, { ended });
    return await raiseSession(tx, ctx.now, session, 'password');
  });
}

/** Ends another session of one's own. Refuses an id that is none. */
export async function revokeSession(ctx: Ctx, session: Session, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    if ((await endOtherSessions(tx, session, id)) === 0)
      throw new Refused({ code: 'platform.session.gone', facts: {} });
    await record(tx, ctx, 'platform.session-revoked', session.accountId, { count: 1 });
  });
}

/** Ends every session of one's own but this one. */
export async function revokeOtherSessions(ctx: Ctx, session: Session): Promise<void> {
  await ctx.transact(async (tx) => {
    const count = await endOtherSessions(tx, session);
    await record(tx, ctx, 'platform.session-revoked', session.accountId, { count });
  });
}

export interface OwnSignIn {
  readonly at: Date;
  readonly result: 'opened' | 'wrong-password' | 'wrong-factor';
  /** How it was opened; null for what failed. */
  readonly how: string | null;
  readonly device: string | null;
}

/** The newest sign-ins of whoever acts, and the attempts that failed within thirty days. */
export async function ownSignIns(ctx: Ctx, session: Session, secret: string): Promise<readonly OwnSignIn[]> {
  const byLogin = subjectOf(secret, 'login', await ownLogin(ctx, session)).hash;
  const byFactor = subjectOf(secret, 'factor', session.accountId).hash;
  const found = await sql<OwnSignIn>`
    (select created_at as at, 'opened' as result, facts ->> 'how' as how, facts ->> 'device' as device
       from platform.event where account_id = ${session.accountId} and kind = 'platform.signed-in'
      order by created_at desc limit ${SIGN_INS_SHOWN})
    union all
    (select attempted_at, case subject_hash when ${byLogin} then 'wrong-password' else 'wrong-factor' end, null, null
       from platform.sign_in_attempt where subject_hash in (${byLogin}, ${byFactor}) and not succeeded
      order by attempted_at desc limit ${SIGN_INS_SHOWN})
    order by 1 desc limit ${SIGN_INS_SHOWN}`.execute(ctx.widened('sign-in').read);
  return found.rows;
}
