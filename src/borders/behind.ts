import { present } from '#kernel/assert.ts';
import type { Fraction } from '#kernel/fraction.ts';
import { Refused } from '#kernel/refusal.ts';
import type { UnitId } from '#places/public.ts';
import { editionOn, listEditions, listProvinces, unitsById } from '#places/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PlacedRecord } from '#register/public.ts';
import { periodOfDay, periodsReported, recordsOfPlaces } from '#register/public.ts';
import type { BehindAddress } from './address.ts';
import { provincesOfAlliances, readDayAmounts } from './amounts.ts';
import { alliancesWithin, measureOf, readMeasures } from './comparison.ts';
import { groupNames } from './messages.vi.ts';
import type { Measure } from './model.ts';
import { requireComparing } from './permissions.ts';
import { regroup } from './regroup.ts';

/** Records shown of one figure; more than any commune has. */
const RECORDS_MAX = 500;

export interface RecordBehind extends PlacedRecord {
  readonly communeName: string | null;
  /** How much of it counts here. */
  readonly share: Fraction;
}

export interface BehindView {
  readonly measure: Measure;
  readonly groupName: string;
  readonly total: number;
  readonly records: readonly RecordBehind[];
}

/** The records behind one figure under the borders of a day, with the share to which each counts. */
export async function readBehind(ctx: Ctx, address: BehindAddress | undefined): Promise<BehindView> {
  requireComparing(ctx);
  if (!address) throw new Refused({ code: 'borders.figure.not-found', facts: {} });
  const allianceIds = await alliancesWithin(ctx, [address.on]);
  const measure = measureOf(await readMeasures(ctx.read), address.measure);
  if (measure.kind === 'fund') throw new Refused({ code: 'borders.figure.not-found', facts: {} });
  const edition = present(editionOn(await listEditions(ctx.read), address.bordersOn), 'the list has an edition');
  const period = periodOfDay(address.on, await periodsReported(ctx.read));
  const countedBy = measure.dividedBy ?? measure.countedBy;
  const day = await readDayAmounts(ctx.read, countedBy, allianceIds, period, edition);
  const sum = regroup(day.amounts, day.equivalents, address.grouping).get(address.group);
  const shares = new Map((sum?.contributions ?? []).map((each) => [each.source?.split(' ')[0] ?? null, each.share]));
  const found = await recordsOfPlaces(ctx.read, { countedBy, allianceIds, period }, [
    ...shares.keys(),
  ] as readonly (UnitId | null)[]);
  const provinces = await provincesOfAlliances(ctx.read, address.on, edition);
  const own = address.grouping.by === 'province' ? address.group : address.grouping.provinceCode;
  const here = found.filter(
    ({ communeId, allianceId }) => communeId !== null || own === null || provinces.get(allianceId) === own,
  );
  const shown = here.slice(0, RECORDS_MAX);
  const communes = await unitsById(ctx.read, [
    ...new Set(shown.flatMap((record) => (record.communeId as UnitId) ?? [])),
  ]);
  const nameOf = new Map<string, string>(communes.map((unit) => [unit.id, unit.fullName]));
  return {
    measure,
    groupName: await groupName(ctx, address, edition.validFrom),
    total: here.length,
    records: shown.map((record) => ({
      ...record,
      communeName: record.communeId === null ? null : (nameOf.get(record.communeId) ?? null),
      share: present(shares.get(record.communeId), 'each record lies in a unit that gave to the group'),
    })),
  };
}

async function groupName(ctx: Ctx, { group, grouping }: BehindAddress, on: BehindAddress['on']): Promise<string> {
  const special = groupNames[group as keyof typeof groupNames];
  if (special) return special;
  if (grouping.by === 'province')
    return (await listProvinces(ctx.read, on)).find((province) => province.code === group)?.fullName ?? group;
  const query = ctx.read.selectFrom('places.unit').select('full_name as name');
  const found =
    grouping.by === 'commune'
      ? await query.where('uid', '=', group).executeTakeFirst()
      : await query.where('code', '=', group).where('level', '=', 2).where('valid_from', '<=', on).executeTakeFirst();
  return found?.name ?? group;
}
