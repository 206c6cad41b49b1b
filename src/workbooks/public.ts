export { errorWorkbook } from './annotating/error-workbook.ts';
export { importWorkbooks } from './commands/import-workbooks.ts';
export { undoImport } from './commands/undo-import.ts';
export { writeTemplate } from './commands/write-template.ts';
export { kept } from './kept.ts';
export type { FileReport, ImportId, Message, WorkbookContent } from './model.ts';
export { newestImports } from './newest-imports.ts';
export { listImports, workbookDefinition } from './queries.ts';
export { buildWorkbook } from './template/build-workbook.ts';
