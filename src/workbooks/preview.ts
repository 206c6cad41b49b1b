import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { RowsOutcome } from '#register/public.ts';
import type { Choice, Column } from './columns/model.ts';
import { FORM_COLUMNS, FORM_SHEETS, NARRATIVE_COLUMNS, NARRATIVE_SHEET, REGISTER_COLUMNS } from './columns.ts';
import type { FileOutcome } from './importing/import-file.ts';
import { columnOfField, conflictFacts, type SheetPlaces, shownFact } from './importing/problem-messages.ts';
import type { SheetOutcome } from './importing/take-in.ts';
import type { Preview, PreviewMessage, PreviewRow } from './model.ts';
import { cellIn, columnNumber, parseAddress, rowOf } from './reading/address.ts';
import type { Message, PhysicalBook, PhysicalCell } from './reading/model.ts';
import { periodName } from './template/words.vi.ts';

const TYPED_MAX = 60;

/** What the screen shows of a workbook before anything is written; plain values only, so that it can be kept as JSON. */
export function previewOf(outcome: FileOutcome, bytes: number): Preview {
  const { report, read, taken, book } = outcome;
  const sheets = taken ? [taken.register, taken.funds] : [];
  const sectors = read?.definition.sectors ?? [];
  const { rows, beyond } = rowsOf(sheets, book, sectors);
  return {
    file: report.file,
    bytes,
    unit: report.unit,
    unitName: read?.place.alliance.shortName ?? report.unit ?? '',
    period: report.period,
    periodName: read ? periodName(read.definition.period) : (report.period ?? ''),
    accepted: report.accepted,
    counts: report.rows,
    values: {
      new: taken?.values.newValues ?? 0,
      changed: taken?.values.changedValues ?? 0,
      unchanged: taken?.values.unchangedValues ?? 0,
    },
    columns: { matched: read?.content.register.letters.size ?? 0, of: REGISTER_COLUMNS.length },
    converted: outcome.messages.filter((message) => message.code === 'workbooks.cell.encoding-converted').length,
    rows,
    beyond,
    messages: report.messages.map((message) => described(message, sheets, book)),
    questions: outcome.questions,
  };
}

/** So many rows of each fate a person may page through; nobody reads on, and the preview is kept as one text. */
const ROWS_KEPT = 2_000;

function rowsOf(sheets: readonly SheetOutcome[], book: PhysicalBook | undefined, sectors: readonly Choice[]) {
  const kept = new KeptRows();
  for (const sheet of sheets) {
    const wrong = wrongRows(sheet);
    const conflicts = Map.groupBy(sheet.outcome.conflicts, (conflict) => conflict.rowNo);
    const known = new Set<number>();
    for (const row of sheet.outcome.rows) {
      known.add(row.rowNo);
      const own = conflicts.get(row.rowNo) ?? [];
      const fate = wrong.has(row.rowNo) ? 'error' : own.length > 0 ? 'conflict' : row.outcome;
      kept.add(fate, () => previewRow(sheet, row, own, fate, book, sectors));
    }
    for (const rowNo of [...sheet.broken].filter((one) => !known.has(one)))
      kept.add('error', () => ({
        ...named(sheet.places, rowNo, book),
        outcome: 'error',
        changes: [],
        conflicts: [],
      }));
  }
  return kept;
}

class KeptRows {
  readonly rows: PreviewRow[] = [];
  readonly beyond = { new: 0, changed: 0, unchanged: 0, conflict: 0, error: 0 };
  readonly #kept = { new: 0, changed: 0, unchanged: 0, conflict: 0, error: 0 };

  add(fate: PreviewRow['outcome'], row: () => PreviewRow): void {
    if (this.#kept[fate] === ROWS_KEPT) {
      this.beyond[fate] += 1;
      return;
    }
    this.#kept[fate] += 1;
    this.rows.push(row());
  }
}

function previewRow(
  { places }: SheetOutcome,
  row: RowsOutcome['rows'][number],
  own: RowsOutcome['conflicts'],
  outcome: PreviewRow['outcome'],
  book: PhysicalBook | undefined,
  sectors: readonly Choice[],
): PreviewRow {
  return {
    ...named(places, row.rowNo, book),
    outcome,
    changes: changesOf(places, row, sectors),
    conflicts: own.map((conflict) => {
      const { verified, incoming } = conflictFacts(places, conflict, sectors);
      return { head: headOf(places, conflict.field), before: verified, after: incoming };
    }),
  };
}

