import { present } from '#kernel/assert.ts';
import type { Decimal } from '#kernel/decimal.ts';
import { compare } from '#kernel/decimal.ts';
import { clean } from '#kernel/text-vi.ts';
import { formatCell, type Indicator, type ValueAspect, type ValueBasis, type ValueInput } from '#reporting/public.ts';
import type { Column } from '../columns/model.ts';
import { TOTALS } from '../columns/totals.ts';
import { FORM_COLUMNS } from '../columns.ts';
import type { PhysicalCell, PhysicalRow } from '../reading/model.ts';
import { totalOf } from '../template/computed-figures.ts';
import { ASPECT_COLUMN } from '../template/formulas.ts';
import type { CellReader } from './cell-reader.ts';
import type { Table } from './find-table.ts';
import type { Finder } from './finder.ts';

export interface FormTerms {
  readonly table: Table;
  readonly reader: CellReader;
  readonly finder: Finder;
  /** The indicators of this form. */
  readonly indicators: readonly Indicator[];
}

/** Starts every formula of a sum that the template writes. */
const OUR_FORMULA = /^IF\(COUNT\(/;
const ASPECTS = Object.keys(ASPECT_COLUMN) as readonly ValueAspect[];

/** One cell of a form as read; a sum the program did not compute still waits for its parts. */
export interface ReadValue extends ValueInput {
  readonly isBroken: boolean;
  /** The cell holds the template's own sum, which is computed here and not taken from the file. */
  readonly isTemplateSum: boolean;
}

/** Every figure of a form; an empty cell is a null amount, which takes back what was known. */
export function readFormValues(terms: FormTerms): readonly ReadValue[] {
  const { table, finder } = terms;
  const byCode = new Map(terms.indicators.map((indicator) => [indicator.code, indicator]));
  const seen = new Map<string, number>();
  const values: ReadValue[] = [];
  for (const row of table.rows) {
    const code = codeOf(table.cell(row, 'MA'));
    if (code === '') {
      sayStrayFigures(row, terms);
      continue;
    }
    const indicator = byCode.get(code);
    const first = seen.get(code);
    const at = table.address(row, 'MA');
    if (!indicator) finder.say(table.sheet, at, 'workbooks.form.indicator-unknown', { code });
    else if (first !== undefined) finder.say(table.sheet, at, 'workbooks.form.indicator-twice', { code, first });
    else values.push(...readIndicator(row, indicator, terms));
    if (first === undefined) seen.set(code, row.number);
  }
  for (const indicator of terms.indicators) {
    if (!indicator.isEntered || seen.has(indicator.code)) continue;
    finder.say(table.sheet, '', 'workbooks.form.indicator-missing', { code: indicator.code, name: indicator.name });
  }
  return values;
}

/**
 * Puts in the sums that the template leaves to Excel, for files that no program has computed since they were filled.
 * A sum that a person typed over stays as typed.
 */
export function withTotals(
  values: readonly ReadValue[],
  indicators: readonly Indicator[],
  finder: Finder,
): readonly ReadValue[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const amounts = new Map(
    values.filter((value) => value.aspect === 'current').map((value) => [value.indicatorCode, value.amount]),
  );
  const finished = new Map<string, Decimal>();
  const amount = (code: string): Decimal | null => finished.get(code) ?? amounts.get(code) ?? null;
  // Sums rest on sums (HTX.CONGANH on HTX.SO), which the order of the forms respects.
  return values.map((value) => {
    const isOpen =
      value.aspect === 'current' && value.indicatorCode in TOTALS && (value.isTemplateSum || value.amount === null);
    const total = isOpen && !value.isBroken ? totalOf(value.indicatorCode, amount) : null;
    if (total === null) return value;
    finished.set(value.indicatorCode, total);
    const isOther = value.amount === null || compare(value.amount, total) !== 0;
    const indicator = present(byCode.get(value.indicatorCode), 'values are read for known indicators');
    if (isOther) {
      const facts = { name: indicator.name, total: formatCell(indicator, total) };
      finder.say(value.sheet, value.cell, 'workbooks.form.total-computed', facts);
    }
    return { ...value, amount: total };
  });
}

function readIndicator(row: PhysicalRow, indicator: Indicator, terms: FormTerms): readonly ReadValue[] {
  if (!indicator.isEntered) return [];
  const { table, reader, finder } = terms;
  const basis = reader.choice(columnOf('LOAI_SO'), table.cell(row, 'LOAI_SO'));
  const note = reader.text(columnOf('GHI_CHU'), table.cell(row, 'GHI_CHU'));
  const values = ASPECTS.map((aspect) => readValue(row, indicator, aspect, terms));
  const current = values.find((value) => value.aspect === 'current');
  if (current?.amount === null && !current.isTemplateSum && note.value !== undefined) {
    finder.say(table.sheet, table.address(row, 'GHI_CHU'), 'workbooks.form.note-without-figure', {});
  }
  return values.map((value) => ({
    ...value,
    basis: value.aspect === 'current' ? ((basis.value ?? 'actual') as ValueBasis) : 'actual',
    note: value.aspect === 'current' && value.amount !== null ? (note.value ?? '') : '',
    isBroken: value.isBroken || (value.aspect === 'current' && (basis.isBroken || note.isBroken)),
  }));
}

function readValue(
  row: PhysicalRow,
  indicator: Indicator,
  aspect: ValueAspect,
  { table, reader }: FormTerms,
): ReadValue {
  const column = columnOf(ASPECT_COLUMN[aspect]);
  const cell = table.cell(row, column.code);
  const isTemplateSum = aspect === 'current' && indicator.code in TOTALS && OUR_FORMULA.test(cell?.formula ?? '');
  const isUncomputed = isTemplateSum && cell?.content.kind === 'not-calculated';
  const taken = reader.number(column, isUncomputed ? undefined : cell, {
    kind: indicator.decimals > 0 || indicator.entryScale > 1 ? 'decimal' : 'integer',
    isPercent: indicator.unit === '%',
    entryScale: indicator.entryScale,
  });
  return {
    indicatorCode: indicator.code,
    aspect,
    amount: taken.value ?? null,
    basis: 'actual',
    note: '',
    sheet: table.sheet,
    cell: table.address(row, column.code),
    isBroken: taken.isBroken,
    isTemplateSum,
  };
}

/** Figures in a row without a code would be lost in silence. */
function sayStrayFigures(row: PhysicalRow, { table, finder }: FormTerms): void {
  const stray = Object.values(ASPECT_COLUMN)
    .map((code) => table.cell(row, code))
    .find((cell) => cell !== undefined);
  if (stray) finder.say(table.sheet, stray.address, 'workbooks.form.figure-without-code', {});
}

function codeOf(cell: PhysicalCell | undefined): string {
  return cell?.content.kind === 'text' ? clean(cell.content.text).toUpperCase() : '';
}

function columnOf(code: string): Column {
  return present(
    FORM_COLUMNS.find((column) => column.code === code),
    `forms have a column ${code}`,
  );
}
