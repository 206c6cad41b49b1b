import { clean, fold, toneKey } from '#kernel/text-vi.ts';
import { readingText } from '../messages-reading.vi.ts';
import { messageOf } from '../say.ts';
import { addressOf, cellIn, columnLetters, rangeAddress } from './address.ts';
import type { CellRange, Message, PhysicalBook, PhysicalCell, PhysicalRow, PhysicalSheet } from './model.ts';

/** A column that the template has: its machine code and the head that people see. */
export interface ExpectedColumn {
  readonly code: string;
  readonly head: string;
}

export interface FoundSheets {
  /** By the name the template gives. */
  readonly sheets: ReadonlyMap<string, PhysicalSheet>;
  readonly messages: readonly Message[];
}

export interface FoundColumns {
  /** Row of the machine codes; undefined when there is none to go by. */
  readonly codeRow: number | undefined;
  /** Column number by code. */
  readonly columns: ReadonlyMap<string, number>;
  readonly messages: readonly Message[];
}

export interface FoundRows {
  /** From below the code row to above the first empty row, without rows that a message refuses. */
  readonly rows: readonly PhysicalRow[];
  readonly messages: readonly Message[];
}

export interface DataArea {
  readonly codeRow: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly expected: readonly ExpectedColumn[];
  /** Codes whose content alone makes no row: running numbers, computed columns. */
  readonly ignored?: ReadonlySet<string>;
  /** Whether rows that add up others are looked for; forms have sums of their own. */
  readonly refusesSubtotals?: boolean;
}

const SUBTOTAL =
  /^(tong|cong|tong cong|cong tong|tong so|tong hop|luy ke|total|grand total|sum)(\s*[:(-].*|\s+(huyen|xa|tinh|thanh pho|thi xa|toan|trang|chung|htx|so|cac)\b.*)?$/;
const VERTICAL_SUM = /\b(?:SUM|SUBTOTAL|COUNTA?)\((?:\d+\s*[,;]\s*)?\$?([A-Z]{1,3})\$?\d+:\$?\1\$?\d+/i;
const LIKE_HEADS = 3;
const NUMBERED_HEADS = 5;
const ROWS_NAMED = 12;

/** Finds the template's sheets by name, whatever the spelling of tones; says which are missing, unknown or hidden. */
export function findSheets(
  book: PhysicalBook,
  expected: readonly string[],
  /** Sheets that belong to the template but hold no data. */
  others: readonly string[] = [],
): FoundSheets {
  const byKey = new Map(book.sheets.map((sheet) => [toneKey(sheet.name), sheet]));
  const sheets = new Map<string, PhysicalSheet>();
  const messages: Message[] = [];
  for (const name of expected) {
    const sheet = byKey.get(toneKey(name));
    if (!sheet) messages.push(messageOf({ sheet: name, cell: '' }, 'workbooks.sheet.missing', { sheet: name }));
    else sheets.set(name, sheet);
    if (sheet && sheet.state !== 'visible')
      messages.push(messageOf({ sheet: name, cell: '' }, 'workbooks.sheet.hidden', { sheet: name }));
  }
  const known = new Set([...expected, ...others, readingText.errorSheet].map(toneKey));
  for (const { name, rows } of book.sheets)
    if (!known.has(toneKey(name)) && rows.length > 0)
      messages.push(messageOf({ sheet: name, cell: '' }, 'workbooks.sheet.unknown', { sheet: name }));
  return { sheets, messages };
}

/** Finds the row of machine codes and which column each code has; says what is missing, doubled or extra. */
export function findColumns(sheet: PhysicalSheet, expected: readonly ExpectedColumn[], mark: string): FoundColumns {
  const marked = sheet.rows.filter((row) => textOf(cellIn(row, 1)).toUpperCase() === mark);
  const [codes] = marked;
  if (!codes || marked.length > 1) {
    const [code, facts] = codes
      ? ['workbooks.sheet.code-row-twice', { rows: marked.map(({ number }) => number) }]
      : ['workbooks.sheet.no-code-row', {}];
    return { codeRow: undefined, columns: new Map(), messages: [messageOf(wholeSheet(sheet), code, facts)] };
  }
  const places = Map.groupBy(
    codes.cells.filter((cell) => cell.column > 1),
    (cell) => textOf(cell).toUpperCase(),
  );
  const columns = new Map<string, number>();
  const messages: Message[] = [];
  for (const { code, head } of expected) {
    const [cell, ...doubles] = places.get(code) ?? [];
    if (cell) columns.set(code, cell.column);
    else messages.push(messageOf(wholeSheet(sheet), 'workbooks.sheet.column-missing', { code, head }));
    if (cell && doubles.length > 0) {
      const cells = [cell, ...doubles].map(({ column }) => columnLetters(column));
      messages.push(messageOf(at(sheet, cell), 'workbooks.sheet.column-twice', { head, cells }));
    }
  }
  const headRow = findHeadRow(sheet, codes.number, columns, expected);
  const known = new Set(expected.flatMap(({ code }) => (places.get(code) ?? []).map(({ column }) => column)));
  messages.push(...extraColumns(sheet, codes.number, headRow, known), ...blankHeads(sheet, headRow, columns, expected));
  return { codeRow: codes.number, columns, messages };
}

/** The rows of data below the code row, and every structural obstacle among them. */
export function findRows(sheet: PhysicalSheet, area: DataArea): FoundRows {
  const { kept, gap, beyond } = untilGap(sheet, area);
  const heads = headsByColumn(sheet, area);
  const messages: Message[] = [];
  const rows: PhysicalRow[] = [];
  for (const row of kept) {
    const message = rowMessage(sheet, row, area, heads);
    if (message) messages.push(message);
    else rows.push(row);
  }
  if (beyond.length > 0) {
    const facts = { gap, count: beyond.length };
    const cell = addressOf(beyond[0]?.number ?? gap, 2);
    messages.push(messageOf({ sheet: sheet.name, cell }, 'workbooks.sheet.rows-after-gap', facts));
  }
  const lastRow = kept.at(-1)?.number ?? area.codeRow;
  messages.push(...mergeMessages(sheet, area.codeRow + 1, lastRow), ...hiddenMessages(sheet, rows));
  return { rows, messages };
}

/** Rows as people name them: `12, 15–17`. */
export function rowsNamed(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.to === number - 1) runs[runs.length - 1] = { from: last.from, to: number };
    else runs.push({ from: number, to: number });
  }
  const named = runs.slice(0, ROWS_NAMED).map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  return named.join(', ') + (runs.length > ROWS_NAMED ? ' …' : '');
}

