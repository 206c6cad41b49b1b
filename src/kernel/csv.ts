export type CsvValue = string | number | null;

/** Characters that a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** Text that no spreadsheet takes for a formula: it gets an apostrophe in front. Numbers stay numbers, also negative ones. */
export function harmless<Value extends CsvValue>(value: Value): Value | string {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}

/** Comma separated, UTF-8 with a mark so that Excel reads the Vietnamese letters, line ends as RFC 4180 has them. */
export function csvFile(table: readonly (readonly CsvValue[])[]): Uint8Array {
  const lines = table.map((row) => row.map((value) => csvCell(harmless(value))).join(','));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
