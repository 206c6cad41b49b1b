import { existsSync } from 'node:fs';
import path from 'node:path';
import { backUp, nothingThere } from '#platform/backup/back-up.server.ts';
import { keyToSeal } from '#platform/backup/key.server.ts';
import { noteBackup, rowsOf } from '#platform/backup/note.server.ts';
import { clockOf } from '#platform/clock.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { systemOn } from '../system.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { commandLineActor } from './system.ts';

export const addBackup: AddCommand = (program, words) => {
  program
    .command('backup')
    .description(words.commands.backup)
    .argument('<FILE>', words.options.backupFile)
    .action(
      act(async (cli, command) => {
        const [file = ''] = command.args;
        const begun = performance.now();
        const environment = readEnvironment();
        const now = clockOf(environment)();
        const { dataFolder } = environment;
        if (!environment.databaseUrl && !existsSync(path.join(dataFolder, 'postgres'))) throw nothingThere(dataFolder);
        const databases = await openDatabases(environment);
        try {
          let madeFile: string | null = null;
          const keyOf = async () => {
            const found = await keyToSeal(environment);
            madeFile = found.madeFile;
            return found.key;
          };
          const report = await backUp(databases.owner, { file, dataFolder, key: keyOf, now });
          const system = systemOn(databases, folderStore(path.join(dataFolder, 'files')));
          await noteBackup(system.ctx(commandLineActor(), now), report);
          const { manifest, bytes, sha256 } = report;
          if (madeFile) cli.tell(cli.words.keyMade(madeFile));
          for (const { name, isWhole } of manifest.files) if (!isWhole) cli.tell(cli.words.fileNotWhole(name));
          const rows = rowsOf(manifest);
          const seconds = (performance.now() - begun) / 1000;
          const said = [cli.words.backedUp(file, bytes, rows, manifest.files.length), cli.words.backupSum(sha256)];
          cli.answer({ file, bytes, sha256, rows, seconds, manifest }, [...said, cli.words.seconds(seconds)]);
        } finally {
          await databases.close();
        }
        return STATUS.done;
      }),
    );
};