function untilGap(
  sheet: PhysicalSheet,
  area: DataArea,
): { kept: readonly PhysicalRow[]; gap: number; beyond: readonly PhysicalRow[] } {
  const ignored = new Set([...(area.ignored ?? [])].map((code) => area.columns.get(code)));
  const counted = new Set([1, ...area.columns.values()].filter((column) => !ignored.has(column)));
  const filled = sheet.rows.filter(
    (row) => row.number > area.codeRow && row.cells.some((cell) => counted.has(cell.column)),
  );
  let gap = area.codeRow + 1;
  const kept = filled.filter((row) => {
    if (row.number !== gap) return false;
    gap += 1;
    return true;
  });
  return { kept, gap, beyond: filled.slice(kept.length) };
}

function rowMessage(sheet: PhysicalSheet, row: PhysicalRow, area: DataArea, heads: Heads): Message | undefined {
  const [first] = row.cells;
  const place = { sheet: sheet.name, cell: first?.address ?? addressOf(row.number, 1) };
  if (isHead(row, heads)) {
    const isSecond = row.number === area.codeRow + 1;
    return messageOf(place, isSecond ? 'workbooks.row.second-head' : 'workbooks.row.repeated-head', {});
  }
  const label = area.refusesSubtotals ? subtotalLabel(row) : undefined;
  return label === undefined ? undefined : messageOf(place, 'workbooks.row.subtotal', { label });
}

/** Spellings of a column's heads, from the template and from the rows above the codes. */
type Heads = ReadonlyMap<number, ReadonlySet<string>>;

function headsByColumn(sheet: PhysicalSheet, area: DataArea): Heads {
  const heads = new Map<number, Set<string>>();
  const add = (column: number | undefined, text: string) => {
    if (column === undefined || text === '') return;
    heads.set(column, (heads.get(column) ?? new Set()).add(toneKey(text)));
  };
  for (const { code, head } of area.expected) add(area.columns.get(code), head);
  for (const row of sheet.rows)
    if (row.number <= area.codeRow) for (const cell of row.cells) add(cell.column, textOf(cell));
  return heads;
}

function isHead(row: PhysicalRow, heads: Heads): boolean {
  // Heads are words; a row with a figure or a day is data.
  if (row.cells.some(({ content }) => content.kind === 'number' || content.kind === 'date')) return isNumbering(row);
  const alike = row.cells.filter((cell) => heads.get(cell.column)?.has(toneKey(textOf(cell))));
  return alike.length >= LIKE_HEADS || isNumbering(row);
}

