import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { importWorkbooks } from '#workbooks/public.ts';
import { openSystem, systemActor } from '../src/system.ts';
import { floor, writtenElsewhere } from './import.ts';
import { peakMegabytes, report, timed } from './measure.ts';

const ROWS = 100_000;

/**
 * One province's workbook of 1.331 cooperatives and the same grown to 100 000 rows: looked at, then written. Floor: the
 * same bytes unzipped, their sheets kept as text in one table by one statement.
 */
export async function benchLargeImport(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-bench-'));
  const system = await openSystem({ dataFolder: folder, databaseUrl: undefined }, new Date('2024-06-01T00:00:00Z'));
  try {
    const ctx = system.ctx(systemActor('bench'), new Date('2024-06-18T00:00:00Z'));
    const books = await writtenElsewhere(path.join(folder, 'files'), folder);
    const province = books.find(({ name }) => name.includes('-TH-'));
    if (!province) throw new Error('the demonstration has the province of 1.331 cooperatives');
    const large = await grown(path.join(folder, 'files', province.name), path.join(folder, 'lon.xlsx'));
    for (const [book, aims, what] of [
      [province, ['≤ 3 s', '≤ 5 s'], '1.331 rows'],
      [large, ['≤ 60 s', '≤ 60 s'], '100.000 rows'],
    ] as const) {
      const took: number[] = [];
      const megabytes = await peakMegabytes(async () => {
        for (const dryRun of [true, false])
          took.push(
            await timed(async () => {
              const [outcome] = (await importWorkbooks(ctx, [book], { dryRun })).files;
              if (!outcome?.accepted) throw new Error(`${book.name} was refused`);
            }),
          );
      });
      // The floor holds the whole file as text: before ours, its memory would be counted as ours.
      const floorMs = await timed(async () => await floor(system, [book]));
      for (const [place, ms] of took.entries()) {
        const figure = `${what}, ${place === 0 ? 'preview' : 'commit'}`;
        report({
          name: 'import-large',
          figure,
          value: ms / 1000,
          unit: 's',
          ratio: ms / floorMs,
          aim: aims[place] ?? '',
        });
      }
      const aim = book === large ? '≤ 700 MB' : '';
      report({ name: 'import-large', figure: `${what}, resident`, value: megabytes, unit: 'MB', ratio: null, aim });
    }
  } finally {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function grown(from: string, to: string): Promise<{ name: string; bytes: Uint8Array }> {
  const program = path.join(import.meta.dirname, 'large-workbook.ts');
  await promisify(execFile)(process.execPath, [program, from, to, String(ROWS)]);
  return { name: path.basename(to), bytes: await readFile(to) };
}
