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
    for (const [column, findings] of scanSheet(sheet, known)) sayColumn(sheet, column, findings, finder);
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

/** What was found in one column so far: no cell is kept, only how many there are and where the first stand. */
interface ColumnFindings {
  head: { readonly row: number; readonly mark: PersonalMark } | undefined;
  readonly marked: Map<PersonalMark, Places>;
  readonly oldCards: Places;
}

interface Places {
  readonly first: string[];
  count: number;
}

function scanSheet(sheet: PhysicalSheet, known: ReadonlySet<number>): ReadonlyMap<number, ColumnFindings> {
  const columns = new Map<number, ColumnFindings>();
  for (const row of sheet.rows) {
    for (const cell of row.cells) {
      if (known.has(cell.column)) continue;
      let findings = columns.get(cell.column);
      if (!findings) {
        findings = { head: undefined, marked: new Map(), oldCards: { first: [], count: 0 } };
        columns.set(cell.column, findings);
      }
      scanCell(cell, findings);
    }
  }
  return columns;
}

/** What stands above a head belongs to the title and not to the column. */
function scanCell(cell: PhysicalCell, findings: ColumnFindings): void {
  if (!findings.head && cell.row <= HEAD_ROWS_MAX) {
    const head = headOf(cell);
    if (head) {
      findings.head = head;
      findings.marked.clear();
      findings.oldCards.first.length = 0;
      findings.oldCards.count = 0;
      return;
    }
  }
  const text = textOf(cell);
  const mark =
    markOfText(text, cell.content.kind === 'number') ??
    (findings.head && isContent(cell, text) ? findings.head.mark : undefined);
  if (mark) {
    const places = findings.marked.get(mark) ?? { first: [], count: 0 };
    findings.marked.set(mark, places);
    note(places, cell);
  } else if (looksLikeOldCard(text)) note(findings.oldCards, cell);
}

function note(places: Places, cell: PhysicalCell): void {
  places.count += 1;
  if (places.first.length < CELLS_NAMED) places.first.push(cell.address);
}

function sayColumn(sheet: PhysicalSheet, column: number, findings: ColumnFindings, finder: Finder): void {
  if (findings.marked.size === 0 && findings.oldCards.count >= OLD_CARDS_ENOUGH)
    say(sheet, column, 'citizen-number', findings.oldCards, finder);
  for (const [mark, places] of findings.marked) say(sheet, column, mark, places, finder);
}

function headOf(cell: PhysicalCell): { readonly row: number; readonly mark: PersonalMark } | undefined {
  const text = textOf(cell);
  const mark = cell.content.kind === 'text' && text.length <= HEAD_LENGTH_MAX ? markOfHead(text) : undefined;
  return mark && !/\d{4}/.test(text) ? { row: cell.row, mark } : undefined;
}

/** A figure or a day under a head of that kind; a word there may be a remark. */
function isContent(cell: PhysicalCell, text: string): boolean {
  return cell.content.kind === 'date' || /\d{4}/.test(text);
}

function textOf({ content }: PhysicalCell): string {
  if (content.kind === 'text') return clean(content.text);
  return content.kind === 'number' ? String(content.number) : '';
}

function say(sheet: PhysicalSheet, column: number, mark: PersonalMark, places: Places, finder: Finder): void {
  const facts = { letters: columnLetters(column), cells: places.first, count: places.count };
  const code = mark === 'citizen-number' ? 'workbooks.personal.citizen-number' : 'workbooks.personal.birth-day';
  finder.say(sheet.name, places.first[0] ?? '', code, facts);
}
