import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { importWorkbooks } from '#workbooks/public.ts';
import type { System } from '../src/system.ts';
import { openSystem, systemActor } from '../src/system.ts';
import { peakMegabytes, report, timed } from './measure.ts';

/**
 * The six demonstration workbooks, 4.425 rows of 45 columns and the forms, read, checked and committed.
 * Floor: the same bytes unzipped, their sheets kept as text in one table by one statement a file.
 */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-bench-'));
  const system = await openSystem({ dataFolder: folder, databaseUrl: undefined }, new Date('2024-06-01T00:00:00Z'));
  try {
    const ctx = system.ctx(systemActor('bench'), new Date('2024-06-18T00:00:00Z'));
    const books = await writtenElsewhere(path.join(folder, 'files'), folder);
    const floorMs = await timed(async () => await floor(system, books));
    let oursMs = 0;
    const megabytes = await peakMegabytes(async () => {
      oursMs = await timed(async () => {
        for (const book of books) {
          const [outcome] = (await importWorkbooks(ctx, [book], { dryRun: false })).files;
          if (!outcome?.accepted) throw new Error(`${book.name} was refused`);
        }
      });
    });
    const againMs = await timed(async () => await importWorkbooks(ctx, books, { dryRun: false }));
    const name = 'import';
    report({ name, figure: 'six workbooks', value: oursMs / 1000, unit: 's', ratio: oursMs / floorMs, aim: '≤ 15 s' });
    report({ name, figure: 'resident', value: megabytes, unit: 'MB', ratio: null, aim: '≤ 600 MB' });
    report({ name, figure: 'the same again', value: againMs / 1000, unit: 's', ratio: againMs / floorMs, aim: '' });
  } finally {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files are made by another process, so that this one's memory is the importer's. */
export async function writtenElsewhere(
  target: string,
  dataFolder: string,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const program = path.join(import.meta.dirname, '../bin/hopluc');
  const env = { ...process.env, HOPLUC_DATA: dataFolder };
  await promisify(execFile)(process.execPath, [program, 'demo', 'write', target], { env });
  const names = (await readdir(target)).sort();
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(target, name)) })));
}

export async function floor(system: System, books: readonly { bytes: Uint8Array }[]): Promise<void> {
  const client = await system.app.pool.connect();
  try {
    await client.query('create temporary table floor (part text, body text)');
    for (const { bytes } of books) {
      const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/'));
      const bodies = parts.map(([, part]) => new TextDecoder().decode(part));
      await client.query('insert into floor select * from unnest($1::text[], $2::text[])', [
        parts.map(([name]) => name),
        bodies,
      ]);
    }
  } finally {
    client.release(true);
  }
}