/** `(1) (2) (3) …` under the heads, as printed forms have it. */
function isNumbering(row: PhysicalRow): boolean {
  if (row.cells.length < NUMBERED_HEADS) return false;
  const numbers = row.cells.map((cell) => Number(/^\(?(\d{1,3})\)?$/.exec(textOf(cell))?.[1] ?? Number.NaN));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? Number.NaN) + 1);
}

/** The words of a row that adds up others: by its label, or by a formula that sums its own column. */
function subtotalLabel(row: PhysicalRow): string | undefined {
  const texts = row.cells.filter((cell) => cell.column > 1 && cell.content.kind === 'text').slice(0, 3);
  const labelled = texts.find((cell) => SUBTOTAL.test(fold(textOf(cell))));
  if (labelled) return textOf(labelled);
  const summed = row.cells.find((cell) => {
    const letters = VERTICAL_SUM.exec(cell.formula ?? '')?.[1];
    return letters !== undefined && letters.toUpperCase() === columnLetters(cell.column);
  });
  return summed && `=${summed.formula}`;
}

function mergeMessages(sheet: PhysicalSheet, firstRow: number, lastRow: number): Message[] {
  return sheet.merges
    .filter((merge) => merge.firstRow <= lastRow && merge.lastRow >= firstRow)
    .map((merge) =>
      messageOf({ sheet: sheet.name, cell: topLeft(merge) }, 'workbooks.sheet.merged-cells', {
        range: rangeAddress(merge),
      }),
    );
}

function hiddenMessages(sheet: PhysicalSheet, rows: readonly PhysicalRow[]): Message[] {
  const hidden = rows.filter((row) => row.isHidden).map(({ number }) => number);
  const [first] = hidden;
  if (first === undefined) return [];
  const { filter } = sheet;
  const isFiltered = filter !== null && hidden.every((number) => number > filter.firstRow);
  const facts = { rows: rowsNamed(hidden), count: hidden.length, isFiltered };
  return [messageOf({ sheet: sheet.name, cell: addressOf(first, 1) }, 'workbooks.sheet.hidden-rows', facts)];
}

function extraColumns(
  sheet: PhysicalSheet,
  codeRow: number,
  headRow: PhysicalRow | undefined,
  known: ReadonlySet<number>,
) {
  const extra = new Set<number>();
  for (const row of sheet.rows) {
    if (row.number <= codeRow) continue;
    for (const { column } of row.cells) if (column > 1 && !known.has(column)) extra.add(column);
  }
  return [...extra]
    .toSorted((a, b) => a - b)
    .map((column) => {
      const place = { sheet: sheet.name, cell: addressOf(codeRow, column) };
      const head = textOf(headRow && cellIn(headRow, column));
      return messageOf(place, 'workbooks.sheet.column-extra', { letters: columnLetters(column), head });
    });
}

function blankHeads(
  sheet: PhysicalSheet,
  headRow: PhysicalRow | undefined,
  columns: ReadonlyMap<string, number>,
  expected: readonly ExpectedColumn[],
): Message[] {
  if (!headRow) return [];
  return expected.flatMap(({ code, head }) => {
    const column = columns.get(code);
    if (column === undefined || cellIn(headRow, column)) return [];
    const place = { sheet: sheet.name, cell: addressOf(headRow.number, column) };
    return [messageOf(place, 'workbooks.sheet.head-blank', { head })];
  });
}

/** The row above the codes that holds most of the template's heads; undefined when none holds any. */
function findHeadRow(
  sheet: PhysicalSheet,
  codeRow: number,
  columns: ReadonlyMap<string, number>,
  expected: readonly ExpectedColumn[],
): PhysicalRow | undefined {
  const held = (row: PhysicalRow) =>
    expected.filter(({ code, head }) => {
      const cell = cellIn(row, columns.get(code) ?? 0);
      return cell && toneKey(textOf(cell)) === toneKey(head);
    }).length;
  const ranked = sheet.rows
    .filter((row) => row.number < codeRow)
    .map((row) => ({ row, heads: held(row) }))
    .toSorted((a, b) => b.heads - a.heads);
  const [best] = ranked;
  return best && best.heads > 0 ? best.row : undefined;
}

function textOf(cell: PhysicalCell | undefined): string {
  const content = cell?.content;
  if (content?.kind === 'text') return clean(content.text);
  return content?.kind === 'number' ? String(content.number) : '';
}

function topLeft(range: CellRange): string {
  return addressOf(range.firstRow, range.firstColumn);
}

function wholeSheet(sheet: PhysicalSheet): { sheet: string; cell: string } {
  return { sheet: sheet.name, cell: '' };
}

function at(sheet: PhysicalSheet, cell: PhysicalCell): { sheet: string; cell: string } {
  return { sheet: sheet.name, cell: cell.address };
}
