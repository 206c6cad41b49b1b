import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isoDate } from '#kernel/time.ts';
import { getAlliance } from '#organisations/public.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { aRow, savedRows } from '#register/testing.ts';
import { dismissFinding } from './commands/dismiss-finding.ts';
import { fillFromRegister } from './commands/fill-from-register.ts';
import { signReconciliation } from './commands/sign-reconciliation.ts';
import { consolidate } from './consolidate.ts';
import { figureRef } from './figure-ref.ts';
import { findingsOf } from './findings.ts';
import { figureLineage, publicLineage } from './lineage.ts';
import {
  anOpenCall,
  aSubmittedUnit,
  CLUSTER,
  COOPERATIVES_2024,
  cooperatives,
  PERIOD,
  recordedValues,
  valuesOf,
} from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const importId = newId<'workbooks.import'>(ctx.now);
const CUT_OFF = isoDate('2024-06-14');

beforeAll(async () => {
  await anOpenCall(ctx);
  for (const [unit, count] of Object.entries(COOPERATIVES_2024)) {
    const values = valuesOf({ ...cooperatives(count) });
    await recordedValues(ctx, unit, values, { importId, fileName: `${unit}-2024-H1.xlsx` });
    await aSubmittedUnit(ctx, unit, cooperatives(count));
  }
});

describe('consolidation', () => {
  test('RPT-06 the six units sent make 4.425, north to south', async () => {
    const { units, figures } = await consolidate(ctx.read, CLUSTER, PERIOD);

    expect(units.map((unit) => unit.code)).toEqual(Object.keys(COOPERATIVES_2024));
    const total = figures.find((figure) => figure.indicator.code === 'HTX.SO');
    expect(total?.current).toEqual({ total: '4425', byUnit: COOPERATIVES_2024, coverage: { have: 6, of: 6 } });
    expect(units.every((unit) => unit.isSubmitted && unit.receipt?.startsWith('sha256:'))).toBe(true);
  });

  test('RPT-06 a unit that has not sent is missing, whatever it has typed', async () => {
    await recordedValues(ctx, 'LMHTX-HT', valuesOf({ 'TM.VB': '44' }));

    const { units, figures } = await consolidate(ctx.read, CLUSTER, PERIOD);

    expect(units.find((unit) => unit.code === 'LMHTX-HT')).toMatchObject({ state: 'entering', isSubmitted: false });
    const total = figures.find((figure) => figure.indicator.code === 'HTX.SO');
    expect(total?.current).toMatchObject({ total: '3394', coverage: { have: 5, of: 6 } });
    expect(total?.current.byUnit['LMHTX-HT']).toBeNull();
    await aSubmittedUnit(ctx, 'LMHTX-HT', cooperatives('1031'));
  });

  test('RPT-06 a period nobody called for is refused', async () => {
    await expect(consolidate(ctx.read, CLUSTER, '2023-H1')).rejects.toMatchObject({
      refusal: { code: 'reporting.call.not-found' },
    });
  });
});

describe('lineage', () => {
  test('AUD-02 from the figure to the consolidation, the submission, the cell of the workbook and the register', async () => {
    const { figure, links } = await figureLineage(ctx.read, figureRef('HTX.SO/LMHTX-NA@2024-H1'));

    expect(figure).toMatchObject({
      amount: '903',
      text: '903\u00a0HTX',
      place: 'Nghệ An',
      coverage: { have: 6, of: 6 },
    });
    expect(links.map((link) => link.kind)).toEqual(['consolidation', 'submission', 'value', 'workbook', 'register']);
    expect(links[0]?.detail).toBe('20,4% của 4.425\u00a0HTX toàn cụm');
    expect(links[1]).toMatchObject({ title: 'Liên minh Hợp tác xã tỉnh Nghệ An gửi', by: 'Người thử' });
    expect(links[1]?.detail).toContain('lần 1 · mã nhận sha256:');
    expect(links[3]).toMatchObject({
      title: 'LMHTX-NA-2024-H1.xlsx',
      detail: 'Trang tính “Biểu 01”, ô H9',
      href: expect.stringContaining(importId),
    });
    expect(links[4]?.href).toContain('LMHTX-NA');
  });

  test('AUD-02 a total lists its units, a ratio its two parts', async () => {
    const total = await figureLineage(ctx.read, figureRef('HTX.SO@2024-H1'));
    const ratio = await figureLineage(ctx.read, figureRef('HTX.NN.TL/LMHTX-NA@2024-H1'));

    expect(total.figure).toMatchObject({ amount: '4425', coverage: { have: 6, of: 6 } });
    expect(total.parts.map((part) => [part.title, part.amount])).toEqual([
      ['Thanh Hóa', '1331'],
      ['Nghệ An', '903'],
      ['Hà Tĩnh', '1031'],
      ['Quảng Bình', '490'],
      ['Quảng Trị', '347'],
      ['T.T. Huế', '323'],
    ]);
    expect(ratio.figure.text).toBe('100,0%');
    expect(ratio.parts.map((part) => [part.ref.indicator, part.amount])).toEqual([
      ['HTX.NN.SO', '903'],
      ['HTX.CONGANH', '903'],
    ]);
  });

  test('AUD-02 the public stops at the unit, without persons and workbooks, and is told why', async () => {
    const open = publicLineage(await figureLineage(ctx.read, figureRef('HTX.SO/LMHTX-NA@2024-H1')));

    expect(open.links.map((link) => link.kind)).toEqual(['consolidation', 'submission', 'value']);
    expect(JSON.stringify(open.links)).not.toMatch(/xlsx|Người thử/);
    expect(open.links.at(-1)?.detail).toContain('chỉ mở cho cán bộ có thẩm quyền');
  });

  test('AUD-02 an unknown figure or unit is refused', async () => {
    const ask = (name: string) => figureLineage(ctx.read, figureRef(name));

    await expect(ask('HTX.KHONG@2024-H1')).rejects.toMatchObject({
      refusal: { code: 'reporting.indicator.not-found' },
    });
    await expect(ask('HTX.SO/LMHTX-XX@2024-H1')).rejects.toMatchObject({
      refusal: { code: 'reporting.figure.unit-not-in-cluster' },
    });
    await expect(ask('HTX.SO@2022')).rejects.toMatchObject({ refusal: { code: 'reporting.call.not-found' } });
  });
});

