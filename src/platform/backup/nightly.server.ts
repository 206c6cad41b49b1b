import path from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import type { OpenSettings } from '#platform/db/open.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import type { Job } from '#platform/schedule/schedule.server.ts';
import { backUp } from './back-up.server.ts';
import { newBackupFile, tidyBackups } from './folder.server.ts';
import { keyToSeal } from './key.server.ts';
import { text } from './messages.vi.ts';
import { noteBackup, rowsOf } from './note.server.ts';
import type { SealCost } from './seal.server.ts';

export interface NightlySettings extends OpenSettings {
  readonly backupKey: string | undefined;
  /** Null: backups are switched off. */
  readonly backupFolder: string | null;
  /** A small one for tests only. */
  readonly cost?: SealCost;
}

/** Every night an encrypted backup into the folder of backups, of which the older ones are thinned out. */
export function nightlyBackup(settings: NightlySettings, isDemo: () => boolean): Job {
  return {
    name: 'backup',
    pattern: '30 1 * * *',
    idle: () => (settings.backupFolder === null ? text.job.off : isDemo() ? text.job.demo : null),
    run: async (ctx) =>
      settings.backupFolder === null ? text.job.off : await takeBackup(ctx, settings, settings.backupFolder),
  };
}

/** Takes a backup into the folder and answers what came of it in one sentence. */
async function takeBackup(ctx: Ctx, settings: NightlySettings, folder: string): Promise<string> {
  const file = await newBackupFile(folder, ctx.now);
  // As owner: no policy may hide a row from a backup.
  const databases = await openDatabases(settings);
  try {
    const { dataFolder, cost } = settings;
    const key = async () => (await keyToSeal(settings)).key;
    const report = await backUp(databases.owner, { file, dataFolder, key, now: ctx.now, ...(cost ? { cost } : {}) });
    await noteBackup(ctx, report);
    const gone = await tidyBackups(folder);
    return text.job.done(path.basename(file), report.bytes, rowsOf(report.manifest), gone);
  } finally {
    await databases.close();
  }
}
