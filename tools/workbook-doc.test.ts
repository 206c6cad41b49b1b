import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/root.server.ts';
import { currentWorkbookDocumentation } from './workbook-doc.ts';

test('IMP-01 docs/workbook.md says what the template holds (node tools/gen-workbook-doc.ts writes it anew)', async () => {
  const kept = await readFile(path.join(projectRoot(), 'docs/workbook.md'), 'utf8');

  expect(kept).toBe(await currentWorkbookDocumentation());
});
