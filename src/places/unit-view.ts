import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { editionOn, equivalentsOf, listEditions, unitOnKey } from './equivalents.ts';
import { fatesOf, originsOf } from './history.ts';
import type { EditionCounts, Equivalent, Unit, UnitChange } from './model.ts';
import { getUnit, listProvinces, unitsAbove, unitsBelow, versionsOf } from './queries.ts';

/** Everything that is known of one version of a unit. */
export interface UnitView {
  readonly unit: Unit;
  /** The day that is asked about. */
  readonly on: IsoDate;
  readonly today: IsoDate;
  /** The day nearest to `on` on which the unit stands. */
  readonly standingOn: IsoDate;
  readonly above: readonly Unit[];
  readonly below: readonly Unit[];
  /** What it is on the day asked about; itself when it stands then. */
  readonly thatDay: readonly PlacedEquivalent[];
  readonly now: readonly PlacedEquivalent[];
  readonly edition: EditionCounts | undefined;
  /** Newest first. */
  readonly origins: readonly UnitChange[];
  /** Oldest first. */
  readonly fates: readonly UnitChange[];
  /** Other units that bear or bore the same code. */
  readonly sameCode: readonly Unit[];
  readonly measure: { readonly areaKm2: string | null; readonly population: number | null } | null;
}

/** An equivalent with the name of its province on that day. */
export interface PlacedEquivalent extends Equivalent {
  readonly provinceName: string | null;
}

/** What a unit was on a day, what it is today, and where it came from. Refused when there is no such version. */
export async function readUnitView(db: ReadDb, uid: string, on: IsoDate, today: IsoDate): Promise<UnitView> {
  const unit = await getUnit(db, uid);
  const standingOn = nearestDay(unit, on);
  const [above, below, origins, fates, versions, editions] = [
    await unitsAbove(db, unit, standingOn),
    await unitsBelow(db, unit.code, standingOn),
    await originsOf(db, unit),
    await fatesOf(db, unit),
    await versionsOf(db, unit.code, unit.level),
    await listEditions(db),
  ];
  const measure = await db
    .selectFrom('places.unit_measure')
    .where('unit_id', '=', unit.id)
    .select(['area_km2 as areaKm2', 'population'])
    .executeTakeFirst();
  return {
    unit,
    on,
    today,
    standingOn,
    above,
    below: below.filter((each) => each.level > unit.level),
    thatDay: await placed(db, unit, standingOn, on, editions),
    now: await placed(db, unit, standingOn, today, editions),
    edition: editionOn(editions, on),
    origins,
    fates,
    sameCode: versions.filter((other) => other.id !== unit.id),
    measure: measure ?? null,
  };
}

async function placed(
  db: ReadDb,
  unit: Unit,
  standingOn: IsoDate,
  on: IsoDate,
  editions: readonly EditionCounts[],
): Promise<readonly PlacedEquivalent[]> {
  const edition = editionOn(editions, on);
  if (!edition) return [];
  const asked = { id: unit.id, on: standingOn };
  const found = (await equivalentsOf(db, [asked], edition.validFrom)).get(unitOnKey(asked)) ?? [];
  const provinces = new Map((await listProvinces(db, edition.validFrom)).map((each) => [each.code, each.fullName]));
  return found.map((each) => ({ ...each, provinceName: provinces.get(each.provinceCode ?? '') ?? null }));
}

/** The day itself when the unit stands on it, else its first or last day. */
export function nearestDay(unit: Unit, on: IsoDate): IsoDate {
  if (on < unit.validFrom) return unit.validFrom;
  return unit.validUntil !== null && on >= unit.validUntil ? addDays(unit.validUntil, -1) : on;
}
