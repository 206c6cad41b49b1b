import type { DataValidation, Worksheet } from '@protobi/exceljs';
import type { Period } from '#reporting/public.ts';
import type { Column } from '../columns/model.ts';
import { columnLetters } from '../reading/address.ts';
import { LAST_DATA_ROW, letterOf, TABLE_ROWS } from './layout.ts';
import { words } from './words.vi.ts';

const EARLIEST_DAY = new Date('1945-01-01');
/** A drop-down written into the sheet itself may have 255 characters. */
const INLINE_LIST_MAX = 250;

/** Hands a check over for a whole range at once; the library keeps it as one rule. */
export function addCheck(sheet: Worksheet, range: string, check: DataValidation): void {
  // The library types only what cells carry; its own writer reads ranges from here.
  const rules = sheet as unknown as { dataValidations: { add(range: string, check: DataValidation): void } };
  rules.dataValidations.add(range, check);
}

/** Drop-downs and limits of the entry columns of a register sheet, for its present and its spare rows. */
export function addColumnChecks(sheet: Worksheet, columns: readonly Column[], period: Period): void {
  columns.forEach((column, index) => {
    const check = checkOf(column, columns, period);
    const at = columnLetters(index + 2);
    if (check) addCheck(sheet, `${at}${TABLE_ROWS.firstData}:${at}${LAST_DATA_ROW}`, check);
  });
}

function checkOf(column: Column, columns: readonly Column[], period: Period): DataValidation | null {
  if (column.list === 'communes') return communeList(letterOf(columns, 'HUYEN'));
  if (column.list === 'districts') return { ...listOf('DM_HUYEN'), ...worded('warning', words.place) };
  if (column.list === 'sectors') return { ...listOf('DM_LINH_VUC'), ...worded('warning', words.choose) };
  switch (column.kind) {
    case 'choice':
    case 'yes-no':
      return choiceCheck(column);
    case 'count':
      return { type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], ...worded('warning', words.wholeNumber) };
    case 'money':
      return { type: 'decimal', operator: 'between', formulae: [-1e15, 1e15], ...worded('warning', words.amount) };
    case 'day':
      return {
        type: 'date',
        operator: 'between',
        formulae: [EARLIEST_DAY, new Date(period.lastDay)],
        ...worded('warning', words.day),
      };
    case 'organisation-code':
      return { type: 'textLength', operator: 'between', formulae: [10, 14], ...worded('warning', words.code) };
    default:
      return null;
  }
}

/** A drop-down of the labels; a word outside it is refused. */
export function choiceCheck(column: Column): DataValidation {
  const list = column.choices.map((choice) => choice.label).join(',');
  if (list.length > INLINE_LIST_MAX) throw new Error(`the list of ${column.code} is too long to stand in the sheet`);
  return { ...listOf(`"${list}"`), ...worded('stop', words.choose) };
}

/** The communes of the district beside it; all communes of the province while none is named. */
function communeList(districtLetter: string): DataValidation {
  const district = `$${districtLetter}${TABLE_ROWS.firstData}`;
  const start = `MATCH(${district},DM_XA_HUYEN,0)-1`;
  const ofDistrict = `OFFSET(DM_XA_DAU,${start},0,COUNTIF(DM_XA_HUYEN,${district}),1)`;
  return {
    ...listOf(`IF(COUNTIF(DM_XA_HUYEN,${district})=0,DM_XA,${ofDistrict})`),
    ...worded('warning', words.place),
  };
}

function listOf(formula: string): DataValidation {
  return { type: 'list', formulae: [formula] };
}

function worded(errorStyle: 'stop' | 'warning', said: { title: string; text: string }): Partial<DataValidation> {
  return { allowBlank: true, showErrorMessage: true, errorStyle, errorTitle: said.title, error: said.text };
}
