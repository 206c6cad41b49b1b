import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt as scryptWithCallback } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';

const scrypt = promisify<string, Buffer, number, object, Buffer>(scryptWithCallback);
const MAGIC = 'HOPLUC-BACKUP 1';
export interface SealCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** What scrypt costs: 128 MiB and about half a second, once for each file. */
const COST: SealCost = { n: 131_072, r: 8, p: 1 };
/** A file may ask for at most this much, so that no file can exhaust the machine. */
const N_MAX = 2 ** 20;
const MEMORY_MAX = 2 ** 30 + 2 ** 20;
/** So much is sealed at once; damage is told to this many bytes. */
const PIECE = 16 * 1024;
const TAG = 16;
const HEAD_BYTES_MAX = 4096;

const Head = z.object({
  kdf: z.literal('scrypt'),
  n: z.number().int().min(2).max(N_MAX),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  keyCheck: z.string().regex(/^[0-9a-f]{64}$/),
});

interface Key {
  readonly cipher: Buffer;
  /** Tells a wrong passphrase from a damaged file; made of bits that seal nothing. */
  readonly check: string;
}

/**
 * Seals a stream with a passphrase: a head in plain text with the salt, then pieces under AES-256-GCM. Each piece is
 * authenticated with its number, whether it is the last, and the head; so none can be changed, moved, left out or cut off.
 */
export async function* seal(
  plain: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost: SealCost = COST,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const key = await keyOf(passphrase, salt, cost);
  const facts = JSON.stringify({ kdf: 'scrypt', ...cost, salt: salt.toString('hex'), keyCheck: key.check });
  const head = withSum(`${MAGIC}\n${facts}\n`);
  yield head;
  const bound = sumOf(head);
  let number = 0;
  for await (const { bytes, isLast } of pieces(plain, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key.cipher, nonceOf(number, isLast)).setAAD(bound);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * Opens what `seal` made. Refuses what is no backup, another passphrase, and a file in which a byte was changed, moved or is
 * missing: with where in the file that is. Nothing is answered of a piece before it is proven.
 */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const source = sealed[Symbol.asyncIterator]();
  const { head, rest } = await readHead(source);
  const { salt, keyCheck, ...cost } = factsOf(head);
  const key = await keyOf(passphrase, Buffer.from(salt, 'hex'), cost);
  if (key.check !== keyCheck) throw new Refused({ code: 'platform.backup.wrong-key', facts: {} });
  const bound = sumOf(head);
  let number = 0;
  let first = head.byteLength;
  for await (const { bytes, isLast } of pieces(following(rest, source), PIECE + TAG)) {
    const plain = opened(key.cipher, nonceOf(number, isLast), bound, bytes);
    if (!plain) throw damaged(first, first + bytes.byteLength - 1, isLast);
    yield plain;
    number += 1;
    first += bytes.byteLength;
  }
}

function opened(key: Buffer, nonce: Buffer, bound: Buffer, bytes: Buffer): Buffer | undefined {
  if (bytes.byteLength < TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(bound);
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}

async function keyOf(passphrase: string, salt: Buffer, { n: N, r, p }: SealCost): Promise<Key> {
  const made = await scrypt(passphrase.normalize('NFC'), salt, 64, { N, r, p, maxmem: MEMORY_MAX });
  return { cipher: made.subarray(0, 32), check: sumOf(made.subarray(32)).toString('hex') };
}

/** Eleven bytes of the piece's number and one that says whether it is the last: never twice under one key. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Pieces of this size; the last, which may be a smaller one, is told apart. One piece at least. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    held.push(part);
    length += part.byteLength;
    if (length <= size) continue;
    const whole = Buffer.concat(held);
    let at = 0;
    for (; length - at > size; at += size) yield { bytes: whole.subarray(at, at + size), isLast: false };
    held = [whole.subarray(at)];
    length -= at;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}

/** The head is three lines: what this is, the facts, and the sum of both, so that damage in it is no wrong passphrase. */
async function readHead(source: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; rest: Buffer }> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    if (bytes.byteLength >= MAGIC.length && !bytes.toString('latin1').startsWith(MAGIC)) throw noBackup();
    const end = [1, 2, 3].reduce((at) => (at < 0 ? at : bytes.indexOf('\n', at + 1)), 0);
    if (end > 0) return { head: bytes.subarray(0, end + 1), rest: bytes.subarray(end + 1) };
    const part = await source.next();
    if (part.done || bytes.byteLength > HEAD_BYTES_MAX)
      throw bytes.byteLength < MAGIC.length ? noBackup() : damaged(0, bytes.byteLength - 1, part.done ?? false);
    bytes = Buffer.concat([bytes, part.value]);
  }
}

function factsOf(head: Buffer): z.output<typeof Head> {
  const [magic = '', facts = ''] = head.toString('utf8').split('\n');
  if (!withSum(`${magic}\n${facts}\n`).equals(head)) throw damaged(0, head.byteLength - 1, false);
  const parsed = Head.safeParse(JSON.parse(facts));
  if (!parsed.success) throw noBackup();
  return parsed.data;
}

async function* following(rest: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (rest.byteLength > 0) yield rest;
  for (let part = await source.next(); !part.done; part = await source.next()) yield part.value;
}

function withSum(lines: string): Buffer {
  return Buffer.from(`${lines}${sumOf(Buffer.from(lines)).toString('hex')}\n`);
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function noBackup(): Refused {
  return new Refused({ code: 'platform.backup.not-a-backup', facts: {} });
}

/** A file that was cut off looks like one whose last bytes were changed. */
function damaged(firstByte: number, lastByte: number, isLast: boolean): Refused {
  const facts = { firstByte, lastByte };
  if (isLast) return new Refused({ code: 'platform.backup.cut-off', facts });
  return new Refused({ code: 'platform.backup.damaged', facts });
}
