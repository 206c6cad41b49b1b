import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { editionOn, listEditions } from './equivalents.ts';
import type { FoundUnit } from './finding.ts';
import { findUnits } from './finding.ts';
import type { EditionCounts, Unit } from './model.ts';
import { communesOfProvince, districtsOf, listProvinces } from './queries.ts';

/** Units shown of one search. */
const FOUND_MAX = 60;
const QUESTION_LENGTH_MAX = 100;

/** What the page of places is asked. */
export interface PlacesAddress {
  readonly text: string;
  /** Null: what was typed is no day, or nothing was typed: today. */
  readonly on: IsoDate | null;
  readonly provinceCode: string;
}

export interface PlacesView {
  readonly address: PlacesAddress;
  readonly on: IsoDate;
  readonly found: readonly FoundUnit[];
  readonly isCut: boolean;
  readonly edition: EditionCounts | undefined;
  readonly editions: readonly EditionCounts[];
  readonly provinces: readonly (Unit & { readonly communes: number })[];
  /** Of the chosen province: each district with its communes, or all communes under no district. */
  readonly branches: readonly { readonly district: Unit | null; readonly communes: readonly Unit[] }[];
  readonly province: Unit | undefined;
}

export function cutQuestion(text: string): string {
  return text.normalize('NFC').slice(0, QUESTION_LENGTH_MAX).toWellFormed();
}

/** Searches all units of all days, and unfolds the list of one day. */
export async function readPlacesView(db: ReadDb, address: PlacesAddress, today: IsoDate): Promise<PlacesView> {
  const on = address.on ?? today;
  const [editions, provinces, counts] = [
    await listEditions(db),
    await listProvinces(db, on),
    await communeCounts(db, on),
  ];
  const province = provinces.find((each) => each.code === address.provinceCode);
  const found = address.text === '' ? [] : await findUnits(db, { text: address.text, on: null, limit: FOUND_MAX + 1 });
  return {
    address,
    on,
    found: found.slice(0, FOUND_MAX),
    isCut: found.length > FOUND_MAX,
    edition: editionOn(editions, on),
    editions,
    provinces: provinces.map((each) => ({ ...each, communes: counts.get(each.code) ?? 0 })),
    branches: province ? await branchesOf(db, province, on) : [],
    province,
  };
}

async function communeCounts(db: ReadDb, on: IsoDate): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('places.unit')
    .where('level', '=', 3)
    .where('valid_from', '<=', on)
    .where((unit) => unit.or([unit('valid_until', 'is', null), unit('valid_until', '>', on)]))
    .groupBy('province_code')
    .select((unit) => ['province_code as code', unit.fn.countAll<string>().as('communes')])
    .execute();
  return new Map(rows.map((row) => [row.code, Number(row.communes)]));
}

async function branchesOf(db: ReadDb, province: Unit, on: IsoDate): Promise<PlacesView['branches']> {
  const [districts, communes] = [
    await districtsOf(db, province.code, on),
    await communesOfProvince(db, province.code, on),
  ];
  if (districts.length === 0) return communes.length === 0 ? [] : [{ district: null, communes }];
  const byDistrict = Map.groupBy(communes, (commune) => commune.parentCode ?? '');
  return districts.map((district) => ({ district, communes: byDistrict.get(district.code) ?? [] }));
}
