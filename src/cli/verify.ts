import path from 'node:path';
import { readWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

export const addVerify: AddCommand = (program, words) => {
  program
    .command('verify')
    .description(words.commands.verify)
    .argument('<FILE>', words.options.given)
    .action(
      act(async (cli, command) => {
        const [file = ''] = command.args;
        const bytes = await readWhole(file);
        const { sayDifference, sayVerify, verifyFile } = await import('#review/public.ts');
        const report = await withSystem(async (ctx) => await verifyFile(ctx.read, path.basename(file), bytes));
        const text = sayVerify(report);
        if (!report.ok) cli.tell(text);
        cli.answer({ ...report, text }, report.ok ? [text] : report.differences.map(sayDifference));
        return report.ok ? STATUS.done : STATUS.refused;
      }),
    );
};
