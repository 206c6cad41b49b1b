import type { PublishedLineage } from '#review/public.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

export const addLineage: AddCommand = (program, words) => {
  program
    .command('lineage')
    .description(words.commands.lineage)
    .argument('<FIGURE>', 'HTX.SO/LMHTX-NA@2024-H1')
    .action(
      act(async (cli, command) => {
        const [name = ''] = command.args;
        const { lineageJson, lineageOf } = await import('#review/public.ts');
        const lineage = await withSystem(async (ctx) => await lineageOf(ctx.read, name));
        cli.answer(lineageJson(lineage), linesOf(lineage));
        return STATUS.done;
      }),
    );
};

function linesOf({ figure, links }: PublishedLineage): readonly string[] {
  const steps = links.map(({ title, detail, by, at }) => {
    const who = [by, at].filter((part) => part !== null).join(', ');
    return `  ← ${title}: ${detail}${who === '' ? '' : ` (${who})`}`;
  });
  return [`${figure.indicator.name}, ${figure.place}: ${figure.text}`, ...steps];
}
