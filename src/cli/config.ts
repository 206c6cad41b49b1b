import { importConfiguration, readConfigFile, readConfiguration, writeConfigFile } from '#installation/public.ts';
import { productVersion } from '#platform/health/measure.server.ts';
import { readWhole, writeWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

export const addConfig: AddCommand = (program, words) => {
  const config = program.command('config').description(words.commands.config).helpCommand(false);
  config
    .command('export')
    .description(words.commands.configExport)
    .argument('<FILE>', words.options.configFile)
    .action(
      act(async (cli, command) => {
        const [file = ''] = command.args;
        const { configuration, made } = await withSystem(async (ctx) => ({
          configuration: await readConfiguration(ctx.read),
          made: { product: await productVersion(), exportedAt: ctx.now.toISOString() },
        }));
        const { text, sha256 } = writeConfigFile(configuration, made);
        await writeWhole(file, Buffer.from(text));
        const rules = configuration.rules.length;
        cli.answer({ file, rules, settings: Object.keys(configuration.settings), sha256 }, [
          cli.words.configWritten(file, rules, sha256),
        ]);
        return STATUS.done;
      }),
    );
  config
    .command('import')
    .description(words.commands.configImport)
    .argument('<FILE>', words.options.configFile)
    .option('--dry-run', words.options.dryRun)
    .action(
      act(async (cli, command) => {
        const { dryRun = false } = command.opts<{ dryRun?: boolean }>();
        const file = readConfigFile(await readWhole(command.args[0] ?? ''));
        const taken = await withSystem(async (ctx) => await importConfiguration(ctx, file, { dryRun }));
        const { added, changed, unchanged, settings } = taken;
        cli.answer({ ...taken, dryRun, sha256: file.sha256 }, [
          cli.words.configTaken(added, changed, unchanged, settings.includes('portal.site'), dryRun),
        ]);
        return STATUS.done;
      }),
    );
};
