import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { PHYSICAL_FILES } from '../testing/physical-files.ts';
import { repacked } from '../testing/spoil.ts';
import type { CellContent, PhysicalBook, PhysicalCell, PhysicalSheet } from './model.ts';
import { openWorkbook } from './open-workbook.ts';

let clean: Uint8Array;

beforeAll(async () => {
  clean = await smallWorkbook();
});

/** Two sheets, since the spoilers of files work on the second. */
async function smallWorkbook(change: (book: ExcelJS.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Hướng dẫn').getCell('A1').value = 'Đọc trước khi nhập';
  const sheet = book.addWorksheet('Sổ bộ HTX');
  for (let row = 1; row <= 60; row += 1) sheet.addRow([row, `HTX ${row}`, row * 1.5]);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function opened(bytes: Uint8Array): Promise<PhysicalBook> {
  const result = openWorkbook(bytes, 'tep.xlsx');
  if (!result.ok) throw new Error(result.problem.code);
  return result.book;
}

async function sheetWith(change: (sheet: ExcelJS.Worksheet) => void): Promise<PhysicalSheet> {
  const bytes = await smallWorkbook((book) => change(book.addWorksheet('Thử')));
  const sheet = (await opened(bytes)).sheets.find(({ name }) => name === 'Thử');
  if (!sheet) throw new Error('the sheet is gone');
  return sheet;
}

function cells(sheet: PhysicalSheet): Map<string, PhysicalCell> {
  return new Map(sheet.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell])));
}

function contents(sheet: PhysicalSheet): Record<string, CellContent> {
  return Object.fromEntries([...cells(sheet)].map(([address, cell]) => [address, cell.content]));
}

test.each(PHYSICAL_FILES)('IMP-02 $name is refused with a message of its own', async ({ make, fileName, expected }) => {
  const bytes = await make(clean);

  const result = openWorkbook(bytes, fileName);

  expect(result).toMatchObject({ ok: false, problem: { ...expected[0], severity: 'error' } });
  expect(result.ok ? '' : result.problem.text).toMatch(/^\p{Lu}.{30,}\.$/u);
});

test('IMP-02 every kind of cell comes out as what it is', async () => {
  const sheet = await sheetWith((sheet) => {
    sheet.getCell('A1').value = 1331;
    sheet.getCell('B1').value = 0.652;
    sheet.getCell('B1').numFmt = '0.0%';
    sheet.getCell('C1').value = 'Hợp tác xã';
    sheet.getCell('C1').font = { name: '.VnTime' };
    sheet.getCell('D1').value = new Date(Date.UTC(2024, 6, 5));
    sheet.getCell('E1').value = true;
    sheet.getCell('F1').value = { error: '#N/A' };
    sheet.getCell('G1').value = '   ';
  });

  expect(contents(sheet)).toEqual({
    A1: { kind: 'number', number: 1331, isPercent: false },
    B1: { kind: 'number', number: 0.652, isPercent: true },
    C1: { kind: 'text', text: 'Hợp tác xã', runs: [] },
    D1: { kind: 'date', day: '2024-07-05' },
    E1: { kind: 'boolean', value: true },
    F1: { kind: 'error', error: '#N/A' },
  });
  expect(cells(sheet).get('C1')?.font).toBe('.VnTime');
});

test('IMP-02 a formula is read by its stored result, also when that is 0, nothing, an error or missing', async () => {
  const sheet = await sheetWith((sheet) => {
    sheet.getCell('A1').value = { formula: 'SUM(B1:B9)', result: 42 };
    sheet.getCell('A2').value = { formula: 'SUM(B1:B9)', result: 0 };
    sheet.getCell('A3').value = { formula: 'IF(B1=0,"",1)', result: '' };
    sheet.getCell('A4').value = { formula: 'VLOOKUP(1,B1:C2,2,0)', result: { error: '#N/A' } };
    sheet.getCell('A5').value = { formula: 'SUM(B1:B9)' } as ExcelJS.CellFormulaValue;
  });

  expect(contents(sheet)).toEqual({
    A1: { kind: 'number', number: 42, isPercent: false },
    A2: { kind: 'number', number: 0, isPercent: false },
    A4: { kind: 'error', error: '#N/A' },
    A5: { kind: 'not-calculated' },
  });
  expect(cells(sheet).get('A5')?.formula).toBe('SUM(B1:B9)');
});

