import ExcelJS from '@protobi/exceljs';
import type { Ctx } from '#platform/ctx.ts';
import { FORM_SHEETS } from './columns.ts';
import type { FormValue, WorkbookContent, WorkbookDefinition } from './model.ts';
import { workbookDefinition } from './queries.ts';
import { buildWorkbook } from './template/build-workbook.ts';
import { sampleContent } from './testing/sample.ts';

export { sampleContent, sampleRow, sampleValue } from './testing/sample.ts';

/** Figures of every entered indicator that agree with each other and with `cooperatives` rows of the sample. */
export function agreeingValues(definition: WorkbookDefinition): readonly FormValue[] {
  return definition.indicators
    .filter((indicator) => indicator.isEntered)
    .map((indicator) => ({ indicatorCode: indicator.code, aspect: 'current', amount: '0', basis: 'actual', note: '' }));
}

/** A workbook of a unit with so many cooperatives and forms that contradict nothing. */
export async function aWorkbook(
  ctx: Ctx,
  how: {
    unitCode?: string;
    periodCode?: string;
    count?: number;
    change?: (content: WorkbookContent, definition: WorkbookDefinition) => WorkbookContent;
  } = {},
): Promise<Uint8Array> {
  const definition = await workbookDefinition(ctx.read, how.unitCode ?? 'LMHTX-QB', how.periodCode ?? '2024-H1');
  const content = sampleContent(definition, how.count ?? 6);
  return await buildWorkbook(definition, how.change?.(content, definition) ?? content);
}

/** The file with some cells typed over, as an officer or a script would: `{ 'Sổ bộ HTX': { Z8: 120 } }`. */
export async function typedOver(
  bytes: Uint8Array,
  cells: Readonly<Record<string, Readonly<Record<string, ExcelJS.CellValue>>>>,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  for (const [name, typed] of Object.entries(cells)) {
    const sheet = book.getWorksheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    for (const [address, value] of Object.entries(typed)) sheet.getCell(address).value = value;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Changes the file in any way the library allows. */
export async function reworked(bytes: Uint8Array, rework: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  rework(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Where an indicator's figure of this period stands, e.g. `{ sheet: 'Biểu 01', cell: 'H12' }`. */
export async function figureCell(bytes: Uint8Array, indicatorCode: string): Promise<{ sheet: string; cell: string }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  for (const { sheet } of FORM_SHEETS) {
    const found = book.getWorksheet(sheet)?.getColumn('C').values.indexOf(indicatorCode) ?? -1;
    if (found > 0) return { sheet, cell: `H${found}` };
  }
  throw new Error(`no row ${indicatorCode}`);
}
