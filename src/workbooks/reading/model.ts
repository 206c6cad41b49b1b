import type { IsoDate } from '#kernel/time.ts';

/** What a cell holds after its formula, if any, has been looked through to the stored result. */
export type CellContent =
  | { readonly kind: 'empty' }
  /** `isPercent`: the number format shows it × 100 with a percent sign. */
  | { readonly kind: 'number'; readonly number: number; readonly isPercent: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly runs: readonly TextRun[] }
  | { readonly kind: 'date'; readonly day: IsoDate }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#N/A`, `#REF!` … */
  | { readonly kind: 'error'; readonly error: string }
  /** A formula whose result the program that wrote the file did not store. */
  | { readonly kind: 'not-calculated' };

/** A stretch of a text in its own font; empty list where the whole cell has one font. */
export interface TextRun {
  readonly text: string;
  readonly font: string;
}

export interface PhysicalCell {
  /** `F12`. */
  readonly address: string;
  readonly row: number;
  /** 1 is A. */
  readonly column: number;
  readonly content: CellContent;
  /** Without the leading `=`; null where the value was typed. */
  readonly formula: string | null;
  /** Empty where the file names none. */
  readonly font: string;
}

export interface PhysicalRow {
  readonly number: number;
  readonly isHidden: boolean;
  /** By column, cells without content left out. */
  readonly cells: readonly PhysicalCell[];
}

/** Rows and columns, both ends included, counted from 1. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface PhysicalSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** By number; rows without content left out. */
  readonly rows: readonly PhysicalRow[];
  readonly merges: readonly CellRange[];
  /** The range of the filter buttons; rows hidden inside it are filtered, not lost. */
  readonly filter: CellRange | null;
}

/** A workbook as the file has it, before anything is understood. */
export interface PhysicalBook {
  readonly fileName: string;
  readonly sheets: readonly PhysicalSheet[];
  /** Pictures inside the package; never opened. */
  readonly pictures: number;
}

export type MessageSeverity = 'error' | 'warning' | 'info';

/** One sentence for the person who sent the workbook: what, where, how to mend. */
export interface Message {
  /** Empty for the file as a whole. */
  readonly sheet: string;
  /** `F12`, or empty for the sheet as a whole. */
  readonly cell: string;
  readonly severity: MessageSeverity;
  readonly code: string;
  readonly text: string;
}
