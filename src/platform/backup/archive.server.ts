import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { Refused } from '#kernel/refusal.ts';
import type { SealCost } from './seal.server.ts';
import { seal, unseal } from './seal.server.ts';

/** One entry of the archive: a name and all its bytes, or as many as `size` says. */
export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array | (NodeJS.ReadableStream & AsyncIterable<Buffer>);
}

/**
 * Writes entries as tar, gzipped and sealed. The file has its name only when it is whole and on the disk, and is for its
 * owner alone. Refuses to write over another file.
 */
export async function writeArchive(
  file: string,
  passphrase: string,
  entries: AsyncIterable<Entry>,
  cost?: SealCost,
): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  const tar = pack();
  const filled = fill(tar, entries).catch((error: unknown) => void tar.destroy(error as Error));
  const zip = createGzip({ level: constants.Z_BEST_SPEED });
  try {
    const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(tar, zip, (plain: AsyncIterable<Buffer>) => seal(plain, passphrase, cost), target);
    await filled;
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function fill(tar: ReturnType<typeof pack>, entries: AsyncIterable<Entry>): Promise<void> {
  for await (const { name, size, bytes } of entries)
    await new Promise<void>((done, fail) => {
      const entry = tar.entry({ name, size, mtime: new Date(0) }, (error) => (error ? fail(error) : done()));
      const source = bytes instanceof Uint8Array ? Readable.from([bytes]) : bytes;
      source.on('error', fail).pipe(entry as unknown as NodeJS.WritableStream);
    });
  tar.finalize();
}

/** Hands every entry to `visit`, in order; each is read to its end before the next one comes. */
export async function readArchive(
  file: string,
  passphrase: string,
  visit: (name: string, bytes: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const tar = extract();
  const source = pipeline(Readable.from(unseal(createReadStream(file), passphrase)), createGunzip(), tar);
  const visited = (async () => {
    for await (const entry of tar) {
      const bytes = entry as unknown as AsyncIterable<Buffer>;
      await visit(entry.header.name, bytes);
      entry.resume();
    }
  })();
  // The seal's own complaint comes before what the readers behind it then miss.
  const [sealed, read] = await Promise.allSettled([source, visited]);
  for (const end of [sealed, read]) if (end.status === 'rejected' && end.reason instanceof Refused) throw end.reason;
  for (const end of [read, sealed]) if (end.status === 'rejected') throw end.reason;
}
