import { sql } from 'kysely';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { EditionCounts, Equivalent, Unit, UnitId } from './model.ts';
import { unitsById } from './queries.ts';

/** Every edition of the list, oldest first. */
export async function listEditions(db: ReadDb): Promise<readonly EditionCounts[]> {
  return await db
    .selectFrom('places.edition')
    .orderBy('valid_from')
    .select(['valid_from as validFrom', 'valid_until as validUntil', 'provinces', 'districts', 'communes'])
    .execute();
}

/** The edition that holds on a day; a day before the list begins has the first one. */
export function editionOn<Edition extends Pick<EditionCounts, 'validFrom' | 'validUntil'>>(
  editions: readonly Edition[],
  on: IsoDate,
): Edition | undefined {
  return editions.findLast((edition) => edition.validFrom <= on) ?? editions[0];
}

/** A unit as it was on a day: a unit that takes in another keeps its version and grows. */
export interface UnitOn {
  readonly id: UnitId;
  readonly on: IsoDate;
}

/** The key under which `equivalentsOf` answers for a unit of a day. */
export function unitOnKey({ id, on }: UnitOn): string {
  return `${id} ${on}`;
}

interface StoredRow {
  readonly id: UnitId;
  readonly on: IsoDate;
  readonly targetId: UnitId | null;
  readonly provinceCode: string | null;
  readonly basis: Equivalent['basis'];
  readonly weighedBy: Equivalent['weighedBy'];
  readonly isEstimate: boolean;
  readonly numerator: string;
  readonly denominator: string;
}

/**
 * What units, each as it was on its day, are in an edition. A unit that had ended by its day, or had not begun, is taken
 * as it was last or first: the record still says where it was.
 */
export async function equivalentsOf(
  db: ReadDb,
  units: readonly UnitOn[],
  edition: IsoDate,
): Promise<ReadonlyMap<string, readonly Equivalent[]>> {
  const rows = await sql<StoredRow>`
    select asked.id, asked."on"::date as "on", share.target_id as "targetId", share.province_code as "provinceCode", share.basis,
           share.weighed_by as "weighedBy", share.is_estimate as "isEstimate", share.numerator::text, share.denominator::text
      from unnest(${units.map((unit) => unit.id)}::uuid[], ${units.map((unit) => unit.on)}::date[]) as asked (id, "on")
      join lateral (select coalesce(max(since_on) filter (where since_on <= asked."on"), min(since_on)) as since_on
                      from places.equivalence where unit_id = asked.id and edition_on = ${edition}) as extent on true
      join places.equivalence share
        on share.unit_id = asked.id and share.edition_on = ${edition} and share.since_on = extent.since_on`.execute(db);
  const targets = await unitsById(db, [...new Set(rows.rows.flatMap((row) => row.targetId ?? []))]);
  const byId = new Map(targets.map((unit) => [unit.id, unit]));
  const equivalents = rows.rows.map((row) => [unitOnKey(row), equivalentOf(row, byId)] as const);
  const groups = Map.groupBy(equivalents, ([key]) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(([, each]) => each).toSorted(largestFirst)]));
}

/** What one unit is under the borders of a day. */
export async function equivalentsOn(db: ReadDb, unit: UnitOn, on: IsoDate): Promise<readonly Equivalent[]> {
  const edition = editionOn(await listEditions(db), on);
  if (!edition) return [];
  return (await equivalentsOf(db, [unit], edition.validFrom)).get(unitOnKey(unit)) ?? [];
}

function equivalentOf(row: StoredRow, byId: ReadonlyMap<UnitId, Unit>): Equivalent {
  return {
    target: row.targetId === null ? null : (byId.get(row.targetId) ?? null),
    provinceCode: row.provinceCode,
    basis: row.basis,
    weighedBy: row.weighedBy,
    isEstimate: row.isEstimate,
    share: { numerator: BigInt(row.numerator), denominator: BigInt(row.denominator) },
  };
}

function largestFirst(a: Equivalent, b: Equivalent): number {
  const [left, right] = [a.share.numerator * b.share.denominator, b.share.numerator * a.share.denominator];
  if (left !== right) return left > right ? -1 : 1;
  return (a.target?.code ?? '') < (b.target?.code ?? '') ? -1 : 1;
}
