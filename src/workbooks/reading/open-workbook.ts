import { messageOf } from '../say.ts';
import { fileKindProblem } from './file-kind.ts';
import type { Message, PhysicalBook } from './model.ts';
import { DamagedPart, type Package, unpackWorkbook } from './package.ts';
import { type PackedBook, type PackedSheet, unpackedBook } from './packed.ts';
import { TextPacker } from './packed-texts.ts';
import { scanSheet } from './scan-sheet.ts';
import { readSharedTexts } from './scan-texts.ts';
import { DeclaredEntities } from './scan-xml.ts';
import { readStyles } from './styles.ts';
import type { FileProblem } from './zip.ts';

export type Opened =
  | { readonly ok: true; readonly book: PhysicalBook }
  | { readonly ok: false; readonly problem: Message };

/** The same before anybody looks into it: fit to go from thread to thread. */
export type OpenedPacked =
  | { readonly ok: true; readonly book: PackedBook }
  | { readonly ok: false; readonly problem: Message };

/** What a reader may be asked to hold in memory: 100 000 rows of the register with every column filled. */
const CELLS_MAX = 5_000_000;
const DAMAGED: FileProblem = { code: 'workbooks.file.damaged', facts: {} };

/**
 * Opens a workbook as the file has it, or says in one message why it cannot be opened. Never throws for what is in
 * the bytes. Large files hold the thread for a second: servers use `readInWorker`.
 */
export function openWorkbook(bytes: Uint8Array, fileName: string): Opened {
  const opened = openPacked(bytes, fileName);
  return opened.ok ? { ok: true, book: unpackedBook(opened.book) } : opened;
}

export function openPacked(bytes: Uint8Array, fileName: string): OpenedPacked {
  const problem = fileKindProblem(bytes, fileName);
  if (problem) return refused(problem);
  try {
    const unpacked = unpackWorkbook(bytes);
    return unpacked.ok ? packedBook(unpacked.package, fileName) : refused(unpacked.problem);
  } catch (error) {
    if (error instanceof DeclaredEntities) return refused({ code: 'workbooks.file.entities', facts: {} });
    return refused(error instanceof DamagedPart ? DAMAGED : { code: 'workbooks.file.unreadable', facts: {} });
  }
}

export function refused(problem: FileProblem): { readonly ok: false; readonly problem: Message } {
  return { ok: false, problem: messageOf({ sheet: '', cell: '' }, problem.code, problem.facts) };
}

function packedBook(parts: Package, fileName: string): OpenedPacked {
  const shared = parts.part('xl/sharedStrings.xml');
  const texts = new TextPacker(shared?.size ?? 0);
  readSharedTexts(shared, texts);
  const fonts = new Map<string, number>();
  const terms = {
    texts,
    sharedTexts: texts.count,
    styles: readStyles(parts.part('xl/styles.xml')),
    fonts,
    counts1904: parts.counts1904,
  };
  const sheets: PackedSheet[] = [];
  let cells = 0;
  for (const { name, state, part } of parts.sheets) {
    const written = parts.part(part);
    const scanned = written && scanSheet(written, { ...terms, cellsMax: CELLS_MAX - cells });
    if (!scanned) return refused(DAMAGED);
    cells += scanned.cellCount;
    sheets.push({ name, state, rows: scanned.rows, merges: scanned.merges, filter: scanned.filter });
  }
  if (cells > CELLS_MAX) return refused({ code: 'workbooks.file.too-many-cells', facts: { cells, max: CELLS_MAX } });
  return {
    ok: true,
    book: { fileName, sheets, pictures: parts.pictures, texts: texts.packed(), fonts: [...fonts.keys()] },
  };
}
