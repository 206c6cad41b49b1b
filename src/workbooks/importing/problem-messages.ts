import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDongFull, formatNumber } from '#platform/i18n/format.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { maskPhone } from '#platform/privacy/mask.ts';
import type { FactValue, FieldConflict, RowProblem } from '#register/public.ts';
import type { Choice, Column } from '../columns/model.ts';
import { labelOf } from '../columns/model.ts';
import { cellWords } from '../messages-import.vi.ts';
import type { Message } from '../reading/model.ts';

/** Where the fields of a sheet stand. */
export interface SheetPlaces {
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** Letter of each column by its code. */
  readonly letters: ReadonlyMap<string, string>;
}

/** The column of a field; a field that only completes another stands where that one does. */
export function columnOfField({ columns }: Pick<SheetPlaces, 'columns'>, field: string): Column | undefined {
  const shown = field === 'establishedPrecision' ? 'establishedOn' : field;
  return columns.find((column) => column.field === shown);
}

export function cellOfField(places: SheetPlaces, rowNo: number, field: string): string {
  const column = columnOfField(places, field);
  return `${places.letters.get(column?.code ?? '') ?? 'A'}${rowNo}`;
}

/** The letter of each field's column, as the register keeps it with a value. */
export function lettersByField({ columns, letters }: SheetPlaces): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ field, code }) => {
      const letter = letters.get(code);
      return field !== null && letter !== undefined ? [[field, letter]] : [];
    }),
  );
}

/** What the register's rules say of a row, at its cell. */
export function problemMessage(places: SheetPlaces, problem: RowProblem): Message {
  const { refusal } = problem;
  const words = cellWords[refusal.code];
  return {
    sheet: places.sheet,
    cell: cellOfField(places, problem.rowNo, problem.field),
    severity: problem.severity,
    code: refusal.code,
    text: words ? words(refusal.facts as never) : sayRefusal(refusal),
  };
}

export function conflictFacts(places: SheetPlaces, conflict: FieldConflict, sectors: readonly Choice[]) {
  const shown = (value: FactValue) => shownFact(columnOfField(places, conflict.field), value, sectors);
  return { verified: shown(conflict.verified), incoming: shown(conflict.incoming) };
}

/** A value of the history as people read it; telephones are masked. */
export function shownFact(column: Column | undefined, value: FactValue, sectors: readonly Choice[]): string {
  if (value === null || value === '') return '(trống)';
  if (column?.list === 'sectors') return labelOf(sectors, String(value));
  switch (column?.kind) {
    case 'choice':
    case 'yes-no':
      return labelOf(column.choices, String(value));
    case 'money':
      return formatDongFull(BigInt(value));
    case 'count':
      return formatNumber(Number(value));
    case 'day':
    case 'day-or-coarser':
      return formatDate(value as IsoDate);
    case 'phone':
      return maskPhone(String(value));
    default:
      return String(value);
  }
}
