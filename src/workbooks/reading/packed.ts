import { parseIsoDate } from '#kernel/time.ts';
import { columnLetters } from './address.ts';
import type {
  CellContent,
  CellRange,
  PhysicalBook,
  PhysicalCell,
  PhysicalRow,
  PhysicalSheet,
  TextRun,
} from './model.ts';
import type { PackedTexts } from './packed-texts.ts';
import { textAt } from './packed-texts.ts';

/** What a packed cell holds; `value` is the number, the day since 1970-01-01, 0 or 1, or the place of a text. */
export const PACKED = { number: 1, percent: 2, text: 3, date: 4, boolean: 5, error: 6, notCalculated: 7 } as const;

/**
 * The cells of a sheet in a few arrays of bytes: a twentieth of what objects take, and they go from thread to thread
 * without being copied. Rows ascend, and columns within a row.
 */
export interface PackedRows {
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly isHidden: Uint8Array<ArrayBuffer>;
  /** Where the cells of each row begin; one more at the end. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly columns: Uint16Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly values: Float64Array<ArrayBuffer>;
  readonly fonts: Uint16Array<ArrayBuffer>;
  /** 0: typed, else one more than the place of the formula's text. */
  readonly formulas: Uint32Array<ArrayBuffer>;
}

export interface PackedSheet {
  readonly name: string;
  readonly state: PhysicalSheet['state'];
  readonly rows: PackedRows;
  readonly merges: readonly CellRange[];
  readonly filter: CellRange | null;
}

export interface PackedBook {
  readonly fileName: string;
  readonly sheets: readonly PackedSheet[];
  readonly pictures: number;
  readonly texts: PackedTexts;
  readonly fonts: readonly string[];
}

const DAY_MS = 86_400_000;
const NO_DAY: CellContent = { kind: 'error', error: '#####' };

/** The workbook as its readers see it; the cells of a row are made when they are asked for, and not kept. */
export function unpackedBook(book: PackedBook): PhysicalBook {
  const sheets = book.sheets.map(({ name, state, rows, merges, filter }): PhysicalSheet => {
    const cells = new Cells(book, rows);
    return {
      name,
      state,
      rows: Array.from(rows.numbers, (_, place) => new Row(cells, place)),
      merges,
      filter,
    };
  });
  return { fileName: book.fileName, sheets, pictures: book.pictures };
}

class Row implements PhysicalRow {
  readonly #cells: Cells;
  readonly #place: number;

  constructor(cells: Cells, place: number) {
    this.#cells = cells;
    this.#place = place;
  }

  get number(): number {
    return this.#cells.rows.numbers[this.#place] ?? 0;
  }

  get isHidden(): boolean {
    return this.#cells.rows.isHidden[this.#place] === 1;
  }

  get cells(): readonly PhysicalCell[] {
    return this.#cells.ofRow(this.#place);
  }
}

const LETTERS: string[] = [];

/** Makes the cells of one row at a time and remembers the last: who reads a row asks for it many times. */
class Cells {
  readonly rows: PackedRows;
  readonly #book: PackedBook;
  #place = -1;
  #last: readonly PhysicalCell[] = [];

  constructor(book: PackedBook, rows: PackedRows) {
    this.#book = book;
    this.rows = rows;
  }

  ofRow(place: number): readonly PhysicalCell[] {
    if (place === this.#place) return this.#last;
    const row = this.rows.numbers[place] ?? 0;
    const cells: PhysicalCell[] = [];
    for (let at = this.rows.starts[place] ?? 0; at < (this.rows.starts[place + 1] ?? 0); at += 1)
      cells.push(this.#cell(row, at));
    this.#place = place;
    this.#last = cells;
    return cells;
  }

  #cell(row: number, at: number): PhysicalCell {
    const column = this.rows.columns[at] ?? 0;
    const formula = this.rows.formulas[at] ?? 0;
    LETTERS[column] ??= columnLetters(column);
    return {
      address: `${LETTERS[column]}${row}`,
      row,
      column,
      content: this.#content(at),
      formula: formula === 0 ? null : this.#text(formula - 1),
      font: this.#font(at),
    };
  }

  #content(at: number): CellContent {
    const value = this.rows.values[at] ?? 0;
    switch (this.rows.kinds[at]) {
      case PACKED.number:
        return { kind: 'number', number: value, isPercent: false };
      case PACKED.percent:
        return { kind: 'number', number: value, isPercent: true };
      case PACKED.date:
        return dateContent(value);
      case PACKED.boolean:
        return { kind: 'boolean', value: value === 1 };
      case PACKED.error:
        return { kind: 'error', error: this.#text(value) };
      case PACKED.text:
        return { kind: 'text', text: this.#text(value), runs: this.#runs(value, at) };
      default:
        return { kind: 'not-calculated' };
    }
  }

  #runs(place: number, at: number): readonly TextRun[] {
    const runs = this.#book.texts.runs.get(place);
    return runs ? runs.map(({ text, font }) => ({ text, font: font === '' ? this.#font(at) : font })) : [];
  }

  #text(place: number): string {
    return textAt(this.#book.texts, place);
  }

  #font(at: number): string {
    return this.#book.fonts[this.rows.fonts[at] ?? 0] ?? '';
  }
}

const DAYS = new Map<number, CellContent>();
const DAYS_MAX = 50_000;

/** The days of a register are few; telling what one is called takes longer than finding it again. */
function dateContent(days: number): CellContent {
  const known = DAYS.get(days);
  if (known) return known;
  if (DAYS.size >= DAYS_MAX) DAYS.clear();
  const content = dayOf(days);
  DAYS.set(days, content);
  return content;
}

/** A count that is no day shows as `#####` in Excel too. */
function dayOf(days: number): CellContent {
  const moment = new Date(days * DAY_MS);
  const day = Number.isNaN(moment.getTime()) ? undefined : parseIsoDate(moment.toISOString().slice(0, 10));
  return day ? { kind: 'date', day } : NO_DAY;
}

/** The memory that goes to another thread with the book instead of being copied. */
export function memoryOf(book: PackedBook): ArrayBuffer[] {
  return [book.texts.bytes, book.texts.ends, ...book.sheets.flatMap(({ rows }) => Object.values(rows))].map(
    (array: Uint8Array<ArrayBuffer>) => array.buffer,
  );
}
