import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { backupName, newestBackup, supersededBackups } from './rotation.ts';

/** What a backup that was cut short left: its name and the process that wrote it. */
const UNFINISHED = /^hopluc-[\dTZ]+\.hlb\.(\d+)$/;

/** Makes the folder of backups, for its owner alone, and answers the file of a new one. */
export async function newBackupFile(folder: string, at: Date): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  return path.join(folder, backupName(at));
}

/** The newest backup in the folder, with its path; undefined: there is none. */
export async function newestBackupIn(folder: string): Promise<string | undefined> {
  const name = newestBackup(await readdir(folder).catch(() => []));
  return name === undefined ? undefined : path.join(folder, name);
}

/** Takes away the backups that are no longer kept and what cut-off ones left. Answers how many backups went. */
export async function tidyBackups(folder: string): Promise<number> {
  const names = await readdir(folder);
  for (const name of names) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) await rm(path.join(folder, name), { force: true });
  }
  const superseded = supersededBackups(names);
  for (const name of superseded) await rm(path.join(folder, name), { force: true });
  return superseded.length;
}
