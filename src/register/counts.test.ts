import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { readSeed } from '#platform/files/seed.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { countRows } from './counting.ts';
import { countedStatuses, registerCounts, rowsBehind } from './counts.ts';
import type { CreditFundRow, RegisterRow } from './model.ts';
import { saveCreditFundRows, saveRegisterRows } from './saving.ts';
import {
  aFundRow,
  anAllianceId,
  anOrigin,
  anyFundRow,
  anyRows,
  aRow,
  rolledBack,
  savedFundRows,
  savedRows,
} from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const period = { code: '2024-H1', firstDay: isoDate('2023-12-15'), lastDay: isoDate('2024-06-14') };

test('every count that the indicator dictionary names is answered, also for an alliance without any organisation', async () => {
  const { rows } = await readSeed('indicators.csv');
  const named = rows.map((row) => row.counted_by ?? '').filter((key) => key !== '');
  const allianceId = await anAllianceId(ctx, 'LMHTX-TTH');

  const counts = await registerCounts(system.app.kysely, [allianceId], period);

  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((key) => !counts.get(allianceId)?.has(key))).toEqual([]);
  expect(counts.get(allianceId)?.get('counted')).toBe('0');
  expect(counts.get(allianceId)?.get('sum:members_total')).toBeNull();
});

test('a count over the register is the fold over its rows, whatever they are', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-HT');
  const terms = { ...period, countedStatuses: await countedStatuses(system.app.kysely, period.lastDay) };

  await fc.assert(
    fc.asyncProperty(anyRows(60), fc.array(anyFundRow, { maxLength: 12 }), async (rows, funds) => {
      const named = funds.map((fund, index) => ({ ...fund, rowNo: index + 8, name: `QTDND ${index}` }));

      const counts = await countedThenRolledBack(allianceId, rows, named);

      const folded = countRows(rows, named, terms);
      expect(Object.fromEntries([...folded].map(([key]) => [key, counts?.get(key)]))).toEqual(
        Object.fromEntries(folded),
      );
    }),
    { numRuns: 15 },
  );
});

/** The register's answer with these rows in it, which are then taken out again. */
async function countedThenRolledBack(
  allianceId: Awaited<ReturnType<typeof anAllianceId>>,
  rows: readonly RegisterRow[],
  funds: readonly CreditFundRow[],
) {
  let counts: Awaited<ReturnType<typeof registerCounts>> | undefined;
  await rolledBack(ctx, async (tx) => {
    const saved = await saveRegisterRows(tx, ctx, allianceId, rows, anOrigin(), { write: true });
    expect(saved.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    await saveCreditFundRows(tx, ctx, allianceId, funds, anOrigin({ sheet: 'QTDND' }), { write: true });
    counts = await registerCounts(tx, [allianceId], period);
  });
  return counts?.get(allianceId);
}

test('REG-03 a count takes the status of the last day of the period, not the one of now', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-QB');
  const row = aRow({ name: 'HTX Ngừng Giữa Kỳ', establishedOn: isoDate('2010-01-01') });
  await savedRows(ctx, allianceId, [row], { periodCode: '2023-H2', cutOff: isoDate('2023-12-14') });
  await savedRows(ctx, allianceId, [{ ...row, status: 'dissolved', statusSince: isoDate('2024-03-01') }]);
  const before = { code: '2023-H2', firstDay: isoDate('2023-06-15'), lastDay: isoDate('2023-12-14') };

  const [then, now] = [
    await registerCounts(system.app.kysely, [allianceId], before),
    await registerCounts(system.app.kysely, [allianceId], period),
  ];

  expect([then.get(allianceId)?.get('counted'), now.get(allianceId)?.get('counted')]).toEqual(['1', '0']);
});

test('REG-06 an organisation without a main sector is counted as such and never dropped from the total', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-QT');
  await savedRows(ctx, allianceId, [
    aRow({ rowNo: 8, name: 'HTX Lúa', sectorCode: 'nong-nghiep' }),
    aRow({ rowNo: 9, name: 'HTX Muối', sectorCode: 'diem-nghiep' }),
    aRow({ rowNo: 10, name: 'HTX Xe', sectorCode: 'giao-thong-van-tai' }),
    aRow({ rowNo: 11, name: 'HTX Chưa Rõ' }),
  ]);

  const counts = (await registerCounts(system.app.kysely, [allianceId], period)).get(allianceId);

  expect(['counted', 'agricultural', 'with-sector', 'sector:none'].map((key) => counts?.get(key))).toEqual([
    '4',
    '2',
    '3',
    '1',
  ]);
});

