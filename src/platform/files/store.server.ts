import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Files by their content: the name of a file is the SHA-256 of its bytes, so a file is never changed. */
export interface FileStore {
  /** Keeps the bytes and answers their SHA-256 in hexadecimal. Twice the same bytes are one file. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined when no such file is kept. */
  get(sha256: string): Promise<Buffer | undefined>;
  /** Removes the file for good, unless somebody has put the same bytes since that moment. */
  forget(sha256: string, putBefore: Date): Promise<void>;
}

/** A file store in a folder. A file appears under its name only when it is complete and on the disk. */
export function folderStore(folder: string): FileStore {
  const pathOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const target = pathOf(sha256);
      // Written anew when it is there already: its age is then that of the last `put`, which `forget` goes by.
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const unfinished = `${target}.${randomUUID()}`;
      const file = await open(unfinished, 'w', 0o600);
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(unfinished, target);
      return sha256;
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      return await readFile(pathOf(sha256)).catch(() => undefined);
    },
    async forget(sha256, putBefore) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return;
      const kept = await stat(pathOf(sha256)).catch(() => undefined);
      if (kept && kept.mtime < putBefore) await rm(pathOf(sha256), { force: true });
    },
  };
}
