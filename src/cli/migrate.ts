import { migrate } from '#platform/db/migrate.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';

export const addMigrate: AddCommand = (program, words) => {
  program
    .command('migrate')
    .description(words.commands.migrate)
    .option('--dry-run', words.options.dryRun)
    .action(
      act(async (cli, command) => {
        const { dryRun = false } = command.opts<{ dryRun?: boolean }>();
        const databases = await openDatabases(readEnvironment());
        try {
          const report = await migrate(databases.owner, { dryRun });
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
