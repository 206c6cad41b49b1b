import ExcelJS from '@protobi/exceljs';
import { expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { CODE_ROW_MARK, FORM_SHEETS, IDENTITY_SHEET, LISTS_SHEET, SHEETS } from '../columns.ts';
import { writeTemplate } from './write-template.ts';

const system = await testSystem();
const ctx = testCtx(system);

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A cell is locked unless it says otherwise. */
function isLocked(cell: ExcelJS.Cell): boolean {
  return cell.protection?.locked ?? true;
}

test('IMP-01 a template holds every sheet, each with its hidden row of codes', async () => {
  const book = await opened(await writeTemplate(ctx, { unitCode: 'LMHTX-NA', periodCode: '2024-H1', prefill: false }));

  expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
    'Hướng dẫn',
    'Sổ bộ HTX',
    'QTDND',
    ...FORM_SHEETS.map(({ sheet }) => sheet),
    'Thuyết minh',
    LISTS_SHEET,
    IDENTITY_SHEET,
  ]);
  for (const { name, columns } of SHEETS) {
    const sheet = sheetOf(book, name);
    const codeRow = sheet.getRows(1, 10)?.find((row) => row.getCell(1).value === CODE_ROW_MARK);
    expect(codeRow?.hidden, name).toBe(true);
    expect(codeRow?.values, name).toEqual([undefined, CODE_ROW_MARK, ...columns.map((column) => column.code)]);
    expect(sheet.getColumn(1).hidden, name).toBe(true);
  }
});

test('IMP-01 the very hidden sheet says for whom the workbook is', async () => {
  const book = await opened(await writeTemplate(ctx, { unitCode: 'LMHTX-HT', periodCode: '2024-H1', prefill: false }));

  const sheet = sheetOf(book, IDENTITY_SHEET);
  const identity = Object.fromEntries(
    sheet.getRows(1, 6)?.map((row) => [row.getCell(1).value, row.getCell(2).value]) ?? [],
  );
  expect(sheet.state).toBe('veryHidden');
  expect(identity).toMatchObject({ template: 'half-year', version: '1', unit: 'LMHTX-HT', period: '2024-H1' });
  expect(identity.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('IMP-01 heads are locked without a password, cells to fill are open, lists drop down', async () => {
  const book = await opened(await writeTemplate(ctx, { unitCode: 'LMHTX-NA', periodCode: '2024-H1', prefill: false }));

  const register = sheetOf(book, 'Sổ bộ HTX');
  const form = sheetOf(book, 'Biểu 01');
  const protection = (register as unknown as { sheetProtection: Record<string, unknown> }).sheetProtection;
  expect(protection.sheet).toBe(true);
  expect(protection.hashValue).toBeUndefined();
  expect(isLocked(register.getCell('C4'))).toBe(true);
  expect(isLocked(register.getCell('C9'))).toBe(false);
  expect(isLocked(form.getCell('D8'))).toBe(true);
  expect(isLocked(form.getCell('H8'))).toBe(false);
  expect(register.getCell('E7').dataValidation.formulae).toEqual(['"HTX,Liên hiệp HTX,Tổ hợp tác"']);
  expect(register.getCell('P7').dataValidation.formulae).toEqual(['DM_LINH_VUC']);
});

test('IMP-01 the same template is the same file, today and tomorrow', async () => {
  const wanted = { unitCode: 'LMHTX-QT', periodCode: '2024-H1', prefill: true };

  const today = await writeTemplate(ctx, wanted);
  const tomorrow = await writeTemplate(testCtx(system, { today: '2024-06-25' }), wanted);

  expect(Buffer.from(today).equals(Buffer.from(tomorrow))).toBe(true);
});

test('IMP-01 a unit that is not known is refused with its code', async () => {
  const wanted = { unitCode: 'LMHTX-XX', periodCode: '2024-H1', prefill: false };

  await expect(writeTemplate(ctx, wanted)).rejects.toMatchObject({
    refusal: { code: 'workbooks.unit.unknown', facts: { unit: 'LMHTX-XX' } },
  });
});

test('IMP-01 the template of another unit is not given to an officer', async () => {
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

  const asked = writeTemplate(officer, { unitCode: 'LMHTX-HT', periodCode: '2024-H1', prefill: true });

  await expect(asked).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
});