describe('declared against counted', () => {
  const unit = { unitCode: 'LMHTX-QB', periodCode: PERIOD };
  const gapSigned = async () =>
    (await figureLineage(ctx.read, figureRef('HTX.SO/LMHTX-QB@2024-H1'))).figure.reconciliation;

  test('REG-10 the gap wears its badge until its reasons are signed, and reasons that do not sum are refused', async () => {
    const { id } = await getAlliance(ctx.read, 'LMHTX-QB', CUT_OFF);
    await savedRows(ctx, id, [
      aRow({ rowNo: 8, name: 'HTX Một', establishedOn: isoDate('2019-01-01') }),
      aRow({ rowNo: 9, name: 'HTX Hai', establishedOn: isoDate('2019-01-01') }),
    ]);
    const before = await figureLineage(ctx.read, figureRef('HTX.SO/LMHTX-QB@2024-H1'));
    expect(before.figure).toMatchObject({ amount: '490', counted: '2', gap: '-488', reconciliation: 'unreconciled' });
    const sign = (amountText: string) =>
      signReconciliation(ctx, {
        ...unit,
        indicatorCode: 'HTX.SO',
        reasons: [{ reason: 'record-missing', amountText }],
      });

    await expect(sign('-480')).rejects.toMatchObject({
      refusal: { code: 'reporting.reconciliation.reasons-do-not-sum', facts: { explained: '-480', gap: '-488' } },
    });
    expect(await gapSigned()).toBe('unreconciled');
    await sign('−488');

    expect(await gapSigned()).toBe('signed');
  });

  test('RPT-05 a warning is let stand only with a note, and the note travels with it', async () => {
    const findings = async () => await findingsOf(ctx.read, CLUSTER, PERIOD);
    const own = (await findings()).find((one) => one.unitCode === 'LMHTX-QB' && one.indicatorCode === 'HTX.SO');
    expect(own).toMatchObject({ severity: 'warning', code: 'reporting.declared-not-counted', note: null });
    const dismiss = (note: string, findingKey = own?.key ?? '') => dismissFinding(ctx, { ...unit, findingKey, note });

    await expect(dismiss('  ')).rejects.toMatchObject({ refusal: { code: 'reporting.finding.note-missing' } });
    await expect(dismiss('Đã rõ', 'khong:co')).rejects.toMatchObject({
      refusal: { code: 'reporting.finding.not-found' },
    });
    await dismiss('Chờ nhập 488 hồ sơ.');

    expect((await findings()).find((one) => one.key === own?.key)?.note).toBe('Chờ nhập 488 hồ sơ.');
  });

  test('RPT-05 an error cannot be let stand', async () => {
    await recordedValues(ctx, 'LMHTX-QB', valuesOf({ 'TV.NU': '5000' }));
    const error = (await findingsOf(ctx.read, CLUSTER, PERIOD)).find((one) => one.severity === 'error');
    expect(error).toMatchObject({ unitCode: 'LMHTX-QB', code: 'reporting.women-over-members' });

    const refused = dismissFinding(ctx, { ...unit, findingKey: error?.key ?? '', note: 'Kệ' });

    await expect(refused).rejects.toMatchObject({ refusal: { code: 'reporting.finding.blocks' } });
  });
});

test('RPT-04 one act fills what the register counts and leaves what the unit declared', async () => {
  await anOpenCall(ctx, '2024-Q2');
  const { id } = await getAlliance(ctx.read, 'LMHTX-QT', CUT_OFF);
  await savedRows(ctx, id, [
    aRow({ rowNo: 8, name: 'HTX Một', establishedOn: isoDate('2019-01-01'), sectorCode: 'nong-nghiep' }),
  ]);
  await recordedValues(ctx, 'LMHTX-QT', valuesOf({ 'HTX.SO': '347' }), { source: 'manual' }, '2024-Q2');

  const outcome = await fillFromRegister(ctx, { unitCode: 'LMHTX-QT', periodCode: '2024-Q2' });

  expect(outcome.newValues).toBeGreaterThan(20);
  expect(outcome.changedValues).toBe(0);
  const name = 'HTX.LV.NN/LMHTX-QT@2024-Q2';
  await expect(figureLineage(ctx.read, figureRef(name))).resolves.toMatchObject({ figure: { counted: '1' } });
});
