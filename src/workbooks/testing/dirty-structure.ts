import type ExcelJS from '@protobi/exceljs';
import { FORM_SHEETS, FUND_SHEET, IDENTITY_SHEET, REGISTER_COLUMNS, REGISTER_SHEET } from '../columns.ts';
import { columnLetters, columnNumber } from '../reading/address.ts';
import { letterOf, TABLE_ROWS } from '../template/layout.ts';
import { type DirtyWorkbook, type ExpectedMessage, edited, insertedRow, sheetOf, typedIn } from './spoil.ts';

const SB = REGISTER_SHEET;
const NAME = letterOf(REGISTER_COLUMNS, 'TEN');
const MEMBERS = letterOf(REGISTER_COLUMNS, 'TV_TONG');
const LAST = letterOf(REGISTER_COLUMNS, 'GHI_CHU');
/** The first column right of the template. */
const BEYOND = columnLetters(columnNumber(LAST) + 1);
const FORM_3 = FORM_SHEETS[2]?.sheet ?? '';

type Make = DirtyWorkbook['make'];

function refused(name: string, make: Make, ...expected: ExpectedMessage[]): DirtyWorkbook {
  return { name, fileName: 'tep.xlsx', make, expected, isAccepted: false };
}

function accepted(name: string, make: Make, ...expected: ExpectedMessage[]): DirtyWorkbook {
  return { name, fileName: 'tep.xlsx', make, expected, isAccepted: true };
}

function onSheet(name: string, change: (sheet: ExcelJS.Worksheet) => void): Make {
  return (clean) => edited(clean, (book) => change(sheetOf(book, name)));
}

/** Writes one line of the very hidden sheet anew. */
function identityAs(key: string, value: string): Make {
  return onSheet(IDENTITY_SHEET, (sheet) => {
    sheet.eachRow((row) => {
      if (row.getCell(1).value === key) row.getCell(2).value = value;
    });
  });
}

function copyRow(sheet: ExcelJS.Worksheet, from: number, above: number): void {
  const values: [number, ExcelJS.CellValue][] = [];
  sheet.getRow(from).eachCell((cell, column) => values.push([column, cell.value]));
  const row = sheet.insertRow(above, []);
  for (const [column, value] of values) row.getCell(column).value = value;
}

function emptyRow(sheet: ExcelJS.Worksheet, number: number): void {
  sheet.getRow(number).eachCell((cell) => {
    cell.value = null;
  });
}

const SHEETS_AND_COLUMNS: readonly DirtyWorkbook[] = [
  refused('a form deleted', (clean) => edited(clean, (book) => book.removeWorksheet(FORM_3)), {
    code: 'workbooks.sheet.missing',
    sheet: FORM_3,
  }),
  refused(
    'a sheet renamed',
    onSheet(FUND_SHEET, (sheet) => {
      sheet.name = 'Quỹ TDND';
    }),
    { code: 'workbooks.sheet.missing', sheet: FUND_SHEET },
    { code: 'workbooks.sheet.unknown', sheet: 'Quỹ TDND' },
  ),
  accepted(
    'a sheet of notes added',
    (clean) =>
      edited(clean, (book) => {
        book.addWorksheet('Nháp').getCell('A1').value = 'ghi nhanh';
      }),
    { code: 'workbooks.sheet.unknown', sheet: 'Nháp' },
  ),
  accepted(
    'a sheet hidden',
    onSheet(FUND_SHEET, (sheet) => {
      sheet.state = 'hidden';
    }),
    { code: 'workbooks.sheet.hidden', sheet: FUND_SHEET },
  ),
  refused(
    'the row of codes copied',
    onSheet(SB, (sheet) => copyRow(sheet, TABLE_ROWS.codes, 12)),
    { code: 'workbooks.sheet.code-row-twice', sheet: SB },
  ),
  refused('a code in the hidden row edited', typedIn(SB, `${NAME}${TABLE_ROWS.codes}`, 'TEN_HTX'), {
    code: 'workbooks.sheet.column-missing',
    sheet: SB,
  }),
  refused(
    'a column of the register deleted',
    onSheet(SB, (sheet) => sheet.spliceColumns(columnNumber(MEMBERS), 1)),
    { code: 'workbooks.sheet.column-missing', sheet: SB },
  ),
  refused('a code given to two columns', typedIn(SB, `${BEYOND}${TABLE_ROWS.codes}`, 'TEN'), {
    code: 'workbooks.sheet.column-twice',
    sheet: SB,
    cell: `${NAME}${TABLE_ROWS.codes}`,
  }),
  accepted(
    'a column added at the right',
    (clean) =>
      edited(clean, (book) => {
        const sheet = sheetOf(book, SB);
        sheet.getCell(`${BEYOND}${TABLE_ROWS.head}`).value = 'Zalo';
        sheet.getCell(`${BEYOND}9`).value = '0912000001';
      }),
    { code: 'workbooks.sheet.column-extra', sheet: SB, cell: `${BEYOND}${TABLE_ROWS.codes}` },
  ),
  accepted('the head of a column blanked', typedIn(SB, `${MEMBERS}${TABLE_ROWS.head}`, null), {
    code: 'workbooks.sheet.head-blank',
    sheet: SB,
    cell: `${MEMBERS}${TABLE_ROWS.head}`,
  }),
  accepted(
    'the row of codes cleared, the heads still there',
    onSheet(SB, (sheet) => emptyRow(sheet, TABLE_ROWS.codes)),
    { code: 'workbooks.sheet.matched-by-heads', sheet: SB },
  ),
  accepted(
    'the row of codes deleted, the heads still there',
    onSheet(SB, (sheet) => sheet.spliceRows(TABLE_ROWS.codes, 1)),
    { code: 'workbooks.sheet.matched-by-heads', sheet: SB },
  ),
  refused(
    'the row of codes and the heads deleted',
    onSheet(SB, (sheet) => {
      for (const row of [TABLE_ROWS.head, TABLE_ROWS.unit, TABLE_ROWS.codes]) emptyRow(sheet, row);
    }),
    { code: 'workbooks.sheet.no-code-row', sheet: SB },
  ),
];

