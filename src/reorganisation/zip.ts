import { crc32 } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const VERSION = 20;

/**
 * A ZIP archive of files as they are, without compression: what is handed over are papers and workbooks, which are
 * compressed already, and an archive like this can be read by every program and proven byte by byte.
 */
export function zipOf(files: readonly ZipFile[], at: Date): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8');
    const common = commonOf(path, bytes, at);
    const local = Buffer.concat([word32(LOCAL), common, path, bytes]);
    directory.push(Buffer.concat([word32(ENTRY), word16(VERSION), common, Buffer.alloc(10), word32(offset), path]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([
    word32(END),
    Buffer.alloc(4),
    word16(files.length),
    word16(files.length),
    word32(index.length),
    word32(offset),
    word16(0),
  ]);
  return Buffer.concat([...parts, index, end]);
}

/** What the head of a file and its entry of the directory have in common: version, flags, method, time, sizes, lengths. */
function commonOf(path: Buffer, bytes: Uint8Array, at: Date): Buffer {
  const size = word32(bytes.length);
  return Buffer.concat([
    word16(VERSION),
    word16(UTF8),
    word16(0),
    word16((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)),
    word16(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()),
    word32(crc32(bytes)),
    size,
    size,
    word16(path.length),
    word16(0),
  ]);
}

function word16(value: number): Buffer {
  const word = Buffer.alloc(2);
  word.writeUInt16LE(value);
  return word;
}

function word32(value: number): Buffer {
  const word = Buffer.alloc(4);
  word.writeUInt32LE(value);
  return word;
}
