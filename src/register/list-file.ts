import { harmless } from '#kernel/csv.ts';
import type { ExportValue, ListColumn, ListNames } from './list-columns.ts';
import type { ListedOrganisation } from './listing-model.ts';

/** A list as rows of cells, the head first. */
export type FileTable = readonly (readonly ExportValue[])[];

/** The chosen columns of the rows, after a running number and the name; persons' columns only when wanted. */
export function fileTable(
  rows: readonly ListedOrganisation[],
  columns: readonly ListColumn[],
  names: ListNames,
  nameLabel: string,
): FileTable {
  const head = ['STT', nameLabel, ...columns.map((column) => headOf(column))];
  const body = rows.map((row, index) => [index + 1, row.name, ...columns.map((column) => column.value(row, names))]);
  return [head, ...body];
}

function headOf(column: ListColumn): string {
  if (column.unit === '') return column.label;
  return `${column.label} (${column.unit === 'triệu đồng' ? 'đồng' : column.unit})`;
}

/** A workbook with one sheet; text is kept as text, whatever it looks like. */
export async function xlsxFile(table: FileTable, sheetName: string): Promise<Uint8Array> {
  const { default: exceljs } = await import('@protobi/exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  for (const row of table) sheet.addRow(row.map((value) => harmless(value)));
  sheet.getRow(1).font = { bold: true };
  for (const [index, title] of (table[0] ?? []).entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = index === 1 ? 44 : Math.max(10, String(title).length + 4);
    if (index > 0 && table.slice(1).some((row) => typeof row[index] === 'number')) column.numFmt = '#,##0';
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
