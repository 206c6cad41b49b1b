import { present } from '#kernel/assert.ts';
import { isWhole } from '#kernel/fraction.ts';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { listAlliances } from '#organisations/public.ts';
import type { EditionCounts, Equivalent, Unit, UnitId } from '#places/public.ts';
import {
  communesOfProvince,
  editionOn,
  equivalentsOf,
  listEditions,
  listProvinces,
  unitOnKey,
  unitsById,
} from '#places/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { listSectors, namedCounts, periodOfDay, periodsReported } from '#register/public.ts';
import type { ComparisonAddress } from './address.ts';
import type { DayAmounts } from './amounts.ts';
import { readDayAmounts } from './amounts.ts';
import { measuresOf } from './measures.ts';
import { groupNames } from './messages.vi.ts';
import type { ComparedRow, Comparison, DividedUnit, Grouping, GroupSum, Measure, ShownFigure } from './model.ts';
import { alliancesToCompare } from './permissions.ts';
import { differenceOf, growthOf, regroup, shownRatio, shownSum, totalOf } from './regroup.ts';

type AllianceId = Id<'organisations.alliance'>;

/** What a page of comparisons offers to choose from. */
export interface Choices {
  readonly measures: readonly Measure[];
  readonly editions: readonly EditionCounts[];
  /** Provinces of the borders chosen, of which communes are listed. */
  readonly provinces: readonly Unit[];
}

export interface ComparisonView {
  readonly comparison: Comparison;
  readonly choices: Choices;
}

/** Compares one measure on two days, for the organisations that the actor may read. */
export async function readComparison(ctx: Ctx, address: ComparisonAddress): Promise<ComparisonView> {
  const allianceIds = await alliancesWithin(ctx, [address.first, address.second]);
  const [measures, editions, periods] = [
    await readMeasures(ctx.read),
    await listEditions(ctx.read),
    await periodsReported(ctx.read),
  ];
  const measure = measureOf(measures, address.measure);
  const sides = sidesOf(address, editions);
  const grouping: Grouping = {
    by: address.provinceCode === null ? 'province' : 'commune',
    provinceCode: address.provinceCode,
  };
  const first = await readSide(
    ctx.read,
    measure,
    allianceIds,
    periodOfDay(address.first, periods),
    sides.first,
    grouping,
  );
  const second = await readSide(
    ctx.read,
    measure,
    allianceIds,
    periodOfDay(address.second, periods),
    sides.second,
    grouping,
  );
  const named = await namesOf(ctx.read, grouping, sides);
  const same =
    sides.first.validFrom === sides.second.validFrom ? undefined : await unchangedKeys(ctx.read, named, sides);
  const keys = [...new Set([...named.keys(), ...first.shown.keys(), ...second.shown.keys()])];
  const rows = keys
    .map((key) => rowOf(measure, key, named.get(key), first, second, same !== undefined && !same.has(key)))
    .filter((row) => grouping.by === 'commune' || row.first.value !== row.second.value || !isNothing(row.first));
  return {
    comparison: {
      measure,
      firstDay: address.first,
      secondDay: address.second,
      borders: address.borders,
      grouping,
      editions: sides,
      periods: { first: periodOfDay(address.first, periods).code, second: periodOfDay(address.second, periods).code },
      rows,
      total: rowOf(measure, '', undefined, first, second, false),
      divided: await dividedUnits(ctx.read, [
        [address.first, first],
        [address.second, second],
      ]),
      withoutCommune: { first: first.withoutCommune, second: second.withoutCommune },
      unrecorded: { first: first.unrecorded, second: second.unrecorded },
    },
    choices: { measures, editions, provinces: await provincesWithCommunes(ctx.read, sides.second.validFrom) },
  };
}

function isNothing(figure: ShownFigure): boolean {
  return figure.value === null || figure.value === '0';
}

/** The alliances of those days, and of today, whose organisations the actor may count: some have ended since. */
export async function alliancesWithin(ctx: Ctx, days: readonly IsoDate[]): Promise<readonly AllianceId[]> {
  const reach = alliancesToCompare(ctx);
  const found = new Set<AllianceId>();
  for (const day of new Set([...days, ctx.today]))
    for (const { id, code } of await listAlliances(ctx.read, day))
      if (reach === 'all' || reach.includes(code)) found.add(id);
  return [...found];
}

export async function readMeasures(db: ReadDb): Promise<readonly Measure[]> {
  return measuresOf(namedCounts(await listSectors(db)));
}

export function measureOf(measures: readonly Measure[], key: string): Measure {
  const found = measures.find((measure) => measure.key === key);
  if (!found) throw new Refused({ code: 'borders.measure.not-found', facts: { key } });
  return found;
}

function sidesOf(address: ComparisonAddress, editions: readonly EditionCounts[]): Comparison['editions'] {
  const at = (on: IsoDate) => present(editionOn(editions, on), 'the list of units has an edition');
  const { borders, first, second } = address;
  if (borders === 'own') return { first: at(first), second: at(second) };
  const one = at(borders === 'first' ? first : borders === 'second' ? second : borders);
  return { first: one, second: one };
}

interface Side {
  readonly part: DayAmounts;
  readonly sums: ReadonlyMap<string, GroupSum>;
  readonly shown: ReadonlyMap<string, ShownFigure>;
  readonly total: ShownFigure;
  readonly withoutCommune: number;
  readonly unrecorded: number;
}

