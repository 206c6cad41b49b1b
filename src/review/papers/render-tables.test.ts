import ExcelJS, { type Cell, type Workbook } from '@protobi/exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { divide } from '#kernel/decimal.ts';
import type { SnapshotBody, SnapshotDefinition } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { evaluate } from './formula-testing.ts';
import { renderTables } from './render-tables.ts';
import { converted, hasProgram } from './testing.ts';

const file = aSnapshot();
const bytes = await renderTables(file);
const book = await open(bytes);

async function open(written: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(written) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

describe('the workbook', () => {
  test('RPT-12 it has a cover, the nine forms, definitions and sources', () => {
    const forms = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Biểu 0${number}`);

    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Bìa', ...forms, 'Định nghĩa', 'Nguồn']);
  });

  test('RPT-12 the cover names cluster, period, cut-off, version, hash and coverage', () => {
    const text = textOf(book, 'Bìa');

    for (const fact of ['CUM-BTB', '2024-H1', '14/06/2024', 'Bản khóa 1, ngày 28/6/2024', file.hash, '6/6 đơn vị']) {
      expect(text).toContain(fact);
    }
    expect(text).toContain('DỮ LIỆU MẪU');
  });

  test('RPT-12 units stand north to south and heads stay in sight and on every printed page', () => {
    const sheet = book.getWorksheet('Biểu 01');
    const heads = [4, 5, 6, 7, 8, 9, 10].map((column) => sheet?.getCell(6, column).text);

    expect(heads).toEqual(['Thanh Hóa', 'Nghệ An', 'Hà Tĩnh', 'Quảng Bình', 'Quảng Trị', 'T.T. Huế', 'Toàn cụm']);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 6 });
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '5:6',
    });
    expect(sheet?.headerFooter.oddFooter).toContain(file.hash);
  });

  test('RPT-12 totals are live formulas with their results, in a format that each country prints in its own way', () => {
    const cell = totalCell(book, 'HTX.SO');

    expect(cell.formula).toMatch(/^IF\(COUNT\(D(\d+):I\1\)=0,"—",SUM\(D\1:I\1\)\)$/);
    expect(cell.result).toBe(4425);
    expect(cell.numFmt).toBe('#,##0');
  });

  test('RPT-12 every formula, recalculated on its own, gives the result that stands beside it and the snapshot', () => {
    expect(formulaFaults(book)).toEqual([]);
    expect(figureFaults(book, file.snapshot)).toEqual([]);
    expect(formulaCells(book).length).toBeGreaterThan(1000);
  });

  test('RPT-12 the same holds for any figures and any holes', async () => {
    const codes = file.snapshot.definitions.map((definition) => definition.code);
    const units = file.snapshot.units.map((unit) => unit.code);
    const hole = fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...units)).map((pair) => pair.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(hole, { maxLength: 20 }), async (seed, holes) => {
        const other = aSnapshot({ seed, holes });

        const written = await open(await renderTables(other));

        expect(formulaFaults(written)).toEqual([]);
        expect(figureFaults(written, other.snapshot)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  test.runIf(hasProgram('soffice'))('RPT-12 LibreOffice computes the same totals from the formulas alone', async () => {
    const partial = aSnapshot({ absentUnits: ['LMHTX-HT'], holes: ['LD.CO/LMHTX-QT', 'TV.SO/LMHTX-TH'] });
    const blank = withoutResults(await renderTables(partial));

    const computed = await open(converted('bieu.xlsx', blank, 'xlsx'));

    expect(figureFaults(computed, partial.snapshot)).toEqual([]);
    expect(totalCell(computed, 'HTX.SO').result).toBe(3394);
  });

  test('RPT-06 a missing figure is a hatched dash and its total says 5/6 đơn vị', async () => {
    const partial = await open(await renderTables(aSnapshot({ absentUnits: ['LMHTX-HT'] })));
    const row = rowOf(partial, 'HTX.SO');

    expect(row.getCell(6).value).toBe('—');
    expect(row.getCell(6).fill).toMatchObject({ pattern: 'lightUp' });
    expect(row.getCell(10).result).toBe(3394);
    expect(row.getCell(11).result).toBe('5/6 đơn vị');
  });

  test('RPT-12 the same snapshot gives the same bytes', async () => {
    expect(Buffer.compare(bytes, await renderTables(aSnapshot()))).toBe(0);
  });

  test('RPT-12 text of people that begins like a formula stays text', async () => {
    const finding = '=HYPERLINK("http://x","y")';
    const notes = [{ unitCode: 'LMHTX-NA', finding, note: '+84 gọi lại' }];
    const units = file.snapshot.units.map((unit) => ({ ...unit, submittedBy: '@cmd|calc' }));
    const unsafe = await open(await renderTables(aSnapshot({ body: { notes, units } })));

    const text = textOf(unsafe, 'Nguồn');

    expect(text).toContain(`'${finding}`);
    expect(text).toContain("'+84 gọi lại");
    expect(text).not.toMatch(/(^|\n)@cmd/);
    expect(formulaCells(unsafe).filter((cell) => cell.formula.includes('HYPERLINK'))).toEqual([]);
  });

  test('AUD-02 sources name the workbook of each unit, its fingerprint, when and by whom it was sent', () => {
    const text = textOf(book, 'Nguồn');

    for (const unit of file.snapshot.units) {
      expect(text).toContain(`${unit.name}\n${unit.workbook?.fileName}\n${unit.workbook?.sha256}`);
    }
    expect(text).toContain('19/06/2024 08:10\nCán bộ tổng hợp');
  });
});

interface FormulaCell {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly result: unknown;
}

function formulaCells(workbook: Workbook): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula)
          found.push({ sheet: sheet.name, address: cell.address, formula: cell.formula, result: cell.result });
      });
    });
  }
  return found;
}

