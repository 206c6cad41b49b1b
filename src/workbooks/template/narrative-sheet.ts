import type { Workbook } from '@protobi/exceljs';
import { NARRATIVE_COLUMNS, NARRATIVE_SECTIONS, NARRATIVE_SHEET } from '../columns.ts';
import type { WorkbookContent, WorkbookDefinition } from '../model.ts';
import { NARRATIVE_ROWS } from './layout.ts';
import { addDataSheet, freeze, protect, put, setWidths, unitLine, writeCodeRow } from './sheet-parts.ts';
import { entryStyle, STYLE } from './styles.ts';
import { words } from './words.vi.ts';

const LINE_HEIGHT = 15;
const CHARACTERS_A_LINE = 105;
const LINES_MIN = 5;
/** Excel refuses a taller row. */
const HEIGHT_MAX = 400;

/** One section of the unit's own report per row. */
export async function addNarrativeSheet(book: Workbook, definition: WorkbookDefinition, content: WorkbookContent) {
  const sheet = addDataSheet(book, NARRATIVE_SHEET, definition, {
    headRows: `${NARRATIVE_ROWS.head}:${NARRATIVE_ROWS.head}`,
    pagesWide: 1,
  });
  setWidths(sheet, NARRATIVE_COLUMNS);
  put(sheet.getCell(NARRATIVE_ROWS.title, 2), words.narrativeTitle, STYLE.title);
  put(sheet.getCell(NARRATIVE_ROWS.line, 2), unitLine(definition), STYLE.line);
  if (definition.isDemo) put(sheet.getCell(NARRATIVE_ROWS.title, 5), words.demoMark, STYLE.mark);
  sheet.getColumn(5).width = 18;
  NARRATIVE_COLUMNS.forEach((column, index) => {
    const head = sheet.getCell(NARRATIVE_ROWS.head, index + 2);
    put(head, column.head, STYLE.head);
    head.note = words.noteOfColumn(column.note, column.unit, false);
  });
  writeCodeRow(sheet.getRow(NARRATIVE_ROWS.codes), NARRATIVE_COLUMNS);
  sheet.getRow(NARRATIVE_ROWS.title).height = 24;
  sheet.getRow(NARRATIVE_ROWS.head).height = 28;
  const bodyStyle = { ...entryStyle('text'), alignment: { vertical: 'top', wrapText: true } } as const;
  const titleStyle = { ...STYLE.fixedText, alignment: { vertical: 'top', wrapText: true } } as const;
  NARRATIVE_SECTIONS.forEach((section, index) => {
    const row = sheet.getRow(NARRATIVE_ROWS.firstData + index);
    const body = content.narrative.find((text) => text.sectionCode === section.code)?.body ?? '';
    put(row.getCell(2), section.code, STYLE.fixedCentre);
    put(row.getCell(3), `${section.title}\n${section.prompt}`, titleStyle);
    put(row.getCell(4), body || null, bodyStyle);
    row.height = heightOf(body);
  });
  freeze(sheet, 0, NARRATIVE_ROWS.codes, `D${NARRATIVE_ROWS.firstData}`);
  await protect(sheet);
}

function heightOf(body: string): number {
  const lines = body
    .split('\n')
    .reduce((total, line) => total + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 1);
  return Math.min(HEIGHT_MAX, Math.max(LINES_MIN, lines) * LINE_HEIGHT);
}
