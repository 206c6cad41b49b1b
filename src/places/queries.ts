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
  const changes = await db
    .selectFrom('places.unit_change')
    .where('old_unit_id', 'in', unitIds)
    .orderBy('effective_on')
    .select(['effective_on', 'old_unit_id', 'new_unit_id', 'change_type', 'share', 'resolution', 'note'])
    .execute();
  const ids = changes.flatMap((change) => [change.old_unit_id, change.new_unit_id]).filter((id) => id !== null);
  const units = await db
    .selectFrom('places.unit')
    .where('id', 'in', ids)
    .select(COLUMNS)
    .$narrowType<{ level: UnitLevel }>()
    .execute();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return changes.map((change) => ({
    effectiveOn: change.effective_on,
    oldUnit: change.old_unit_id === null ? null : (byId.get(change.old_unit_id) ?? null),
    newUnit: change.new_unit_id === null ? null : (byId.get(change.new_unit_id) ?? null),
    changeType: change.change_type,
    share: change.share,
    resolution: change.resolution,
    note: change.note,
  }));
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
