import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { keyed } from './keys.server.ts';

const RANDOM_BYTES = 16;
const TIME_BYTES = 6;
const HEAD_BYTES = RANDOM_BYTES + TIME_BYTES;
/** How long a page with a passkey's challenge may stay open. */
const MINUTES_MAX = 10;
const MINUTE_MS = 60_000;

/** What the challenge is for; one made for signing in serves for nothing else. */
export type ChallengePurpose = 'sign-in' | `prove:${string}` | `enrol:${string}`;

/** A challenge that proves by itself when and for what we made it, so that pages that nobody answers cost no row. */
export function makeChallenge(secret: string, purpose: ChallengePurpose, now: Date): Buffer {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(now.getTime(), 0, TIME_BYTES);
  const head = Buffer.concat([randomBytes(RANDOM_BYTES), time]);
  return Buffer.concat([head, mac(secret, purpose, head)]);
}

/** Whether we made it for this purpose within the last ten minutes. */
export function isOurChallenge(secret: string, purpose: ChallengePurpose, now: Date, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const head = bytes.subarray(0, HEAD_BYTES);
  const expected = mac(secret, purpose, head);
  if (bytes.length !== HEAD_BYTES + expected.length || !timingSafeEqual(bytes.subarray(HEAD_BYTES), expected))
    return false;
  const ageMs = now.getTime() - head.readUIntBE(RANDOM_BYTES, TIME_BYTES);
  return ageMs >= 0 && ageMs <= MINUTES_MAX * MINUTE_MS;
}

/** Takes the challenge out of use; refuses one that was answered before. */
export async function spendChallenge(tx: Tx, now: Date, challenge: string): Promise<void> {
  const hash = createHash('sha256').update(challenge).digest('hex');
  const old = new Date(now.getTime() - 2 * MINUTES_MAX * MINUTE_MS);
  await sql`delete from platform.spent_challenge where spent_at < ${old}`.execute(tx);
  const spent = await sql`insert into platform.spent_challenge (challenge_hash, spent_at) values (${hash}, ${now})
    on conflict do nothing`.execute(tx);
  if (spent.numAffectedRows !== 1n) throw new Refused({ code: 'platform.passkey.refused', facts: {} });
}

function mac(secret: string, purpose: string, head: Buffer): Buffer {
  return keyed(secret, 'passkey challenge', `${purpose}:${head.toString('hex')}`);
}
