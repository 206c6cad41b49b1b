import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { AGRICULTURAL_SECTORS } from './counting.ts';
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

test('one broken rule keeps every row out, and says which cell', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');

  const saved = await savedRows(ctx, allianceId, [
    aRow({ rowNo: 8, name: 'HTX Đúng' }),
    aRow({ rowNo: 9, name: 'HTX Sai', establishedOn: isoDate('2031-01-01') }),
  ]);

  expect(saved.problems.filter((problem) => problem.severity === 'error')).toMatchObject([
    { rowNo: 9, field: 'establishedOn', refusal: { code: 'register.day.in-future' } },
  ]);
  expect(await existingForTemplate(system.app.kysely, allianceId, '2024-H1')).toEqual([]);
});

test('REG-03 a workbook that brings a dissolved organisation back is refused at its row', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  const row = aRow({ name: 'HTX Đã Giải Thể', status: 'dissolved', statusSince: isoDate('2023-01-05') });
  await savedRows(ctx, allianceId, [row]);

  const saved = await savedRows(ctx, allianceId, [{ ...row, status: 'operating', statusSince: null }]);

  expect(saved.problems).toMatchObject([
    { rowNo: row.rowNo, field: 'status', severity: 'error', refusal: { facts: { from: 'dissolved', allowed: [] } } },
  ]);
});

test('a status whose day is not given is taken from the cut-off, and the officer is told', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');

  const saved = await savedRows(ctx, allianceId, [aRow({ name: 'HTX Không Ngày', status: 'suspended' })]);

  expect(saved.problems).toMatchObject([
    {
      field: 'statusSince',
      severity: 'warning',
      refusal: { code: 'register.status.day-missing', facts: { from: '2024-06-14' } },
    },
  ]);
});

test('REG-02 a probable duplicate comes in, and both are named', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-QB');
  await savedRows(ctx, allianceId, [aRow({ rowNo: 8, name: 'HTX DVNN Đức Ninh', code: '3100000001' })]);

  const saved = await savedRows(ctx, allianceId, [
    aRow({ rowNo: 9, name: 'Hợp tác xã dịch vụ nông nghiệp Đức Ninh', code: '3100000002' }),
  ]);

  expect(saved.newRows).toBe(1);
  expect(saved.problems.filter((problem) => problem.field === 'name')).toMatchObject([
    { severity: 'warning', refusal: { facts: { name: 'HTX DVNN Đức Ninh', why: 'same-name-and-commune' } } },
  ]);
});

test('REG-02 a code that another alliance’s register has is pointed out', async () => {
  const [here, there] = [await anAllianceId(ctx, 'LMHTX-QT'), await anAllianceId(ctx, 'LMHTX-QB')];
  await savedRows(ctx, there, [aRow({ name: 'HTX Bên Kia', code: '3100000010', codeMissingReason: '' })]);

  const saved = await savedRows(ctx, here, [aRow({ name: 'HTX Bên Này', code: '3100000010', codeMissingReason: '' })]);

  expect(saved.problems.map((problem) => problem.refusal)).toContainEqual({
    code: 'register.organisation.code-elsewhere',
    facts: { code: '3100000010', name: 'HTX Bên Kia', commune: 'Xã Đức Ninh' },
  });
});

test('the same workbook sent twice at once is taken in once', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TTH');
  const rows = Array.from({ length: 20 }, (_, index) => aRow({ rowNo: index + 8, name: `HTX Hai Lần ${index}` }));

  const saved = await Promise.all([savedRows(ctx, allianceId, rows), savedRows(ctx, allianceId, rows)]);

  expect(saved.map((one) => one.newRows).sort((a, b) => a - b)).toEqual([0, 20]);
  expect(await existingForTemplate(system.app.kysely, allianceId, '2024-H1')).toHaveLength(20);
});

test('REG-06 every sector is in a group and mapped to VSIC; four of them are agricultural', async () => {
  const sectors = await system.app.kysely.selectFrom('register.sector').selectAll().execute();

  expect(sectors).toHaveLength(12);
  expect(sectors.filter((sector) => sector.group_code === '' || sector.vsic_2018 === '')).toEqual([]);
  expect(
    sectors
      .filter((sector) => sector.group_code === 'agricultural')
      .map((sector) => sector.code)
      .sort(),
  ).toEqual([...AGRICULTURAL_SECTORS].sort());
});
