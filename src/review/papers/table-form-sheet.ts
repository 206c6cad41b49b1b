import type { Cell, Row, Workbook, Worksheet } from '@protobi/exceljs';
import { subtract } from '#kernel/decimal.ts';
import { MISSING } from '#platform/i18n/format.ts';
import type { SnapshotBody, SnapshotDefinition, SnapshotFigure, SnapshotSpread } from '../model.ts';
import { percentOf, scaleOf } from './figure-text.ts';
import { words as paperWords, tableWords as words } from './messages.vi.ts';
import {
  type Aspect,
  columnLetters,
  type FormColumns,
  formColumns,
  NAME,
  ORDER,
  spreadOf,
  UNIT,
} from './table-columns.ts';
import {
  coverageFormula,
  coverSame,
  differenceFormula,
  type Formula,
  type Place,
  percentFormula,
  ratioFactor,
  ratioFormula,
  ratioTotalFormula,
  shownNumber,
  sumFormula,
} from './table-formulas.ts';
import { face, fitHeight, headCell, inert, isDash, LEFT, numberCell, printSetup, textCell } from './table-styles.ts';

const ASPECTS: readonly Aspect[] = ['current', 'lastYear', 'plan', 'counted'];
const TITLE_ROWS = 3;
const NAME_WIDTH = 34;
const UNIT_WIDTH = 11;
const HEAD_ROW = 5;
const FIRST_ROW = HEAD_ROW + 2;

export interface FormSheet {
  readonly name: string;
  readonly title: string;
  readonly definitions: readonly SnapshotDefinition[];
}

/** What every row needs to know of the whole book. */
interface Book {
  readonly snapshot: SnapshotBody;
  readonly columns: FormColumns;
  /** Where each indicator stands, on any sheet. */
  readonly places: ReadonlyMap<string, Place>;
  readonly definitions: ReadonlyMap<string, SnapshotDefinition>;
}

/** Adds a sheet for each form; rates point at rows of other forms, so places are known before a cell is written. */
export function addFormSheets(
  workbook: Workbook,
  snapshot: SnapshotBody,
  forms: readonly FormSheet[],
  print: { line: string; footer: string },
): void {
  const places = new Map<string, Place>();
  for (const form of forms) {
    for (const [code, row] of rowsOf(form)) places.set(code, { sheet: form.name, row });
  }
  const definitions = new Map(snapshot.definitions.map((definition) => [definition.code, definition]));
  const book: Book = { snapshot, columns: formColumns(snapshot), places, definitions };
  for (const form of forms) addFormSheet(workbook, book, form, print);
}

/** Rows of the indicators; a heading row stands before each group. */
function rowsOf(form: FormSheet): [code: string, row: number][] {
  let row = FIRST_ROW;
  let group = '';
  return form.definitions.map((definition): [string, number] => {
    if (definition.groupName !== group) {
      group = definition.groupName;
      row += 1;
    }
    row += 1;
    return [definition.code, row - 1];
  });
}

function addFormSheet(workbook: Workbook, book: Book, form: FormSheet, print: { line: string; footer: string }): void {
  const sheet = workbook.addWorksheet(form.name, {
    views: [{ state: 'frozen', xSplit: NAME, ySplit: HEAD_ROW + 1, showGridLines: false }],
    properties: { outlineLevelCol: 1 },
  });
  addTitle(sheet, book.snapshot, form.title, print.line);
  addHead(sheet, book);
  let group = '';
  form.definitions.forEach((definition, at) => {
    const place = book.places.get(definition.code);
    if (!place) return;
    if (definition.groupName !== group) {
      group = definition.groupName;
      addGroup(sheet, book.columns, place.row - 1, group);
    }
    addIndicator(sheet.getRow(place.row), book, form.name, definition, at + 1);
  });
  setWidths(sheet, book, form.definitions);
  printSetup(sheet, print.footer, `${HEAD_ROW}:${HEAD_ROW + 1}`);
  const lastRow = Math.max(HEAD_ROW + 1, ...form.definitions.map(({ code }) => book.places.get(code)?.row ?? 0));
  // The library writes the dollar of the column only.
  sheet.pageSetup.printArea = `A$1:${columnLetters(book.columns.note)}$${lastRow}`;
}

