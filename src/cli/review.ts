import path from 'node:path';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReviewFile, SnapshotFile } from '#review/public.ts';
import { writeWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

interface Options {
  readonly cluster: string;
  readonly period: string;
  readonly out: string;
  readonly lock?: boolean;
}

/** Locking what is locked already is no fault: the same papers come out. */
const ALREADY = 'review.lock.already-locked';

export const addReview: AddCommand = (program, words) => {
  program
    .command('review')
    .description(words.commands.review)
    .requiredOption('--cluster <CODE>', words.options.cluster)
    .requiredOption('--period <P>', words.options.period)
    .requiredOption('--out <DIR>', words.options.out)
    .option('--lock', words.options.lock)
    .action(
      act(async (cli, command) => {
        const options = command.opts<Options>();
        const { reviewFiles } = await import('#review/public.ts');
        const files = await withSystem(async (ctx) => {
          if (options.lock) await lock(ctx, options);
          return await reviewFiles(ctx, options.cluster, options.period);
        });
        for (const file of files) await writeWhole(path.join(options.out, file.name), file.bytes);
        const report = reportOf(files);
        const written = files.map((file) => cli.words.written(path.join(options.out, file.name)));
        cli.answer(report, [cli.words.reviewed(report.snapshot, report.locked), ...written]);
        return STATUS.done;
      }),
    );
};

async function lock(ctx: Ctx, { cluster, period }: Options): Promise<void> {
  const { lockReview } = await import('#review/public.ts');
  try {
    await lockReview(ctx, cluster, period);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== ALREADY) throw error;
  }
}

/** The review in the names that outsiders rely on; a missing figure is null. */
function reportOf(files: readonly ReviewFile[]) {
  const bytes = files.find((file) => file.name === 'snapshot.json')?.bytes;
  const { hash, snapshot } = JSON.parse(new TextDecoder().decode(bytes)) as SnapshotFile;
  const units = new Map(snapshot.definitions.map((definition) => [definition.code, definition.unit]));
  const figures = Object.entries(snapshot.figures).map(([code, { current }]) => [
    code,
    { total: current.total, unit: units.get(code) ?? '', byUnit: current.byUnit, coverage: current.coverage },
  ]);
  return {
    cluster: snapshot.cluster.code,
    period: snapshot.period.code,
    locked: snapshot.isLocked,
    snapshot: hash,
    units: snapshot.units.map(({ code, submitted }) => ({ code, submitted })),
    figures: Object.fromEntries(figures),
    files: files.map((file) => file.name),
  };
}
