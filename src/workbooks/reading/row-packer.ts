import type { PackedRows } from './packed.ts';

const ROW_MAX = 1_048_576;
const COLUMN_MAX = 16_384;

export interface PackedCell {
  readonly kind: number;
  readonly value: number;
  readonly font: number;
  readonly formula: number;
}

/** The shortest cell and the shortest row with one: no sheet has more of them than its bytes have room for. */
const CELL_BYTES = '<c><v>1</v></c>'.length;
const ROW_BYTES = '<row></row>'.length + CELL_BYTES;

/**
 * Gathers the cells of a sheet row by row. What no sheet can hold is left out; rows in disorder are put in order. Room
 * for all there can be is asked for at once: the part that stays untouched costs nothing, growing again and again does.
 */
export class RowPacker {
  readonly #rows: { readonly numbers: Uint32Array; readonly isHidden: Uint8Array; readonly starts: Uint32Array };
  readonly #cells: {
    readonly columns: Uint16Array;
    readonly kinds: Uint8Array;
    readonly values: Float64Array;
    readonly fonts: Uint16Array;
    readonly formulas: Uint32Array;
  };
  #rowCount = 0;
  #cellCount = 0;
  #current: { readonly number: number; readonly isHidden: boolean; isKept: boolean } | undefined;
  #lastColumn = 0;
  #isOrdered = true;

  constructor(xmlBytes: number) {
    const [rows, cells] = [Math.ceil(xmlBytes / ROW_BYTES), Math.ceil(xmlBytes / CELL_BYTES)];
    this.#rows = { numbers: new Uint32Array(rows), isHidden: new Uint8Array(rows), starts: new Uint32Array(rows + 1) };
    this.#cells = {
      columns: new Uint16Array(cells),
      kinds: new Uint8Array(cells),
      values: new Float64Array(cells),
      fonts: new Uint16Array(cells),
      formulas: new Uint32Array(cells),
    };
  }

  begin(number: number, isHidden: boolean): void {
    const isPossible = Number.isInteger(number) && number >= 1 && number <= ROW_MAX;
    this.#current = isPossible ? { number, isHidden, isKept: false } : undefined;
    this.#lastColumn = 0;
  }

  add(column: number, cell: PackedCell): void {
    if (!this.#current || column < 1 || column > COLUMN_MAX) return;
    if (!this.#current.isKept) this.#keepRow(this.#current);
    if (column <= this.#lastColumn) this.#isOrdered = false;
    this.#lastColumn = column;
    const at = this.#cellCount;
    this.#cells.columns[at] = column;
    this.#cells.kinds[at] = cell.kind;
    this.#cells.values[at] = cell.value;
    this.#cells.fonts[at] = cell.font;
    this.#cells.formulas[at] = cell.formula;
    this.#cellCount += 1;
    this.#rows.starts[this.#rowCount] = this.#cellCount;
  }

  packed(): PackedRows {
    return this.#isOrdered ? this.#trimmed() : this.#ordered();
  }

  #keepRow(row: { readonly number: number; readonly isHidden: boolean; isKept: boolean }): void {
    const at = this.#rowCount;
    if (at > 0 && row.number <= (this.#rows.numbers[at - 1] ?? 0)) this.#isOrdered = false;
    this.#rows.numbers[at] = row.number;
    this.#rows.isHidden[at] = row.isHidden ? 1 : 0;
    this.#rowCount += 1;
    row.isKept = true;
  }

  #trimmed(): PackedRows {
    const { numbers, isHidden, starts } = this.#rows;
    const { columns, kinds, values, fonts, formulas } = this.#cells;
    return {
      numbers: numbers.slice(0, this.#rowCount),
      isHidden: isHidden.slice(0, this.#rowCount),
      starts: starts.slice(0, this.#rowCount + 1),
      columns: columns.slice(0, this.#cellCount),
      kinds: kinds.slice(0, this.#cellCount),
      values: values.slice(0, this.#cellCount),
      fonts: fonts.slice(0, this.#cellCount),
      formulas: formulas.slice(0, this.#cellCount),
    };
  }

  /** Rows written twice become one; of two cells at one place the later stands. */
  #ordered(): PackedRows {
    const byRow = new Map<number, { isHidden: boolean; cells: Map<number, PackedCell> }>();
    for (let place = 0; place < this.#rowCount; place += 1) {
      const number = this.#rows.numbers[place] ?? 0;
      const row = byRow.get(number) ?? { isHidden: false, cells: new Map() };
      row.isHidden ||= this.#rows.isHidden[place] === 1;
      byRow.set(number, row);
      for (let at = this.#rows.starts[place] ?? 0; at < (this.#rows.starts[place + 1] ?? 0); at += 1)
        row.cells.set(this.#cells.columns[at] ?? 0, {
          kind: this.#cells.kinds[at] ?? 0,
          value: this.#cells.values[at] ?? 0,
          font: this.#cells.fonts[at] ?? 0,
          formula: this.#cells.formulas[at] ?? 0,
        });
    }
    const ordered = new RowPacker(this.#cellCount * ROW_BYTES);
    for (const [number, row] of [...byRow].sort(([a], [b]) => a - b)) {
      ordered.begin(number, row.isHidden);
      for (const [column, cell] of [...row.cells].sort(([a], [b]) => a - b)) ordered.add(column, cell);
    }
    return ordered.packed();
  }
}
