import type { Column } from '../columns/model.ts';
import { FORM_COLUMNS, FORM_SHEETS, FUND_COLUMNS, REGISTER_COLUMNS } from '../columns.ts';
import type { WorkbookDefinition } from '../model.ts';
import { columnLetters } from '../reading/address.ts';

/** Rows above the data, the same on the register sheets. */
export const TABLE_ROWS = { title: 1, line: 2, group: 3, head: 4, unit: 5, codes: 6, firstData: 7 } as const;
/** Rows above the data of a form. */
export const FORM_ROWS = { unit: 1, title: 2, line: 3, group: 4, head: 5, codes: 6, firstData: 7 } as const;
export const NARRATIVE_ROWS = { title: 1, line: 2, head: 3, codes: 4, firstData: 5 } as const;

/** Drop-downs, checks and counting formulas reach this far down the register sheets. */
export const LAST_DATA_ROW = 4000;

/** The letter of a column right of the marker column A. */
export function letterOf(columns: readonly Column[], code: string): string {
  return columnLetters(columns.findIndex((column) => column.code === code) + 2);
}

/** Names of columns for formulas: `SB_LOAI` is the column LOAI of the register, `QT_DU_NO` of the funds. */
export function columnNames(): readonly { name: string; sheet: string; letter: string }[] {
  const named = (prefix: string, sheet: string, columns: readonly Column[]) =>
    columns.map((column) => ({ name: `${prefix}_${column.code}`, sheet, letter: letterOf(columns, column.code) }));
  return [...named('SB', 'Sổ bộ HTX', REGISTER_COLUMNS), ...named('QT', 'QTDND', FUND_COLUMNS)];
}

export type FormLine =
  | { readonly kind: 'group'; readonly row: number; readonly name: string }
  | { readonly kind: 'indicator'; readonly row: number; readonly code: string };

/** The rows of one form: a group head before each group, one row per indicator. */
export function formLines(definition: WorkbookDefinition, form: string): readonly FormLine[] {
  const lines: FormLine[] = [];
  let group = '';
  for (const indicator of definition.indicators.filter((one) => one.formCode === form)) {
    const row = () => FORM_ROWS.firstData + lines.length;
    if (indicator.groupName !== group) lines.push({ kind: 'group', row: row(), name: indicator.groupName });
    group = indicator.groupName;
    lines.push({ kind: 'indicator', row: row(), code: indicator.code });
  }
  return lines;
}

/** Where each indicator stands, for formulas that look across forms. */
export function indicatorPlaces(definition: WorkbookDefinition): ReadonlyMap<string, { sheet: string; row: number }> {
  const places = new Map<string, { sheet: string; row: number }>();
  for (const { form, sheet } of FORM_SHEETS) {
    for (const line of formLines(definition, form)) {
      if (line.kind === 'indicator') places.set(line.code, { sheet, row: line.row });
    }
  }
  return places;
}

/** The letter of a form's column. */
export function formLetter(code: string): string {
  return letterOf(FORM_COLUMNS, code);
}
