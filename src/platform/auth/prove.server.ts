import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { deviceOf } from './device.ts';
import type { PasskeyDesk } from './passkeys.server.ts';
import { takePasskey } from './passkeys.server.ts';
import { passwordFits } from './passwords.server.ts';
import { reserveAttempt, subjectOf } from './rate-limit.server.ts';
import { countRecoveryCodes, takeRecoveryCode } from './recovery.server.ts';
import type { Proved, Session } from './sessions.server.ts';
import { raiseSession } from './sessions.server.ts';
import { isTotpCode, takeTotp } from './totp.server.ts';

/** A code of an app or a recovery code; what the browser's passkey signed; or the password, for whoever has no factor. */
export type Proof = { readonly code: string } | { readonly passkey: unknown } | { readonly password: string };

export interface ProofDesk extends PasskeyDesk {
  readonly address: string;
}

/**
 * Proves a session anew, after the password or before an act that asks for it; answers the session's new token. Ten
 * failures of an account within fifteen minutes close this door for all its sessions, and for every process.
 */
export async function prove(ctx: Ctx, session: Session, proof: Proof, desk: ProofDesk): Promise<string> {
  const reserved = await reserveAttempt(ctx, [
    subjectOf(desk.secret, 'factor', session.accountId),
    subjectOf(desk.secret, 'address', desk.address),
  ]);
  refuseIf(reserved.refusal);
  const token = await ctx.transact(async (tx) => {
    const proved = await take(tx, ctx, session, proof, desk);
    if (!proved) {
      const field = 'password' in proof ? 'password' : 'code';
      const code = 'password' in proof ? 'platform.password.present-wrong' : 'platform.factor.wrong';
      throw new Refused({ code, facts: { field, remaining: reserved.remaining } });
    }
    const raised = await raiseSession(tx, ctx.now, session, proved);
    const facts = { how: proved, device: deviceOf(session.userAgent) };
    await record(tx, ctx, session.owes ? 'platform.signed-in' : 'platform.proven-again', session.accountId, facts);
    return raised;
  });
  await reserved.succeed();
  return token;
}

async function take(tx: Tx, ctx: Ctx, session: Session, proof: Proof, desk: ProofDesk): Promise<Proved | undefined> {
  const { accountId, isEnrolled } = session;
  if ('passkey' in proof) {
    await takePasskey(tx, desk, accountId, proof.passkey);
    return 'passkey';
  }
  if ('password' in proof)
    return !isEnrolled && (await passwordFits(await passwordHashOf(tx, accountId), proof.password))
      ? 'password'
      : undefined;
  if (isTotpCode(proof.code)) return (await takeTotp(tx, desk, accountId, proof.code)) ? 'totp' : undefined;
  if (!(await takeRecoveryCode(tx, desk.secret, accountId, proof.code))) return undefined;
  await record(tx, ctx, 'platform.recovery-code-used', accountId, { left: await countRecoveryCodes(tx, accountId) });
  return 'recovery';
}

export async function passwordHashOf(db: ReadDb, accountId: Id<'platform.account'>): Promise<string | null> {
  const found = await sql<{ password_hash: string }>`
    select password_hash from platform.account where id = ${accountId}`.execute(db);
  return found.rows[0]?.password_hash ?? null;
}
