import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from '@protobi/exceljs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { present } from '#kernel/assert.ts';
import { sql } from '#platform/db/db.server.ts';
import { testSystem } from '#platform/testing/system.ts';
import { hopluc } from './testing.ts';

/** From workbooks to a proven report by the shell alone, on a database that holds reference data only. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const system = await testSystem();
const folder = await mkdtemp(path.join(tmpdir(), 'hopluc kỳ '));
const env = { DATABASE_URL: system.databaseUrl, HOPLUC_DATA: path.join(folder, 'data') };
const run = async (...args: readonly string[]) => await hopluc(args, env, folder);
const TTH = 'mẫu/LMHTX-TTH-2024-H1.xlsx';
const COUNTED = 'HTX.SO/LMHTX-TTH@2024-H1';

beforeAll(async () => {
  const { status } = await run('demo', 'write', 'mẫu');
  expect(status).toBe(0);
});
afterAll(async () => await rm(folder, { recursive: true }));

async function rowCount(): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from register.organisation where deleted_at is null`.execute(system.app.kysely);
  return found.rows[0]?.count ?? -1;
}

test('six demonstration workbooks are written; a seed that is no number is wrong usage', async () => {
  const ran = await run('demo', 'write', 'x', '--seed', 'abc');

  expect(await readdir(path.join(folder, 'mẫu'))).toHaveLength(6);
  expect(ran.status).toBe(64);
});

test('IMP-03 a workbook with a wrong cell is refused whole, and comes back with the message in the cell', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.join(folder, TTH));
  const sheet = present(workbook.getWorksheet('Sổ bộ HTX'), 'the register sheet is there');
  const members = columnOf(sheet, 'TV_TONG');
  const first = firstDataRow(sheet);
  sheet.getCell(`${members}${first}`).value = 'ba mươi';
  await workbook.xlsx.writeFile(path.join(folder, 'sai.xlsx'));
  await writeFile(path.join(folder, 'rác.xlsx'), 'không phải Excel');

  const ran = await run('import', 'sai.xlsx', 'rác.xlsx', '--errors-out', 'lỗi', '--json');

  const [wrong, rubbish] = JSON.parse(ran.out).files;
  expect(ran.status).toBe(2);
  expect(wrong).toMatchObject({ file: 'sai.xlsx', unit: 'LMHTX-TTH', accepted: false, importId: null });
  expect(wrong.messages).toContainEqual(
    expect.objectContaining({ sheet: 'Sổ bộ HTX', cell: `${members}${first}`, severity: 'error' }),
  );
  expect(rubbish).toMatchObject({ accepted: false, unit: null });
  expect(ran.told).toContain(`sai.xlsx › Sổ bộ HTX › ${members}${first}: `);
  expect(await readdir(path.join(folder, 'lỗi'))).toEqual(['sai-loi.xlsx']);
  expect(await rowCount()).toBe(0);
});

test('a dry run reports and writes nothing; the import writes; again it changes nothing; undo takes it back', async () => {
  const trial = JSON.parse((await run('import', TTH, '--dry-run', '--json')).out).files[0];
  const afterTrial = await rowCount();
  const imported = JSON.parse((await run('import', TTH, '--json')).out).files[0];
  const afterImport = await rowCount();
  const again = await run('import', TTH);
  const undone = await run('import', 'undo', imported.importId, '--json');
  const twice = await run('import', 'undo', imported.importId);

  expect(trial).toMatchObject({ accepted: true, importId: null, rows: { error: 0, conflict: 0 } });
  expect(trial.rows.new).toBeGreaterThan(300);
  expect(afterTrial).toBe(0);
  expect(imported).toMatchObject({ unit: 'LMHTX-TTH', period: '2024-H1', accepted: true, rows: trial.rows });
  expect(afterImport).toBeGreaterThanOrEqual(323);
  expect(again.out).toMatch(/không có gì thay đổi \(mới 0, đổi 0, /);
  expect(undone.status).toBe(0);
  expect(JSON.parse(undone.out)).toMatchObject({ importId: imported.importId, excluded: [] });
  expect(await rowCount()).toBe(0);
  expect(twice.status).toBe(2);
});

test('RPT-06 a review with one unit of six is locked with its coverage, proven, and its figure traced to the cell', async () => {
  await run('import', TTH);
  const locked = await run('review', '--cluster', 'CUM-BTB', '--period', '2024-H1', '--out', 'kq', '--lock', '--json');
  const again = await run('review', '--cluster', 'CUM-BTB', '--period', '2024-H1', '--out', 'kq2', '--lock', '--json');

  const report = JSON.parse(locked.out);
  expect(locked.status).toBe(0);
  expect(report).toMatchObject({ locked: true, snapshot: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  expect(report.units.filter((unit: { submitted: boolean }) => unit.submitted)).toEqual([
    { code: 'LMHTX-TTH', submitted: true },
  ]);
  expect(report.figures['HTX.SO']).toEqual({
    total: '323',
    unit: 'HTX',
    byUnit: expect.objectContaining({ 'LMHTX-TTH': '323', 'LMHTX-TH': null }),
    coverage: { have: 1, of: 6 },
  });
  expect(JSON.parse(again.out)).toEqual(report);
  for (const name of ['snapshot.json', 'bao-cao.pdf'])
    expect(await run('verify', path.join('kq', name))).toMatchObject({ status: 0, told: '' });
  for (const name of report.files) {
    const [one, two] = await Promise.all(['kq', 'kq2'].map((where) => readFile(path.join(folder, where, name))));
    expect(one?.equals(present(two, 'it was written'))).toBe(true);
  }

  const lineage = JSON.parse((await run('lineage', COUNTED, '--json')).out);
  expect(lineage).toMatchObject({ figure: COUNTED, amount: '323' });
  expect(lineage.links.map((link: { kind: string }) => link.kind)).toEqual(
    expect.arrayContaining(['snapshot', 'submission', 'value', 'workbook']),
  );
});

function rowOfCodes(sheet: ExcelJS.Worksheet): number {
  for (let row = 1; row < 40; row += 1) if (sheet.getCell(`A${row}`).value === '#MA') return row;
  throw new Error('no row of codes');
}

function columnOf(sheet: ExcelJS.Worksheet, code: string): string {
  const row = sheet.getRow(rowOfCodes(sheet));
  const at = (row.values as readonly unknown[]).indexOf(code);
  return row.getCell(at).address.replace(/\d+$/, '');
}

function firstDataRow(sheet: ExcelJS.Worksheet): number {
  return rowOfCodes(sheet) + 1;
}
