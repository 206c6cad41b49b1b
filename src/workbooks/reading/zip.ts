import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { Facts } from '../cleaning/result.ts';

/** One entry of a ZIP archive as its central directory describes it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressedSize: number;
  readonly size: number;
  readonly checksum: number;
  readonly offset: number;
}

/** Why a file was not opened; its sentence is in the messages. */
export interface FileProblem {
  readonly code: string;
  readonly facts: Facts;
}

export type ZipListing =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly problem: FileProblem };

export const MEGABYTE = 1024 * 1024;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const COMMENT_MAX = 65_535;
const ENTRIES_MAX = 2_000;
const TOTAL_MAX = 200 * MEGABYTE;
/** Sheets full of empty formatted cells shrink to a hundredth; beyond this and large, only bombs do. */
const RATIO_MAX = 300;
const RATIO_FREE = 5 * MEGABYTE;
const UNSAFE_NAME = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|[\\\0]/i;

const DAMAGED: FileProblem = { code: 'workbooks.file.damaged', facts: {} };

/** Lists the archive from its central directory without inflating anything; refuses bombs and unsafe names. */
export function listZip(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return refused({ code: 'workbooks.file.truncated', facts: {} });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  if (count > ENTRIES_MAX) return refused({ code: 'workbooks.file.bomb', facts: { entries: count } });
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return refused(DAMAGED);
    const entry = entryAt(view, bytes, at);
    if (entry.offset + LOCAL_SIZE + entry.compressedSize > bytes.length) return refused(DAMAGED);
    entries.push(entry);
    at += ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const problem = unsafeEntries(entries);
  return problem ? refused(problem) : { ok: true, entries };
}

/**
 * Gives the bytes of one entry piece by piece, so that a large one never stands in memory whole. False when they are not
 * the ones that were packed, or more than the entry says; the caller then forgets what it took.
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): boolean {
  const packed = packedBytes(bytes, entry);
  if (!packed) return false;
  let [length, checksum] = [0, 0];
  const receive = (piece: Uint8Array) => {
    length += piece.length;
    if (length > entry.size) throw new MoreThanStated();
    checksum = crc32(piece, checksum);
    if (piece.length > 0) take(piece);
  };
  try {
    if (entry.method === 0) receive(packed);
    else inflatePieces(packed, receive);
  } catch (error) {
    // What a taker throws is its own matter.
    if (error instanceof MoreThanStated || isDamage(error)) return false;
    throw error;
  }
  return length === entry.size && checksum === entry.checksum;
}

class MoreThanStated extends Error {}

/** So much goes in at a time; a thousandfold of it may come out. */
const PIECE = 32_768;

function inflatePieces(packed: Uint8Array, receive: (piece: Uint8Array) => void): void {
  const inflate = new Inflate(receive);
  for (let at = 0; at < packed.length || at === 0; at += PIECE)
    inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
}

function isDamage(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number';
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) return undefined;
  const start =
    entry.offset + LOCAL_SIZE + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  const isWhole = packed.length === entry.compressedSize && (entry.method === 0 || entry.method === 8);
  return isWhole ? packed : undefined;
}

function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_SIZE - COMMENT_MAX);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return undefined;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function unsafeEntries(entries: readonly ZipEntry[]): FileProblem | undefined {
  const names = new Set<string>();
  let [total, packed] = [0, 0];
  for (const { name, size, compressedSize } of entries) {
    if (UNSAFE_NAME.test(name) || names.has(name.toLowerCase()))
      return { code: 'workbooks.file.unsafe-name', facts: { name } };
    names.add(name.toLowerCase());
    total += size;
    packed += compressedSize;
    if (size > RATIO_FREE && size > compressedSize * RATIO_MAX) return bomb(size);
  }
  return total > TOTAL_MAX || (total > RATIO_FREE && total > packed * RATIO_MAX) ? bomb(total) : undefined;
}

function bomb(size: number): FileProblem {
  return { code: 'workbooks.file.bomb', facts: { megabytes: Math.ceil(size / MEGABYTE) } };
}

function refused(problem: FileProblem): ZipListing {
  return { ok: false, problem };
}
