import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { keyed, seal, unseal } from './keys.server.ts';
import type { Session } from './sessions.server.ts';

const SECRET_BYTES = 20;
const STEP_MS = 30_000;
/** Clocks of phones go wrong by half a minute. */
const STEPS_AROUND = 1;
const PURPOSE = 'totp secret';
const ISSUER = 'Hop Luc';

/** What an app needs in order to show codes: as a picture, and to be typed by hand. */
export interface TotpOffer {
  /** In groups of four signs. */
  readonly secret: string;
  readonly uri: string;
  readonly qr: QrPicture;
}

/** A square of `size` modules and the path of its dark ones. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/**
 * The secret that this session is offered: the same however often the page is loaded, another one in the next session,
 * and kept nowhere until a code proves that an app has it.
 */
function offeredSecret(secret: string, token: string): Secret {
  const bytes = keyed(secret, 'totp offer', token).subarray(0, SECRET_BYTES);
  return new Secret({ buffer: new Uint8Array(bytes).buffer });
}

export function totpOffer(secret: string, session: Pick<Session, 'token'>, login: string): TotpOffer {
  const offered = offeredSecret(secret, session.token);
  const uri = new TOTP({ issuer: ISSUER, label: login, secret: offered }).toString();
  return { secret: offered.base32.replaceAll(/(.{4})(?=.)/g, '$1 '), uri, qr: qrPicture(uri) };
}

function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}

/** Whether it looks like a code of an app: six digits, with or without a space. */
export function isTotpCode(code: string): boolean {
  return /^\d{3} ?\d{3}$/.test(code.trim());
}

/** The step of time whose code this is, within one step of now; undefined when it is none. */
function stepOf(secret: Secret, code: string, now: Date): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  const delta = new TOTP({ secret }).validate({ token, timestamp: now.getTime(), window: STEPS_AROUND });
  return delta === null ? undefined : Math.floor(now.getTime() / STEP_MS) + delta;
}

/** Keeps the offered secret when the code comes from it; false when it does not. */
export async function addTotp(
  tx: Tx,
  act: { readonly id: Id<'platform.totp_factor'>; readonly now: Date; readonly secret: string },
  session: Session,
  { name, code }: { readonly name: string; readonly code: string },
): Promise<boolean> {
  const offered = offeredSecret(act.secret, session.token);
  const step = stepOf(offered, code, act.now);
  if (step === undefined) return false;
  const sealed = seal(act.secret, PURPOSE, act.id, offered.base32);
  await sql`insert into platform.totp_factor
      (id, account_id, name, secret_sealed, last_step, last_used_at, created_at, created_by)
    values (${act.id}, ${session.accountId}, ${name}, ${sealed}, ${step}, ${act.now}, ${act.now}, ${session.name})`.execute(
    tx,
  );
  return true;
}

/** Whether the code comes from one of the account's apps and is newer than every code taken from it before; takes it. */
export async function takeTotp(
  tx: Tx,
  act: { readonly now: Date; readonly secret: string },
  accountId: Id<'platform.account'>,
  code: string,
): Promise<boolean> {
  const factors = await sql<{ id: string; secret_sealed: string }>`
    select id, secret_sealed from platform.totp_factor where account_id = ${accountId} order by id`.execute(tx);
  for (const factor of factors.rows) {
    const kept = Secret.fromBase32(unseal(act.secret, PURPOSE, factor.id, factor.secret_sealed));
    const step = stepOf(kept, code, act.now);
    if (step === undefined) continue;
    const taken = await sql`update platform.totp_factor set last_step = ${step}, last_used_at = ${act.now}
      where id = ${factor.id} and last_step < ${step}`.execute(tx);
    if (taken.numAffectedRows === 1n) return true;
  }
  return false;
}
