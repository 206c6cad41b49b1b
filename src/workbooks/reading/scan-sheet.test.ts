import { expect, test } from 'vitest';
import type { CellContent, PhysicalRow } from './model.ts';
import type { Part } from './package.ts';
import { unpackedBook } from './packed.ts';
import { TextPacker } from './packed-texts.ts';
import { scanSheet } from './scan-sheet.ts';
import { readSharedTexts } from './scan-texts.ts';
import { shifted } from './shift-formula.ts';

const ENCODER = new TextEncoder();

/** A part in pieces of seven bytes, so that letters and tags are cut apart. */
function part(xml: string): Part {
  const bytes = ENCODER.encode(xml);
  return {
    size: bytes.length,
    read(take) {
      for (let at = 0; at < bytes.length; at += 7) take(bytes.subarray(at, at + 7));
    },
  };
}

function scanned(cells: string, { shared = '', counts1904 = false, cellsMax = 1000 } = {}) {
  const texts = new TextPacker();
  readSharedTexts(part(`<sst>${shared}</sst>`), texts);
  const fonts = new Map<string, number>();
  const sheet = scanSheet(part(`<worksheet><sheetData>${cells}</sheetData></worksheet>`), {
    texts,
    sharedTexts: texts.count,
    styles: [
      { font: 'Arial', shows: 'number' },
      { font: '.VnTime', shows: 'date' },
    ],
    fonts,
    counts1904,
    cellsMax,
  });
  if (!sheet) throw new Error('there is a cells part');
  const book = unpackedBook({
    fileName: 'tep.xlsx',
    sheets: [{ name: 'Thử', state: 'visible', ...sheet }],
    pictures: 0,
    texts: texts.packed(),
    fonts: [...fonts.keys()],
  });
  return { rows: book.sheets[0]?.rows ?? [], cellCount: sheet.cellCount };
}

function contents(rows: readonly PhysicalRow[]): Record<string, CellContent> {
  return Object.fromEntries(rows.flatMap(({ cells }) => cells.map(({ address, content }) => [address, content])));
}

const text = (words: string): CellContent => ({ kind: 'text', text: words, runs: [] });
const number = (value: number): CellContent => ({ kind: 'number', number: value, isPercent: false });

test('IMP-02 rows and cells without their places stand one after the other', () => {
  const { rows } = scanned('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');

  expect(contents(rows)).toEqual({ A1: number(1), B1: number(2), A2: number(3) });
});

test('IMP-02 rows and cells in disorder are put in order, and the later of two cells at one place stands', () => {
  const { rows } = scanned(
    '<row r="5"><c r="C5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c></row>',
  );

  expect(rows.map((row) => row.number)).toEqual([2, 5]);
  expect(Object.entries(contents(rows))).toEqual([
    ['B2', number(3)],
    ['A5', number(2)],
    ['C5', number(4)],
  ]);
});

test('IMP-02 texts inside the cell, in runs and with readings of signs come out as people see them', () => {
  const shared =
    '<si><r><rPr><rFont val=".VnTime"/></rPr><t>Hîp </t></r><r><t>tác</t></r></si><si><t>Đức</t><rPh sb="0"><t>duc</t></rPh></si><si><t>_x0041_ &amp; B</t></si>';
  const { rows } = scanned(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Bên trong</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>9</v></c></row>',
    { shared },
  );

  expect(contents(rows)).toEqual({
    A1: text('Bên trong'),
    B1: {
      kind: 'text',
      text: 'Hîp tác',
      runs: [
        { text: 'Hîp ', font: '.VnTime' },
        { text: 'tác', font: 'Arial' },
      ],
    },
    C1: text('Đức'),
    D1: text('A & B'),
  });
});

test('IMP-02 a formula written once for many cells is read at each of them', () => {
  const { rows } = scanned(
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1+LOG10(B1)</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
  );

  expect(rows.map((row) => row.cells[0]?.formula)).toEqual(['B1*$C$1+LOG10(B1)', 'B2*$C$1+LOG10(B2)']);
});

test('IMP-02 what moves out of the sheet is no cell, and words in quotes and names stay', () => {
  expect(shifted('A2+"A2"+DON_GIA2+AB$3', -1, 1)).toBe('B1+"A2"+DON_GIA2+AC$3');
  expect(shifted('A1', -1, 0)).toBe('#REF!');
});

test('IMP-02 days are read from both beginnings, and a count that is none shows as Excel shows it', () => {
  const cells = '<row r="1"><c r="A1" s="1"><v>45478</v></c><c r="B1" s="1"><v>-99999999</v></c></row>';

  expect(contents(scanned(cells).rows)).toEqual({
    A1: { kind: 'date', day: '2024-07-05' },
    B1: { kind: 'error', error: '#####' },
  });
  expect(contents(scanned(cells, { counts1904: true }).rows).A1).toEqual({ kind: 'date', day: '2028-07-06' });
});

test('IMP-02 more cells than a reader may hold are counted and not kept', () => {
  const { rows, cellCount } = scanned(`<row r="1">${'<c><v>1</v></c>'.repeat(9)}</row>`, { cellsMax: 4 });

  expect(cellCount).toBe(9);
  expect(rows[0]?.cells).toHaveLength(4);
});
