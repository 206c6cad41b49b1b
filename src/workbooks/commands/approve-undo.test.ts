import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { getProposal } from '#platform/access/four-eyes.server.ts';
import { testPerson } from '#platform/testing/person.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { ImportId } from '../model.ts';
import { findImport } from '../queries.ts';
import { aWorkbook } from '../testing.ts';
import { undoNeedsSecondPerson } from '../undoing.ts';
import { approveUndo } from './approve-undo.ts';
import { importWorkbooks } from './import-workbooks.ts';
import { proposeUndo } from './propose-undo.ts';
import { undoImport } from './undo-import.ts';

const system = await testSystem();
const operator = testCtx(system);
const SCOPE = 'alliance:LMHTX-HT';
const officer = await testPerson(system, { name: 'Cán bộ', grants: [{ role: 'officer', scope: SCOPE }] });
const leader = await testPerson(system, { name: 'Lãnh đạo', grants: [{ role: 'leader', scope: SCOPE }] });
const neighbour = await testPerson(system, {
  name: 'Tỉnh khác',
  grants: [{ role: 'leader', scope: 'alliance:LMHTX-NA' }],
});
const refused = (code: string) => ({ refusal: { code } });

async function imported(unitCode: string, count: number): Promise<ImportId> {
  const bytes = await aWorkbook(operator, { unitCode, count });
  const { files } = await importWorkbooks(operator, [{ name: 'tep.xlsx', bytes }]);
  return present(files[0]?.importId, 'the file was taken in');
}

test.each([
  { rowsNew: 50, rowsChanged: 0, needs: false },
  { rowsNew: 30, rowsChanged: 20, needs: false },
  { rowsNew: 30, rowsChanged: 21, needs: true },
])('IAM-04 undoing $rowsNew new and $rowsChanged changed rows needs a second person: $needs', ({ needs, ...rows }) => {
  expect(undoNeedsSecondPerson(rows)).toBe(needs);
});

test('IAM-04 a small import is undone by one person', async () => {
  const id = await imported('LMHTX-HT', 3);

  expect((await undoImport(officer, id)).restoredRows).toBe(5);
});

test('IAM-04 a large import is undone by two people of the unit, and by the command line', async () => {
  const id = await imported('LMHTX-HT', 60);
  await expect(undoImport(officer, id)).rejects.toMatchObject(refused('platform.proposal.needs-second-person'));
  const proposal = await proposeUndo(officer, id, { note: 'Nhập nhầm kỳ.' });

  await expect(approveUndo(officer, proposal)).rejects.toMatchObject(refused('platform.proposal.own.denied'));
  await expect(approveUndo(neighbour, proposal)).rejects.toMatchObject(refused('platform.proposal.not-found'));
  const report = await approveUndo(leader, proposal);

  expect(report.restoredRows).toBeGreaterThan(50);
  expect(await findImport(operator.read, id)).toMatchObject({ undoneBy: 'Lãnh đạo' });
  expect(await getProposal(leader, proposal)).toMatchObject({ state: 'approved' });
  const again = await imported('LMHTX-QB', 60);
  expect((await undoImport(operator, again)).restoredRows).toBeGreaterThan(50);
});
