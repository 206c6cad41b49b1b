import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { saveCreditFundRows, saveRegisterRows } from './saving.ts';
import { existingForTemplate, existingFundsForTemplate } from './template.ts';
import { anAllianceId, anOrigin, anyFundRow, anyRows, aRow, rolledBack, savedRows } from './testing.ts';

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

test('what the register writes into a template and reads back changes nothing', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-HT');

  await fc.assert(
    fc.asyncProperty(anyRows(15), fc.array(anyFundRow, { maxLength: 4 }), async (rows, funds) => {
      await rolledBack(ctx, async (tx) => {
        await saveRegisterRows(tx, ctx, allianceId, rows, anOrigin(), { write: true });
        await saveCreditFundRows(tx, ctx, allianceId, funds, anOrigin(), { write: true });

        const [written, writtenFunds] = [
          await existingForTemplate(tx, allianceId, '2024-H1'),
          await existingFundsForTemplate(tx, allianceId, '2024-H1'),
        ];
        const again = await saveRegisterRows(tx, ctx, allianceId, written, anOrigin(), { write: true });
        const fundsAgain = await saveCreditFundRows(tx, ctx, allianceId, writtenFunds, anOrigin(), { write: true });

        expect([again.unchangedRows, fundsAgain.unchangedRows]).toEqual([rows.length, funds.length]);
      });
    }),
    { numRuns: 10 },
  );
});