function addTitle(sheet: Worksheet, snapshot: SnapshotBody, title: string, line: string): void {
  const texts = [snapshot.cluster.name.toUpperCase(), title, line];
  texts.forEach((text, at) => {
    const cell = sheet.getCell(at + 1, 1);
    cell.value = text;
    cell.font = face(at === 1 ? 13 : 11, { bold: at < 2, italic: at === TITLE_ROWS - 1 });
  });
}

function addHead(sheet: Worksheet, { snapshot, columns }: Book): void {
  const single: readonly (readonly [number, string])[] = [
    [ORDER, words.head.order],
    [NAME, words.head.indicator],
    [UNIT, words.head.unit],
    [columns.coverage, words.head.coverage],
    [columns.change, words.head.change],
    [columns.perLastYear, words.head.perLastYear],
    [columns.perPlan, words.head.perPlan],
    [columns.gap, words.head.gap],
    [columns.note, words.head.note],
    [columns.code, words.head.code],
  ];
  for (const [column, text] of single) {
    sheet.getCell(HEAD_ROW, column).value = text;
    sheet.mergeCells(HEAD_ROW, column, HEAD_ROW + 1, column);
  }
  for (const aspect of ASPECTS) {
    const { first, total } = columns.aspects[aspect];
    // Collapsed columns would hide a merged head, so the total bears the name of its aspect.
    if (aspect === 'current') sheet.mergeCells(HEAD_ROW, first, HEAD_ROW, total);
    sheet.getCell(HEAD_ROW, aspect === 'current' ? first : total).value = words.head[aspect];
    snapshot.units.forEach((unit, at) => {
      if (aspect !== 'current') sheet.getCell(HEAD_ROW, first + at).value = words.head[aspect];
      sheet.getCell(HEAD_ROW + 1, first + at).value = unit.shortName;
    });
    sheet.getCell(HEAD_ROW + 1, total).value = words.head.total;
  }
  for (const row of [HEAD_ROW, HEAD_ROW + 1]) {
    for (let column = 1; column <= columns.code; column++) headCell(sheet.getCell(row, column));
  }
  sheet.getRow(HEAD_ROW).height = 32;
  sheet.getRow(HEAD_ROW + 1).height = 32;
}

function addGroup(sheet: Worksheet, columns: FormColumns, row: number, name: string): void {
  for (let column = 1; column <= columns.code; column++) textCell(sheet.getCell(row, column), { bold: true });
  const cell = sheet.getCell(row, NAME);
  cell.value = name;
  cell.alignment = { ...LEFT, wrapText: false };
}

function addIndicator(row: Row, book: Book, sheet: string, definition: SnapshotDefinition, order: number): void {
  const figure = book.snapshot.figures[definition.code];
  if (!figure) return;
  const scale = scaleOf(definition);
  const isTotal = definition.indent === 0;
  row.getCell(ORDER).value = order;
  textCell(row.getCell(ORDER), { centre: true });
  row.getCell(NAME).value = inert(definition.name);
  textCell(row.getCell(NAME), { bold: isTotal, indent: definition.indent });
  fitHeight(row, [definition.name, scale.unit], [NAME_WIDTH - 4, UNIT_WIDTH]);
  row.getCell(UNIT).value = scale.unit;
  textCell(row.getCell(UNIT), { centre: true });
  row.getCell(book.columns.code).value = definition.code;
  textCell(row.getCell(book.columns.code));
  for (const aspect of ASPECTS) addAspect(row, book, sheet, definition, figure, aspect);
  addComparisons(row, book, definition, figure);
}

