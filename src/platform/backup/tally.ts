import { createHash } from 'node:crypto';

const LINE_END = 10;

/** What was seen of one table or file: its bytes, its lines, its SHA-256. */
export interface Tally {
  readonly bytes: number;
  readonly lines: number;
  readonly sha256: string;
}

/** Counts along while bytes go by. */
export interface Counting {
  add(bytes: Uint8Array): void;
  total(): Tally;
}

export function counting(): Counting {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  return {
    add(part) {
      hash.update(part);
      bytes += part.byteLength;
      for (let at = part.indexOf(LINE_END); at >= 0; at = part.indexOf(LINE_END, at + 1)) lines += 1;
    },
    total: () => ({ bytes, lines, sha256: hash.digest('hex') }),
  };
}

/** The tally of everything that a stream gives. */
export async function tallyOf(source: AsyncIterable<Uint8Array>): Promise<Tally> {
  const count = counting();
  for await (const part of source) count.add(part);
  return count.total();
}
