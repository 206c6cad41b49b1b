import type { Style, Workbook } from '@protobi/exceljs';
import type { Column } from '../columns/model.ts';
import { FUND_COLUMNS, FUND_SHEET, REGISTER_COLUMNS, REGISTER_SHEET } from '../columns.ts';
import type { WorkbookContent, WorkbookDefinition } from '../model.ts';
import type { FieldValues } from './cell-values.ts';
import { cellValue, listsOf } from './cell-values.ts';
import { addColumnChecks } from './checks.ts';
import { TABLE_ROWS } from './layout.ts';
import { addDataSheet, freeze, protect, put, setWidths, unitLine, writeCodeRow, writeHeads } from './sheet-parts.ts';
import { entryStyle, STYLE } from './styles.ts';
import { words } from './words.vi.ts';

interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly object[];
  readonly pagesWide: number;
}

export async function addRegisterSheet(book: Workbook, definition: WorkbookDefinition, content: WorkbookContent) {
  await addTable(book, definition, {
    name: REGISTER_SHEET,
    title: words.registerTitle,
    columns: REGISTER_COLUMNS,
    rows: content.register,
    pagesWide: 5,
  });
}

export async function addFundSheet(book: Workbook, definition: WorkbookDefinition, content: WorkbookContent) {
  await addTable(book, definition, {
    name: FUND_SHEET,
    title: words.fundTitle,
    columns: FUND_COLUMNS,
    rows: content.funds,
    pagesWide: 1,
  });
}

/** One organisation or fund a row, its record id in the hidden column A. */
async function addTable(book: Workbook, definition: WorkbookDefinition, table: TableSheet): Promise<void> {
  const sheet = addDataSheet(book, table.name, definition, {
    headRows: `${TABLE_ROWS.head}:${TABLE_ROWS.unit}`,
    pagesWide: table.pagesWide,
    leftColumns: 'B:C',
  });
  writeTop(sheet, definition, table);
  const styles = table.columns.map((column) => onOneLine(entryStyle(column.kind)));
  writeRows(sheet, definition, table, styles);
  setWidths(sheet, table.columns);
  openSpareRows(sheet, styles);
  addColumnChecks(sheet, table.columns, definition.period);
  freeze(sheet, 3, TABLE_ROWS.codes, `C${TABLE_ROWS.firstData}`);
  await protect(sheet);
}

type Sheet = ReturnType<Workbook['addWorksheet']>;

function writeTop(sheet: Sheet, definition: WorkbookDefinition, table: TableSheet): void {
  put(sheet.getRow(TABLE_ROWS.title).getCell(2), table.title, STYLE.title);
  put(sheet.getRow(TABLE_ROWS.line).getCell(2), `${unitLine(definition)} · ${words.moneyInDong}`, STYLE.line);
  if (definition.isDemo) {
    put(sheet.getRow(TABLE_ROWS.title).getCell(9), words.demoMark, STYLE.mark);
    sheet.mergeCells(TABLE_ROWS.title, 9, TABLE_ROWS.title, 10);
  }
  writeHeads(sheet, table.columns, TABLE_ROWS.group, TABLE_ROWS.head);
  table.columns.forEach((column, index) => {
    put(sheet.getRow(TABLE_ROWS.unit).getCell(index + 2), column.unit || words.hints[column.kind] || null, STYLE.unit);
  });
  writeCodeRow(sheet.getRow(TABLE_ROWS.codes), table.columns);
  put(sheet.getRow(TABLE_ROWS.head).getCell(1), words.hiddenId, STYLE.code);
  sheet.getRow(TABLE_ROWS.title).height = 24;
  sheet.getRow(TABLE_ROWS.line).height = 18;
  sheet.getRow(TABLE_ROWS.group).height = 20;
  sheet.getRow(TABLE_ROWS.head).height = 48;
}

function writeRows(sheet: Sheet, definition: WorkbookDefinition, table: TableSheet, styles: readonly Partial<Style>[]) {
  const lists = listsOf(definition);
  const idStyle = entryStyle('record-id');
  table.rows.forEach((given, index) => {
    const fields = { ...given } as FieldValues;
    const row = sheet.getRow(TABLE_ROWS.firstData + index);
    put(row.getCell(1), fields.id === null || fields.id === undefined ? null : String(fields.id), idStyle);
    table.columns.forEach((column, at) => {
      const value = column.kind === 'running-number' ? index + 1 : cellValue(column, fields, lists);
      put(row.getCell(at + 2), value, styles[at] ?? {});
    });
  });
}

/** Rows of a register keep one height, however long a name is. */
function onOneLine(style: Partial<Style>): Partial<Style> {
  return { ...style, alignment: { ...style.alignment, wrapText: false } };
}

/** Cells below the last row may be typed into; they look like those above, but for the lines. */
function openSpareRows(sheet: Sheet, styles: readonly Partial<Style>[]): void {
  [entryStyle('record-id'), ...styles].forEach(({ border: _, ...style }, index) => {
    sheet.getColumn(index + 1).style = style;
  });
}