function addAspect(
  row: Row,
  book: Book,
  sheet: string,
  definition: SnapshotDefinition,
  figure: SnapshotFigure,
  aspect: Aspect,
): void {
  const spread = spreadOf(figure, aspect);
  const columns = book.columns.aspects[aspect];
  const look = { digits: definition.decimals };
  if (!spread || isUnasked(spread, aspect)) {
    for (let column = columns.first; column <= columns.total; column++) textCell(row.getCell(column));
    return;
  }
  const ratio = partsOf(book, definition, aspect);
  book.snapshot.units.forEach((unit, at) => {
    const value = shownNumber(definition, spread.byUnit[unit.code]);
    const isEstimate = aspect === 'current' && (figure.basis[unit.code] ?? 'actual') !== 'actual';
    const cell = row.getCell(columns.first + at);
    cell.value = ratio
      ? { formula: ratioFormula(ratio.above, ratio.below, sheet, columns.first + at, ratio.factor), result: value }
      : value;
    numberCell(cell, { ...look, italic: isEstimate, isMissing: isDash(value) });
  });
  const total = row.getCell(columns.total);
  const value = shownNumber(definition, spread.total);
  total.value = totalFormula(book, sheet, definition, spread, aspect, row.number) ?? value;
  numberCell(total, { ...look, bold: true, isMissing: isDash(value) });
}

/** Nobody set a plan, or the register counts nothing like it: the cell stays empty, which is not the same as missing. */
function isUnasked(spread: SnapshotSpread | null, aspect: Aspect): boolean {
  return !spread || (aspect === 'plan' && spread.coverage.have === 0);
}

function totalFormula(
  book: Book,
  sheet: string,
  definition: SnapshotDefinition,
  spread: SnapshotSpread,
  aspect: Aspect,
  row: number,
): Formula | undefined {
  const columns = book.columns.aspects[aspect];
  const result = shownNumber(definition, spread.total);
  if (definition.aggregation === 'sum') return { formula: sumFormula(columns, row), result };
  const parts = partsOf(book, definition, aspect);
  if (!parts) return undefined;
  const formula = ratioTotalFormula(parts.above, parts.below, sheet, columns, parts.factor, parts.coverSame);
  return { formula, result };
}

interface Parts {
  readonly above: Place;
  readonly below: Place;
  readonly factor: number;
  readonly coverSame: boolean;
}

/** Where the two parts of a ratio stand; undefined for a plain number, or when a part has no such aspect. */
function partsOf(book: Book, definition: SnapshotDefinition, aspect: Aspect): Parts | undefined {
  if (definition.numerator === null || definition.denominator === null) return undefined;
  const [above, below] = [book.places.get(definition.numerator), book.places.get(definition.denominator)];
  const [over, under] = [book.definitions.get(definition.numerator), book.definitions.get(definition.denominator)];
  const upper = spreadOfCode(book, definition.numerator, aspect);
  const lower = spreadOfCode(book, definition.denominator, aspect);
  if (!above || !below || !over || !under || !upper || !lower) return undefined;
  return { above, below, factor: ratioFactor(definition, over, under), coverSame: coverSame(upper, lower) };
}

function spreadOfCode(book: Book, code: string, aspect: Aspect): SnapshotSpread | null {
  const figure = book.snapshot.figures[code];
  return figure ? spreadOf(figure, aspect) : null;
}