async function readSide(
  db: ReadDb,
  measure: Measure,
  allianceIds: readonly AllianceId[],
  period: ReturnType<typeof periodOfDay>,
  edition: EditionCounts,
  grouping: Grouping,
): Promise<Side> {
  const part = await readDayAmounts(db, measure.countedBy, allianceIds, period, edition);
  const sums = regroup(part.amounts, part.equivalents, grouping);
  const counted = { part, sums, ...unplaced(part, grouping) };
  if (measure.dividedBy === null) {
    const isCount = measure.kind !== 'sum';
    const shown = new Map([...sums].map(([key, sum]) => [key, shownSum(sum, isCount)]));
    return { ...counted, shown, total: shownSum(totalOf(sums.values()), isCount) };
  }
  const whole = await readDayAmounts(db, measure.dividedBy, allianceIds, period, edition);
  const wholes = regroup(whole.amounts, whole.equivalents, grouping);
  const shown = new Map([...wholes].map(([key, sum]) => [key, shownRatio(sums.get(key), sum)]));
  return { ...counted, shown, total: shownRatio(totalOf(sums.values()), totalOf(wholes.values())) };
}

/** Records in this table that are known to their province only. */
function unplaced(part: DayAmounts, { provinceCode }: Grouping) {
  let [withoutCommune, unrecorded] = [0, 0];
  for (const { source, provinceCode: of, records } of part.amounts) {
    const [only] = source === null ? [] : (part.equivalents.get(source) ?? []);
    const province = source === null ? of : (only?.provinceCode ?? null);
    if (provinceCode !== null && province !== provinceCode) continue;
    if (source === null) withoutCommune += records;
    else if (only?.target === null) unrecorded += records;
  }
  return { withoutCommune, unrecorded };
}

interface Named {
  readonly name: string;
  readonly unit: Unit | null;
  /** In the order of the list. */
  readonly place: number;
}

/** The groups of the table in the order of the list, those without any record included where there are few. */
async function namesOf(
  db: ReadDb,
  grouping: Grouping,
  sides: Comparison['editions'],
): Promise<ReadonlyMap<string, Named>> {
  const named = new Map<string, Named>();
  const learn = (key: string, unit: Unit) => {
    if (!named.has(key)) named.set(key, { name: unit.fullName, unit, place: named.size });
  };
  for (const { validFrom } of new Set([sides.first, sides.second])) {
    if (grouping.by === 'province') for (const unit of await listProvinces(db, validFrom)) learn(unit.code, unit);
    else if (grouping.provinceCode !== null)
      for (const unit of await communesOfProvince(db, grouping.provinceCode, validFrom)) learn(unit.uid, unit);
  }
  return named;
}

/** The groups that are the same area under both borders. */
async function unchangedKeys(
  db: ReadDb,
  named: ReadonlyMap<string, Named>,
  { first, second }: Comparison['editions'],
): Promise<ReadonlySet<string>> {
  const on = first.validFrom;
  const units = [...named].flatMap(([key, { unit }]) =>
    unit && unit.validFrom <= on ? [{ key, id: unit.id, on }] : [],
  );
  const found = await equivalentsOf(db, units, second.validFrom);
  return new Set(
    units.flatMap(({ key, ...unit }) => {
      const [only, another] = found.get(unitOnKey(unit)) ?? [];
      return only?.basis === 'same' && !another && only.target?.id === unit.id ? [key] : [];
    }),
  );
}

function rowOf(
  measure: Measure,
  key: string,
  named: Named | undefined,
  first: Side,
  second: Side,
  isBroken: boolean,
): ComparedRow {
  const nothing = shownSum(undefined, measure.kind === 'count' || measure.kind === 'fund');
  const at = (side: Side) => (key === '' ? side.total : (side.shown.get(key) ?? nothing));
  const [a, b] = [at(first), at(second)];
  return {
    key,
    name: named?.name ?? groupNames[key as keyof typeof groupNames] ?? key,
    uid: named?.unit?.uid ?? null,
    first: a,
    second: b,
    difference: isBroken ? null : differenceOf(a.value, b.value),
    growth: isBroken || measure.isPercent ? null : growthOf(a.value, b.value),
    isBroken,
  };
}

async function dividedUnits(db: ReadDb, sides: readonly (readonly [IsoDate, Side])[]): Promise<readonly DividedUnit[]> {
  const found = sides.flatMap(([on, side]) => {
    const divided = [...side.sums.values()].flatMap((sum) =>
      sum.contributions.filter((each) => each.source !== null && !isWhole(each.share)),
    );
    return [...new Map(divided.map((each) => [each.source ?? '', each])).values()].map(({ source, records }) => ({
      on,
      id: (source ?? '').split(' ')[0] as UnitId,
      records,
      into: (side.part.equivalents.get(source ?? '') ?? []) as readonly Equivalent[],
    }));
  });
  const units = new Map((await unitsById(db, [...new Set(found.map(({ id }) => id))])).map((unit) => [unit.id, unit]));
  return found.flatMap(({ id, ...rest }) => {
    const unit = units.get(id);
    return unit ? [{ unit, ...rest }] : [];
  });
}

async function provincesWithCommunes(db: ReadDb, on: IsoDate): Promise<readonly Unit[]> {
  const provinces = await listProvinces(db, on);
  const known: Unit[] = [];
  for (const province of provinces)
    if ((await communesOfProvince(db, province.code, on)).length > 0) known.push(province);
  return known;
}
