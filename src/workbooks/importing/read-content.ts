import type { IsoDate } from '#kernel/time.ts';
import type { CreditFundRow, RegisterRow } from '#register/public.ts';
import { PackedRows } from '#register/public.ts';
import type { Indicator, NarrativeInput, ValueInput } from '#reporting/public.ts';
import { usualEncoding } from '../cleaning/legacy-text.ts';
import type { Choice, Column } from '../columns/model.ts';
import {
  FORM_COLUMNS,
  FORM_SHEETS,
  FUND_COLUMNS,
  FUND_SHEET,
  GUIDE_SHEET,
  IDENTITY_SHEET,
  LISTS_SHEET,
  NARRATIVE_COLUMNS,
  NARRATIVE_SHEET,
  REGISTER_COLUMNS,
  REGISTER_SHEET,
  SHEETS,
} from '../columns.ts';
import { readingText } from '../messages-reading.vi.ts';
import type { PhysicalBook } from '../reading/model.ts';
import { findSheets } from '../reading/structure.ts';
import { CellReader } from './cell-reader.ts';
import { findTable, type Table, type TableTerms } from './find-table.ts';
import type { Finder } from './finder.ts';
import type { PlaceBooks } from './places.ts';
import { readFormValues, withTotals } from './read-forms.ts';
import { readNarrative } from './read-narrative.ts';
import { readFundRows, readRegisterRows, type SheetRows } from './read-register.ts';
import { type ScannedTable, scanPersonal } from './scan-personal.ts';

export interface ContentTerms {
  readonly indicators: readonly Indicator[];
  readonly sectors: readonly Choice[];
  readonly books: PlaceBooks;
  readonly cutOff: IsoDate;
  readonly today: IsoDate;
}

/** Everything a workbook says, typed; what could not be taken is in the finder. */
export interface ReadContent {
  readonly register: SheetRows<RegisterRow> & { readonly letters: ReadonlyMap<string, string> };
  readonly funds: SheetRows<CreditFundRow> & { readonly letters: ReadonlyMap<string, string> };
  readonly values: readonly ValueInput[];
  readonly narrative: readonly NarrativeInput[];
}

const NONE = { broken: new Set<number>(), letters: new Map<string, string>() };
const ROW_TABLE: TableTerms = { ignored: ['STT'], refusesSubtotals: true };
const KEYED_TABLE: TableTerms = {
  ignored: FORM_COLUMNS.filter(
    (column) => !['MA', 'CHI_TIEU', 'CUNG_KY', 'KE_HOACH', 'KY_NAY'].includes(column.code),
  ).map((column) => column.code),
  refusesSubtotals: false,
  keyColumn: 'MA',
};

/** Reads every data sheet of the workbook, collecting all there is to say. */
export function readContent(book: PhysicalBook, terms: ContentTerms, finder: Finder): ReadContent {
  const found = findSheets(
    book,
    SHEETS.map((sheet) => sheet.name),
    [GUIDE_SHEET, IDENTITY_SHEET, LISTS_SHEET],
  );
  finder.add(found.messages);
  const scanned: ScannedTable[] = [];
  const table = (name: string, columns: readonly Column[], how: TableTerms): Table | undefined => {
    const sheet = found.sheets.get(name);
    const read = sheet && findTable(sheet, columns, how, finder);
    if (read) scanned.push({ sheet: sheet.name, columns, letters: read.letters });
    return read;
  };
  const register = table(REGISTER_SHEET, REGISTER_COLUMNS, ROW_TABLE);
  const funds = table(FUND_SHEET, FUND_COLUMNS, ROW_TABLE);
  // Only what people typed: the template's own words are Unicode and would outvote them.
  const usual = usualEncoding(cellsOf(register, funds));
  const readerOf = (sheet: string) =>
    new CellReader({ sheet, finder, usual, sectors: terms.sectors, today: terms.today });
  const narrative = table(NARRATIVE_SHEET, NARRATIVE_COLUMNS, KEYED_TABLE);
  const shared = { finder, books: terms.books, cutOff: terms.cutOff };
  const values = FORM_SHEETS.flatMap(({ form, sheet }) => {
    const found = table(sheet, FORM_COLUMNS, KEYED_TABLE);
    const indicators = terms.indicators.filter((indicator) => indicator.formCode === form);
    return found ? readFormValues({ table: found, reader: readerOf(sheet), finder, indicators }) : [];
  });
  scanPersonal(book, scanned, [GUIDE_SHEET, IDENTITY_SHEET, LISTS_SHEET, readingText.errorSheet], finder);
  return {
    register: register
      ? {
          ...readRegisterRows({ ...shared, table: register, reader: readerOf(REGISTER_SHEET) }),
          letters: register.letters,
        }
      : { ...NONE, rows: PackedRows.ofRegister() },
    funds: funds
      ? { ...readFundRows({ ...shared, table: funds, reader: readerOf(FUND_SHEET) }), letters: funds.letters }
      : { ...NONE, rows: PackedRows.ofCreditFunds() },
    values: withTotals(values, terms.indicators, finder).map(({ isBroken: _, isTemplateSum: __, ...value }) => value),
    narrative: narrative ? readNarrative({ table: narrative, reader: readerOf(NARRATIVE_SHEET), finder }) : [],
  };
}

function* cellsOf(...tables: readonly (Table | undefined)[]) {
  for (const table of tables) for (const row of table?.rows ?? []) yield* row.cells;
}
