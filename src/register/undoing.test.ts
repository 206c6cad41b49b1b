import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { isoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { CREDIT_FUNDS, ORGANISATIONS } from './fields.ts';
import { fold } from './ledger.ts';
import type { RegisterRow } from './model.ts';
import { readRecords } from './records.ts';
import { saveCreditFundRows, saveRegisterRows } from './saving.ts';
import {
  aFundRow,
  anAllianceId,
  anImportId,
  anOrigin,
  anyRow,
  anyRows,
  aRow,
  rolledBack,
  savedRows,
} from './testing.ts';
import { undoRows } from './undoing.ts';

const system = await testSystem();
const ctx = testCtx(system);

/** Everything the register says of an alliance: values, reports, acts in force. */
async function wordsOf(db: ReadDb, allianceId: Id<'organisations.alliance'>) {
  const organisations = await readRecords(db, ORGANISATIONS, allianceId, '2024-H1');
  const funds = await readRecords(db, CREDIT_FUNDS, allianceId, '2024-H1');
  return [...organisations, ...funds].map((record) => ({
    id: record.id,
    facts: record.facts,
    acts: record.acts.map((act) => `${act.effectiveOn} ${act.act}`).sort(),
  }));
}

test('IMP-03 import and undo give every field back, whatever was there and whatever came', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-QT');

  await fc.assert(
    fc.asyncProperty(anyRows(12), fc.array(anyRow, { minLength: 12, maxLength: 12 }), async (rows, others) => {
      await rolledBack(ctx, async (tx) => {
        await saveRegisterRows(tx, ctx, allianceId, rows, anOrigin(), { write: true });
        const before = await wordsOf(tx, allianceId);
        const importId = anImportId(ctx);
        const edited = edit(rows, others);
        const preview = await saveRegisterRows(tx, ctx, allianceId, edited, anOrigin({ importId }), { write: false });
        const refused = new Set(preview.problems.filter(isError).map((problem) => problem.rowNo));
        const lawful = edited.filter((row) => !refused.has(row.rowNo));
        await saveRegisterRows(tx, ctx, allianceId, lawful, anOrigin({ importId }), { write: true });

        const undone = await undoRows(tx, ctx, importId);

        expect(undone.excluded).toEqual([]);
        expect(await wordsOf(tx, allianceId)).toEqual(before);
      });
    }),
    { numRuns: 20 },
  );
});

test('after any import the newest act of an organisation gives the status that its record says', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-HT');

  await fc.assert(
    fc.asyncProperty(anyRows(12), fc.array(anyRow, { minLength: 12, maxLength: 12 }), async (rows, others) => {
      await rolledBack(ctx, async (tx) => {
        await saveRegisterRows(tx, ctx, allianceId, rows, anOrigin(), { write: true });
        const edited = edit(rows, others);
        const preview = await saveRegisterRows(tx, ctx, allianceId, edited, anOrigin(), { write: false });
        const refused = new Set(preview.problems.filter(isError).map((problem) => problem.rowNo));
        const lawful = edited.filter((row) => !refused.has(row.rowNo));
        await saveRegisterRows(tx, ctx, allianceId, lawful, anOrigin(), { write: true });

        const records = await readRecords(tx, ORGANISATIONS, allianceId, '2024-H1');

        expect(records.map((record) => fold(record.acts, { on: ctx.today })?.status)).toEqual(
          records.map((record) => record.facts.status),
        );
      });
    }),
    { numRuns: 20 },
  );
});

const isError = (problem: { readonly severity: string }) => problem.severity === 'error';

/** Some rows stay, some say something else of the same organisation, some are new. */
function edit(rows: readonly RegisterRow[], others: readonly RegisterRow[]): readonly RegisterRow[] {
  const edited = rows.map((row, index) => {
    const other = others[index];
    return index % 3 === 0 || !other
      ? row
      : { ...other, code: row.code, name: row.name, communeText: row.communeText, rowNo: row.rowNo };
  });
  return [
    ...edited,
    ...others
      .slice(rows.length)
      .map((row, index) => ({ ...row, code: null, name: `${row.name} mới ${index}`, rowNo: 500 + index })),
  ];
}

test('IMP-03 what was changed after the import is left alone and listed by name', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TH');
  const row = aRow({ name: 'HTX Sửa Sau', membersTotal: 10, workPhone: '0232 000 0001' });
  await savedRows(ctx, allianceId, [row]);
  const importId = anImportId(ctx);
  await savedRows(ctx, allianceId, [{ ...row, membersTotal: 20, workPhone: '0232 000 0002' }], { importId });
  await savedRows(ctx, allianceId, [{ ...row, membersTotal: 30, workPhone: '0232 000 0002' }]);

  const undone = await ctx.transact((tx) => undoRows(tx, ctx, importId));

  const [record] = await readRecords(system.app.kysely, ORGANISATIONS, allianceId, '2024-H1');
  expect(undone.excluded).toEqual([
    { subjectId: record?.id, name: 'HTX Sửa Sau', reason: expect.stringContaining('Tổng số thành viên') },
  ]);
  expect([record?.facts.membersTotal, record?.facts.workPhone]).toEqual([30, '0232 000 0001']);
});

test('IMP-03 an organisation that came with the import and was changed since is not deleted', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  const importId = anImportId(ctx);
  await savedRows(ctx, allianceId, [aRow({ name: 'HTX Mới Vào' })], { importId });
  await savedRows(ctx, allianceId, [aRow({ name: 'HTX Mới Vào', note: 'đã gọi điện' })]);

  const undone = await ctx.transact((tx) => undoRows(tx, ctx, importId));

  const records = await readRecords(system.app.kysely, ORGANISATIONS, allianceId, '2024-H1');
  expect(undone.excluded.map((one) => one.name)).toEqual(['HTX Mới Vào']);
  expect(records.map((record) => record.facts.note)).toEqual(['đã gọi điện']);
});

test('an import is undone once: a second time there is nothing left to give back', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-QB');
  const importId = anImportId(ctx);
  await savedRows(ctx, allianceId, [aRow({ status: 'ceased', statusSince: isoDate('2024-02-01') })], { importId });
  await ctx.transact(async (tx) => {
    await saveCreditFundRows(tx, ctx, allianceId, [aFundRow({ loansDong: 5n })], anOrigin({ importId }), {
      write: true,
    });
  });

  const first = await ctx.transact((tx) => undoRows(tx, ctx, importId));
  const second = await ctx.transact((tx) => undoRows(tx, ctx, importId));

  expect([first.restored, second.restored]).toEqual([2, 0]);
  expect(await wordsOf(system.app.kysely, allianceId)).toEqual([]);
});

test('an undo of a newer import makes room for the undo of an older one', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TTH');
  const row = aRow({ name: 'HTX Ba Lần', membersTotal: 1 });
  const [older, newer] = [anImportId(ctx), anImportId(ctx)];
  await savedRows(ctx, allianceId, [row]);
  await savedRows(ctx, allianceId, [{ ...row, membersTotal: 2 }], { importId: older });
  await savedRows(ctx, allianceId, [{ ...row, membersTotal: 3 }], { importId: newer });

  await ctx.transact((tx) => undoRows(tx, ctx, newer));
  const undone = await ctx.transact((tx) => undoRows(tx, ctx, older));

  const [record] = await readRecords(system.app.kysely, ORGANISATIONS, allianceId, '2024-H1');
  expect(undone.excluded).toEqual([]);
  expect(record?.facts.membersTotal).toBe(1);
});
