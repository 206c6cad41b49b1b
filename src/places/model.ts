import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';

export type UnitId = Id<'places.unit'>;
/** 1 province, 2 district (until 30/06/2025), 3 commune. */
export type UnitLevel = 1 | 2 | 3;

/** One version of an administrative unit: the same code before and after a merger is two of these. */
export interface Unit {
  readonly id: UnitId;
  /** `code@valid-from`: the identity in the source list. */
  readonly uid: string;
  readonly level: UnitLevel;
  readonly code: string;
  /** `Xã Đức Ninh`. */
  readonly fullName: string;
  /** `Đức Ninh`. */
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
  readonly provinceCode: string;
  readonly validFrom: IsoDate;
  /** First day on which it no longer holds; null: still in force. */
  readonly validUntil: IsoDate | null;
}

/** What became of a unit on a day; no new unit: the successor is not recorded. */
export interface UnitChange {
  readonly effectiveOn: IsoDate;
  readonly oldUnit: Unit | null;
  readonly newUnit: Unit | null;
  readonly changeType: string;
  readonly share: string;
  readonly resolution: string;
  readonly note: string;
}