function addComparisons(row: Row, book: Book, definition: SnapshotDefinition, figure: SnapshotFigure): void {
  const { columns, snapshot } = book;
  const { current, lastYear, plan, counted } = columns.aspects;
  const at = row.number;
  const coverage = row.getCell(columns.coverage);
  const { have, of } = figure.current.coverage;
  coverage.value = { formula: coverageFormula(current, at), result: paperWords.coverage(have, of) };
  textCell(coverage, { centre: true, bold: have < of });
  const difference = (column: number, spread: SnapshotSpread | null, total: number) => {
    const amount = spread && differenceOf(definition, figure.current, spread);
    put(row.getCell(column), definition.decimals, figure.current, spread, {
      formula: differenceFormula(current.total, total, at),
      result: amount ?? MISSING,
    });
  };
  const percent = (column: number, spread: SnapshotSpread, total: number) => {
    const isApplicable = definition.aggregation === 'sum' && spread.coverage.have > 0;
    const amount = percentOf(figure.current.total, spread.total);
    put(row.getCell(column), 1, figure.current, isApplicable ? spread : null, {
      formula: percentFormula(current.total, total, at),
      result: amount === null ? MISSING : Number(amount),
    });
  };
  difference(columns.change, figure.lastYear, lastYear.total);
  percent(columns.perLastYear, figure.lastYear, lastYear.total);
  percent(columns.perPlan, figure.plan, plan.total);
  difference(columns.gap, figure.counted, counted.total);
  const estimates = snapshot.units.filter((unit) => (figure.basis[unit.code] ?? 'actual') !== 'actual');
  const note = row.getCell(columns.note);
  note.value = estimates.length > 0 ? words.estimateOf(estimates.map((unit) => unit.shortName).join(', ')) : null;
  textCell(note);
}

/** Both totals as their cells hold them, one taken from the other. */
function differenceOf(definition: SnapshotDefinition, a: SnapshotSpread, b: SnapshotSpread): number | null {
  if (a.total === null || b.total === null) return null;
  return Number(shownNumber(definition, subtract(a.total, b.total)));
}

/**
 * A comparison with another spread: a formula where both cover the same units, a hatched dash where they do not, and
 * nothing where there is nothing to compare with.
 */
function put(cell: Cell, digits: number, current: SnapshotSpread, other: SnapshotSpread | null, made: Formula): void {
  if (!other) {
    textCell(cell);
    return;
  }
  const isSame = coverSame(current, other);
  cell.value = isSame ? { formula: made.formula, result: made.result } : MISSING;
  numberCell(cell, { digits, isMissing: !isSame || isDash(made.result) });
}

function setWidths(sheet: Worksheet, { columns, snapshot }: Book, definitions: readonly SnapshotDefinition[]): void {
  const widths: readonly (readonly [number, number])[] = [
    [ORDER, 4],
    [NAME, NAME_WIDTH],
    [UNIT, UNIT_WIDTH],
    [columns.coverage, 10],
    [columns.change, 10],
    [columns.perLastYear, 8],
    [columns.perPlan, 8],
    [columns.gap, 9],
    [columns.note, 11],
    [columns.code, 16],
  ];
  for (const [column, width] of widths) sheet.getColumn(column).width = width;
  for (const aspect of ASPECTS) {
    const { first, total } = columns.aspects[aspect];
    snapshot.units.forEach((_, at) => {
      const column = sheet.getColumn(first + at);
      column.width = 9.7;
      if (aspect !== 'current') {
        column.outlineLevel = 1;
        column.hidden = true;
      }
    });
    sheet.getColumn(total).width = 11;
  }
  hideEmpty(sheet, snapshot, definitions, 'plan', [columns.aspects.plan.total, columns.perPlan]);
  hideEmpty(sheet, snapshot, definitions, 'counted', [columns.aspects.counted.total, columns.gap]);
}

/** A form without any plan, or without any count, does not print empty columns. */
function hideEmpty(
  sheet: Worksheet,
  snapshot: SnapshotBody,
  definitions: readonly SnapshotDefinition[],
  aspect: Aspect,
  columns: readonly number[],
): void {
  const isFilled = definitions.some((definition) => {
    const figure = snapshot.figures[definition.code];
    return figure && !isUnasked(spreadOf(figure, aspect), aspect);
  });
  if (isFilled) return;
  for (const column of columns) sheet.getColumn(column).hidden = true;
}
