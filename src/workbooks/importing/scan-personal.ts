import { clean } from '#kernel/text-vi.ts';
import type { PersonalMark } from '../cleaning/personal-marks.ts';
import { looksLikeOldCard, markOfHead, markOfText } from '../cleaning/personal-marks.ts';
import type { Column } from '../columns/model.ts';
import { columnLetters, columnNumber } from '../reading/address.ts';
import type { PhysicalBook, PhysicalCell, PhysicalSheet } from '../reading/model.ts';
import type { Finder } from './finder.ts';

/** A sheet of the template with where its columns stand. */
export interface ScannedTable {
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** Letter of each column by its code. */
  readonly letters: ReadonlyMap<string, string>;
}

const CELLS_NAMED = 8;
/** So many cells that look like old card numbers are no accident. */
const OLD_CARDS_ENOUGH = 2;
const HEAD_ROWS_MAX = 30;
const HEAD_LENGTH_MAX = 60;
/** Text columns of the template that hold numbers of papers. */
const NUMBERED = new Set(['SO_GCN', 'SO_GIAY_PHEP']);

/**
 * Says where a workbook seems to hold numbers of identity cards or days of birth: in cells of free text and in columns and
 * sheets that the template does not have. The cells are named; what they hold is neither repeated nor kept. Pictures are
 * told too, since people paste photographs of cards.
 */
export function scanPersonal(
  book: PhysicalBook,
  tables: readonly ScannedTable[],
  passedOver: readonly string[],
  finder: Finder,
): void {
  const ours = new Set(passedOver);
  for (const sheet of book.sheets) {
    if (ours.has(sheet.name)) continue;
    const known = knownColumns(tables.find((table) => table.sheet === sheet.name));
    for (const [column, cells] of byColumn(sheet)) if (!known.has(column)) scanColumn(sheet, column, cells, finder);
  }
  if (book.pictures > 0) finder.say('', '', 'workbooks.personal.pictures', { count: book.pictures });
}

/** Columns whose cells are read as something else than free text: what they hold is known. */
function knownColumns(table: ScannedTable | undefined): ReadonlySet<number> {
  const known = (table?.columns ?? []).filter((column) => column.kind !== 'text' || NUMBERED.has(column.code));
  const numbers = known.flatMap(({ code }) => {
    const letters = table?.letters.get(code);
    return letters === undefined ? [] : [columnNumber(letters)];
  });
  // The hidden first column of a template's sheet holds ids.
  return new Set(table ? [1, ...numbers] : numbers);
}

function byColumn(sheet: PhysicalSheet): ReadonlyMap<number, readonly PhysicalCell[]> {
  return Map.groupBy(
    sheet.rows.flatMap(({ cells }) => cells),
    ({ column }) => column,
  );
}

function scanColumn(sheet: PhysicalSheet, column: number, cells: readonly PhysicalCell[], finder: Finder): void {
  const heads = cells.filter(({ row }) => row <= HEAD_ROWS_MAX).flatMap((cell) => headOf(cell) ?? []);
  const [head] = heads;
  const below = head ? cells.filter(({ row }) => row > head.row) : cells;
  const marked = below.flatMap((cell) => {
    const mark = markOf(cell) ?? (head && isContent(cell) ? head.mark : undefined);
    return mark ? [{ cell, mark }] : [];
  });
  const oldCards = marked.length > 0 ? [] : below.filter((cell) => looksLikeOldCard(textOf(cell)));
  if (oldCards.length >= OLD_CARDS_ENOUGH) say(sheet, column, 'citizen-number', oldCards, finder);
  for (const [mark, those] of Map.groupBy(marked, (one) => one.mark))
    say(
      sheet,
      column,
      mark,
      those.map(({ cell }) => cell),
      finder,
    );
}

function headOf(cell: PhysicalCell): { readonly row: number; readonly mark: PersonalMark } | undefined {
  const text = textOf(cell);
  const mark = cell.content.kind === 'text' && text.length <= HEAD_LENGTH_MAX ? markOfHead(text) : undefined;
  return mark && !/\d{4}/.test(text) ? { row: cell.row, mark } : undefined;
}

/** A figure or a day under a head of that kind; a word there may be a remark. */
function isContent(cell: PhysicalCell): boolean {
  return cell.content.kind === 'date' || /\d{4}/.test(textOf(cell));
}

function markOf(cell: PhysicalCell): PersonalMark | undefined {
  return markOfText(textOf(cell), cell.content.kind === 'number');
}

function textOf({ content }: PhysicalCell): string {
  if (content.kind === 'text') return clean(content.text);
  return content.kind === 'number' ? String(content.number) : '';
}

function say(
  sheet: PhysicalSheet,
  column: number,
  mark: PersonalMark,
  cells: readonly PhysicalCell[],
  finder: Finder,
): void {
  const named = cells.slice(0, CELLS_NAMED).map(({ address }) => address);
  const facts = { letters: columnLetters(column), cells: named, count: cells.length };
  const code = mark === 'citizen-number' ? 'workbooks.personal.citizen-number' : 'workbooks.personal.birth-day';
  finder.say(sheet.name, named[0] ?? '', code, facts);
}
