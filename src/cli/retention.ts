import type { RetentionReport } from '#rights/public.ts';
import { writeWhole } from './files.ts';
import { ledgerText } from './ledger.ts';
import type { AddCommand } from './program.ts';
import type { Cli } from './run.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly ledger?: string;
}

/** Removes what is kept no longer; for the night, before the backup. */
export const addRetention: AddCommand = (program, words) => {
  program
    .command('retention')
    .description(words.commands.retention)
    .option('--dry-run', words.options.dryRun)
    .option('--ledger <FILE>', words.options.ledger)
    .action(
      act(async (cli, command) => {
        const { dryRun = false, ledger: file } = command.opts<Options>();
        const { ledger, runRetention } = await import('#rights/public.ts');
        const { report, lines } = await withSystem(async (ctx) => {
          const ran = await runRetention(ctx, { dryRun });
          return { report: ran, lines: file === undefined ? [] : await ledger(ctx.read) };
        });
        if (file !== undefined) await writeWhole(file, Buffer.from(ledgerText(lines)));
        cli.answer({ ...report, dryRun }, said(cli, report, dryRun));
        return STATUS.done;
      }),
    );
};

function said({ words }: Cli, { number, sha256, lines }: RetentionReport, dryRun: boolean): readonly string[] {
  const counts = lines
    .filter(({ due, held }) => due > 0 || held.length > 0)
    .map(({ what, due, held }) => words.retained(what, due, held.length));
  if (counts.length === 0) return [words.nothingRetained];
  return [...counts, ...(number && sha256 ? [words.certified(number, sha256)] : dryRun ? [words.dryRetention] : [])];
}
