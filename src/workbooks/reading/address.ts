import { assert } from '#kernel/assert.ts';
import type { CellRange, PhysicalCell, PhysicalRow, PhysicalSheet } from './model.ts';

const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  assert(Number.isInteger(column) && column >= 1, 'columns count from 1');
  let [letters, rest] = ['', column];
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.trunc((rest - 1) / 26);
  }
  return letters;
}

/** `AS` → 45. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function addressOf(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** The row and column of `F12` or `$F$12`; undefined when the text is no address. */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  const [, letters, row] = ADDRESS.exec(address) ?? [];
  return letters && row ? { row: Number(row), column: columnNumber(letters) } : undefined;
}

/** The range of `B5:D6` or of a single cell; undefined when the text is none. */
export function parseRange(text: string): CellRange | undefined {
  const [from = '', to = from] = text.split(':');
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (!first || !last) return undefined;
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}

/** `B5:D6`. */
export function rangeAddress(range: CellRange): string {
  return `${addressOf(range.firstRow, range.firstColumn)}:${addressOf(range.lastRow, range.lastColumn)}`;
}

/** The cell with content in that column of the row. */
export function cellIn(row: PhysicalRow, column: number): PhysicalCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

/** The row with content of that number. */
export function rowOf(sheet: PhysicalSheet, number: number): PhysicalRow | undefined {
  let [low, high] = [0, sheet.rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = sheet.rows[middle];
    if (!row || row.number === number) return row;
    if (row.number < number) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
