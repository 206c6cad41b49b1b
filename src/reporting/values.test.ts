import { describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isoDate } from '#kernel/time.ts';
import { getAlliance } from '#organisations/public.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { recordNarrative } from './acts/record-narrative.ts';
import { recordValues } from './acts/record-values.ts';
import { undoValues } from './acts/undo-values.ts';
import { currentValues, narrativeOf } from './queries.ts';
import { anOpenCall, PERIOD, recordedValues, valuesOf } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
await anOpenCall(ctx);

function anImport() {
  return newId<'workbooks.import'>(ctx.now);
}

async function amountsOf(unitCode: string): Promise<Record<string, string>> {
  const { id } = await getAlliance(ctx.read, unitCode, isoDate('2024-06-14'));
  const values = await currentValues(ctx.read, id, PERIOD);
  return Object.fromEntries(values.map((value) => [`${value.indicatorCode} ${value.aspect}`, value.amount]));
}

async function entriesOf(unitCode: string): Promise<number> {
  const { id } = await getAlliance(ctx.read, unitCode, isoDate('2024-06-14'));
  const rows = await ctx.read.selectFrom('reporting.value_entry').where('alliance_id', '=', id).select('id').execute();
  return rows.length;
}

async function undone(unitCode: string, importId: string) {
  return await ctx.transact((tx) => undoValues(tx, ctx, { unitCode, periodCode: PERIOD, importId }));
}

