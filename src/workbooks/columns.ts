import type { FormCode } from '#reporting/public.ts';
import { FORM_COLUMNS } from './columns/form-columns.ts';
import { FUND_COLUMNS } from './columns/fund-columns.ts';
import type { Column } from './columns/model.ts';
import { NARRATIVE_COLUMNS } from './columns/narrative-sections.ts';
import { REGISTER_COLUMNS } from './columns/register-columns.ts';

export { FORM_COLUMNS } from './columns/form-columns.ts';
export { FUND_COLUMNS } from './columns/fund-columns.ts';
export type { Choice, Column } from './columns/model.ts';
export { NARRATIVE_COLUMNS, NARRATIVE_SECTIONS } from './columns/narrative-sections.ts';
export { REGISTER_COLUMNS } from './columns/register-columns.ts';

export const GUIDE_SHEET = 'Hướng dẫn';
export const REGISTER_SHEET = 'Sổ bộ HTX';
export const FUND_SHEET = 'QTDND';
export const NARRATIVE_SHEET = 'Thuyết minh';
/** Very hidden: who the workbook is for. */
export const IDENTITY_SHEET = '_hopluc';
/** Very hidden: the lists behind the long drop-downs. */
export const LISTS_SHEET = '_danhmuc';

/** First cell of the hidden row of machine codes. */
export const CODE_ROW_MARK = '#MA';

/** The template that this release writes; a reader takes this version and says so of any other. */
export const TEMPLATE = { name: 'half-year', version: '1' } as const;

export interface FormSheet {
  readonly form: FormCode;
  readonly sheet: string;
}

export const FORM_SHEETS: readonly FormSheet[] = (
  ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09'] as const
).map((form) => ({ form, sheet: `Biểu ${form.slice(1)}` }));

/** A data sheet, with the columns right of its marker or id column A. */
export interface DataSheet {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Every data sheet of the workbook in its order. */
export const SHEETS: readonly DataSheet[] = [
  { name: REGISTER_SHEET, columns: REGISTER_COLUMNS },
  { name: FUND_SHEET, columns: FUND_COLUMNS },
  ...FORM_SHEETS.map(({ sheet }) => ({ name: sheet, columns: FORM_COLUMNS })),
  { name: NARRATIVE_SHEET, columns: NARRATIVE_COLUMNS },
];
