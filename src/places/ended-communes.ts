import { sql } from 'kysely';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { EndedCommune } from './commune-index.ts';
import { editionOn, listEditions } from './equivalents.ts';
import type { UnitId } from './model.ts';
import { unitsById } from './queries.ts';

/**
 * The communes that had ended by a day and lie in what is the province then; of versions that differ in nothing but their
 * time the newest.
 */
export async function endedCommunes(db: ReadDb, provinceCode: string, on: IsoDate): Promise<readonly EndedCommune[]> {
  const edition = editionOn(await listEditions(db), on);
  if (!edition) return [];
  const { rows } = await sql<{ id: UnitId; districtName: string; targets: UnitId[] }>`
    select distinct on (unit.code, unit.full_name, district.full_name)
           unit.id, coalesce(district.full_name, '') as "districtName",
           array(select share.target_id from places.equivalence share
                  where share.unit_id = unit.id and share.edition_on = ${edition.validFrom} and share.target_id is not null
                    and share.since_on = (select max(since_on) from places.equivalence where unit_id = unit.id)
                  order by share.numerator / share.denominator desc, share.target_id)::text[] as targets
      from places.unit unit
      left join places.unit district on district.level = 2 and district.code = unit.parent_code
        and district.valid_from < unit.valid_until and (district.valid_until is null or district.valid_until >= unit.valid_until)
     where unit.level = 3 and unit.valid_until <= ${on}
       and exists (select from places.equivalence share where share.unit_id = unit.id
                     and share.edition_on = ${edition.validFrom} and share.province_code = ${provinceCode})
     order by unit.code, unit.full_name, district.full_name, unit.valid_from desc`.execute(db);
  const ids = [...new Set(rows.flatMap((row) => [row.id, ...row.targets]))];
  const byId = new Map((await unitsById(db, ids)).map((unit) => [unit.id, unit]));
  return rows.flatMap(({ id, districtName, targets }) => {
    const unit = byId.get(id);
    return unit ? [{ unit, districtName, became: targets.flatMap((target) => byId.get(target) ?? []) }] : [];
  });
}
