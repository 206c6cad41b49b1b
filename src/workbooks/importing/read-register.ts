import type { IsoDate } from '#kernel/time.ts';
import type { CreditFundRow, RegisterRow } from '#register/public.ts';
import { PackedRows } from '#register/public.ts';
import { FUND_COLUMNS, REGISTER_COLUMNS } from '../columns.ts';
import type { CellReader } from './cell-reader.ts';
import type { Table } from './find-table.ts';
import type { Finder } from './finder.ts';
import type { PlaceBooks } from './places.ts';
import { type ReadRow, type RowTerms, readTableRows } from './read-table-rows.ts';

export interface SheetTerms {
  readonly table: Table;
  readonly reader: CellReader;
  readonly finder: Finder;
  readonly books: PlaceBooks;
  readonly cutOff: IsoDate;
}

/** Valid rows of a sheet, and the numbers of those that must be mended first. */
export interface SheetRows<Row extends RegisterRow | CreditFundRow> {
  readonly rows: PackedRows<Row>;
  readonly broken: ReadonlySet<number>;
}

/** The sheet of organisations: cells, then what one sheet alone can tell of its rows. */
export function readRegisterRows(terms: SheetTerms): SheetRows<RegisterRow> {
  const rows = PackedRows.ofRegister();
  const without = new WithoutSector();
  const broken = readRows({ ...terms, columns: REGISTER_COLUMNS }, (read) => {
    const row = registerRow(read);
    sayDoubts(row, terms);
    without.look(row);
    rows.add(row);
  });
  without.say(terms);
  return { rows, broken };
}

export function readFundRows(terms: SheetTerms): SheetRows<CreditFundRow> {
  const rows = PackedRows.ofCreditFunds();
  const broken = readRows({ ...terms, columns: FUND_COLUMNS }, (read) => rows.add(fundRow(read)));
  return { rows, broken };
}

/** Gives the sound rows to `take` one by one; answers the numbers of the others. */
function readRows(terms: RowTerms, take: (row: ReadRow) => void): ReadonlySet<number> {
  const broken = new Set<number>();
  const codes = new Map<string, { readonly rowNo: number; readonly name: unknown }>();
  for (const row of readTableRows(terms)) {
    const isDouble = saysDoubleCode(row, codes, terms);
    if (row.isBroken || isDouble) broken.add(row.rowNo);
    else take(row);
  }
  return broken;
}

function registerRow({ fields, id, rowNo }: ReadRow): RegisterRow {
  return Object.assign(fields, { basis: fields.basis ?? 'actual', id, rowNo }) as unknown as RegisterRow;
}

function fundRow({ fields, id, rowNo }: ReadRow): CreditFundRow {
  return Object.assign(fields, { id, rowNo }) as unknown as CreditFundRow;
}

/** Two rows with one code cannot both be right; the later one is told. */
function saysDoubleCode(
  row: ReadRow,
  codes: Map<string, { readonly rowNo: number; readonly name: unknown }>,
  { table, finder }: RowTerms,
): boolean {
  const { code, name } = row.fields;
  if (typeof code !== 'string') return false;
  const other = codes.get(code);
  if (!other) {
    codes.set(code, { rowNo: row.rowNo, name });
    return false;
  }
  const facts = { code, row: other.rowNo, name: other.name };
  finder.say(table.sheet, `${table.letters.get('MA_SO') ?? ''}${row.rowNo}`, 'workbooks.row.code-twice', facts);
  return true;
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

/** Cooperatives without a main sector, told once for the sheet. */
class WithoutSector {
  readonly #first: number[] = [];
  #count = 0;

  look(row: RegisterRow): void {
    if (row.sectorCode !== null || row.kind !== 'cooperative') return;
    this.#count += 1;
    if (this.#first.length < CELLS_NAMED) this.#first.push(row.rowNo);
  }

  say({ table, finder }: SheetTerms): void {
    if (this.#count === 0) return;
    const letter = table.letters.get('LINH_VUC') ?? '';
    const cells = this.#first.map((rowNo) => `${letter}${rowNo}`);
    finder.say(table.sheet, cells[0] ?? '', 'workbooks.row.without-sector', { count: this.#count, cells });
  }
}