describe('recording', () => {
  test('only the cells that differ are written, and the newest counts', async () => {
    const first = await recordedValues(ctx, 'LMHTX-TH', valuesOf({ 'TM.VB': '7', 'DT.LOP': '3' }));
    const again = await recordedValues(ctx, 'LMHTX-TH', valuesOf({ 'TM.VB': '7.0', 'DT.LOP': '3' }));
    const later = await recordedValues(ctx, 'LMHTX-TH', valuesOf({ 'TM.VB': '8', 'DT.LOP': '3', 'TT.TIN': '40' }));

    expect(first).toEqual({ newValues: 2, changedValues: 0, unchangedValues: 0 });
    expect(again).toEqual({ newValues: 0, changedValues: 0, unchangedValues: 2 });
    expect(later).toEqual({ newValues: 1, changedValues: 1, unchangedValues: 1 });
    expect(await amountsOf('LMHTX-TH')).toEqual({
      'TM.VB current': '8',
      'DT.LOP current': '3',
      'TT.TIN current': '40',
    });
    expect(await entriesOf('LMHTX-TH')).toBe(4);
  });

  test('asking without writing says the same and writes nothing', async () => {
    const values = valuesOf({ 'TM.VB': '1', 'DT.LOP': '2' });
    const origin = { source: 'workbook', importId: null, fileName: 'a.xlsx' } as const;
    const ask = { unitCode: 'LMHTX-QT', periodCode: PERIOD, values, origin };

    const outcome = await ctx.transact((tx) => recordValues(tx, ctx, ask, { write: false }));

    expect(outcome).toEqual({ newValues: 2, changedValues: 0, unchangedValues: 0 });
    expect(await amountsOf('LMHTX-QT')).toEqual({});
  });

  test('a null takes a value back; it is then missing, not 0', async () => {
    await recordedValues(ctx, 'LMHTX-HT', valuesOf({ 'TM.VB': '7' }));

    const taken = await recordedValues(ctx, 'LMHTX-HT', valuesOf({ 'TM.VB': null, 'DT.LOP': null }));

    expect(taken).toEqual({ newValues: 0, changedValues: 1, unchangedValues: 1 });
    expect(await amountsOf('LMHTX-HT')).toEqual({});
  });

  test('this year, last year and the plan are three cells; basis and note are part of a value', async () => {
    const [value] = valuesOf({ 'TM.VB': '7' });
    if (!value) throw new Error('no value');
    const three = [value, { ...value, aspect: 'last-year' as const }, { ...value, aspect: 'plan' as const }];
    await recordedValues(ctx, 'LMHTX-QB', three);

    const estimate = await recordedValues(ctx, 'LMHTX-QB', [{ ...value, basis: 'estimate' }]);
    const noted = await recordedValues(ctx, 'LMHTX-QB', [{ ...value, basis: 'estimate', note: 'Ước đến 30/6' }]);

    expect([estimate.changedValues, noted.changedValues]).toEqual([1, 1]);
    expect(Object.keys(await amountsOf('LMHTX-QB'))).toHaveLength(3);
  });

  test('an indicator that is computed or unknown is refused, and nothing is written', async () => {
    const refused = recordedValues(ctx, 'LMHTX-QB', valuesOf({ 'DT.LUOT': '5', 'HTX.NN.TL': '70', 'X.Y': '1' }));

    await expect(refused).rejects.toMatchObject({
      refusal: { code: 'reporting.values.unknown-indicator', facts: { codes: ['HTX.NN.TL', 'X.Y'] } },
    });
    expect(await amountsOf('LMHTX-QB')).not.toHaveProperty('DT.LUOT current');
  });

  test('an officer of another alliance is denied', async () => {
    const other = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QT' }] });

    const refused = recordedValues(other, 'LMHTX-QB', valuesOf({ 'DT.LUOT': '5' }));

    await expect(refused).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
  });

  test('no role of the application changes or deletes a value', async () => {
    await expect(
      system.app.kysely.deleteFrom('reporting.value_entry').where('sheet', '=', 'Biểu 01').execute(),
    ).rejects.toThrow(/permission denied/);
    await expect(system.app.kysely.updateTable('reporting.value_entry').set({ note: 'x' }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('undoing an import', () => {
  test('each cell has again the value it had before, and the origin of that value', async () => {
    const [first, second] = [anImport(), anImport()];
    await recordedValues(ctx, 'LMHTX-NA', valuesOf({ 'TM.VB': '7' }), { importId: first, fileName: 'lan-1.xlsx' });
    await recordedValues(ctx, 'LMHTX-NA', valuesOf({ 'TM.VB': '9', 'DT.LOP': '4' }), { importId: second });

    const outcome = await undone('LMHTX-NA', second);

    expect(outcome).toEqual({ restored: 2, excluded: [] });
    expect(await amountsOf('LMHTX-NA')).toEqual({ 'TM.VB current': '7' });
    const { id } = await getAlliance(ctx.read, 'LMHTX-NA', isoDate('2024-06-14'));
    const [value] = await currentValues(ctx.read, id, PERIOD);
    expect(value?.origin).toMatchObject({ source: 'undo', importId: first, fileName: 'lan-1.xlsx', cell: 'H9' });

    expect(await undone('LMHTX-NA', first)).toEqual({ restored: 1, excluded: [] });
    expect(await amountsOf('LMHTX-NA')).toEqual({});
  });

  test('a cell changed since is left alone and listed with who and when', async () => {
    const imported = anImport();
    await recordedValues(ctx, 'LMHTX-TTH', valuesOf({ 'TM.VB': '7', 'DT.LOP': '4' }), { importId: imported });
    const later = testCtx(system, { name: 'Cán bộ khác', today: '2024-06-25' });
    await recordedValues(later, 'LMHTX-TTH', valuesOf({ 'DT.LOP': '5' }), { source: 'manual' });

    const outcome = await undone('LMHTX-TTH', imported);

    expect(outcome).toEqual({
      restored: 1,
      excluded: [{ code: 'DT.LOP', aspect: 'current', changedAt: later.now, changedBy: 'Cán bộ khác' }],
    });
    expect(await amountsOf('LMHTX-TTH')).toEqual({ 'DT.LOP current': '5' });
  });

  test('the narrative goes back with the values', async () => {
    const [first, second] = [anImport(), anImport()];
    const tell = async (body: string, importId: ReturnType<typeof anImport>) =>
      await ctx.transact((tx) =>
        recordNarrative(
          tx,
          ctx,
          {
            unitCode: 'LMHTX-QT',
            periodCode: PERIOD,
            sections: [{ sectionCode: 'TM.KETQUA', body, sheet: 'Thuyết minh', cell: 'D9' }],
            origin: { source: 'workbook', importId, fileName: 'a.xlsx' },
          },
          { write: true },
        ),
      );
    expect(await tell('Một.', first)).toEqual({ newValues: 1, changedValues: 0, unchangedValues: 0 });
    expect(await tell('Hai.', second)).toEqual({ newValues: 0, changedValues: 1, unchangedValues: 0 });
    expect(await tell('Hai.', second)).toEqual({ newValues: 0, changedValues: 0, unchangedValues: 1 });

    expect(await undone('LMHTX-QT', second)).toEqual({ restored: 1, excluded: [] });

    const { id } = await getAlliance(ctx.read, 'LMHTX-QT', isoDate('2024-06-14'));
    expect(await narrativeOf(ctx.read, id, PERIOD)).toEqual(new Map([['TM.KETQUA', 'Một.']]));
  });
});
