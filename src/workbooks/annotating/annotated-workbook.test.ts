import ExcelJS from '@protobi/exceljs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Message } from '../reading/model.ts';
import { openWorkbook } from '../reading/open-workbook.ts';
import { annotatedWorkbook } from './annotated-workbook.ts';

const SHEET = 'Sổ bộ HTX';
const women: Message = {
  sheet: SHEET,
  cell: 'C3',
  severity: 'error',
  code: 'register.women-over-members',
  text: 'Số thành viên nữ (120) lớn hơn tổng số thành viên (98). Sửa một trong hai ô.',
};
const doubt: Message = { ...women, severity: 'warning', code: 'register.doubt', text: 'Xem lại số này.' };
const whole: Message = { ...women, sheet: '', cell: '', code: 'workbooks.file.x', text: 'Cả tệp có vấn đề.' };

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(SHEET);
  sheet.addRow(['STT', 'Tên', 'Nữ']);
  sheet.getCell('B1').note = 'Tên đầy đủ theo giấy chứng nhận.';
  sheet.addRow([1, 'HTX Một', 20]);
  sheet.addRow([2, 'HTX Hai', 120]);
  sheet.mergeCells('A5:C5');
  sheet.getCell('C2').dataValidation = { type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] };
  book.addWorksheet('_hopluc', { state: 'veryHidden' }).addRow(['unit', 'LMHTX-NA']);
  book.definedNames.add(`'${SHEET}'!$B$2:$B$40`, 'SB_TEN');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return book;
}

function noteAt(book: ExcelJS.Workbook, cell: string): string {
  const note = book.getWorksheet(SHEET)?.getCell(cell).note;
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

function fillAt(book: ExcelJS.Workbook, cell: string): string | undefined {
  const fill = book.getWorksheet(SHEET)?.getCell(cell).fill;
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
}

test('IMP-02 each message stands as a note in its cell, the cell is filled, and a last sheet lists them with links', async () => {
  const book = await loaded(await annotatedWorkbook(await workbook(), [doubt, whole, women]));

  expect(noteAt(book, 'C3')).toContain(`Lỗi: ${women.text}`);
  expect(noteAt(book, 'C3')).toContain(`Cảnh báo: ${doubt.text}`);
  expect(fillAt(book, 'C3')).toBe('FFF9D3CF');
  expect(fillAt(book, 'C2')).toBeUndefined();
  const list = book.worksheets.at(-1);
  expect(list?.name).toBe('Lỗi cần sửa');
  expect(list?.getRow(3).getCell(5).value).toBe(whole.text);
  expect(list?.getRow(4).getCell(5).value).toBe(women.text);
  expect(list?.getRow(4).getCell(3).value).toEqual({ formula: `HYPERLINK("#'Sổ bộ HTX'!C3","C3")`, result: 'C3' });
  expect(list?.getRow(5).getCell(4).value).toBe('Cảnh báo');
});

test('IMP-02 everything else of the workbook stays: notes, merges, checks, names, hidden sheets, values', async () => {
  const bytes = await workbook();

  const annotated = await annotatedWorkbook(bytes, [women]);

  const book = await loaded(annotated);
  expect(noteAt(book, 'B1')).toBe('Tên đầy đủ theo giấy chứng nhận.');
  expect(book.getWorksheet(SHEET)?.getCell('C2').dataValidation?.type).toBe('whole');
  expect(book.getWorksheet('_hopluc')?.state).toBe('veryHidden');
  expect(new TextDecoder().decode(unzipSync(annotated)['xl/workbook.xml'])).toContain('SB_TEN');
  const [before, after] = [openWorkbook(bytes, 'a.xlsx'), openWorkbook(annotated, 'a.xlsx')];
  const sheets = (of: typeof before) => (of.ok ? of.book.sheets.slice(0, 2) : []);
  expect(sheets(before)).toHaveLength(2);
  expect(sheets(after)).toEqual(sheets(before));
});

test('IMP-02 a mended error workbook that is refused again keeps nothing of the first refusal', async () => {
  const once = await annotatedWorkbook(await workbook(), [women, { ...doubt, cell: 'B1' }]);

  const book = await loaded(await annotatedWorkbook(once, [doubt]));

  expect(book.worksheets.map(({ name }) => name)).toEqual([SHEET, '_hopluc', 'Lỗi cần sửa']);
  expect(noteAt(book, 'C3')).not.toContain(women.text);
  expect(noteAt(book, 'C3')).toContain(doubt.text);
  expect(noteAt(book, 'B1')).toBe('Tên đầy đủ theo giấy chứng nhận.');
});

test('IMP-02 a message about a sheet that is not there is listed without a link', async () => {
  const missing: Message = { ...women, sheet: 'Biểu 03', cell: '', text: 'Thiếu trang “Biểu 03”.' };

  const book = await loaded(await annotatedWorkbook(await workbook(), [missing]));

  const row = book.worksheets.at(-1)?.getRow(3);
  expect([row?.getCell(2).value, row?.getCell(3).value, row?.getCell(5).value]).toEqual([
    'Biểu 03',
    null,
    'Thiếu trang “Biểu 03”.',
  ]);
});