test('IMP-04 runs of a text keep their fonts', async () => {
  const sheet = await sheetWith((sheet) => {
    sheet.getCell('A1').value = { richText: [{ text: 'Hîp ', font: { name: '.VnTime' } }, { text: 'tác' }] };
    sheet.getCell('A1').font = { name: 'Arial' };
  });

  expect(contents(sheet).A1).toEqual({
    kind: 'text',
    text: 'Hîp tác',
    runs: [
      { text: 'Hîp ', font: '.VnTime' },
      { text: 'tác', font: 'Arial' },
    ],
  });
});

test('IMP-02 hidden rows, merges, filters and hidden sheets are seen', async () => {
  const bytes = await smallWorkbook((book) => {
    const sheet = book.addWorksheet('Thử', { state: 'veryHidden' });
    for (let row = 1; row <= 5; row += 1) sheet.addRow([row, row]);
    sheet.getRow(3).hidden = true;
    sheet.mergeCells('B4:C5');
    sheet.autoFilter = 'A1:B5';
  });

  const sheet = (await opened(bytes)).sheets[2];

  expect(sheet?.state).toBe('veryHidden');
  expect(sheet?.rows.filter((row) => row.isHidden).map((row) => row.number)).toEqual([3]);
  expect(sheet?.merges).toEqual([{ firstRow: 4, lastRow: 5, firstColumn: 2, lastColumn: 3 }]);
  expect(sheet?.filter).toEqual({ firstRow: 1, lastRow: 5, firstColumn: 1, lastColumn: 2 });
});

test('IMP-02 a workbook whose elements carry a prefix opens like any other', async () => {
  const prefixed = repacked(clean, {
    'xl/worksheets/sheet2.xml': (xml) =>
      xml
        .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
          'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
        ),
  });

  const [, sheet] = (await opened(prefixed)).sheets;

  expect(sheet?.rows).toHaveLength(60);
});

test('IMP-02 days count from 1904 where the workbook says so', async () => {
  const bytes = await smallWorkbook((book) => {
    book.properties.date1904 = true;
    book.addWorksheet('Thử').getCell('A1').value = new Date(Date.UTC(2024, 6, 5));
  });

  const sheet = (await opened(bytes)).sheets[2];

  expect(sheet?.rows[0]?.cells[0]?.content).toEqual({ kind: 'date', day: '2024-07-05' });
});

test('IMP-02 a figure altered on the way is damage, even where everything still unpacks', async () => {
  const stored = zipSync(unzipSync(clean), { level: 0 });
  const at = Buffer.from(stored.buffer).indexOf('<v>1.5</v>');
  stored[at + 3] = '7'.charCodeAt(0);

  expect(at).toBeGreaterThan(0);
  expect(openWorkbook(stored, 'tep.xlsx')).toMatchObject({
    ok: false,
    problem: { code: 'workbooks.file.damaged' },
  });
});

describe('whatever the bytes', () => {
  test('IMP-02 a cut file is refused, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: clean.length - 1 }), async (length) => {
        const result = openWorkbook(clean.slice(0, length), 'tep.xlsx');

        expect(result.ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('IMP-02 a file with changed bytes opens or is refused, never a crash', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: clean.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const copy = clean.slice();
        for (const [at, byte] of changes) copy[at] = byte;

        const result = openWorkbook(copy, 'tep.xlsx');

        expect(result.ok || result.problem.code.startsWith('workbooks.file.')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
