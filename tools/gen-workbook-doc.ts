import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '#platform/root.server.ts';
import { currentWorkbookDocumentation } from './workbook-doc.ts';

/** Writes docs/workbook.md. */
await writeFile(path.join(projectRoot(), 'docs/workbook.md'), await currentWorkbookDocumentation());
