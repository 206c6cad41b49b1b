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
  const isOne = sides.first.validFrom === sides.second.validFrom;
  const listed = await rowsOf(ctx.read, grouping, first, second);
  const same = isOne ? undefined : await unchangedKeys(ctx.read, listed, sides);
  const rows = [...listed]
    .map(([key, row]) => comparedRow(measure, key, row, first, second, same?.has(key) === false && row.unit !== null))
    .filter((row) => grouping.by === 'commune' || !(isNothing(row.first) && isNothing(row.second)));
  const all: Row = { name: groupNames[''], unit: null, groups: { first: '', second: '' } };
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
      total: { key: '', ...compared(measure, all, first.total, second.total, false) },
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
  readonly edition: EditionCounts;
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
  const counted = { edition, part, sums, ...unplaced(part, grouping) };
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

interface Row {
  readonly name: string;
  /** Null: what is known to its province only. */
  readonly unit: Unit | null;
  /** The group under the borders of each side; undefined: the unit does not stand there. */
  readonly groups: { readonly first: string | undefined; readonly second: string | undefined };
}

/** The units of both borders in the order of the list: a code that was given again is two rows. Then what has no unit. */
async function rowsOf(db: ReadDb, grouping: Grouping, first: Side, second: Side): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  for (const { validFrom } of new Set([first.edition, second.edition])) {
    const units =
      grouping.provinceCode === null
        ? await listProvinces(db, validFrom)
        : await communesOfProvince(db, grouping.provinceCode, validFrom);
    for (const unit of units) {
      const group = grouping.by === 'province' ? unit.code : unit.uid;
      const groupIn = ({ edition }: Side) => (standsIn(unit, edition) ? group : undefined);
      rows.set(unit.uid, { name: unit.fullName, unit, groups: { first: groupIn(first), second: groupIn(second) } });
    }
  }
  for (const [key, name] of Object.entries(groupNames))
    if (first.shown.has(key) || second.shown.has(key))
      rows.set(key, { name, unit: null, groups: { first: key, second: key } });
  return rows;
}

function standsIn({ validFrom, validUntil }: Unit, edition: EditionCounts): boolean {
  return validFrom <= edition.validFrom && (validUntil === null || validUntil > edition.validFrom);
}

/** The rows that are the same area under both borders. */
async function unchangedKeys(
  db: ReadDb,
  rows: ReadonlyMap<string, Row>,
  { first, second }: Comparison['editions'],
): Promise<ReadonlySet<string>> {
  const on = first.validFrom;
  const units = [...rows].flatMap(([key, { unit, groups }]) =>
    unit && groups.first !== undefined ? [{ key, id: unit.id, on }] : [],
  );
  const found = await equivalentsOf(db, units, second.validFrom);
  return new Set(
    units.flatMap(({ key, ...unit }) => {
      const [only, another] = found.get(unitOnKey(unit)) ?? [];
      return only?.basis === 'same' && !another && only.target?.id === unit.id ? [key] : [];
    }),
  );
}

function comparedRow(
  measure: Measure,
  key: string,
  row: Row,
  first: Side,
  second: Side,
  isBroken: boolean,
): ComparedRow {
  const nothing = shownSum(undefined, measure.kind === 'count' || measure.kind === 'fund');
  const at = (side: Side, group: string | undefined) =>
    group === undefined ? { ...nothing, value: null } : (side.shown.get(group) ?? nothing);
  return { key, ...compared(measure, row, at(first, row.groups.first), at(second, row.groups.second), isBroken) };
}

function compared(measure: Measure, row: Row, first: ShownFigure, second: ShownFigure, isBroken: boolean) {
  return {
    name: row.name,
    uid: row.unit?.uid ?? null,
    code: row.unit?.code ?? null,
    first,
    second,
    difference: isBroken ? null : differenceOf(first.value, second.value),
    growth: isBroken || measure.isPercent ? null : growthOf(first.value, second.value),
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
