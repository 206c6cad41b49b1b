import { expect, test } from 'vitest';
import { addressOf, columnLetters, columnNumber, parseAddress, parseRange } from './address.ts';
import type { CellContent, PhysicalBook, PhysicalRow, PhysicalSheet } from './model.ts';
import { findColumns, findRows, findSheets, rowsNamed } from './structure.ts';

type Typed = string | number | null | { formula: string; result: number };

const EXPECTED = [
  { code: 'STT', head: 'STT' },
  { code: 'TEN', head: 'Tên HTX' },
  { code: 'XA', head: 'Xã, phường' },
  { code: 'TV', head: 'Thành viên' },
];
const HEADS: Typed[] = [null, 'STT', 'Tên HTX', 'Xã, phường', 'Thành viên'];
const CODES: Typed[] = ['#MA', 'STT', 'TEN', 'XA', 'TV'];

function content(typed: Exclude<Typed, null>): CellContent {
  if (typeof typed === 'string') return { kind: 'text', text: typed, runs: [] };
  return { kind: 'number', number: typeof typed === 'number' ? typed : typed.result, isPercent: false };
}

function row(number: number, values: readonly Typed[], isHidden = false): PhysicalRow {
  const cells = values.flatMap((typed, index) => {
    if (typed === null) return [];
    const formula = typeof typed === 'object' ? typed.formula : null;
    const column = index + 1;
    return [{ address: addressOf(number, column), row: number, column, content: content(typed), formula, font: '' }];
  });
  return { number, isHidden, cells };
}

/** A sheet whose first row holds the heads and whose second the codes; null is an empty row, and counts. */
function sheet(rows: readonly (readonly Typed[] | null)[], more: Partial<PhysicalSheet> = {}): PhysicalSheet {
  const all = [HEADS, CODES, ...rows].flatMap((values, index) => (values ? [row(index + 1, values)] : []));
  return { name: 'Sổ bộ HTX', state: 'visible', rows: all, merges: [], filter: null, ...more };
}

function read(of: PhysicalSheet) {
  const { codeRow = 0, columns } = findColumns(of, EXPECTED, '#MA');
  const ignored = new Set(['STT']);
  const { rows, messages } = findRows(of, { codeRow, columns, expected: EXPECTED, ignored, refusesSubtotals: true });
  return { rows: rows.map(({ number }) => number), said: messages.map(({ code, cell }) => `${code} ${cell}`) };
}