test('REG-11 which statuses count is a definition with a version: another from a day on counts otherwise from then on', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  await savedRows(ctx, allianceId, [
    aRow({ name: 'HTX Tạm Nghỉ', status: 'suspended', statusSince: isoDate('2020-01-01') }),
  ]);
  await system.owner.pool.query(
    `update legal.rule_value set valid_until = '2024-12-15' where key = 'register.counted-statuses'`,
  );
  await system.owner.pool.query(`insert into legal.rule_value (id, key, value, unit, citation, certainty, verified, valid_from)
    values (gen_random_uuid(), 'register.counted-statuses', '["operating"]', 'tình trạng', 'phiên bản 2', 'D', false, '2024-12-15')`);
  const later = { code: '2024-Y', firstDay: isoDate('2024-12-15'), lastDay: isoDate('2025-06-14') };

  const [then, now] = [
    await registerCounts(system.app.kysely, [allianceId], period),
    await registerCounts(system.app.kysely, [allianceId], later),
  ];

  expect([then.get(allianceId)?.get('counted'), now.get(allianceId)?.get('counted')]).toEqual(['1', '0']);
});

test('REG-11 a day on which no definition is in force is refused, not counted by another one', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  const longAgo = { code: '2001-H1', firstDay: isoDate('2000-12-15'), lastDay: isoDate('2001-06-14') };

  const counted = registerCounts(system.app.kysely, [allianceId], longAgo);

  await expect(counted).rejects.toMatchObject({ refusal: { code: 'legal.rule-value.none-in-force' } });
});

test('QTD-01 a credit fund is counted as a fund and not as a cooperative', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TTH');
  await savedFundRows(ctx, allianceId, [aFundRow({ loansDong: 900n, badDebtDong: 9n, profitDong: 5n })]);

  const counts = (await registerCounts(system.app.kysely, [allianceId], period)).get(allianceId);

  expect(['funds', 'funds-reporting', 'counted'].map((key) => counts?.get(key))).toEqual(['1', '1', '0']);
});

test('the rows behind a figure are those that it counts, and their amounts sum to it', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TH');
  await savedRows(ctx, allianceId, [
    aRow({ rowNo: 8, name: 'HTX Ất', membersTotal: 40 }),
    aRow({ rowNo: 9, name: 'HTX Ấm', membersTotal: 2 }),
    aRow({ rowNo: 10, name: 'HTX Không Số' }),
  ]);

  const behind = await rowsBehind(system.app.kysely, {
    countedBy: 'sum:members_total',
    allianceIds: [allianceId],
    period,
  });

  expect([behind.total, behind.result]).toEqual([2, '42']);
  expect(behind.rows.map((row) => [row.name, row.amount])).toEqual([
    ['HTX Ấm', '2'],
    ['HTX Ất', '40'],
  ]);
});

test('every count comes to what the rows behind it come to, page after page', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  const [rows = []] = fc.sample(anyRows(40), { numRuns: 1, seed: 11 });
  await savedRows(ctx, allianceId, rows);
  const counts = (await registerCounts(system.app.kysely, [allianceId], period)).get(allianceId);
  const keys = [...(counts?.keys() ?? [])].filter((key) => !key.startsWith('funds'));

  for (const countedBy of keys) {
    const behind = (from: number) =>
      rowsBehind(system.app.kysely, { countedBy, allianceIds: [allianceId], period }, { from, size: 25 });
    const pages = [await behind(0), await behind(25)];

    const [expected, result] = [counts?.get(countedBy) ?? null, pages[0]?.result ?? null];
    expect([countedBy, result]).toEqual([countedBy, result === null && expected === '0' ? null : expected]);
    expect(pages.flatMap((page) => page.rows)).toHaveLength(pages[0]?.total ?? 0);
  }
  expect(keys.length).toBeGreaterThan(60);
});
