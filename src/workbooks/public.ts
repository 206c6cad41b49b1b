export type { DataSheet } from './columns.ts';
export { FORM_SHEETS, NARRATIVE_SECTIONS, REGISTER_COLUMNS, SHEETS } from './columns.ts';
export { writeTemplate } from './commands/write-template.ts';
export type {
  FileReport,
  FormValue,
  ImportId,
  ImportReport,
  NarrativeText,
  WorkbookContent,
  WorkbookDefinition,
} from './model.ts';
export type { AcceptedWorkbook } from './newest-imports.ts';
export { newestImports } from './newest-imports.ts';
export { workbookDefinition } from './queries.ts';
export { buildWorkbook } from './template/build-workbook.ts';
