import { harmless } from '#kernel/csv.ts';
import type { ExportValue, ListColumn, ListNames } from './list-columns.ts';
import type { ListView } from './list-view.ts';
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

/** More than any cluster has; a bound so that one click cannot empty a nation's register into memory. */
export const EXPORT_ROWS_MAX = 20_000;

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The names that rows of a view point to. */
export function listNames(view: Pick<ListView, 'alliances' | 'sectors'>): ListNames {
  return {
    alliances: new Map<string, string>(view.alliances.map((alliance) => [alliance.id, alliance.shortName])),
    sectors: new Map(view.sectors.map((sector) => [sector.code, sector.name])),
  };
}

/**
 * The mark in the last column of every row: a comma separated file has no other place that survives sorting, cutting and
 * pasting, and a line above the head would be taken for the head by whatever reads the file.
 */
export function markedTable([head = [], ...rows]: FileTable, markLabel: string, mark: string): FileTable {
  return [[...head, markLabel], ...rows.map((row) => [...row, mark])];
}

/** A workbook with one sheet; text is kept as text, whatever it looks like. A mark stands above the head and on each printed page. */
export async function xlsxFile(table: FileTable, sheetName: string, mark?: string): Promise<Uint8Array> {
  const { default: exceljs } = await import('@protobi/exceljs');
  const book = new exceljs.Workbook();
  const above = mark === undefined ? 0 : 1;
  const sheet = book.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: 1 + above, xSplit: 2 }],
    // `&` begins a command in headers of Excel.
    ...(mark === undefined ? {} : { headerFooter: headerFooterOf(mark.replaceAll('&', '&&')) }),
  });
  if (mark !== undefined) {
    sheet.addRow([harmless(mark)]).font = { bold: true, color: { argb: 'FF9B1C1C' } };
    book.description = mark;
  }
  for (const row of table) sheet.addRow(row.map((value) => harmless(value)));
  sheet.getRow(1 + above).font = { bold: true };
  for (const [index, title] of (table[0] ?? []).entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = index === 1 ? 44 : Math.max(10, String(title).length + 4);
    if (index > 0 && table.slice(1).some((row) => typeof row[index] === 'number')) column.numFmt = '#,##0';
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Excel takes at most 255 characters of a header. */
const HEADER_MAX = 240;

function headerFooterOf(mark: string) {
  const line = mark.slice(0, HEADER_MAX);
  return { oddHeader: `&C${line}`, oddFooter: `&C${line}` };
}
