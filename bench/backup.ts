import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp } from '#platform/backup/back-up.server.ts';
import { restore } from '#platform/backup/restore.server.ts';
import { tallyOf } from '#platform/backup/tally.ts';
import { carryOut } from '#platform/db/contents.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { report, timed } from './measure.ts';

/**
 * The demonstration cluster to an encrypted file and back into a fresh data folder, with every proof.
 * Floor of the backup: every row read and hashed, nothing written. Floor of the restore: an empty database made.
 */
export async function benchBackup(dataFolder: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-bench-'));
  const databases = await openDatabases({ dataFolder, databaseUrl: undefined });
  const file = path.join(folder, 'backup.hlb');
  const passphrase = 'passphrase of the benchmark';
  try {
    const readMs = await timed(async () =>
      carryOut(databases.owner, async (carrier) => {
        for (const table of await carrier.tables()) await tallyOf(carrier.rowsOf(table));
      }),
    );
    const now = new Date('2024-07-08T00:00:00Z');
    const backupMs = await timed(async () =>
      backUp(databases.owner, { file, dataFolder, key: async () => passphrase, now }),
    );
    const emptyMs = await timed(async () => {
      const empty = await openDatabases({ dataFolder: path.join(folder, 'empty'), databaseUrl: undefined });
      await empty.close();
    });
    const restoreMs = await timed(async () =>
      restore({ file, passphrase, dataFolder: path.join(folder, 'restored'), databaseUrl: undefined }),
    );
    const name = 'backup';
    report({ name, figure: 'to a file', value: backupMs / 1000, unit: 's', ratio: backupMs / readMs, aim: '' });
    report({ name, figure: 'restored', value: restoreMs / 1000, unit: 's', ratio: restoreMs / emptyMs, aim: '' });
    report({
      name,
      figure: 'both',
      value: (backupMs + restoreMs) / 1000,
      unit: 's',
      ratio: (backupMs + restoreMs) / (readMs + emptyMs),
      aim: '≤ 60 s',
    });
  } finally {
    await databases.close();
    await rm(folder, { recursive: true, force: true });
  }
}
