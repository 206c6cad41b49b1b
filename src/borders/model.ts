import type { Decimal } from '#kernel/decimal.ts';
import type { Fraction } from '#kernel/fraction.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { EditionCounts, Equivalent, Unit } from '#places/public.ts';

/** Under which borders two days are compared: those of the first, of the second, each its own, or of another day. */
export type Borders = 'first' | 'second' | 'own' | IsoDate;

/** What stands in the rows: provinces, or the districts or communes of one province (`null`: of all). */
export interface Grouping {
  readonly by: 'province' | 'district' | 'commune';
  readonly provinceCode: string | null;
}

/** A figure of some records, in the unit that they name, before any borders are asked about. */
export interface PlacedAmount {
  /** Key of what the unit is in the edition; null: the records name no unit. */
  readonly source: string | null;
  /** In the edition; for records without a unit. */
  readonly provinceCode: string | null;
  readonly amount: Fraction;
  readonly records: number;
}

/** What one source gives to a group. */
export interface Contribution {
  readonly source: string | null;
  readonly share: Fraction;
  readonly amount: Fraction;
  readonly records: number;
}

/** A group of the borders asked about, with everything that went into it. */
export interface GroupSum {
  readonly key: string;
  readonly amount: Fraction;
  /** The part of it that comes from units of which only a share lies in the group: an estimate. */
  readonly apportioned: Fraction;
  readonly contributions: readonly Contribution[];
}

/** A figure as it is shown. */
export interface ShownFigure {
  /** Null: nobody has the number, or the ratio has no denominator. */
  readonly value: Decimal | null;
  /** `0` where nothing had to be apportioned; null for a ratio, of which no part can be told. */
  readonly apportioned: Decimal | null;
  /** How many units had to be divided for it. */
  readonly dividedUnits: number;
}

export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly uid: string | null;
  readonly code: string | null;
  readonly first: ShownFigure;
  readonly second: ShownFigure;
  readonly difference: Decimal | null;
  readonly growth: Decimal | null;
  /** The two figures are of different areas: no growth is told. */
  readonly isBroken: boolean;
}

/** A unit that had to be divided, with where its parts went. */
export interface DividedUnit {
  readonly unit: Unit;
  readonly on: IsoDate;
  readonly records: number;
  readonly into: readonly Equivalent[];
}

/** Something of which every day has a number: a count of the register, or a ratio of two. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  /** `group` in the list of choices. */
  readonly kind: 'count' | 'sum' | 'ratio' | 'fund';
  readonly isMoney: boolean;
  readonly countedBy: string;
  /** Of a ratio. */
  readonly dividedBy: string | null;
  /** Digits after the comma where the number is no whole one. */
  readonly digits: number;
  readonly isPercent: boolean;
}

export interface Comparison {
  readonly measure: Measure;
  readonly firstDay: IsoDate;
  readonly secondDay: IsoDate;
  readonly borders: Borders;
  readonly grouping: Grouping;
  /** Of the borders of each side. */
  readonly editions: { readonly first: EditionCounts; readonly second: EditionCounts };
  readonly periods: { readonly first: string; readonly second: string };
  readonly rows: readonly ComparedRow[];
  readonly total: ComparedRow;
  readonly divided: readonly DividedUnit[];
  /** Records that name no unit, and records whose unit has no recorded successor. */
  readonly withoutCommune: { readonly first: number; readonly second: number };
  readonly unrecorded: { readonly first: number; readonly second: number };
}
