import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { equivalentsOn } from './equivalents.ts';
import { inSentence } from './messages-pages.vi.ts';
import type { Equivalent, UnitId } from './model.ts';
import { listProvinces, unitsAbove, unitsById } from './queries.ts';
import { nearestDay } from './unit-view.ts';

/** An address as somebody wrote it down on a day. */
export interface WrittenAddress {
  /** House, street, village. */
  readonly address: string;
  readonly communeText: string;
  readonly districtText: string;
  readonly provinceName: string | null;
}

/** Where that is now. */
export interface AddressToday {
  /** The commune stands as it is written, in the province that is written. */
  readonly isUnchanged: boolean;
  readonly equivalents: readonly Equivalent[];
  readonly provinceName: string | null;
}

/** `thôn 2, xã Đức Ninh, thành phố Đồng Hới, tỉnh Quảng Bình`. */
export function writtenText({ address, communeText, districtText, provinceName }: WrittenAddress): string {
  const names = [communeText, districtText, provinceName ?? ''].filter(Boolean).map(inSentence);
  return [address, ...names].filter(Boolean).join(', ');
}

/** What stands in brackets behind it: `nay là phường Đồng Hới, tỉnh Quảng Trị`; '' where nothing changed. */
export function todayText(today: AddressToday | null): string {
  if (!today || today.isUnchanged || today.equivalents.length === 0) return '';
  const province = today.provinceName ? inSentence(today.provinceName) : '';
  const names = today.equivalents.flatMap((each) => (each.target ? [inSentence(each.target.fullName)] : []));
  if (names.length === 0) return `chưa rõ đơn vị kế thừa${province ? `, nay thuộc ${province}` : ''}`;
  const where = names.length === 1 ? names.join() : `một trong ${names.length} nơi: ${names.join(' hoặc ')}`;
  return `nay là ${[where, province].filter(Boolean).join(', ')}`;
}

/** The whole: as registered, and as of today where that differs. */
export function addressText(written: WrittenAddress, today: AddressToday | null): string {
  const [first, now] = [writtenText(written), todayText(today)];
  return now === '' ? first : `${first} (${now})`;
}

export interface PlaceOfAddress {
  readonly provinceName: string | null;
  readonly today: AddressToday | null;
}

/** The province of a commune as of the day of the record, and where it is today. */
export async function placeOfAddress(
  db: ReadDb,
  communeId: UnitId | null,
  recordedOn: IsoDate,
  today: IsoDate,
): Promise<PlaceOfAddress> {
  const [unit] = communeId === null ? [] : await unitsById(db, [communeId]);
  if (!unit) return { provinceName: null, today: null };
  const on = nearestDay(unit, recordedOn);
  const above = await unitsAbove(db, unit, on);
  const province = above.find((each) => each.level === 1);
  const equivalents = await equivalentsOn(db, { id: unit.id, on }, today);
  const provinces = await listProvinces(db, today);
  const now = provinces.find((each) => each.code === equivalents[0]?.provinceCode);
  const isSelf = equivalents.length === 1 && equivalents[0]?.target?.id === unit.id;
  return {
    provinceName: province?.fullName ?? null,
    today: {
      isUnchanged: isSelf && now?.fullName === province?.fullName,
      equivalents,
      provinceName: now?.fullName ?? null,
    },
  };
}
