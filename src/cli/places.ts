import { loadList } from '#places/public.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

export const addPlaces: AddCommand = (program, words) => {
  const places = program.command('places').description(words.commands.places).helpCommand(false);
  places
    .command('load')
    .description(words.commands.placesLoad)
    .argument('<DIR>', words.options.placesFolder)
    .action(
      act(async (cli, command) => {
        const loaded = await withSystem(async (ctx) => await loadList(ctx, command.args[0] ?? ''));
        cli.answer(loaded, [cli.words.placesLoaded(loaded)]);
        return STATUS.done;
      }),
    );
};