const ROWS: readonly DirtyWorkbook[] = [
  refused(
    'two rows of heads',
    onSheet(SB, (sheet) => copyRow(sheet, TABLE_ROWS.head, TABLE_ROWS.firstData)),
    { code: 'workbooks.row.second-head', sheet: SB },
  ),
  refused(
    'the heads repeated on the second page',
    onSheet(SB, (sheet) => copyRow(sheet, TABLE_ROWS.head, 12)),
    { code: 'workbooks.row.repeated-head', sheet: SB },
  ),
  refused(
    'columns numbered (1) (2) (3) under the heads',
    insertedRow(SB, TABLE_ROWS.firstData, { B: '(1)', C: '(2)', D: '(3)', E: '(4)', F: '(5)' }),
    { code: 'workbooks.row.second-head', sheet: SB },
  ),
  refused('a row that says Tổng cộng', insertedRow(SB, 19, { [NAME]: 'Tổng cộng', [MEMBERS]: 942 }), {
    code: 'workbooks.row.subtotal',
    sheet: SB,
    cell: `${NAME}19`,
  }),
  refused('a subtotal for each district', insertedRow(SB, 11, { B: 'Cộng huyện Diễn Châu', [MEMBERS]: 200 }), {
    code: 'workbooks.row.subtotal',
    sheet: SB,
    cell: 'B11',
  }),
  refused(
    'a sum at the foot that says nothing',
    insertedRow(SB, 19, { [MEMBERS]: { formula: `SUM(${MEMBERS}7:${MEMBERS}18)`, result: 942 } }),
    { code: 'workbooks.row.subtotal', sheet: SB },
  ),
  refused(
    'communes merged down the page',
    onSheet(SB, (sheet) => sheet.mergeCells('M9:M11')),
    { code: 'workbooks.sheet.merged-cells', sheet: SB, cell: 'M9' },
  ),
  accepted(
    'rows hidden by hand',
    onSheet(SB, (sheet) => {
      for (const row of [10, 11, 14]) sheet.getRow(row).hidden = true;
    }),
    { code: 'workbooks.sheet.hidden-rows', sheet: SB, cell: 'A10' },
  ),
  accepted(
    'rows hidden by a filter left on',
    onSheet(SB, (sheet) => {
      sheet.autoFilter = `B${TABLE_ROWS.codes}:${LAST}18`;
      for (const row of [8, 9]) sheet.getRow(row).hidden = true;
    }),
    { code: 'workbooks.sheet.hidden-rows', sheet: SB, cell: 'A8' },
  ),
  refused(
    'an empty row among the rows',
    onSheet(SB, (sheet) => {
      sheet.insertRow(11, []);
    }),
    { code: 'workbooks.sheet.rows-after-gap', sheet: SB },
  ),
  refused(
    'one code twice',
    (clean) =>
      edited(clean, (book) => {
        const sheet = sheetOf(book, SB);
        sheet.getCell('F9').value = sheet.getCell('F7').value;
      }),
    { code: 'workbooks.row.code-twice', sheet: SB, cell: 'F9' },
  ),
];

const IDENTITY: readonly DirtyWorkbook[] = [
  refused('a workbook of another making', (clean) => edited(clean, (book) => book.removeWorksheet(IDENTITY_SHEET)), {
    code: 'workbooks.template.foreign',
  }),
  refused('a template of another kind', identityAs('template', 'rating'), { code: 'workbooks.template.other-kind' }),
  refused('a template of a later release', identityAs('version', '99'), { code: 'workbooks.template.newer' }),
  refused('a unit that does not exist', identityAs('unit', 'LMHTX-XX'), { code: 'workbooks.import.refused' }),
  refused('a period that does not exist', identityAs('period', '2024-H3'), { code: 'workbooks.import.refused' }),
];

/** Workbooks whose sheets, columns or rows are not as the template made them. */
export const DIRTY_STRUCTURE: readonly DirtyWorkbook[] = [...SHEETS_AND_COLUMNS, ...ROWS, ...IDENTITY];
