import path from 'node:path';
import { clockOf } from '#platform/clock.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { systemOn } from '../system.ts';
import { backUpBeforeUpgrade } from '../upgrade.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { commandLineActor } from './system.ts';

export const addMigrate: AddCommand = (program, words) => {
  program
    .command('migrate')
    .description(words.commands.migrate)
    .option('--dry-run', words.options.dryRun)
    .option('--no-backup', words.options.noBackup)
    .action(
      act(async (cli, command) => {
        const { dryRun = false, backup } = command.opts<{ dryRun?: boolean; backup: boolean }>();
        const environment = readEnvironment();
        const now = clockOf(environment)();
        const databases = await openDatabases(environment);
        try {
          const takesBackup = backup && !dryRun;
          const note = takesBackup ? await backUpBeforeUpgrade(environment)(databases.owner, now) : undefined;
          const report = await migrate(databases.owner, { dryRun });
          const system = systemOn(databases, folderStore(path.join(environment.dataFolder, 'files')));
          await note?.(system.ctx(commandLineActor(), now));
          const names = dryRun ? report.pending : report.applied;
          const headline = dryRun ? cli.words.wouldMigrate(names.length) : cli.words.migrated(names.length);
          cli.answer(report, [headline, ...names.map((name) => `  ${name}`)]);
        } finally {
          await databases.close();
        }
        return STATUS.done;
      }),
    );
};
