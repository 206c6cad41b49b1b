import { hash, verify } from '@node-rs/argon2';
import type { Refusal } from '#kernel/refusal.ts';
import { isBlocked, plainOf } from './block-list.server.ts';

/** OWASP's parameters for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
export const PASSWORD_LENGTH_MIN = 12;
/** Longer input only makes hashing dear. */
const PASSWORD_LENGTH_MAX = 200;

/** A hash of a password nobody has, so that an unknown login takes as long as a known one. */
const NOBODYS = hash('không ai có mật khẩu này', COST);

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), COST);
}

/** Whether the password is the one of the hash; of no hash, false after the same time. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  // One that is too long was never set; a part of it must not fit either.
  const plain = password.normalize('NFC');
  const tried = [...plain].length > PASSWORD_LENGTH_MAX ? '' : plain;
  const fits = await verify(passwordHash ?? (await NOBODYS), tried);
  return fits && passwordHash !== null;
}

/** Why this password may not be set, or undefined: too short, too long, on the block list, or made of the login. */
export async function passwordRefusal(password: string, login: string): Promise<Refusal | undefined> {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH_MIN)
    return { code: 'platform.password.too-short', facts: { field: 'password', lengthMin: PASSWORD_LENGTH_MIN } };
  if (length > PASSWORD_LENGTH_MAX)
    return { code: 'platform.password.too-long', facts: { field: 'password', lengthMax: PASSWORD_LENGTH_MAX } };
  const plainLogin = plainOf(login);
  if (plainLogin.length >= 4 && plainOf(password).includes(plainLogin))
    return { code: 'platform.password.contains-login', facts: { field: 'password' } };
  if (await isBlocked(password)) return { code: 'platform.password.too-common', facts: { field: 'password' } };
  return undefined;
}
