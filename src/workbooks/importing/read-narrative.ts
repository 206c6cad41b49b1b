import { present } from '#kernel/assert.ts';
import { clean } from '#kernel/text-vi.ts';
import type { NarrativeInput } from '#reporting/public.ts';
import { NARRATIVE_COLUMNS, NARRATIVE_SECTIONS } from '../columns.ts';
import type { CellReader } from './cell-reader.ts';
import type { Table } from './find-table.ts';
import type { Finder } from './finder.ts';

export interface NarrativeTerms {
  readonly table: Table;
  readonly reader: CellReader;
  readonly finder: Finder;
}

/** The unit's text by section; an empty cell takes the section back, a section whose row is gone stays as it was. */
export function readNarrative({ table, reader, finder }: NarrativeTerms): readonly NarrativeInput[] {
  const known = new Set(NARRATIVE_SECTIONS.map((section) => section.code));
  const column = present(
    NARRATIVE_COLUMNS.find((one) => one.field === 'body'),
    'the narrative has a column of texts',
  );
  const sections = new Map<string, NarrativeInput>();
  for (const row of table.rows) {
    const codeCell = table.cell(row, 'MA');
    const sectionCode = codeCell?.content.kind === 'text' ? clean(codeCell.content.text).toUpperCase() : '';
    const cell = table.cell(row, column.code);
    if (!known.has(sectionCode) || sections.has(sectionCode)) {
      if (cell) finder.say(table.sheet, cell.address, 'workbooks.narrative.section-unknown', { code: sectionCode });
      continue;
    }
    const body = reader.narrative(column, cell).value ?? '';
    sections.set(sectionCode, { sectionCode, body, sheet: table.sheet, cell: table.address(row, column.code) });
  }
  return [...sections.values()];
}
