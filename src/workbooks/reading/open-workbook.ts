import ExcelJS from '@protobi/exceljs';
import { parseIsoDate } from '#kernel/time.ts';
import { messageOf } from '../say.ts';
import { fileKindProblem } from './file-kind.ts';
import type { CellContent, Message, PhysicalBook, PhysicalCell, PhysicalRow, PhysicalSheet, TextRun } from './model.ts';
import { type PackedSheet, unpackWorkbook } from './package.ts';
import type { FileProblem } from './zip.ts';

export type Opened =
  | { readonly ok: true; readonly book: PhysicalBook }
  | { readonly ok: false; readonly problem: Message };

const ROW_MAX = 1_048_576;
const EMPTY: CellContent = { kind: 'empty' };

/**
 * Opens a workbook as the file has it, or says in one message why it cannot be opened. Never throws for what is in
 * the bytes. Large files hold the thread for a second: servers use `readInWorker`.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Opened> {
  const problem = fileKindProblem(bytes, fileName);
  if (problem) return refused(problem);
  const unpacked = unpackWorkbook(bytes);
  if (!unpacked.ok) return refused(unpacked.problem);
  const workbook = new ExcelJS.Workbook();
  try {
    // The library's own types ask for an older Buffer.
    await workbook.xlsx.load(unpacked.lean.buffer as ArrayBuffer);
    const sheets = unpacked.sheets.map((sheet, index) => physicalSheet(sheet, workbook.getWorksheet(`s${index + 1}`)));
    return { ok: true, book: { fileName, sheets, pictures: unpacked.pictures } };
  } catch {
    return refused({ code: 'workbooks.file.unreadable', facts: {} });
  }
}

export function refused(problem: FileProblem): Opened {
  return { ok: false, problem: messageOf({ sheet: '', cell: '' }, problem.code, problem.facts) };
}

function physicalSheet(packed: PackedSheet, worksheet: ExcelJS.Worksheet | undefined): PhysicalSheet {
  const rows: PhysicalRow[] = [];
  worksheet?.eachRow((row) => {
    if (!(row.number >= 1 && row.number <= ROW_MAX)) return;
    const cells: PhysicalCell[] = [];
    row.eachCell((cell) => {
      const content = cellContent(cell);
      if (content.kind !== 'empty') cells.push(physicalCell(cell, content));
    });
    if (cells.length > 0) rows.push({ number: row.number, isHidden: packed.parts.hiddenRows.has(row.number), cells });
  });
  const { merges, filter } = packed.parts;
  return { name: packed.name, state: packed.state, rows, merges, filter };
}

function physicalCell(cell: ExcelJS.Cell, content: CellContent): PhysicalCell {
  const isFormula = cell.type === ExcelJS.ValueType.Formula;
  return {
    address: cell.address,
    row: Number(cell.row),
    column: Number(cell.col),
    content,
    formula: isFormula ? (cell.formula ?? '') : null,
    font: cell.font?.name ?? '',
  };
}

/** A formula's result is asked for by name: in the library's value of the cell a result of 0 is missing. */
function cellContent(cell: ExcelJS.Cell): CellContent {
  const font = cell.font?.name ?? '';
  if (cell.type !== ExcelJS.ValueType.Formula) return contentOf(cell.value, cell.numFmt, font);
  return cell.result === undefined ? { kind: 'not-calculated' } : contentOf(cell.result, cell.numFmt, font);
}

function contentOf(value: ExcelJS.CellValue | undefined, format: string | undefined, font: string): CellContent {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'number')
    return Number.isFinite(value) ? { kind: 'number', number: value, isPercent: /%/.test(format ?? '') } : EMPTY;
  if (typeof value === 'string') return textContent(value);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (value instanceof Date) return dateContent(value);
  if ('richText' in value) return richContent(value.richText, font);
  if ('error' in value) return { kind: 'error', error: String(value.error) };
  if ('text' in value) return contentOf(value.text, format, font);
  return EMPTY;
}

/** The library counts Excel's days in UTC. A count that is no day shows as `#####` in Excel too. */
function dateContent(value: Date): CellContent {
  const day = Number.isNaN(value.getTime()) ? undefined : parseIsoDate(value.toISOString().slice(0, 10));
  return day ? { kind: 'date', day } : { kind: 'error', error: '#####' };
}

function textContent(stored: string): CellContent {
  const text = unescaped(stored);
  return text.trim() === '' ? EMPTY : { kind: 'text', text, runs: [] };
}

/** The format writes what XML cannot hold as `_x000D_`, and an underscore before such letters as `_x005F_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function richContent(parts: readonly ExcelJS.RichText[], cellFont: string): CellContent {
  const runs: TextRun[] = parts.map((part) => ({ text: unescaped(part.text), font: part.font?.name ?? cellFont }));
  const text = runs.map((run) => run.text).join('');
  return text.trim() === '' ? EMPTY : { kind: 'text', text, runs };
}
