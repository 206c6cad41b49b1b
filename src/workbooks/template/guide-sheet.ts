import type { CellValue, Style, Workbook } from '@protobi/exceljs';
import { FORMS } from '#reporting/public.ts';
import type { Column } from '../columns/model.ts';
import {
  FORM_COLUMNS,
  FORM_SHEETS,
  FUND_SHEET,
  GUIDE_SHEET,
  NARRATIVE_SECTIONS,
  NARRATIVE_SHEET,
  REGISTER_COLUMNS,
  REGISTER_SHEET,
} from '../columns.ts';
import type { WorkbookDefinition } from '../model.ts';
import { guide } from './guide-words.vi.ts';
import { formSizes } from './hidden-sheets.ts';
import { protect, put, unitLine } from './sheet-parts.ts';
import { COLOUR, computedStyle, entryStyle, fill, font, STYLE } from './styles.ts';
import { words } from './words.vi.ts';

type Sheet = ReturnType<Workbook['addWorksheet']>;

const TEXT: Partial<Style> = { font: font(12), alignment: { vertical: 'middle', wrapText: true } };
const SAID: Partial<Style> = {
  font: font(12),
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 },
};
const NUMBER: Partial<Style> = {
  font: font(12, COLOUR.green, { bold: true }),
  alignment: { horizontal: 'center', vertical: 'middle' },
};
const SECTION: Partial<Style> = {
  font: font(13, COLOUR.green, { bold: true }),
  alignment: { vertical: 'bottom' },
  border: { bottom: { style: 'medium', color: { argb: COLOUR.green } } },
};
const LINK: Partial<Style> = { font: font(12, COLOUR.link, { underline: true }), alignment: { vertical: 'middle' } };
const LINE_HEIGHT = 17;
const CHARACTERS_A_LINE = 118;
const WIDTHS = [2, 5, 22, 43, 50];
const LAST_COLUMN = WIDTHS.length;

/** Writes downwards; remembers where it stands. */
class Writer {
  readonly sheet: Sheet;
  row = 1;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  section(title: string): void {
    this.row += 1;
    for (let at = 2; at <= LAST_COLUMN; at += 1) {
      put(this.sheet.getCell(this.row, at), at === 2 ? title : null, SECTION);
    }
    this.sheet.getRow(this.row).height = 24;
    this.row += 1;
  }

  numbered(lines: readonly string[]): void {
    lines.forEach((line, index) => {
      this.sheet.mergeCells(this.row, 3, this.row, LAST_COLUMN);
      put(this.sheet.getCell(this.row, 2), index + 1, NUMBER);
      put(this.sheet.getCell(this.row, 3), line, TEXT);
      this.sheet.getRow(this.row).height = LINE_HEIGHT * Math.ceil(line.length / CHARACTERS_A_LINE) + 4;
      this.row += 1;
    });
  }

  cells(values: readonly [CellValue, CellValue, CellValue], styles: readonly Partial<Style>[], height?: number): void {
    values.forEach((value, index) => {
      put(this.sheet.getCell(this.row, index + 3), value, styles[index] ?? TEXT);
    });
    put(this.sheet.getCell(this.row, 2), null, styles[0] ?? TEXT);
    const [first] = values;
    this.sheet.mergeCells(this.row, 2, this.row, 3);
    this.sheet.getCell(this.row, 2).value = first;
    if (height) this.sheet.getRow(this.row).height = height;
    this.row += 1;
  }
}

/** The first sheet: what to do, what the colours say, one example row that is not among the data. */
export function addGuideSheet(book: Workbook, definition: WorkbookDefinition): void {
  const sheet = book.addWorksheet(GUIDE_SHEET, {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false, activeCell: 'B1' }],
    properties: { tabColor: { argb: COLOUR.green } },
  });
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const writer = new Writer(sheet);
  writeBand(writer, definition);
  writer.section(guide.stepsHead);
  writer.numbered(guide.steps);
  writer.section(guide.rulesHead);
  writer.numbered(guide.rules);
  writeSheets(writer, definition);
  writeColours(writer);
  writeExamples(writer, guide.exampleHead, REGISTER_COLUMNS);
  writeExamples(writer, guide.formExampleHead, FORM_COLUMNS);
  void protect(sheet);
}

