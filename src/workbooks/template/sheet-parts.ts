import type { Cell, Row, Style, Workbook, Worksheet, WorksheetProtection } from '@protobi/exceljs';
import { formatDate } from '#platform/i18n/format.ts';
import type { Column } from '../columns/model.ts';
import { CODE_ROW_MARK } from '../columns.ts';
import type { WorkbookDefinition } from '../model.ts';
import { STYLE } from './styles.ts';
import { periodName, words } from './words.vi.ts';

/** What an officer may still do on a protected sheet. No password: the lock guards against slips, not against people. */
const PROTECTION: Partial<WorksheetProtection> = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
};

export function put(cell: Cell, value: Cell['value'], style: Partial<Style>): void {
  cell.value = value;
  cell.style = style;
}

/** `LMHTX tỉnh Nghệ An · Kỳ 6 tháng đầu năm 2024 · Số liệu đến ngày 14/06/2024`. */
export function unitLine(definition: WorkbookDefinition): string {
  const { unit, period } = definition;
  return words.unitLine(unit.name, periodName(period), formatDate(period.lastDay));
}

/** The hidden row of machine codes: the mark, then one code per column. */
export function writeCodeRow(row: Row, columns: readonly Column[]): void {
  put(row.getCell(1), CODE_ROW_MARK, STYLE.code);
  columns.forEach((column, index) => {
    put(row.getCell(index + 2), column.code, STYLE.code);
  });
  row.hidden = true;
}

/** Heads that stand together under one group word, merged across; `groupRow` above `headRow`. */
export function writeHeads(sheet: Worksheet, columns: readonly Column[], groupRow: number, headRow: number): void {
  let from = 0;
  columns.forEach((column, index) => {
    const head = sheet.getRow(headRow).getCell(index + 2);
    put(head, column.isRequired ? `${column.head}${words.requiredMark}` : column.head, STYLE.head);
    head.note = words.noteOfColumn(column.note, column.unit, column.isRequired);
    put(sheet.getRow(groupRow).getCell(index + 2), index === from ? column.group : null, STYLE.group);
    if (columns[index + 1]?.group === column.group) return;
    if (index > from) sheet.mergeCells(groupRow, from + 2, groupRow, index + 2);
    from = index + 1;
  });
}

export function setWidths(sheet: Worksheet, columns: readonly Column[]): void {
  sheet.getColumn(1).width = 4;
  sheet.getColumn(1).hidden = true;
  columns.forEach((column, index) => {
    sheet.getColumn(index + 2).width = column.width;
  });
}

export interface Printing {
  readonly headRows: string;
  readonly pagesWide: number;
  readonly leftColumns?: string;
}

/** A4 landscape, heads on each page, unit and page number at the foot, the mark of sample data at the head. */
export function addDataSheet(
  book: Workbook,
  name: string,
  definition: WorkbookDefinition,
  printing: Printing,
): Worksheet {
  const mark = definition.isDemo ? `&R&"Times New Roman,Bold"&11${words.demoMark}` : '';
  return book.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: printing.pagesWide,
      fitToHeight: 0,
      printTitlesRow: printing.headRows,
      ...(printing.leftColumns ? { printTitlesColumn: printing.leftColumns } : {}),
      margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: mark,
      oddFooter: `&L&"Times New Roman"&9${definition.unit.name} · ${definition.period.code}&R&"Times New Roman"&9${words.printedPage}`,
    },
  });
}

/** Freezes heads and the naming columns, and puts the cursor on the first cell to fill. */
export function freeze(sheet: Worksheet, columns: number, rows: number, active: string): void {
  sheet.views = [
    { state: 'frozen', xSplit: columns, ySplit: rows, activeCell: active, showGridLines: true, zoomScale: 100 },
  ];
}

export async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', PROTECTION);
}
