import fc from 'fast-check';
import type { Decimal } from '#kernel/decimal.ts';
import { isoDate } from '#kernel/time.ts';
import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { ensureDataCall } from './acts/ensure-data-call.ts';
import { recordValues } from './acts/record-values.ts';
import { submitUnit } from './acts/submit-unit.ts';
import type { DataCall, Indicator, ValueInput, ValuesOrigin, ValuesOutcome } from './model.ts';
import { listIndicators } from './queries.ts';

export const CLUSTER = 'CUM-BTB';
export const PERIOD = '2024-H1';

/** HTX by alliance at the cut-off of the first half of 2024, north to south: the oracle of the consolidation. */
export const COOPERATIVES_2024: Readonly<Record<string, Decimal>> = {
  'LMHTX-TH': '1331',
  'LMHTX-NA': '903',
  'LMHTX-HT': '1031',
  'LMHTX-QB': '490',
  'LMHTX-QT': '347',
  'LMHTX-TTH': '323',
};

/** An indicator of the dictionary that counts cooperatives, unless said otherwise. */
export function anIndicator(says: Partial<Indicator> = {}): Indicator {
  return {
    code: 'HTX.SO',
    version: 1,
    formCode: 'B01',
    rowNo: 5,
    indent: 0,
    groupName: 'Biến động trong kỳ',
    name: 'Số hợp tác xã cuối kỳ',
    unit: 'HTX',
    entryScale: 1,
    decimals: 0,
    kind: 'count',
    aggregation: 'sum',
    numerator: null,
    denominator: null,
    countedBy: null,
    isRequired: true,
    isEntered: true,
    definition: 'Đang hoạt động, tạm ngừng và ngừng chưa giải thể.',
    ...says,
  };
}

export function aRatio(says: Partial<Indicator> = {}): Indicator {
  return anIndicator({
    code: 'X.TL',
    name: 'Tỷ lệ',
    unit: '%',
    decimals: 1,
    kind: 'ratio',
    aggregation: 'ratio',
    numerator: 'X.TU',
    denominator: 'X.MAU',
    isEntered: false,
    isRequired: false,
    ...says,
  });
}

/** Figures of a unit that pass every check: one cooperative of everything, nothing of the rest. */
export function coherentAmounts(indicators: readonly Indicator[]): ReadonlyMap<string, Decimal> {
  const some: Readonly<Record<string, Decimal>> = {
    'HTX.DAUKY': '100',
    'HTX.MOI': '5',
    'HTX.GIAITHE': '2',
    'HTX.SO': '103',
    'HTX.HD': '90',
    'HTX.DUNG': '13',
    'HTX.LV.NN': '70',
    'HTX.LV.TM': '30',
    'HTX.LV.CHUA': '3',
    'HTX.NN.SO': '70',
    'HTX.CONGANH': '100',
    'TV.SO': '4000',
    'TV.NU': '1800',
    'TV.HTX': '90',
    'DT.HTX': '80',
    'DT.TONG': '90000000000',
    'DT.TV': '40000000000',
    'XL.TOT': '30',
    'XL.KHA': '25',
    'XL.TB': '15',
    'XL.YEU': '10',
    'XL.KHONG': '10',
    'XL.TK': '55',
    'XL.DAXEP': '80',
    'QUY.DAU': '20000000000',
    'QUY.CHOVAY': '6000000000',
    'QUY.THUNO': '4000000000',
    'QUY.DN': '22000000000',
    'KK.W4': '12',
  };
  const entered = indicators.filter((indicator) => indicator.isEntered);
  return new Map(entered.map(({ code }) => [code, some[code] ?? '0']));
}

/** Values for this period as a form gives them. */
export function valuesOf(amounts: ReadonlyMap<string, Decimal | null> | Record<string, Decimal | null>): ValueInput[] {
  const pairs = amounts instanceof Map ? [...amounts] : Object.entries(amounts);
  return pairs.map(([indicatorCode, amount]) => ({
    indicatorCode,
    aspect: 'current',
    amount,
    basis: 'actual',
    note: '',
    sheet: 'Biểu 01',
    cell: 'H9',
  }));
}

export async function anOpenCall(ctx: Ctx, periodCode = PERIOD): Promise<DataCall> {
  return await ctx.transact((tx) => ensureDataCall(tx, ctx, CLUSTER, periodCode));
}

export async function theDictionary(ctx: Ctx): Promise<readonly Indicator[]> {
  return await listIndicators(ctx.read, isoDate('2024-06-14'));
}

/** Writes values of a unit as an imported workbook would. */
export async function recordedValues(
  ctx: Ctx,
  unitCode: string,
  values: readonly ValueInput[],
  origin: Partial<ValuesOrigin> = {},
  periodCode = PERIOD,
): Promise<ValuesOutcome> {
  const from: ValuesOrigin = { source: 'workbook', importId: null, fileName: 'so-lieu.xlsx', ...origin };
  return await ctx.transact((tx) =>
    recordValues(tx, ctx, { unitCode, periodCode, values, origin: from }, { write: true }),
  );
}

/** A unit that has sent coherent figures, with these in their place. */
export async function aSubmittedUnit(
  ctx: Ctx,
  unitCode: string,
  amounts: Readonly<Record<string, Decimal>> = {},
  periodCode = PERIOD,
): Promise<{ readonly receipt: string }> {
  const all = new Map([...coherentAmounts(await theDictionary(ctx)), ...Object.entries(amounts)]);
  await recordedValues(ctx, unitCode, valuesOf(all), {}, periodCode);
  const sent = await ctx.transact((tx) => submitUnit(tx, ctx, { unitCode, periodCode, promise: null }));
  if (!sent.isSubmitted) throw new Error(`not sent: ${JSON.stringify(sent.refusal)}`);
  return sent;
}

/** HTX of the unit at the cut-off, all of them operating and without a sector. */
export function cooperatives(count: Decimal): Readonly<Record<string, Decimal>> {
  return {
    'HTX.DAUKY': count,
    'HTX.MOI': '0',
    'HTX.GIAITHE': '0',
    'HTX.SO': count,
    'HTX.HD': count,
    'HTX.DUNG': '0',
    'HTX.LV.NN': count,
    'HTX.LV.TM': '0',
    'HTX.LV.CHUA': '0',
    'HTX.NN.SO': count,
    'HTX.CONGANH': count,
    'XL.TOT': '0',
    'XL.KHA': count,
    'XL.TB': '0',
    'XL.YEU': '0',
    'XL.KHONG': '0',
    'XL.TK': count,
    'XL.DAXEP': count,
  };
}

export async function memberCodes(ctx: Ctx): Promise<readonly string[]> {
  const cluster = await getCluster(ctx.read, CLUSTER, isoDate('2024-06-14'));
  return cluster.members.map((member) => member.code);
}

/** Any figures of any number of units: a whole number, or missing. */
export const someUnits = fc.array(fc.option(fc.integer({ min: 0, max: 10_000_000 }).map(String), { nil: null }), {
  minLength: 1,
  maxLength: 12,
});
