import { columnLetters, columnNumber } from './address.ts';

/** A cell in a formula: not a function (`LOG10(`), not part of a longer name, not inside a text. */
const REFERENCE = /"[^"]*"|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.])/gi;

/** The formula as it stands so many rows below and columns right of where it was written: cells without `$` move along. */
export function shifted(formula: string, rows: number, columns: number): string {
  return formula.replace(REFERENCE, (all, fixColumn?: string, letters?: string, fixRow?: string, digits?: string) => {
    if (letters === undefined || digits === undefined) return all;
    const column = columnNumber(letters.toUpperCase()) + (fixColumn ? 0 : columns);
    const row = Number(digits) + (fixRow ? 0 : rows);
    return column < 1 || row < 1 ? '#REF!' : `${fixColumn}${columnLetters(column)}${fixRow}${row}`;
  });
}
