import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The text kept in a file of the data folder that only its owner may read; made by `make` when there is none yet.
 * Of two processes that make it at once, one wins and both answer the same.
 */
export async function keptSecret(dataFolder: string, name: string, make: () => string): Promise<string> {
  const file = path.join(dataFolder, name);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    const made = make();
    await handle.writeFile(`${made}\n`);
    await handle.close();
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}

/** The secret of this installation, with which subjects of the rate limit are hashed. */
export async function installationSecret(dataFolder: string): Promise<string> {
  return await keptSecret(dataFolder, 'secret', () => randomBytes(32).toString('hex'));
}
