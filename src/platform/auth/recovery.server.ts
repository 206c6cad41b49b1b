import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { keyed } from './keys.server.ts';

const CODES = 10;
const SIGNS = 10;
/** Without signs that are mistaken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten new codes of 50 random bits in place of all earlier ones. Nobody can read them again afterwards. */
export async function makeRecoveryCodes(
  tx: Tx,
  now: Date,
  secret: string,
  accountId: Id<'platform.account'>,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, randomCode);
  const hashes = codes.map((code) => codeHash(secret, accountId, code));
  await forgetRecoveryCodes(tx, accountId);
  await sql`insert into platform.recovery_code (code_hash, account_id, created_at)
    select hash, ${accountId}, ${now} from unnest(${hashes}::text[]) as hash`.execute(tx);
  return codes;
}

/** Whether it was one of the account's codes; it is none from now on. */
export async function takeRecoveryCode(
  tx: Tx,
  secret: string,
  accountId: Id<'platform.account'>,
  code: string,
): Promise<boolean> {
  const taken = await sql`delete from platform.recovery_code
    where account_id = ${accountId} and code_hash = ${codeHash(secret, accountId, code)}`.execute(tx);
  return taken.numAffectedRows === 1n;
}

export async function forgetRecoveryCodes(tx: Tx, accountId: Id<'platform.account'>): Promise<void> {
  await sql`delete from platform.recovery_code where account_id = ${accountId}`.execute(tx);
}

export async function countRecoveryCodes(db: ReadDb, accountId: Id<'platform.account'>): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from platform.recovery_code where account_id = ${accountId}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

function randomCode(): string {
  const signs = Array.from({ length: SIGNS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${signs.slice(0, SIGNS / 2)}-${signs.slice(SIGNS / 2)}`;
}

/** Capitals, spaces and hyphens make no difference to whoever copies from paper. */
function codeHash(secret: string, accountId: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return keyed(secret, 'recovery code', `${accountId}:${plain}`).toString('hex');
}
