import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);

test('rows typed anew come in as new, the same rows a second time change nothing', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TH');
  const rows = [
    aRow({ rowNo: 8, name: 'HTX Một', membersTotal: 12, revenueDong: 1_500_000_000n }),
    aRow({ rowNo: 9, name: 'HTX Hai', code: '2900123456', codeMissingReason: '' }),
    aRow({ rowNo: 10, name: 'HTX Ba', establishedOn: isoDate('2019-03-02'), inValueChain: true }),
  ];

  const first = await savedRows(ctx, allianceId, rows);
  const second = await savedRows(ctx, allianceId, rows);

  expect([first.newRows, first.changedRows, first.unchangedRows]).toEqual([3, 0, 0]);
  expect([second.newRows, second.changedRows, second.unchangedRows]).toEqual([0, 0, 3]);
  expect(second.rows.map((row) => row.subjectId)).toEqual(first.rows.map((row) => row.subjectId));
});
