import ExcelJS from '@protobi/exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { present } from '#kernel/assert.ts';
import { setAside } from '../annotating/set-aside.ts';
import { columnNumber } from '../reading/address.ts';

/** The clean workbook that every dirty one starts from: register in rows 7 to 18, made by `sampleContent`. */
export type CleanWorkbook = Uint8Array;

/** What the dirty workbook must be told, at least; `cell` and `sheet` only where they matter. */
export interface ExpectedMessage {
  readonly code: string;
  readonly sheet?: string;
  readonly cell?: string;
}

export interface DirtyWorkbook {
  /** What is wrong with it, as its sender would not say it. */
  readonly name: string;
  readonly fileName: string;
  make(clean: CleanWorkbook): Promise<Uint8Array>;
  readonly expected: readonly ExpectedMessage[];
  /** True: warnings only, the workbook is taken. */
  readonly isAccepted: boolean;
}

/** Changes the workbook as a person at Excel would. */
export async function edited(clean: CleanWorkbook, change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const { lean, restore } = setAside(clean);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(lean.buffer as ArrayBuffer);
  change(book);
  return restore(new Uint8Array(await book.xlsx.writeBuffer()));
}

export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  return present(book.getWorksheet(name), `the clean workbook has a sheet ${name}`);
}

/** Types into one cell. */
export function typedIn(sheet: string, cell: string, value: ExcelJS.CellValue, font?: string) {
  return typedInto(sheet, { [cell]: value }, font);
}

/** Types into several cells of one sheet. As in Excel, a day typed brings its own number format. */
export function typedInto(sheet: string, values: Readonly<Record<string, ExcelJS.CellValue>>, font?: string) {
  return (clean: CleanWorkbook): Promise<Uint8Array> =>
    edited(clean, (book) => {
      for (const [address, value] of Object.entries(values)) {
        const cell = sheetOf(book, sheet).getCell(address);
        cell.value = value;
        if (value instanceof Date) cell.style = { ...cell.style, numFmt: 'dd/mm/yyyy' };
        // Loaded cells share their style with their neighbours.
        if (font) cell.style = { ...cell.style, font: { ...cell.font, name: font } };
      }
    });
}

/** Inserts a row above that number and fills some of its columns, by letter. */
export function insertedRow(sheet: string, above: number, values: Readonly<Record<string, ExcelJS.CellValue>>) {
  return (clean: CleanWorkbook): Promise<Uint8Array> =>
    edited(clean, (book) => {
      const row = sheetOf(book, sheet).insertRow(above, []);
      for (const [letters, value] of Object.entries(values)) row.getCell(columnNumber(letters)).value = value;
    });
}

/** Rewrites parts of the package as text, adds parts, or takes them out (null). */
export function repacked(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Uint8Array | null | ((xml: string) => string)>>,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const part = parts[name];
    if (change === null) delete parts[name];
    else if (typeof change === 'function') parts[name] = strToU8(change(strFromU8(part ?? new Uint8Array())));
    else parts[name] = typeof change === 'string' ? strToU8(change) : change.slice();
  }
  return zipSync(parts, { mtime: new Date(2000, 0, 1) });
}
