import { clean, toneKey } from '#kernel/text-vi.ts';
import type { Column } from '../columns/model.ts';
import { CODE_ROW_MARK } from '../columns.ts';
import { addressOf, cellIn, columnLetters } from '../reading/address.ts';
import type { PhysicalCell, PhysicalRow, PhysicalSheet } from '../reading/model.ts';
import { findColumns, findRows } from '../reading/structure.ts';
import { words } from '../template/words.vi.ts';
import type { Finder } from './finder.ts';

/** The data of a sheet, columns by machine code. */
export interface Table {
  readonly sheet: string;
  readonly rows: readonly PhysicalRow[];
  has(code: string): boolean;
  cell(row: PhysicalRow, code: string): PhysicalCell | undefined;
  /** `F12`, also where the cell is empty. */
  address(row: PhysicalRow, code: string): string;
  /** The letter of each column found, by code. */
  readonly letters: ReadonlyMap<string, string>;
}

export interface TableTerms {
  /** Columns whose content alone makes no row. */
  readonly ignored: readonly string[];
  readonly refusesSubtotals: boolean;
  /** Only rows with something in this column count below the first gap; signatures may stand there. */
  readonly keyColumn?: string;
}

const COLUMN_MISSING = 'workbooks.sheet.column-missing';

/** Finds columns and rows of a data sheet; undefined when there is nothing to go by, which the finder has been told. */
export function findTable(
  sheet: PhysicalSheet,
  columns: readonly Column[],
  terms: TableTerms,
  finder: Finder,
): Table | undefined {
  const byCodes = findColumns(sheet, columns, CODE_ROW_MARK);
  const hasNoCodes = byCodes.messages.some((message) => message.code === 'workbooks.sheet.no-code-row');
  const found = hasNoCodes ? findByHeads(sheet, columns, finder) : byCodes;
  if (!found) {
    finder.add(byCodes.messages);
    return undefined;
  }
  finder.add(found.messages.filter((message) => message.code !== COLUMN_MISSING));
  // A computed column that is gone loses nothing: it is never read.
  for (const { code, head, field } of columns) {
    if (field !== null && !found.columns.has(code)) finder.say(sheet.name, '', COLUMN_MISSING, { code, head });
  }
  const { codeRow } = found;
  if (codeRow === undefined) return undefined;
  const area = {
    codeRow,
    columns: found.columns,
    expected: columns,
    ignored: new Set(terms.ignored),
    refusesSubtotals: terms.refusesSubtotals,
  };
  const { rows, messages } = findRows(sheet, area);
  const mayHaveFoot = terms.keyColumn !== undefined && !hasKeyBelow(sheet, rows, found.columns.get(terms.keyColumn));
  finder.add(messages.filter((message) => !(mayHaveFoot && message.code === 'workbooks.sheet.rows-after-gap')));
  return tableOf(sheet.name, rows, found.columns);
}

function tableOf(sheet: string, rows: readonly PhysicalRow[], columns: ReadonlyMap<string, number>): Table {
  return {
    sheet,
    rows,
    has: (code) => columns.has(code),
    cell: (row, code) => {
      const column = columns.get(code);
      return column === undefined ? undefined : cellIn(row, column);
    },
    address: (row, code) => addressOf(row.number, columns.get(code) ?? 1),
    letters: new Map([...columns].map(([code, column]) => [code, columnLetters(column)])),
  };
}

function hasKeyBelow(sheet: PhysicalSheet, rows: readonly PhysicalRow[], column: number | undefined): boolean {
  const last = rows.at(-1)?.number ?? 0;
  return column !== undefined && sheet.rows.some((row) => row.number > last + 1 && cellIn(row, column) !== undefined);
}

interface ByHeads {
  readonly codeRow: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly messages: ReturnType<typeof findColumns>['messages'];
}

const HEADS_ENOUGH = 3;

/** Columns found by what their heads or unmarked codes say, for a sheet whose hidden row of codes is gone. */
function findByHeads(sheet: PhysicalSheet, columns: readonly Column[], finder: Finder): ByHeads | undefined {
  const best = sheet.rows
    .slice(0, 30)
    .map((row) => ({ row, columns: headsOf(row, columns) }))
    .toSorted((a, b) => b.columns.size - a.columns.size || b.row.number - a.row.number)[0];
  if (!best || best.columns.size < Math.min(HEADS_ENOUGH, columns.length)) return undefined;
  finder.say(sheet.name, addressOf(best.row.number, 1), 'workbooks.sheet.matched-by-heads', {
    found: best.columns.size,
    of: columns.length,
  });
  return { codeRow: lastHeadRow(sheet, best.row, columns), columns: best.columns, messages: [] };
}

function headsOf(row: PhysicalRow, columns: readonly Column[]): ReadonlyMap<string, number> {
  const byHead = new Map(
    columns.flatMap(({ head, code }) => [
      [toneKey(head), code],
      [toneKey(code), code],
    ]),
  );
  const found = new Map<string, number>();
  for (const cell of row.cells) {
    const code = byHead.get(toneKey(headText(cell)));
    if (code !== undefined && !found.has(code)) found.set(code, cell.column);
  }
  return found;
}

function headText(cell: PhysicalCell): string {
  return cell.content.kind === 'text' ? clean(cell.content.text.replace(words.requiredMark, '')) : '';
}

/** The row of units below the heads belongs to the heads, and so do the empty rows that cleared codes leave. */
function lastHeadRow(sheet: PhysicalSheet, head: PhysicalRow, columns: readonly Column[]): number {
  const units = new Set([...columns.map((column) => column.unit), ...Object.values(words.hints)].map(toneKey));
  const next = sheet.rows.find((row) => row.number === head.number + 1);
  const isUnits = next?.cells.every((cell) => cell.content.kind === 'text' && units.has(toneKey(cell.content.text)));
  const last = next && isUnits ? next.number : head.number;
  const firstBelow = sheet.rows.find((row) => row.number > last);
  return firstBelow ? firstBelow.number - 1 : last;
}
