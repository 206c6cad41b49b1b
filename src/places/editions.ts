import type { IsoDate } from '#kernel/time.ts';

/** A version of a unit as the list has it. */
export interface ListedUnit {
  readonly uid: string;
  readonly level: 1 | 2 | 3;
  readonly code: string;
  readonly fullName: string;
  readonly parentCode: string | null;
  readonly provinceCode: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** A pair of an old version and what became of it. */
export interface ListedChange {
  readonly id: string;
  readonly effectiveOn: IsoDate;
  readonly oldUid: string | null;
  readonly newUid: string | null;
  readonly share: string;
}

/** A stretch of days on which the list stays the same; the end excluded. */
export interface Edition {
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly provinces: number;
  readonly districts: number;
  readonly communes: number;
}

export function standsOn(unit: Pick<ListedUnit, 'validFrom' | 'validUntil'>, on: IsoDate): boolean {
  return unit.validFrom <= on && (unit.validUntil === null || unit.validUntil > on);
}

/** One edition for each day on which a version begins or ends, oldest first. */
export function editionsOf(units: readonly ListedUnit[]): readonly Edition[] {
  const days = [
    ...new Set(units.flatMap(({ validFrom, validUntil }) => (validUntil ? [validFrom, validUntil] : [validFrom]))),
  ].sort();
  return days.map((validFrom, at) => {
    const standing = units.filter((unit) => standsOn(unit, validFrom));
    const of = (level: number) => standing.filter((unit) => unit.level === level).length;
    return { validFrom, validUntil: days[at + 1] ?? null, provinces: of(1), districts: of(2), communes: of(3) };
  });
}
