import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from '#kernel/refusal.ts';
import { keptSecret } from '#platform/auth/secret.server.ts';
import { KEY_FILE } from './data-folder.server.ts';

interface KeySettings {
  /** `HOPLUC_BACKUP_KEY`. */
  readonly backupKey: string | undefined;
  readonly dataFolder: string;
}

/** The passphrase to seal with. The first backup without one makes a key file, of which its owner must keep a copy elsewhere. */
export async function keyToSeal({
  backupKey,
  dataFolder,
}: KeySettings): Promise<{ key: string; madeFile: string | null }> {
  if (backupKey) return { key: backupKey, madeFile: null };
  const file = path.join(dataFolder, KEY_FILE);
  const isNew = !existsSync(file);
  const key = await keptSecret(dataFolder, KEY_FILE, () => randomBytes(32).toString('base64url'));
  return { key, madeFile: isNew ? file : null };
}

/** The passphrase to open with; refuses when neither the environment nor the data folder has one. */
export async function keyToOpen({ backupKey, dataFolder }: KeySettings): Promise<string> {
  if (backupKey) return backupKey;
  const file = path.join(dataFolder, KEY_FILE);
  if (!existsSync(file)) throw new Refused({ code: 'platform.backup.no-key', facts: { file } });
  return (await readFile(file, 'utf8')).trim();
}
