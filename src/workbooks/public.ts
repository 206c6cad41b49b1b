export { errorWorkbook } from './annotating/error-workbook.ts';
export type { DataSheet } from './columns.ts';
export { FORM_SHEETS, NARRATIVE_SECTIONS, REGISTER_COLUMNS, SHEETS } from './columns.ts';
export { importWorkbooks } from './commands/import-workbooks.ts';
export { undoImport } from './commands/undo-import.ts';
export { writeTemplate } from './commands/write-template.ts';
export type { ImportOptions } from './importing/import-file.ts';
export type {
  FileReport,
  FormValue,
  ImportId,
  ImportReport,
  Message,
  NarrativeText,
  UndoReport,
  WorkbookContent,
  WorkbookDefinition,
} from './model.ts';
export type { AcceptedWorkbook } from './newest-imports.ts';
export { newestImports } from './newest-imports.ts';
export { workbookDefinition } from './queries.ts';
export { buildWorkbook } from './template/build-workbook.ts';
