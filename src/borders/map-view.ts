import { present } from '#kernel/assert.ts';
import { readDay } from '#kernel/day-vi.ts';
import type { Decimal } from '#kernel/decimal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { isoDate } from '#kernel/time.ts';
import { editionOn, listEditions, unitsOfLayer } from '#places/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { periodOfDay, periodsReported } from '#register/public.ts';
import { provincesOfAlliances, readDayAmounts } from './amounts.ts';
import type { ShadeClass } from './classes.ts';
import { classesOf, stepOf } from './classes.ts';
import { alliancesWithin, measureOf, readMeasures } from './comparison.ts';
import { roundedFor } from './measures.ts';
import type { Grouping, Measure, ShownFigure } from './model.ts';
import type { Drawing, DrawnArea, Layer } from './outlines.ts';
import { draw, LAYERS } from './outlines.ts';
import { regroup, shownRatio, shownSum, totalOf, UNRECORDED, WITHOUT_COMMUNE, WITHOUT_PROVINCE } from './regroup.ts';

/** A day within the edition whose outlines a layer has. */
const LAYER_DAYS: Readonly<Record<Layer, IsoDate>> = {
  'communes-2025': isoDate('2025-07-01'),
  'districts-2025': isoDate('2025-06-30'),
  'districts-2024': isoDate('2024-07-05'),
};

export interface MapAddress {
  readonly measure: string;
  readonly on: IsoDate;
  readonly layer: Layer;
  readonly provinceCode: string | null;
  readonly isDayWrong: boolean;
}

/** The layer falls back to the borders of the day. */
export function readMapAddress(params: URLSearchParams, today: IsoDate): MapAddress {
  const typed = (params.get('ngay') ?? '').trim();
  const read = readDay(typed);
  const on = read.ok ? read.day : today;
  const province = params.get('tinh') ?? '';
  return {
    measure: (params.get('dem') ?? 'counted').slice(0, 80),
    on,
    layer: LAYERS.find((layer) => layer === params.get('lop')) ?? layerOf(on),
    provinceCode: /^\d{2}$/.test(province) ? province : null,
    isDayWrong: typed !== '' && !read.ok,
  };
}

function layerOf(on: IsoDate): Layer {
  return LAYERS.find((layer) => LAYER_DAYS[layer] <= on) ?? 'districts-2024';
}

export interface ShadedArea extends DrawnArea {
  /** Key of its group, for the records behind it. */
  readonly group: string;
  readonly figure: ShownFigure;
  /** Null: no data, hatched. */
  readonly step: number | null;
}

export interface MapView {
  readonly measures: readonly Measure[];
  readonly measure: Measure;
  readonly drawing: Omit<Drawing, 'areas'>;
  readonly areas: readonly ShadedArea[];
  readonly classes: readonly ShadeClass[];
  readonly bordersOn: IsoDate;
  readonly grouping: Grouping;
  /** Provinces of the layer, to draw one alone. */
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  /** What lies in no area of the map. */
  readonly outside: Decimal | null;
}

/** Every area of a layer with the measure of the day, counted under the borders of the layer. */
export async function readMap(ctx: Ctx, address: MapAddress): Promise<MapView> {
  const allianceIds = await alliancesWithin(ctx, [address.on]);
  const measures = (await readMeasures(ctx.read)).filter((measure) => measure.kind !== 'fund');
  const measure = measureOf(measures, address.measure);
  const edition = present(
    editionOn(await listEditions(ctx.read), LAYER_DAYS[address.layer]),
    'the list has an edition',
  );
  const period = periodOfDay(address.on, await periodsReported(ctx.read));
  const grouping: Grouping = {
    by: address.layer === 'communes-2025' ? 'commune' : 'district',
    provinceCode: address.provinceCode,
  };
  const sums = async (countedBy: string) => {
    const day = await readDayAmounts(ctx.read, countedBy, allianceIds, period, edition);
    return regroup(day.amounts, day.equivalents, grouping);
  };
  const parts = await sums(measure.countedBy);
  const wholes = measure.dividedBy === null ? undefined : await sums(measure.dividedBy);
  const reached = await provincesInReach(ctx, edition.validFrom, parts.size > 0);
  const uidOf = await unitsOfLayer(ctx.read, grouping.by === 'commune' ? 3 : 2, edition.validFrom);
  const whole = await draw(address.layer, null);
  const drawing = address.provinceCode === null ? whole : await draw(address.layer, address.provinceCode);
  const figureOf = (key: string, provinceCode: string): ShownFigure => {
    if (wholes) return shownRatio(parts.get(key), wholes.get(key));
    return shownSum(parts.get(key), measure.kind === 'count' && reached.has(provinceCode));
  };
  const figures = drawing.areas.map((area) => {
    const group = grouping.by === 'commune' ? (uidOf.get(area.code) ?? '') : area.code;
    return { ...area, group, figure: figureOf(group, area.provinceCode) };
  });
  const classes = classesOf(
    figures.flatMap(({ figure }) => (figure.value === null ? [] : [classValue(measure, figure.value)])),
  );
  return {
    measures,
    measure,
    drawing,
    areas: figures.map((area) => ({
      ...area,
      step: stepOf(classes, area.figure.value === null ? null : classValue(measure, area.figure.value)),
    })),
    classes,
    bordersOn: edition.validFrom,
    grouping,
    provinces: whole.edges.map(({ code, name }) => ({ code, name })),
    outside: measure.dividedBy === null ? outsideOf(parts) : null,
  };
}

/** Classes are made of what is read, so that two areas that read alike look alike. */
function classValue(measure: Measure, value: Decimal): number {
  return Number(roundedFor(measure, value));
}

async function provincesInReach(ctx: Ctx, on: IsoDate, isAnything: boolean): Promise<ReadonlySet<string>> {
  if (!isAnything) return new Set();
  const ids = new Set<string>(await alliancesWithin(ctx, [on]));
  const edition = present(editionOn(await listEditions(ctx.read), on), 'the list has an edition');
  const found = await provincesOfAlliances(ctx.read, on, edition);
  return new Set([...found].flatMap(([id, code]) => (ids.has(id) ? [code] : [])));
}

function outsideOf(parts: ReturnType<typeof regroup>): Decimal | null {
  const found = [WITHOUT_COMMUNE, UNRECORDED, WITHOUT_PROVINCE].flatMap((key) => parts.get(key) ?? []);
  const sum = found.length === 0 ? undefined : shownSum(totalOf(found), true);
  return sum?.value ?? null;
}
