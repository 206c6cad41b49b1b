import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { SnapshotBody, SnapshotFile } from './model.ts';

const HASH = /^sha256:[0-9a-f]{64}$/;

/** `sha256:` and the SHA-256 of the canonical JSON of the body: the name of a snapshot. */
export function hashOf(body: SnapshotBody): string {
  return hashOfText(canonicalJson(body));
}

/** The same of text that is canonical JSON already, as the database keeps it. */
export function hashOfText(canonical: string): string {
  return `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`;
}

export function isHash(text: unknown): text is string {
  return typeof text === 'string' && HASH.test(text);
}

/** The body with its hash; strings are brought to NFC first, so that the hash does not hang on how a name was typed. */
export function snapshotFileOf(body: SnapshotBody): SnapshotFile {
  const snapshot = inNfc(body);
  return { hash: hashOf(snapshot), snapshot };
}

/** The bytes of `snapshot.json`. */
export function snapshotBytes(file: SnapshotFile): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(file)}\n`);
}

/** The snapshot kept under `canonical`, its hash computed anew. */
export function snapshotFileOfText(canonical: string): SnapshotFile {
  return { hash: hashOfText(canonical), snapshot: JSON.parse(canonical) };
}

function inNfc<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map(inNfc) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), inNfc(item)])) as T;
}
