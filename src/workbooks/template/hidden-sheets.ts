import { createHash } from 'node:crypto';
import type { Workbook } from '@protobi/exceljs';
import { compareVi } from '#kernel/text-vi.ts';
import { FORM_SHEETS, IDENTITY_SHEET, LISTS_SHEET, SHEETS, TEMPLATE } from '../columns.ts';
import type { WorkbookDefinition } from '../model.ts';
import { formLines } from './layout.ts';

/** A name for formulas and drop-downs. */
export interface NamedRange {
  readonly name: string;
  readonly range: string;
}

/** Who the workbook is for: key in A, value in B. */
export function addIdentitySheet(book: Workbook, definition: WorkbookDefinition): void {
  const sheet = book.addWorksheet(IDENTITY_SHEET, { state: 'veryHidden' });
  const identity = {
    template: TEMPLATE.name,
    version: TEMPLATE.version,
    unit: definition.unit.code,
    period: definition.period.code,
    hash: templateHash(definition),
    demo: definition.isDemo ? '1' : '0',
  };
  for (const pair of Object.entries(identity)) sheet.addRow(pair);
}

/**
 * SHA-256 over what the officer must not change: template, unit, period, columns, and the indicators of each form.
 * A reader that comes to another hash has before it an altered file or one of another dictionary.
 */
export function templateHash(definition: Pick<WorkbookDefinition, 'unit' | 'period' | 'indicators'>): string {
  const sheets = SHEETS.map((sheet) => [sheet.name, ...sheet.columns.map((column) => column.code)]);
  const indicators = definition.indicators.map((one) => [one.code, one.version, one.formCode, one.entryScale]);
  const laidOut = [TEMPLATE.name, TEMPLATE.version, definition.unit.code, definition.period.code, sheets, indicators];
  return createHash('sha256').update(JSON.stringify(laidOut)).digest('hex');
}

/** The lists behind the long drop-downs, and the names by which sheets find them. */
export function addListsSheet(book: Workbook, definition: WorkbookDefinition): readonly NamedRange[] {
  const sheet = book.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
  const communes = definition.communes.toSorted(
    (a, b) => compareVi(a.district, b.district) || compareVi(a.name, b.name),
  );
  const names = [...new Set(communes.map((commune) => commune.name))].toSorted(compareVi);
  const districts = [...new Set(communes.map((commune) => commune.district))].filter((name) => name !== '');
  const columns = [
    { name: 'DM_LINH_VUC', values: definition.sectors.map((sector) => sector.label) },
    { name: 'DM_HUYEN', values: districts },
    { name: 'DM_XA', values: names },
    { name: 'DM_XA_HUYEN', values: communes.map((commune) => commune.district) },
    { name: 'DM_XA_CUA_HUYEN', values: communes.map((commune) => commune.name) },
  ];
  columns.forEach(({ name, values }, index) => {
    [name, ...values].forEach((value, row) => {
      sheet.getCell(row + 1, index + 1).value = value;
    });
  });
  const ranges = columns.map(({ name, values }, index) => {
    const letter = String.fromCharCode(65 + index);
    return { name, range: `${LISTS_SHEET}!$${letter}$2:$${letter}$${Math.max(2, values.length + 1)}` };
  });
  return [...ranges, { name: 'DM_XA_DAU', range: `${LISTS_SHEET}!$E$2` }];
}

/** How many indicators each form has, for the guide. */
export function formSizes(definition: WorkbookDefinition): ReadonlyMap<string, number> {
  return new Map(
    FORM_SHEETS.map(({ form, sheet }) => [
      sheet,
      formLines(definition, form).filter((line) => line.kind === 'indicator').length,
    ]),
  );
}
