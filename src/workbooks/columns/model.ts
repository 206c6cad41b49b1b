/** How the cells of a column are typed, cleaned and checked. */
export type CellKind =
  | 'running-number'
  | 'record-id'
  | 'text'
  | 'choice'
  | 'yes-no'
  /** Ten digits, or ten and three (`##########-###`); always text. */
  | 'organisation-code'
  /** Digits that are a name, not a quantity: leading zeros count. */
  | 'digits'
  | 'phone'
  | 'day'
  /** A day, or only a month or a year where no more is known. */
  | 'day-or-coarser'
  | 'count'
  /** Whole đồng on the register sheets; the row's own unit in the forms. */
  | 'money'
  /** A figure of a form: count, money or ratio as the row's indicator says. */
  | 'figure'
  | 'formula';

/** One entry of a drop-down: what is kept, what is shown, what else people write for it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly alsoWritten: readonly string[];
}

/** Lists that are read from reference data when the workbook is made. */
export type ListName = 'sectors' | 'communes' | 'districts';

/** One column of a data sheet; template, reader, documentation and tests are derived from it. */
export interface Column {
  /** Machine code in the hidden row; never changes once a template is out. */
  readonly code: string;
  readonly group: string;
  readonly head: string;
  readonly kind: CellKind;
  /** `người`, `đồng` …; empty where there is none. */
  readonly unit: string;
  readonly isRequired: boolean;
  readonly choices: readonly Choice[];
  /** A longer drop-down taken from the hidden sheet of lists. */
  readonly list: ListName | null;
  readonly mayBeNegative: boolean;
  /** In characters, as Excel counts. */
  readonly width: number;
  /** The definition, as the note on the head and as the documentation give it. */
  readonly note: string;
  readonly example: string;
  /** Field of the typed row that the cell fills; null where nothing is read. */
  readonly field: string | null;
}

type Given = Pick<Column, 'code' | 'group' | 'head' | 'kind' | 'note' | 'field'> & Partial<Column>;

/** A column with the usual silence: not required, no unit, no list, no negative numbers. */
export function column(given: Given): Column {
  return {
    unit: '',
    isRequired: false,
    choices: [],
    list: null,
    mayBeNegative: false,
    width: 14,
    example: '',
    ...given,
  };
}

export function choice(value: string, label: string, ...alsoWritten: string[]): Choice {
  return { value, label, alsoWritten };
}

/** The word that is shown for a kept value; the value itself where the list does not know it. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((entry) => entry.value === value)?.label ?? value;
}
