import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import { parse as uuidBytes } from 'uuid';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import type { ChallengePurpose } from './challenge.server.ts';
import { isOurChallenge, makeChallenge, spendChallenge } from './challenge.server.ts';
import type { Session } from './sessions.server.ts';

const PRODUCT = 'Hợp Lực';
/** EdDSA, ES256, RS256: what devices have, by their numbers at IANA. */
const ALGORITHMS = [-8, -7, -257];

/** Under which name browsers keep our passkeys, and from which address they may be used. */
export interface Site {
  readonly host: string;
  readonly origin: string;
}

/** What is needed to make and to check challenges. */
export interface PasskeyDesk {
  readonly secret: string;
  readonly site: Site;
  readonly now: Date;
}

interface KeptPasskey {
  readonly id: string;
  readonly accountId: Id<'platform.account'>;
  readonly credential: string;
  readonly publicKey: Buffer;
  readonly signCount: bigint;
  readonly transports: string;
}

/** Options for `navigator.credentials.create`, as JSON. */
export async function passkeyCreation(desk: PasskeyDesk, db: ReadDb, session: Session, login: string): Promise<string> {
  const known = await listKept(db, session.accountId);
  const options = await generateRegistrationOptions({
    rpName: PRODUCT,
    rpID: desk.site.host,
    userName: login,
    userDisplayName: session.name,
    userID: new Uint8Array(uuidBytes(session.accountId)),
    challenge: challengeOf(desk, `enrol:${session.accountId}`),
    excludeCredentials: known.map(credentialOf),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return JSON.stringify(options);
}

/** Options for `navigator.credentials.get`, as JSON: with this account's passkeys, or any when nobody has signed in. */
export async function passkeyRequest(
  desk: PasskeyDesk,
  db: ReadDb,
  accountId: Id<'platform.account'> | null,
): Promise<string> {
  const known = accountId ? await listKept(db, accountId) : [];
  const options = await generateAuthenticationOptions({
    rpID: desk.site.host,
    challenge: challengeOf(desk, accountId ? `prove:${accountId}` : 'sign-in'),
    allowCredentials: known.map(credentialOf),
    userVerification: accountId ? 'preferred' : 'required',
  });
  return JSON.stringify(options);
}

/** Keeps the public half of the passkey that the browser made. Refuses an answer that is not to our challenge. */
export async function addPasskey(
  tx: Tx,
  desk: PasskeyDesk,
  session: Session,
  passkey: { readonly id: Id<'platform.passkey'>; readonly name: string; readonly answer: unknown },
): Promise<void> {
  const response = passkey.answer as RegistrationResponseJSON;
  let challenge = '';
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (given) => {
      challenge = given;
      return isOurChallenge(desk.secret, `enrol:${session.accountId}`, desk.now, given);
    },
    expectedOrigin: desk.site.origin,
    expectedRPID: desk.site.host,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: false,
  }).catch(refused);
  if (!verified.verified) throw refusal();
  await spendChallenge(tx, desk.now, challenge);
  const { credential } = verified.registrationInfo;
  await sql`insert into platform.passkey
      (id, account_id, name, credential, public_key, sign_count, transports, last_used_at, created_at, created_by)
    values (${passkey.id}, ${session.accountId}, ${passkey.name}, ${credential.id}, ${Buffer.from(credential.publicKey)},
      ${credential.counter}, ${transportsOf(credential.transports)}, ${desk.now}, ${desk.now}, ${session.name})`.execute(
    tx,
  );
}

/**
 * Whose passkey signed our challenge. With `accountId`, only that account's serve, as a second factor; without, the
 * device must have made sure who uses it (PIN, finger, face), for then there is no password. Refuses everything else.
 */
export async function takePasskey(
  tx: Tx,
  desk: PasskeyDesk,
  accountId: Id<'platform.account'> | null,
  answer: unknown,
): Promise<Id<'platform.account'>> {
  const response = answer as AuthenticationResponseJSON;
  const kept = await findKept(tx, response.id);
  if (!kept || (accountId && kept.accountId !== accountId)) throw refusal();
  const purpose: ChallengePurpose = accountId ? `prove:${accountId}` : 'sign-in';
  let challenge = '';
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (given) => {
      challenge = given;
      return isOurChallenge(desk.secret, purpose, desk.now, given);
    },
    expectedOrigin: desk.site.origin,
    expectedRPID: desk.site.host,
    credential: {
      id: kept.credential,
      publicKey: new Uint8Array(kept.publicKey),
      counter: Number(kept.signCount),
    },
    requireUserVerification: accountId === null,
  }).catch(refused);
  if (!verified.verified) throw refusal();
  await spendChallenge(tx, desk.now, challenge);
  await sql`update platform.passkey set sign_count = ${verified.authenticationInfo.newCounter}, last_used_at = ${desk.now}
    where id = ${kept.id}`.execute(tx);
  return kept.accountId;
}

function challengeOf(desk: PasskeyDesk, purpose: ChallengePurpose): Uint8Array<ArrayBuffer> {
  return new Uint8Array(makeChallenge(desk.secret, purpose, desk.now));
}

function credentialOf({ credential, transports }: KeptPasskey): { id: string; transports: string[] } {
  return { id: credential, transports: transports.split(' ').filter(Boolean) };
}

/** What the browser says of the ways to the device, as far as they are words. */
function transportsOf(said: readonly unknown[] = []): string {
  return said.filter((each) => typeof each === 'string' && /^[a-z-]{1,20}$/.test(each)).join(' ');
}

async function listKept(db: ReadDb, accountId: Id<'platform.account'>): Promise<readonly KeptPasskey[]> {
  const found = await sql<KeptPasskey>`${KEPT} where account_id = ${accountId} order by id`.execute(db);
  return found.rows;
}

async function findKept(db: ReadDb, credential: string): Promise<KeptPasskey | undefined> {
  const found = await sql<KeptPasskey>`${KEPT} where credential = ${credential}`.execute(db);
  return found.rows[0];
}

const KEPT = sql`select id, account_id as "accountId", credential, public_key as "publicKey", sign_count as "signCount",
  transports from platform.passkey`;

/** Whatever is wrong with an answer, the library throws; the person only needs to know that it did not serve. */
function refused(): never {
  throw refusal();
}

function refusal(): Refused {
  return new Refused({ code: 'platform.passkey.refused', facts: {} });
}
