import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The passphrase's own file; never part of a backup, and the only thing that may lie where one is restored. */
export const KEY_FILE = 'backup-key';
const STORE = 'files';

/** The names of the whole files of the file store; what is being written just now is not among them. */
export async function storedFiles(dataFolder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(dataFolder, STORE), { recursive: true }).catch(() => []);
  return names
    .map((name) => path.basename(name))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .sort();
}

export function storedFile(dataFolder: string, name: string): NodeJS.ReadableStream & AsyncIterable<Buffer> {
  return createReadStream(path.join(dataFolder, STORE, name.slice(0, 2), name));
}

/** What lies in the data folder itself: secrets that the installation made for itself. */
export async function keptFiles(dataFolder: string): Promise<readonly string[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name !== KEY_FILE && /^[\w-][\w.-]*$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

export async function readKept(dataFolder: string, name: string): Promise<Buffer> {
  return await readFile(path.join(dataFolder, name));
}

export async function writeKept(dataFolder: string, name: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(path.join(dataFolder, name), bytes);
}

export async function writeStored(dataFolder: string, name: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(path.join(dataFolder, STORE, name.slice(0, 2), name), bytes);
}

/** For its owner alone; whole, or not there. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const file = await open(`${target}.new`, 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${target}.new`, target);
}

/** The name of something that lies in the folder already; undefined: one may restore into it. */
export async function whatLiesIn(dataFolder: string): Promise<string | undefined> {
  const names = await readdir(dataFolder).catch(() => []);
  return names.find((name) => name !== KEY_FILE);
}

/** After a restore that failed: the folder was empty before it. */
export async function emptyAgain(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder).catch(() => []);
  for (const name of names)
    if (name !== KEY_FILE) await rm(path.join(dataFolder, name), { recursive: true, force: true });
}
