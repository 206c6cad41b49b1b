import { sql } from 'kysely';
import { clean, fold, toneKey } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { KIND_WORDS } from './commune-index.ts';
import type { Unit } from './model.ts';

/** A unit found, with the names of what it lay in on its first day. */
export interface FoundUnit extends Unit {
  readonly districtName: string | null;
  readonly provinceName: string | null;
}

export interface UnitQuestion {
  readonly text: string;
  /** Only units of that day; null: of any day, old ones too. */
  readonly on: IsoDate | null;
  readonly limit: number;
}

/**
 * Units by name, with or without tones and kind, or by code. Those whose tones agree come first, then whole names, then
 * larger units, then those still in force.
 */
export async function findUnits(db: ReadDb, question: UnitQuestion): Promise<readonly FoundUnit[]> {
  const bare = clean(question.text).toLowerCase().replace(KIND_WORDS, '') || clean(question.text).toLowerCase();
  const key = fold(bare).replaceAll('y', 'i');
  if (key === '') return [];
  const pattern = `%${key.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<FoundUnit>`
    select unit.id, unit.uid, unit.level, unit.code, unit.full_name as "fullName", unit.name, unit.kind,
           unit.parent_code as "parentCode", unit.province_code as "provinceCode", unit.valid_from as "validFrom",
           unit.valid_until as "validUntil", district.full_name as "districtName", province.full_name as "provinceName"
      from places.unit unit
      left join places.unit district on district.level = 2 and unit.level = 3 and district.code = unit.parent_code
        and district.valid_from <= unit.valid_from and (district.valid_until is null or district.valid_until > unit.valid_from)
      left join places.unit province on province.level = 1 and unit.level > 1 and province.code = unit.province_code
        and province.valid_from <= unit.valid_from and (province.valid_until is null or province.valid_until > unit.valid_from)
     where (replace(unit.search_key, 'y', 'i') like ${pattern} or unit.code = ${key} or unit.uid = ${question.text.trim()})
       and (${question.on}::date is null
            or (unit.valid_from <= ${question.on} and (unit.valid_until is null or unit.valid_until > ${question.on})))
     order by unit.code = ${key} desc, replace(unit.search_key, 'y', 'i') = ${key} desc, unit.level,
              unit.valid_until is null desc, unit.name, unit.uid
     limit ${question.limit * 4}`.execute(db);
  const wanted = toneKey(bare);
  const rank = (unit: FoundUnit) => (toneKey(unit.name) === wanted ? 0 : toneKey(unit.name).includes(wanted) ? 1 : 2);
  return found.rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, question.limit);
}
