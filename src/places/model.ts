import type { Fraction } from '#kernel/fraction.ts';
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
  readonly id: string;
  readonly effectiveOn: IsoDate;
  readonly oldUnit: Unit | null;
  readonly newUnit: Unit | null;
  readonly changeType: string;
  readonly share: string;
  readonly resolution: string;
  /** How well it is known; `unverified`: the source does not say what the unit became. */
  readonly basis: string;
  readonly note: string;
}

/** A stretch of days on which the list of units stays the same; the end excluded. */
export interface EditionCounts {
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly provinces: number;
  readonly districts: number;
  readonly communes: number;
}

/** What a unit is under the borders of a day: whole in one unit, or in shares of several; null: not recorded. */
export interface Equivalent {
  readonly target: Unit | null;
  readonly provinceCode: string | null;
  readonly basis: 'same' | 'merged' | 'apportioned' | 'unrecorded';
  /** On what a share rests. */
  readonly weighedBy: 'none' | 'recorded' | 'population' | 'area' | 'equal' | 'parts';
  readonly isEstimate: boolean;
  readonly share: Fraction;
}