test('addresses go there and back', () => {
  expect([1, 26, 27, 45, 702, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AS', 'ZZ', 'AAA', 'XFD']);
  expect(['A', 'Z', 'AA', 'AS', 'ZZ', 'AAA', 'XFD'].map(columnNumber)).toEqual([1, 26, 27, 45, 702, 703, 16_384]);
  expect(parseAddress('$F$12')).toEqual({ row: 12, column: 6 });
  expect(parseAddress('F')).toBeUndefined();
  expect(parseRange('B5:D6')).toEqual({ firstRow: 5, lastRow: 6, firstColumn: 2, lastColumn: 4 });
  expect(parseRange('Bang1')).toBeUndefined();
});

test('IMP-02 a sheet as the template made it is read without a word', () => {
  expect(
    read(
      sheet([
        [null, 1, 'HTX Một', 'Xã A', 10],
        [null, 2, 'HTX Hai', 'Xã B', 12],
      ]),
    ),
  ).toEqual({
    rows: [3, 4],
    said: [],
  });
});

test('IMP-02 columns are found by their codes, in whatever order', () => {
  const moved = sheet([]);
  const codes = row(2, ['#MA', 'TV', 'TEN', 'STT', 'XA']);

  const found = findColumns({ ...moved, rows: [row(1, HEADS), codes] }, EXPECTED, '#MA');

  expect(Object.fromEntries(found.columns)).toEqual({ TV: 2, TEN: 3, STT: 4, XA: 5 });
});

test('IMP-02 missing, doubled, extra and blank-headed columns are named', () => {
  const heads = row(1, [null, 'STT', 'Tên HTX', null, 'Thành viên', null, 'Zalo']);
  const codes = row(2, ['#MA', 'STT', 'TEN', 'XA', 'SAI', 'TEN', null]);
  const data = row(3, [null, 1, 'HTX Một', 'Xã A', 5, 'HTX Một', '0912']);

  const { messages } = findColumns({ ...sheet([]), rows: [heads, codes, data] }, EXPECTED, '#MA');

  expect(messages.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
    'workbooks.sheet.column-twice C2',
    'workbooks.sheet.column-missing ',
    'workbooks.sheet.column-extra E2',
    'workbooks.sheet.column-extra G2',
    'workbooks.sheet.head-blank D1',
  ]);
  expect(messages.find(({ cell }) => cell === 'G2')?.text).toContain('Zalo');
});

test('IMP-02 a missing and a copied row of codes are told apart', () => {
  const none = findColumns({ ...sheet([]), rows: [row(1, HEADS)] }, EXPECTED, '#MA');
  const twice = findColumns(sheet([CODES]), EXPECTED, '#MA');

  expect(none.messages.map(({ code }) => code)).toEqual(['workbooks.sheet.no-code-row']);
  expect(twice.messages.map(({ code }) => code)).toEqual(['workbooks.sheet.code-row-twice']);
  expect(twice.messages[0]?.text).toContain('2, 3');
});

test('IMP-02 data end at the first empty row, and rows below it are not lost in silence', () => {
  expect(
    read(
      sheet([
        [null, 1, 'HTX Một'],
        [null, 2],
        [null, 3, 'HTX Ba'],
        [null, 4, 'HTX Bốn'],
      ]),
    ),
  ).toEqual({
    rows: [3],
    said: ['workbooks.sheet.rows-after-gap B5'],
  });
});

test.each([
  { label: 'Tổng cộng' },
  { label: 'TỔNG SỐ' },
  { label: 'Cộng:' },
  { label: 'Cộng huyện Diễn Châu' },
  { label: 'Tổng số HTX toàn tỉnh' },
])('IMP-02 a row that says “$label” is no cooperative', ({ label }) => {
  expect(
    read(
      sheet([
        [null, 1, 'HTX Một', null, 10],
        [null, null, label, null, 10],
      ]),
    ),
  ).toEqual({
    rows: [3],
    said: ['workbooks.row.subtotal C4'],
  });
});

test.each(['HTX Cộng Hòa', 'Cộng Hòa', 'HTX tổng hợp Diễn Kỷ', 'Tổng hợp Hưng Lộc'])(
  'IMP-02 “%s” is a name and no sum',
  (name) => {
    expect(read(sheet([[null, 1, name, 'Xã A', 10]])).said).toEqual([]);
  },
);

test('IMP-02 a formula that sums its own column makes a subtotal, one that adds its neighbours does not', () => {
  const summed = sheet([
    [null, 1, 'HTX Một', null, 10],
    [null, null, null, null, { formula: 'SUM(E3:E3)', result: 10 }],
  ]);
  const across = sheet([[null, 1, 'HTX Một', null, { formula: 'SUM(F3:G3)', result: 10 }]]);

  expect(read(summed).said).toEqual(['workbooks.row.subtotal E4']);
  expect(read(across).said).toEqual([]);
});

test('IMP-02 repeated heads and printed column numbers are named', () => {
  expect(read(sheet([HEADS, [null, 1, 'HTX Một']])).said).toEqual(['workbooks.row.second-head B3']);
  expect(read(sheet([[null, 1, 'HTX Một'], HEADS, [null, 2, 'HTX Hai']]))).toEqual({
    rows: [3, 5],
    said: ['workbooks.row.repeated-head B4'],
  });
  expect(
    read(
      sheet([
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        [null, 1, 'HTX Một'],
      ]),
    ).said,
  ).toEqual(['workbooks.row.second-head A3']);
});

test('IMP-02 merged cells count among the data, not in the heads', () => {
  const merges = ['B1:E1', 'D3:D4'].map((range) => parseRange(range)).filter((range) => range !== undefined);

  const { said } = read(
    sheet(
      [
        [null, 1, 'HTX Một', 'Xã A'],
        [null, 2, 'HTX Hai'],
      ],
      { merges },
    ),
  );

  expect(said).toEqual(['workbooks.sheet.merged-cells D3']);
});

test('IMP-02 hidden rows are read and named, and a filter is told from hiding', () => {
  const rows = [row(1, HEADS), row(2, CODES), row(3, [null, 1, 'A'], true), row(4, [null, 2, 'B'], true)];
  const hidden = { ...sheet([]), rows };
  const filter = parseRange('B2:E9') ?? null;

  const byHand = findRows(hidden, { codeRow: 2, columns: new Map([['TEN', 3]]), expected: EXPECTED });
  const byFilter = findRows({ ...hidden, filter }, { codeRow: 2, columns: new Map([['TEN', 3]]), expected: EXPECTED });

  expect(byHand.rows).toHaveLength(2);
  expect(byHand.messages[0]?.text).toContain('2 dòng đang bị ẩn (3–4)');
  expect(byFilter.messages[0]?.text).toContain('lọc ẩn');
});

test('IMP-02 sheets are found whatever the spelling of tones; missing, hidden and unknown ones are named', () => {
  const of = (name: string, state: PhysicalSheet['state'] = 'visible') => ({ ...sheet([]), name, state });
  const book: PhysicalBook = {
    fileName: 'tep.xlsx',
    pictures: 0,
    sheets: [of('SỔ BỘ HTX'.normalize('NFD')), of('QTDND', 'hidden'), of('Nháp'), of('Hướng dẫn'), of('Lỗi cần sửa')],
  };

  const { sheets, messages } = findSheets(book, ['Sổ bộ HTX', 'QTDND', 'Biểu 01'], ['Hướng dẫn']);

  expect([...sheets.keys()]).toEqual(['Sổ bộ HTX', 'QTDND']);
  expect(messages.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual([
    'workbooks.sheet.hidden QTDND',
    'workbooks.sheet.missing Biểu 01',
    'workbooks.sheet.unknown Nháp',
  ]);
});

test('rows are named in runs', () => {
  expect(rowsNamed([3])).toBe('3');
  expect(rowsNamed([3, 4, 5, 9, 11, 12])).toBe('3–5, 9, 11–12');
  expect(rowsNamed(Array.from({ length: 30 }, (_, index) => index * 2))).toMatch(/ …$/);
});
