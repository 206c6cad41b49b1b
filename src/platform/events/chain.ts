import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';

/** So many acts are recorded at once without one waiting for another; a process has ten connections. */
export const CHAINS = 16;
/** What the first entry of a chain carries as the hash before it. */
export const BEGINNING = '0'.repeat(64);

/** What an entry says: everything of it that a person can read. */
export interface EntryWords {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly facts: unknown;
  /** UTC with six decimals of the second, as `2024-06-24T02:00:00.000000Z`. */
  readonly at: string;
  readonly by: string;
  readonly account: string | null;
}

/** Where an entry stands, and the hash of the entry before it. */
export interface EntryPlace {
  readonly chainNo: number;
  /** 1 for the first. */
  readonly position: number;
  readonly previousHash: string;
}

/** The text that is hashed after the place: members sorted, no spaces. */
export function entryText({ id, kind, subject, facts, at, by, account }: EntryWords): string {
  return canonicalJson({ id, kind, subject, facts, at, by, account });
}

/** SHA-256 in hexadecimal over `chain:position:hash before`, a line break and the entry's text. Written by SQL, proven here. */
export function entryHash({ chainNo, position, previousHash }: EntryPlace, text: string): string {
  return createHash('sha256').update(`${chainNo}:${position}:${previousHash}\n${text}`).digest('hex');
}
