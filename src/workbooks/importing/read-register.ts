import type { IsoDate } from '#kernel/time.ts';
import type { CreditFundRow, RegisterRow } from '#register/public.ts';
import { FUND_COLUMNS, REGISTER_COLUMNS } from '../columns.ts';
import type { CellReader } from './cell-reader.ts';
import type { Table } from './find-table.ts';
import type { Finder } from './finder.ts';
import type { PlaceBooks } from './places.ts';
import { type ReadRow, readTableRows } from './read-table-rows.ts';

export interface SheetTerms {
  readonly table: Table;
  readonly reader: CellReader;
  readonly finder: Finder;
  readonly books: PlaceBooks;
  readonly cutOff: IsoDate;
}

/** Valid rows of a sheet, and the numbers of those that must be mended first. */
export interface SheetRows<Row> {
  readonly rows: readonly Row[];
  readonly broken: ReadonlySet<number>;
}

/** The sheet of organisations: cells, then what one sheet alone can tell of its rows. */
export function readRegisterRows(terms: SheetTerms): SheetRows<RegisterRow> {
  const read = readTableRows({ ...terms, columns: REGISTER_COLUMNS });
  const broken = new Set(read.filter((row) => row.isBroken).map((row) => row.rowNo));
  for (const rowNo of sayDoubleCodes(read, terms)) broken.add(rowNo);
  const rows = read.filter((row) => !broken.has(row.rowNo)).map(registerRow);
  for (const row of rows) sayDoubts(row, terms);
  sayWithoutSector(rows, terms);
  return { rows, broken };
}

export function readFundRows(terms: SheetTerms): SheetRows<CreditFundRow> {
  const read = readTableRows({ ...terms, columns: FUND_COLUMNS });
  const broken = new Set(read.filter((row) => row.isBroken).map((row) => row.rowNo));
  for (const rowNo of sayDoubleCodes(read, terms)) broken.add(rowNo);
  return { rows: read.filter((row) => !broken.has(row.rowNo)).map(fundRow), broken };
}

function registerRow(row: ReadRow): RegisterRow {
  return { ...row.fields, basis: row.fields.basis ?? 'actual', id: row.id, rowNo: row.rowNo } as unknown as RegisterRow;
}

function fundRow(row: ReadRow): CreditFundRow {
  return { ...row.fields, id: row.id, rowNo: row.rowNo } as unknown as CreditFundRow;
}

/** Two rows with one code cannot both be right; answers the later ones. */
function sayDoubleCodes(rows: readonly ReadRow[], { table, finder }: SheetTerms): readonly number[] {
  const first = new Map<string, ReadRow>();
  const doubles: number[] = [];
  for (const row of rows) {
    const code = row.fields.code;
    if (typeof code !== 'string') continue;
    const other = first.get(code);
    if (!other) {
      first.set(code, row);
      continue;
    }
    const facts = { code, row: other.rowNo, name: other.fields.name };
    finder.say(table.sheet, `${table.letters.get('MA_SO') ?? ''}${row.rowNo}`, 'workbooks.row.code-twice', facts);
    doubles.push(row.rowNo);
  }
  return doubles;
}

/** What may be right and is still worth a look. */
function sayDoubts(row: RegisterRow, { table, finder, cutOff }: SheetTerms): void {
  const say = (column: string, code: string, facts: Record<string, unknown>) =>
    finder.say(table.sheet, `${table.letters.get(column) ?? ''}${row.rowNo}`, code, facts);
  const { paidInCapitalDong, charterCapitalDong, establishedOn, memberSalesDong, revenueDong } = row;
  if (paidInCapitalDong !== null && charterCapitalDong !== null && paidInCapitalDong > charterCapitalDong) {
    say('VON_THUC_GOP', 'workbooks.row.paid-in-over-charter', { paid: paidInCapitalDong, charter: charterCapitalDong });
  }
  if (memberSalesDong !== null && revenueDong !== null && memberSalesDong > revenueDong) {
    say('DT_THANH_VIEN', 'workbooks.row.member-sales-over-revenue', { sales: memberSalesDong, revenue: revenueDong });
  }
  if (establishedOn !== null && establishedOn > cutOff) {
    say('NGAY_THANH_LAP', 'workbooks.row.established-after-cut-off', { day: establishedOn, cutOff });
  }
}

const CELLS_NAMED = 8;

function sayWithoutSector(rows: readonly RegisterRow[], { table, finder }: SheetTerms): void {
  const without = rows.filter((row) => row.sectorCode === null && row.kind === 'cooperative');
  const [first] = without;
  if (!first) return;
  const letter = table.letters.get('LINH_VUC') ?? '';
  const cells = without.slice(0, CELLS_NAMED).map((row) => `${letter}${row.rowNo}`);
  const facts = { count: without.length, cells };
  finder.say(table.sheet, `${letter}${first.rowNo}`, 'workbooks.row.without-sector', facts);
}
