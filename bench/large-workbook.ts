import { readFile, writeFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const REGISTER = 'xl/worksheets/sheet2.xml';
const FIRST_ROW = 7;
const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];
/** Names and codes differ from copy to copy; everything else is as in the demonstration. */
const [NAME, CODE] = ['C', 'F'];

/** Makes a workbook of that many rows out of a demonstration's: `large-workbook.ts FROM TO ROWS`. */
const [from = '', to = '', rows = '0'] = process.argv.slice(2);
const parts = unzipSync(await readFile(from));
const sheet = strFromU8(parts[REGISTER] ?? new Uint8Array());
const given = [...sheet.matchAll(/<row r="(\d+)"[^>]*>.*?<\/row>/gs)].filter(
  ([, number]) => Number(number) >= FIRST_ROW,
);
const start = given[0]?.index ?? 0;
const end = sheet.lastIndexOf('</sheetData>');
const filled = given.filter(([row]) => row.includes('<v>'));
const body: string[] = [];
for (let at = 0; at < Number(rows); at += 1) body.push(copied(filled[at % filled.length]?.[0] ?? '', at));
parts[REGISTER] = strToU8(sheet.slice(0, start) + body.join('') + sheet.slice(end));
await writeFile(to, zipSync(parts, { level: 6 }));

function copied(row: string, at: number): string {
  const number = FIRST_ROW + at;
  return row
    .replace(/ r="([A-Z]*)\d+"/g, ` r="$1${number}"`)
    .replace(/<c [^>]*?\/>/g, '')
    .replace(/<c r="([A-Z]+)\d+"[^>]*>.*?<\/c>/g, (cell, letters: string) => {
      if (letters === NAME) return text(letters, number, `Hợp tác xã dịch vụ nông nghiệp số ${at}`);
      return letters === CODE ? text(letters, number, codeOf(at)) : cell;
    });
}

function text(letters: string, row: number, words: string): string {
  return `<c r="${letters}${row}" t="inlineStr"><is><t>${words}</t></is></c>`;
}

/** Ten digits with a right check digit; the few numbers that have none get the next. */
function codeOf(at: number): string {
  for (let number = at * 3; ; number += 1) {
    const nine = `28${String(number).padStart(7, '0')}`;
    const check = 10 - (CHECK_WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(nine[place]), 0) % 11);
    if (check < 10) return nine + check;
  }
}