function formulaFaults(workbook: Workbook): string[] {
  const known = new Map<string, number | string>();
  const lookup = (sheet: string, address: string): number | string => {
    const key = `${sheet}!${address}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const cell = workbook.getWorksheet(sheet)?.getCell(address);
    const value = cell?.formula ? evaluate(cell.formula, sheet, lookup) : cell?.value;
    const plain = typeof value === 'number' ? value : String(value ?? '');
    known.set(key, plain);
    return plain;
  };
  return formulaCells(workbook)
    .filter(({ sheet, address, result }) => !isNear(lookup(sheet, address), result))
    .map(({ sheet, address, formula, result }) => `${sheet}!${address}: ${formula} is not ${result}`);
}

/** Current figures by unit and in total, found by the code of their row. */
function figureFaults(workbook: Workbook, snapshot: SnapshotBody): string[] {
  return snapshot.definitions.flatMap((definition) => {
    const row = rowOf(workbook, definition.code);
    const current = snapshot.figures[definition.code]?.current;
    const wanted = [...snapshot.units.map((unit) => current?.byUnit[unit.code]), current?.total];
    return wanted.flatMap((amount, at) => {
      const value = shownIn(row.getCell(4 + at));
      return isNear(value, inUnitShown(definition, amount)) ? [] : [`${definition.code} in column ${4 + at}: ${value}`];
    });
  });
}

function inUnitShown(definition: SnapshotDefinition, amount: string | null | undefined): number | string {
  return amount ? Number(divide(amount, String(definition.entryScale))) : '—';
}

function shownIn(cell: Cell): unknown {
  return cell.formula ? cell.result : cell.value;
}

function isNear(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

function rowOf(workbook: Workbook, code: string) {
  const form = file.snapshot.definitions.find((definition) => definition.code === code)?.formCode.slice(1);
  const sheet = workbook.getWorksheet(`Biểu ${form}`);
  const codeColumn = 38;
  for (let at = 1; at <= (sheet?.rowCount ?? 0); at++) {
    const row = sheet?.getRow(at);
    if (row?.getCell(codeColumn).value === code) return row;
  }
  throw new Error(`no row ${code}`);
}

function totalCell(workbook: Workbook, code: string): Cell {
  return rowOf(workbook, code).getCell(10);
}

function textOf(workbook: Workbook, name: string): string {
  const lines: string[] = [];
  workbook.getWorksheet(name)?.eachRow((row) => row.eachCell((cell) => lines.push(cell.text)));
  return lines.join('\n');
}

/** The workbook as if nobody had ever computed it. */
function withoutResults(written: Uint8Array): Uint8Array {
  const parts = unzipSync(written);
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    parts[name] = strToU8(strFromU8(part).replace(/<\/f><v>[^<]*<\/v>/g, '</f>'));
  }
  return zipSync(parts);
}
