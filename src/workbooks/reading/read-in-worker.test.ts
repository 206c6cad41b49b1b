import ExcelJS from '@protobi/exceljs';
import { expect, test } from 'vitest';
import type { Opened } from './open-workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import { readInWorker } from './read-in-worker.ts';

async function workbook(rows: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sổ bộ HTX');
  for (let row = 1; row <= rows; row += 1) sheet.addRow([row, `HTX ${row}`, row * 1.5, null, 'Xã Diễn Kỷ']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function cellsOf(opened: Opened) {
  return opened.ok ? opened.book.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)) : [];
}

test('IMP-02 a thread of its own reads the same, and others have their turn meanwhile', async () => {
  const bytes = await workbook(2500);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);

  const read = await readInWorker(bytes, 'tep.xlsx');

  clearInterval(timer);
  expect(cellsOf(read)).toEqual(cellsOf(openWorkbook(bytes, 'tep.xlsx')));
  expect(cellsOf(read)).toHaveLength(4 * 2500);
  expect(turns).toBeGreaterThan(10);
});

test('IMP-02 a file that is no workbook is refused from the thread with the same message', async () => {
  const bytes = new TextEncoder().encode('STT;Tên;Mã số\n1;A;2\n');

  expect(await readInWorker(bytes, 'tep.csv')).toMatchObject({ ok: false, problem: { code: 'workbooks.file.csv' } });
});

test('IMP-02 reading that takes too long is stopped and said', async () => {
  const read = await readInWorker(await workbook(2500), 'tep.xlsx', { secondsMax: 0.001 });

  expect(read).toMatchObject({ ok: false, problem: { code: 'workbooks.file.too-slow' } });
});

test('IMP-02 files come out whole one after the other and side by side', async () => {
  const [small, large] = [await workbook(3), await workbook(700)];
  const rows = async (bytes: Uint8Array) => {
    const read = await readInWorker(bytes, 'tep.xlsx');
    return read.ok ? read.book.sheets.map((sheet) => sheet.rows.length) : read.problem.code;
  };

  const inTurn = [await rows(small), await rows(large), await rows(new Uint8Array(3)), await rows(small)];
  const together = await Promise.all([rows(large), rows(small), rows(large)]);

  expect(inTurn).toEqual([[3], [700], 'workbooks.file.not-a-workbook', [3]]);
  expect(together).toEqual([[700], [3], [700]]);
});
