import { fractionOf, NOTHING, plus } from '#kernel/fraction.ts';
import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import { listAlliances } from '#organisations/public.ts';
import type { EditionCounts, Equivalent, UnitId } from '#places/public.ts';
import { equivalentsOf, findProvince, unitOnKey } from '#places/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { CountedPeriod } from '#register/public.ts';
import { countsByPlace } from '#register/public.ts';
import type { PlacedAmount } from './model.ts';

type AllianceId = Id<'organisations.alliance'>;

/** One count of a day in the units that the records name, and what those units are in an edition. */
export interface DayAmounts {
  readonly amounts: readonly PlacedAmount[];
  readonly equivalents: ReadonlyMap<string, readonly Equivalent[]>;
}

export async function readDayAmounts(
  db: ReadDb,
  countedBy: string,
  allianceIds: readonly AllianceId[],
  period: CountedPeriod,
  edition: EditionCounts,
): Promise<DayAmounts> {
  const counts = await countsByPlace(db, { countedBy, allianceIds, period });
  const on = period.lastDay;
  const units = [...new Set(counts.flatMap((count) => count.communeId ?? []))].map((id) => ({ id: id as UnitId, on }));
  const equivalents = await equivalentsOf(db, units, edition.validFrom);
  const provinces = await provincesOfAlliances(db, on, edition);
  return {
    equivalents,
    amounts: [...Map.groupBy(counts, ({ communeId, allianceId }) => communeId ?? `of ${allianceId}`).values()].flatMap(
      (same): readonly PlacedAmount[] => {
        const [first] = same;
        if (!first) return [];
        const { communeId, allianceId } = first;
        return [
          {
            source: communeId === null ? null : unitOnKey({ id: communeId as UnitId, on }),
            provinceCode: provinces.get(allianceId) ?? null,
            amount: same.map(({ amount }) => fractionOf(amount) ?? NOTHING).reduce(plus),
            records: same.reduce((sum, { records }) => sum + records, 0),
          },
        ];
      },
    ),
  };
}

/**
 * The province, in an edition, of what is known of an alliance only: its own on the day of that edition, where it was
 * there; else its own on the day of the record, followed.
 */
export async function provincesOfAlliances(
  db: ReadDb,
  on: IsoDate,
  edition: EditionCounts,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const day of [on, edition.validFrom])
    for (const { id, provinceCode } of await listAlliances(db, day)) {
      const code = await codeInEdition(db, provinceCode, day, edition);
      if (code !== null) found.set(id, code);
    }
  return found;
}

async function codeInEdition(db: ReadDb, code: string, on: IsoDate, edition: EditionCounts): Promise<string | null> {
  const province = await findProvince(db, code, on);
  if (!province) return null;
  const asked = { id: province.id, on };
  const [only, another] = (await equivalentsOf(db, [asked], edition.validFrom)).get(unitOnKey(asked)) ?? [];
  return only && !another ? only.provinceCode : null;
}
