import ExcelJS from '@protobi/exceljs';
import { readingText as text } from '../messages-reading.vi.ts';
import type { Message, MessageSeverity } from '../reading/model.ts';
import { COLOUR, fill, font } from '../template/styles.ts';
import { setAside } from './set-aside.ts';

const GRAVEST: readonly MessageSeverity[] = ['error', 'warning', 'info'];
const FILLS: Readonly<Record<MessageSeverity, string>> = {
  error: 'FFF9D3CF',
  warning: COLOUR.grainWash,
  info: COLOUR.greenPale,
};
/** A note more than these makes a file that no one opens; the sheet of errors still lists every message. */
const NOTES_MAX = 2000;
const WINDOW: ExcelJS.WorkbookView = {
  x: 0,
  y: 0,
  width: 24_000,
  height: 16_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
};
const WIDTHS = [6, 16, 9, 12, 110];

/**
 * The same workbook with each message as a note in its cell, the cell filled, and a last sheet that lists them all with
 * links. Takes a workbook that `openWorkbook` has opened.
 */
export async function annotatedWorkbook(bytes: Uint8Array, messages: readonly Message[]): Promise<Uint8Array> {
  const { lean, restore } = setAside(bytes);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(lean.buffer as ArrayBuffer);
  removeEarlierErrors(workbook);
  const byCell = Map.groupBy(
    messages.filter(({ cell }) => cell !== ''),
    ({ sheet, cell }) => `${sheet}!${cell}`,
  );
  for (const found of [...byCell.values()].slice(0, NOTES_MAX)) annotate(workbook, found);
  listMessages(workbook, messages);
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return restore(new Uint8Array(written));
}

/** An error workbook that was mended and is refused again must not keep what no longer holds. */
function removeEarlierErrors(workbook: ExcelJS.Workbook): void {
  const earlier = workbook.getWorksheet(text.errorSheet);
  if (earlier) workbook.removeWorksheet(earlier.id);
  workbook.eachSheet((sheet) => {
    sheet.eachRow({ includeEmpty: true }, (row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (!cell.note || !noteText(cell.note).includes(text.noteHead)) return;
        const kept = noteText(cell.note).split(text.noteHead)[0]?.trim() ?? '';
        if (kept === '') Reflect.deleteProperty(cell, '_comment');
        else cell.note = kept;
        // A style of its own: loaded cells share theirs with their neighbours.
        cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'none' } };
      });
    });
  });
}

function annotate(workbook: ExcelJS.Workbook, messages: readonly Message[]): void {
  const [first] = messages;
  const cell = first && workbook.getWorksheet(first.sheet)?.getCell(first.cell);
  if (!cell) return;
  const kept = cell.note ? `${noteText(cell.note)}\n\n` : '';
  const said = messages.map((message) => `${text.severity[message.severity]}: ${message.text}`).join('\n');
  cell.note = `${kept}${text.noteHead}\n${said}`;
  const gravest = GRAVEST.find((severity) => messages.some((message) => message.severity === severity)) ?? 'info';
  // Heads are white on green: on the pale fill their words must be dark.
  cell.style = { ...cell.style, fill: fill(FILLS[gravest]), font: { ...cell.font, color: { argb: COLOUR.ink } } };
}

function listMessages(workbook: ExcelJS.Workbook, messages: readonly Message[]): void {
  const sheet = workbook.addWorksheet(text.errorSheet, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.addRow([text.errorSheetTitle]).font = font(14, COLOUR.green, { bold: true });
  sheet.addRow([...text.errorHeads]).eachCell((cell) => {
    cell.font = font(11, COLOUR.white, { bold: true });
    cell.fill = fill(COLOUR.green);
  });
  const ordered = GRAVEST.flatMap((severity) => messages.filter((message) => message.severity === severity));
  for (const [index, message] of ordered.entries()) {
    const row = sheet.addRow([index + 1, message.sheet, null, text.severity[message.severity], message.text]);
    row.font = font(11);
    row.alignment = { vertical: 'top', wrapText: true };
    row.getCell(4).fill = fill(FILLS[message.severity]);
    if (workbook.getWorksheet(message.sheet)) link(row.getCell(3), message);
  }
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: WIDTHS.length } };
  openAt(workbook, sheet);
}

/** A formula, since the library knows links only to other files. */
function link(cell: ExcelJS.Cell, { sheet, cell: address }: Message): void {
  const target = `#'${sheet.replaceAll("'", "''")}'!${address || 'A1'}`.replaceAll('"', '""');
  const shown = address || text.wholeSheet;
  cell.value = { formula: `HYPERLINK("${target}","${shown}")`, result: shown };
  cell.font = font(11, COLOUR.link, { underline: true });
}

function openAt(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet): void {
  const activeTab = workbook.worksheets.findIndex(({ id }) => id === sheet.id);
  // A loaded workbook may have none, whatever the library's types say.
  const [view = WINDOW] = (workbook.views as readonly ExcelJS.WorkbookView[] | undefined) ?? [];
  workbook.views = [{ ...view, activeTab }];
}

function noteText(note: string | ExcelJS.Comment): string {
  return typeof note === 'string' ? note : (note.texts ?? []).map((part) => part.text).join('');
}
