import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { Unit, UnitChange, UnitId, UnitLevel } from './model.ts';

const COLUMNS = [
  'id',
  'uid',
  'level',
  'code',
  'full_name as fullName',
  'name',
  'kind',
  'parent_code as parentCode',
  'province_code as provinceCode',
  'valid_from as validFrom',
  'valid_until as validUntil',
] as const;

function unitsOn(db: ReadDb, on: IsoDate) {
  return db
    .selectFrom('places.unit')
    .where('valid_from', '<=', on)
    .where((unit) => unit.or([unit('valid_until', 'is', null), unit('valid_until', '>', on)]))
    .select(COLUMNS)
    .$narrowType<{ level: UnitLevel }>();
}

/** The version of a unit that holds on that day. */
export async function unitAt(db: ReadDb, code: string, level: UnitLevel, on: IsoDate): Promise<Unit | undefined> {
  return await unitsOn(db, on).where('code', '=', code).where('level', '=', level).executeTakeFirst();
}

export async function listProvinces(db: ReadDb, on: IsoDate): Promise<readonly Unit[]> {
  return await unitsOn(db, on).where('level', '=', 1).orderBy('code').execute();
}

/** The districts of a province on that day; none from 01/07/2025, when the level ended. */
export async function districtsOf(db: ReadDb, provinceCode: string, on: IsoDate): Promise<readonly Unit[]> {
  return await unitsOn(db, on).where('level', '=', 2).where('parent_code', '=', provinceCode).orderBy('code').execute();
}

/** All communes of a province on that day. */
export async function communesOfProvince(db: ReadDb, provinceCode: string, on: IsoDate): Promise<readonly Unit[]> {
  return await unitsOn(db, on)
    .where('level', '=', 3)
    .where('province_code', '=', provinceCode)
    .orderBy('code')
    .execute();
}

/** What became of these units: every recorded change out of them, with the successor where one is recorded. */
export async function changesFrom(db: ReadDb, unitIds: readonly UnitId[]): Promise<readonly UnitChange[]> {
  return await changesWhere(db, 'old_unit_id', unitIds);
}

/** Of what these units were made. */
export async function changesInto(db: ReadDb, unitIds: readonly UnitId[]): Promise<readonly UnitChange[]> {
  return await changesWhere(db, 'new_unit_id', unitIds);
}

async function changesWhere(
  db: ReadDb,
  end: 'old_unit_id' | 'new_unit_id',
  unitIds: readonly UnitId[],
): Promise<readonly UnitChange[]> {
  if (unitIds.length === 0) return [];
  const changes = await db
    .selectFrom('places.unit_change')
    .where(end, 'in', unitIds)
    .orderBy('effective_on')
    .orderBy('id')
    .select(['id', 'effective_on', 'old_unit_id', 'new_unit_id', 'change_type', 'share', 'resolution', 'basis', 'note'])
    .execute();
  const ids = changes.flatMap((change) => [change.old_unit_id, change.new_unit_id]).filter((id) => id !== null);
  const byId = new Map((await unitsById(db, ids)).map((unit) => [unit.id, unit]));
  return changes.map((change) => ({
    id: change.id,
    effectiveOn: change.effective_on,
    oldUnit: change.old_unit_id === null ? null : (byId.get(change.old_unit_id) ?? null),
    newUnit: change.new_unit_id === null ? null : (byId.get(change.new_unit_id) ?? null),
    changeType: change.change_type,
    share: change.share,
    resolution: change.resolution,
    basis: change.basis,
    note: change.note,
  }));
}

export async function unitsById(db: ReadDb, ids: readonly UnitId[]): Promise<readonly Unit[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('places.unit')
    .where('id', 'in', ids)
    .select(COLUMNS)
    .$narrowType<{ level: UnitLevel }>()
    .execute();
}

/** One version of a unit by its uid (`code@valid-from`) or its id; refused when there is none. */
export async function getUnit(db: ReadDb, uid: string): Promise<Unit> {
  const found = await db
    .selectFrom('places.unit')
    .where((unit) => unit.or([unit('uid', '=', uid), unit(sql<string>`id::text`, '=', uid)]))
    .select(COLUMNS)
    .$narrowType<{ level: UnitLevel }>()
    .executeTakeFirst();
  if (!found) throw new Refused({ code: 'places.unit.unknown', facts: { uid } });
  return found;
}

/** All units that bear or bore a code on that level, oldest first: a code is not an identity. */
export async function versionsOf(db: ReadDb, code: string, level: UnitLevel): Promise<readonly Unit[]> {
  return await db
    .selectFrom('places.unit')
    .where('code', '=', code)
    .where('level', '=', level)
    .orderBy('valid_from')
    .select(COLUMNS)
    .$narrowType<{ level: UnitLevel }>()
    .execute();
}

/** The units directly below a code on that day: districts of a province, communes of a district or, since 2025, of a province. */
export async function unitsBelow(db: ReadDb, parentCode: string, on: IsoDate): Promise<readonly Unit[]> {
  return await unitsOn(db, on).where('parent_code', '=', parentCode).orderBy('level').orderBy('code').execute();
}

/** District, if any, and province of a unit on that day, nearest first. */
export async function unitsAbove(db: ReadDb, unit: Unit, on: IsoDate): Promise<readonly Unit[]> {
  const codes = [unit.parentCode, unit.provinceCode].filter((code) => code !== null);
  const found = await unitsOn(db, on).where('code', 'in', codes).where('level', '<', unit.level).execute();
  return found.toSorted((a, b) => b.level - a.level);
}

/** The units that stand today where this one stood: follows recorded changes forward until `on`. */
export async function successorsOf(db: ReadDb, unit: Unit, on: IsoDate): Promise<readonly Unit[]> {
  const found = new Map<UnitId, Unit>();
  let frontier: readonly Unit[] = [unit];
  while (frontier.length > 0) {
    const [standing, ended] = [frontier.filter((one) => holdsOn(one, on)), frontier.filter((one) => !holdsOn(one, on))];
    for (const one of standing) found.set(one.id, one);
    if (ended.length === 0) break;
    const changes = await changesFrom(
      db,
      ended.map((one) => one.id),
    );
    frontier = changes.flatMap((change) => (change.newUnit && change.effectiveOn <= on ? [change.newUnit] : []));
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function holdsOn(unit: Unit, on: IsoDate): boolean {
  return unit.validFrom <= on && (unit.validUntil === null || unit.validUntil > on);
}

/** The province of that code on a day; of a code that is no longer in use, the last that had it. */
export async function findProvince(db: ReadDb, code: string, on: IsoDate): Promise<Unit | undefined> {
  const versions = await versionsOf(db, code, 1);
  return versions.findLast((unit) => unit.validFrom <= on) ?? versions[0];
}

/** The uid of every unit of a level that stands on a day, by its code of that day. */
export async function unitsOfLayer(db: ReadDb, level: UnitLevel, on: IsoDate): Promise<ReadonlyMap<string, string>> {
  const units = await unitsOn(db, on).where('level', '=', level).execute();
  return new Map(units.map(({ code, uid }) => [code, uid]));
}
