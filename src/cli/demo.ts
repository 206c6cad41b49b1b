import path from 'node:path';
import type { AddCommand } from './program.ts';
import { act, STATUS, WrongUsage } from './run.ts';
import { withSystem } from './system.ts';

export const addDemo: AddCommand = (program, words) => {
  const demo = program.command('demo').description(words.commands.demo).helpCommand(false);
  demo
    .command('write')
    .description(words.commands.demoWrite)
    .argument('<DIR>', words.options.out)
    .option('--seed <N>', words.options.seed)
    .action(
      act(async (cli, command) => {
        const [folder = '.'] = command.args;
        const { seed } = command.opts<{ seed?: string }>();
        if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new WrongUsage(cli.words.usage.invalid('--seed'));
        const { DEMO_SEED, writeDemo } = await import('#demo/public.ts');
        const number = seed === undefined ? DEMO_SEED : Number(seed);
        const files = await withSystem(async (ctx) => await writeDemo(ctx.read, path.resolve(folder), number));
        cli.answer({ seed: number, files }, files.map(cli.words.written));
        return STATUS.done;
      }),
    );
};