function writeBand(writer: Writer, definition: WorkbookDefinition): void {
  const { sheet } = writer;
  const band = (row: number, text: string, size: number, height: number) => {
    for (let at = 2; at <= LAST_COLUMN; at += 1) {
      const style = { font: font(size, COLOUR.white, { bold: size > 12 }), fill: fill(COLOUR.green) };
      const alignment = { horizontal: 'left', vertical: 'middle', indent: 1 } as const;
      put(sheet.getCell(row, at), at === 2 ? text : null, { ...style, alignment });
    }
    sheet.getRow(row).height = height;
  };
  band(1, guide.heading, 17, 36);
  band(2, unitLine(definition), 12, 24);
  writer.row = 3;
  if (!definition.isDemo) return;
  sheet.mergeCells(3, 2, 3, LAST_COLUMN);
  put(sheet.getCell(3, 2), `${words.demoMark}: ${guide.demo}`, STYLE.mark);
  sheet.getRow(3).height = 22;
  writer.row = 4;
}

function writeSheets(writer: Writer, definition: WorkbookDefinition): void {
  const sizes = formSizes(definition);
  const link = (sheet: string) => ({ text: sheet, hyperlink: `#'${sheet}'!A1` });
  const line = (sheet: string, title: string, size: string) =>
    writer.cells([link(sheet), title, size], [LINK, TEXT, TEXT]);
  writer.section(guide.sheetsHead);
  line(REGISTER_SHEET, guide.sheetOf.register, guide.oneEach);
  line(FUND_SHEET, guide.sheetOf.funds, guide.oneEachFund);
  for (const { form, sheet } of FORM_SHEETS) line(sheet, FORMS[form].title, guide.rowsOf(sizes.get(sheet) ?? 0));
  line(NARRATIVE_SHEET, guide.narrative, guide.sections(NARRATIVE_SECTIONS.length));
}

function writeColours(writer: Writer): void {
  const gap = { ...entryStyle('count'), fill: fill(COLOUR.grainWash) };
  const { colours, colourNames: names } = guide;
  writer.section(guide.coloursHead);
  for (const [sample, style, said] of [
    [names.head, STYLE.head, colours.head],
    [names.entry, entryStyle('count'), colours.entry],
    [names.computed, computedStyle('0'), colours.computed],
    [names.gap, gap, colours.gap],
  ] as const) {
    writer.sheet.mergeCells(writer.row, 2, writer.row, 3);
    writer.sheet.mergeCells(writer.row, 4, writer.row, LAST_COLUMN);
    put(writer.sheet.getCell(writer.row, 2), sample, style);
    put(writer.sheet.getCell(writer.row, 4), said, SAID);
    writer.sheet.getRow(writer.row).height = 20;
    writer.row += 1;
  }
}

function writeExamples(writer: Writer, title: string, columns: readonly Column[]): void {
  writer.section(title);
  writer.cells(guide.exampleColumns, [STYLE.head, STYLE.head, STYLE.head], 22);
  for (const column of columns) {
    const head = column.isRequired ? `${column.head}${words.requiredMark}` : column.head;
    const example =
      column.unit === '' || column.example === '' ? column.example : `${grouped(column.example)} ${column.unit}`;
    const height = LINE_HEIGHT * Math.max(1, Math.ceil(column.note.length / 60), Math.ceil(head.length / 26)) + 3;
    writer.cells([head, example, column.note], [STYLE.fixedStrong, entryStyle('text'), STYLE.fixedText], height);
  }
}

/** `1500000000` → `1.500.000.000`. */
function grouped(text: string): string {
  return /^\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, '.') : text;
}
