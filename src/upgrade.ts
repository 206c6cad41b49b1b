import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { backUp } from '#platform/backup/back-up.server.ts';
import { keyToSeal } from '#platform/backup/key.server.ts';
import { text } from '#platform/backup/messages.vi.ts';
import { noteBackup } from '#platform/backup/note.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { pendingUpgrade } from '#platform/db/migrate.server.ts';
import type { Environment } from '#platform/env.server.ts';
import type { BeforeUpgrade } from './system.ts';

const NOTHING = async () => {};

/**
 * Before migrations change a database that holds real data, an encrypted backup of it is taken into the folder of backups;
 * one that fails stops the upgrade. Such a backup is never thinned out. Not with HOPLUC_BACKUPS=off.
 */
export function backUpBeforeUpgrade(
  environment: Pick<Environment, 'dataFolder' | 'backupFolder' | 'backupKey'>,
): BeforeUpgrade {
  const { backupFolder, dataFolder } = environment;
  return async (owner, now) => {
    if (backupFolder === null || (await pendingUpgrade(owner)).length === 0) return NOTHING;
    const demo = await sql`select from platform.setting where key = 'demo'`.execute(owner.kysely);
    if (demo.rows.length > 0) return NOTHING;
    const file = path.join(backupFolder, fileName(now));
    // Another process of ours, started in the same second, takes it.
    if (existsSync(file)) return NOTHING;
    await mkdir(backupFolder, { recursive: true, mode: 0o700 });
    const key = async () => (await keyToSeal(environment)).key;
    const report = await backUp(owner, { file, dataFolder, key, now });
    process.stderr.write(`${text.beforeUpgrade(file)}\n`);
    return async (ctx) => await noteBackup(ctx, report);
  };
}

function fileName(now: Date): string {
  const stamp = now
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return `truoc-nang-cap-${stamp}.hlb`;
}
