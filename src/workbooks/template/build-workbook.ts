import ExcelJS from '@protobi/exceljs';
import { FORM_SHEETS } from '../columns.ts';
import type { WorkbookContent, WorkbookDefinition } from '../model.ts';
import { computedFigures } from './computed-figures.ts';
import { addFormSheet } from './form-sheet.ts';
import { addGuideSheet } from './guide-sheet.ts';
import { addIdentitySheet, addListsSheet, type NamedRange } from './hidden-sheets.ts';
import { columnNames, LAST_DATA_ROW, TABLE_ROWS } from './layout.ts';
import { addNarrativeSheet } from './narrative-sheet.ts';
import { pack } from './pack.ts';
import { addFundSheet, addRegisterSheet } from './table-sheet.ts';
import { periodName, words } from './words.vi.ts';

/** The workbook of one unit and period with this content; the same content gives the same bytes. */
export async function buildWorkbook(definition: WorkbookDefinition, content: WorkbookContent): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  describe(book, definition);
  const computed = computedFigures(definition, content);
  addGuideSheet(book, definition);
  await addRegisterSheet(book, definition, content);
  await addFundSheet(book, definition, content);
  for (const form of FORM_SHEETS) await addFormSheet(book, definition, content, computed, form);
  await addNarrativeSheet(book, definition, content);
  const lists = addListsSheet(book, definition);
  addIdentitySheet(book, definition);
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return pack(new Uint8Array(written), [...lists, ...columnRanges()]);
}

/** Fixed moments: a template of today and of tomorrow are the same file. */
function describe(book: ExcelJS.Workbook, definition: WorkbookDefinition): void {
  const cutOff = new Date(`${definition.period.lastDay}T00:00:00Z`);
  book.creator = words.author;
  book.lastModifiedBy = words.author;
  book.created = cutOff;
  book.modified = cutOff;
  book.title = `${definition.unit.name} – ${periodName(definition.period)}`;
  book.company = definition.unit.name;
  book.calcProperties = { fullCalcOnLoad: true };
}

function columnRanges(): readonly NamedRange[] {
  return columnNames().map(({ name, sheet, letter }) => ({
    name,
    range: `'${sheet}'!$${letter}$${TABLE_ROWS.firstData}:$${letter}$${LAST_DATA_ROW}`,
  }));
}