function wrongRows({ outcome, broken }: SheetOutcome): ReadonlySet<number> {
  const errors = outcome.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.rowNo);
  return new Set([...broken, ...errors]);
}

function changesOf(places: SheetPlaces, row: RowsOutcome['rows'][number], sectors: readonly Choice[]) {
  return Object.entries(row.fields)
    .filter(([field]) => columnOfField(places, field)?.field === field && field !== 'communeId')
    .map(([field, [before, after]]) => {
      const column = columnOfField(places, field);
      return {
        head: headOf(places, field),
        before: shownFact(column, before, sectors),
        after: shownFact(column, after, sectors),
      };
    });
}

function headOf(places: SheetPlaces, field: string): string {
  const column = columnOfField(places, field);
  return column ? (column.unit === '' || column.group === column.head ? column.head : headWithGroup(column)) : field;
}

/** `Thành viên tại ngày chốt: Nữ`: a short head says little without its group. */
function headWithGroup(column: Column): string {
  return column.head.length > 12 ? column.head : `${column.group}: ${column.head}`;
}

function named(places: SheetPlaces, rowNo: number, book: PhysicalBook | undefined) {
  const sheet = book?.sheets.find((one) => one.name === places.sheet);
  const row = sheet && rowOf(sheet, rowNo);
  const text = (code: string) => {
    const letter = places.letters.get(code);
    return row && letter ? shownCell(cellIn(row, columnNumber(letter))) : '';
  };
  return {
    sheet: places.sheet,
    rowNo,
    name: text('TEN'),
    place: [text('XA'), text('HUYEN')].filter(Boolean).join(', '),
    code: text('MA_SO'),
  };
}

function described(message: Message, sheets: readonly SheetOutcome[], book: PhysicalBook | undefined): PreviewMessage {
  const { sheet, cell, severity, text } = message;
  const at = parseAddress(cell);
  const places = sheets.find((one) => one.places.sheet === sheet)?.places;
  const physical = book?.sheets.find((one) => one.name === sheet);
  const row = at && physical ? rowOf(physical, at.row) : undefined;
  const isPersonal = message.code.startsWith('workbooks.personal.');
  const typed = at && row && !isPersonal ? shownCell(cellIn(row, at.column)) : '';
  const head = at ? headAt(sheet, cell.replace(/\d+$/, ''), places) : '';
  return { sheet, cell, severity, text, head, typed, name: at && row ? nameAt(sheet, row, places) : '' };
}

function headAt(sheet: string, letters: string, places: SheetPlaces | undefined): string {
  if (places) {
    const code = [...places.letters].find(([, letter]) => letter === letters)?.[0];
    return places.columns.find((column) => column.code === code)?.head ?? '';
  }
  const columns = FORM_SHEETS.some((form) => form.sheet === sheet)
    ? FORM_COLUMNS
    : sheet === NARRATIVE_SHEET
      ? NARRATIVE_COLUMNS
      : [];
  return columns[columnNumber(letters) - 2]?.head ?? '';
}

function nameAt(sheet: string, row: Parameters<typeof cellIn>[0], places: SheetPlaces | undefined): string {
  const letter = places?.letters.get('TEN');
  if (letter) return shownCell(cellIn(row, columnNumber(letter)));
  if (sheet === NARRATIVE_SHEET) return shownCell(cellIn(row, 3)).split('\n')[0] ?? '';
  return FORM_SHEETS.some((form) => form.sheet === sheet) ? shownCell(cellIn(row, 4)) : '';
}

/** The cell as it stands in the file, short enough for a table. */
function shownCell(cell: PhysicalCell | undefined): string {
  const content = cell?.content;
  switch (content?.kind) {
    case 'text':
      return content.text.length > TYPED_MAX ? `${content.text.slice(0, TYPED_MAX - 1)}…` : content.text;
    case 'number':
      return formatNumber(content.number);
    case 'date':
      return formatDate(content.day);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.error;
    case 'not-calculated':
      return `=${cell?.formula ?? ''}`;
    default:
      return '';
  }
}
