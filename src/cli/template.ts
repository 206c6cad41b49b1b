import { refuseIf } from '#kernel/refusal.ts';
import { writeWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS, WrongUsage } from './run.ts';
import { withSystem } from './system.ts';

interface Options {
  readonly unit: string;
  readonly period: string;
  readonly out: string;
  readonly prefill?: boolean;
}

/** The kinds of period that a template can be written for. */
const KINDS = ['half-year'];

export const addTemplate: AddCommand = (program, words) => {
  program
    .command('template')
    .description(words.commands.template)
    .argument('<kind>', KINDS.join(', '))
    .requiredOption('--unit <CODE>', words.options.unit)
    .requiredOption('--period <P>', words.options.period)
    .requiredOption('--out <FILE>', words.options.out)
    .option('--prefill', words.options.prefill)
    .action(
      act(async (cli, command) => {
        const [kind = ''] = command.args;
        const { unit, period, out, prefill = false } = command.opts<Options>();
        if (!KINDS.includes(kind)) throw new WrongUsage(cli.words.usage.invalid(kind));
        const { periodCodeRefusal, periodOf } = await import('#reporting/public.ts');
        refuseIf(periodCodeRefusal(period));
        if (periodOf(period).kind !== kind) throw new WrongUsage(cli.words.wrongPeriodKind(period, kind));
        const { writeTemplate } = await import('#workbooks/public.ts');
        const bytes = await withSystem(
          async (ctx) => await writeTemplate(ctx, { unitCode: unit, periodCode: period, prefill }),
        );
        await writeWhole(out, bytes);
        cli.answer({ file: out, unit, period, prefill }, [cli.words.written(out)]);
        return STATUS.done;
      }),
    );
};
