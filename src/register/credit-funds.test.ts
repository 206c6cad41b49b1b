import { expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { badDebtShare, fundGroups, fundPeriods, namedFunds } from './credit-funds.ts';
import { mayReadFundFigures } from './permissions.ts';
import { aFundRow, anAllianceId, savedFundRows } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);

test('QTD-02 the share of bad debt of a cluster is weighted by loans, not the average of shares', async () => {
  const [north, south] = [await anAllianceId(ctx, 'LMHTX-TH'), await anAllianceId(ctx, 'LMHTX-TTH')];
  await savedFundRows(ctx, north, [aFundRow({ loansDong: 900n, badDebtDong: 9n, profitDong: 1n })]);
  await savedFundRows(ctx, south, [aFundRow({ loansDong: 100n, badDebtDong: 11n, profitDong: 1n })]);

  const groups = await fundGroups(system.app.kysely, [north, south], '2024-H1');

  const total = (figure: 'loans_dong' | 'bad_debt_dong') =>
    String(groups.reduce((sum, group) => sum + Number(group.figures[figure].sum), 0));
  expect(badDebtShare(total('bad_debt_dong'), total('loans_dong'))).toBe('0.02');
});

test('QTD-02 without loans the share of bad debt is not measured, and not 0', () => {
  expect(badDebtShare('0', '0')).toBeUndefined();
  expect(badDebtShare('0', null)).toBeUndefined();
  expect(badDebtShare('0', '100')).toBe('0');
});

test('QTD-02 a row whose bad debt exceeds its loans is refused and nothing of the sheet is written', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-QT');

  const saved = await savedFundRows(ctx, allianceId, [
    aFundRow({ rowNo: 8, name: 'QTDND Đúng', loansDong: 100n, badDebtDong: 1n }),
    aFundRow({ rowNo: 9, name: 'QTDND Sai', loansDong: 100n, badDebtDong: 101n }),
  ]);

  expect(saved.problems).toMatchObject([
    { rowNo: 9, field: 'badDebtDong', severity: 'error', refusal: { code: 'register.fund.bad-debt-over-loans' } },
  ]);
  expect(await namedFunds(system.app.kysely, allianceId, '2024-H1')).toEqual([]);
});

test('QTD-01 a closed fund is no longer counted, one under special control is', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  await savedFundRows(ctx, allianceId, [
    aFundRow({ rowNo: 8, name: 'QTDND Mở' }),
    aFundRow({ rowNo: 9, name: 'QTDND Kiểm Soát', status: 'special-control' }),
    aFundRow({ rowNo: 10, name: 'QTDND Đóng', status: 'closed' }),
  ]);

  const [group] = await fundGroups(system.app.kysely, [allianceId], '2024-H1');

  expect(group).toMatchObject({ funds: 2, reporting: 0 });
  expect(await fundPeriods(system.app.kysely)).toEqual(['2024-H1']);
});

test('QTD-04 named figures are for officers and leaders of the fund’s own alliance alone', () => {
  const reads = (
    role: 'admin' | 'secretary' | 'leader' | 'officer' | 'inspector',
    scope: 'system' | `cluster:${string}` | `alliance:${string}`,
  ) => mayReadFundFigures({ accountId: null, name: '', grants: [{ role, scope }] }, 'LMHTX-QB');

  expect([reads('officer', 'alliance:LMHTX-QB'), reads('leader', 'alliance:LMHTX-QB')]).toEqual([true, true]);
  expect([
    reads('officer', 'alliance:LMHTX-QT'),
    reads('secretary', 'cluster:CUM-BTB'),
    reads('leader', 'cluster:CUM-BTB'),
    reads('inspector', 'cluster:CUM-BTB'),
    reads('admin', 'system'),
  ]).toEqual([false, false, false, false, false]);
});
