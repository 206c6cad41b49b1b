import type { Column } from '../columns/model.ts';
import type { PhysicalRow } from '../reading/model.ts';
import type { CellReader, Taken } from './cell-reader.ts';
import type { Table } from './find-table.ts';
import type { Finder } from './finder.ts';
import { type PlaceBooks, recognisePlace } from './places.ts';

/** One row of a register sheet as read: fields by name, and whether a cell of it must be mended first. */
export interface ReadRow {
  readonly rowNo: number;
  readonly id: string | null;
  readonly fields: Record<string, unknown>;
  readonly isBroken: boolean;
}

/** What an empty cell means for a field. */
const UNKNOWN_TEXT = new Set([
  'shortName',
  'codeMissingReason',
  'certificateNo',
  'registeringBody',
  'address',
  'communeText',
  'districtText',
  'representativeName',
  'representativeTitle',
  'workPhone',
  'certificates',
  'note',
  'licenceNo',
  'name',
]);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface RowTerms {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly reader: CellReader;
  readonly finder: Finder;
  readonly books: PlaceBooks;
}

/** Every row of a register sheet; cells that cannot be taken are named and leave their row broken. */
export function* readTableRows(terms: RowTerms): Generator<ReadRow> {
  const ids = new Map<string, number>();
  for (const row of terms.table.rows) {
    const { fields, isBroken } = readFields(row, terms);
    fields.communeId = communeOf(row, fields, terms);
    yield { rowNo: row.number, id: readId(row, terms, ids), fields, isBroken };
  }
}

function readFields(row: PhysicalRow, { table, columns, reader, finder }: RowTerms) {
  const fields: Record<string, unknown> = {};
  let isBroken = false;
  for (const column of columns) {
    if (column.field === null) continue;
    const cell = table.cell(row, column.code);
    const taken = readCell(column, cell, reader);
    isBroken ||= taken.isBroken;
    if (column.kind === 'day-or-coarser') {
      Object.assign(fields, partialDay(taken.value));
      continue;
    }
    fields[column.field] = taken.value ?? (UNKNOWN_TEXT.has(column.field) ? '' : null);
    if (column.isRequired && taken.value === undefined && !taken.isBroken) {
      finder.say(table.sheet, table.address(row, column.code), 'workbooks.cell.required', { head: column.head });
      isBroken = true;
    }
  }
  return { fields, isBroken };
}

function partialDay(value: unknown): Record<string, unknown> {
  const partial = value as { day: string; precision: string } | undefined;
  return { establishedOn: partial?.day ?? null, establishedPrecision: partial?.precision ?? 'day' };
}

function readCell(column: Column, cell: Parameters<CellReader['text']>[1], reader: CellReader): Taken<unknown> {
  switch (column.kind) {
    case 'choice':
      return reader.choice(column, cell);
    case 'yes-no':
      return reader.yesNo(column, cell);
    case 'organisation-code':
      return reader.code(column, cell);
    case 'digits':
      return reader.communeCode(column, cell);
    case 'phone':
      return reader.phone(column, cell);
    case 'day':
      return reader.day(column, cell);
    case 'day-or-coarser':
      return reader.dayOrCoarser(column, cell);
    case 'count':
      return reader.count(column, cell);
    case 'money':
      return reader.dong(column, cell);
    default:
      return reader.text(column, cell);
  }
}

/** The hidden record id of column A. A row copied with its id is another record: the id stays with the first row. */
function readId(row: PhysicalRow, { table, finder }: RowTerms, ids: Map<string, number>): string | null {
  const cell = row.cells.find((one) => one.column === 1);
  const id = cell?.content.kind === 'text' ? cell.content.text.trim().toLowerCase() : '';
  if (id === '') return null;
  if (!UUID.test(id)) {
    finder.say(table.sheet, `A${row.number}`, 'workbooks.row.id-broken', {});
    return null;
  }
  const first = ids.get(id);
  if (first !== undefined) {
    finder.say(table.sheet, `A${row.number}`, 'workbooks.row.id-twice', { first });
    return null;
  }
  ids.set(id, row.number);
  return id;
}

function communeOf(row: PhysicalRow, fields: Record<string, unknown>, { table, finder, books }: RowTerms) {
  const commune = String(fields.communeText ?? '');
  if (commune === '') return null;
  const written = {
    commune,
    district: String(fields.districtText ?? ''),
    code: typeof fields.communeId === 'string' ? fields.communeId : undefined,
  };
  const at = {
    sheet: table.sheet,
    commune: table.address(row, 'XA'),
    code: table.has('MA_XA') ? table.address(row, 'MA_XA') : table.address(row, 'XA'),
  };
  return recognisePlace(written, books, at, finder);
}
