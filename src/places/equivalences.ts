import { present } from '#kernel/assert.ts';
import type { Fraction } from '#kernel/fraction.ts';
import { isWhole, plus, times, WHOLE } from '#kernel/fraction.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Edition, ListedChange, ListedUnit } from './editions.ts';
import { editionsOf, standsOn } from './editions.ts';
import type { Edge, Sizes, Step, Weighing } from './steps.ts';
import { stepOf } from './steps.ts';

export type EquivalenceBasis = 'same' | 'merged' | 'apportioned' | 'unrecorded';

/** What a unit, with the extent it has since a day, is in an edition. */
export interface Equivalence {
  readonly uid: string;
  readonly sinceOn: IsoDate;
  readonly editionOn: IsoDate;
  /** Null: not recorded. */
  readonly targetUid: string | null;
  /** Null: not even the province is recorded. */
  readonly provinceCode: string | null;
  readonly basis: EquivalenceBasis;
  readonly weighedBy: Weighing;
  readonly isEstimate: boolean;
  readonly share: Fraction;
}

/** A part of a unit on its way from edition to edition. */
interface Part {
  readonly at: string | null;
  readonly share: Fraction;
  readonly isSame: boolean;
  readonly weighedBy: Weighing;
  readonly provinceCode: string | null;
}

/** From the best ground of a share to the weakest; a share is as good as the weakest ground on its way. */
const GROUNDS: readonly Weighing[] = ['none', 'recorded', 'population', 'area', 'parts', 'equal'];

/**
 * For every commune and province, in every extent it had, what it is in every edition of the list. Forwards a unit goes
 * where the changes lead, through several of them; backwards it is divided among the units it was made of. The shares of
 * one extent in one edition add up to one, what is not recorded included.
 */
export function equivalencesOf(
  units: readonly ListedUnit[],
  changes: readonly ListedChange[],
  sizes: Sizes,
): { readonly editions: readonly Edition[]; readonly equivalences: readonly Equivalence[] } {
  const editions = editionsOf(units);
  const days = editions.map((edition) => edition.validFrom);
  const found = ([1, 3] as const).flatMap((level) => {
    const nodes = nodesOf(units, changes, level);
    return walkAll(nodes, changes, days, sizes, level, provincesOf(units, changes, days));
  });
  return { editions, equivalences: found };
}

/** The units of a level, with those of other levels that became one of it (huyện Cồn Cỏ, a district without communes). */
function nodesOf(units: readonly ListedUnit[], changes: readonly ListedChange[], level: 1 | 3): readonly ListedUnit[] {
  const levelOf = new Map(units.map((unit) => [unit.uid, unit.level]));
  const alsoNodes = new Set(
    changes.flatMap(({ oldUid, newUid }) => (oldUid && newUid && levelOf.get(newUid) === level ? [oldUid] : [])),
  );
  return units.filter((unit) => unit.level === level || alsoNodes.has(unit.uid));
}

type Provinces = (code: string | null, from: IsoDate, to: IsoDate) => string | null;

/** Follows a province: forwards to what it became, backwards only where it came from one alone. */
function provincesOf(
  units: readonly ListedUnit[],
  changes: readonly ListedChange[],
  days: readonly IsoDate[],
): Provinces {
  const provinces = units.filter((unit) => unit.level === 1);
  const byUid = new Map(provinces.map((unit) => [unit.uid, unit]));
  const ofProvinces = changes.filter(({ oldUid }) => oldUid !== null && byUid.has(oldUid));
  const codeOf = (uid: string | null) => (uid === null ? undefined : byUid.get(uid)?.code);
  return (code, from, to) => {
    let now = code;
    const between = (day: IsoDate) => (from < to ? day > from && day <= to : day > to && day <= from);
    const onTheWay = days.filter(between);
    for (const day of from < to ? onTheWay : onTheWay.toReversed()) {
      const ofDay = ofProvinces.filter((change) => change.effectiveOn === day);
      const next = new Set(
        from < to
          ? ofDay.flatMap(({ oldUid, newUid }) => (codeOf(oldUid) === now ? [codeOf(newUid)] : []))
          : ofDay.flatMap(({ oldUid, newUid }) => (codeOf(newUid) === now ? [codeOf(oldUid)] : [])),
      );
      if (next.size > 1) return null;
      const [only] = next;
      if (only !== undefined) now = only;
    }
    return now;
  };
}

function walkAll(
  nodes: readonly ListedUnit[],
  changes: readonly ListedChange[],
  days: readonly IsoDate[],
  sizes: Sizes,
  level: 1 | 3,
  provinces: Provinces,
): readonly Equivalence[] {
  const byUid = new Map(nodes.map((unit) => [unit.uid, unit]));
  const standing = days.map((day) => nodes.filter((unit) => standsOn(unit, day)));
  const changesOn = Map.groupBy(changes, (change) => change.effectiveOn);
  const steps = days.map((day, at) => {
    const after = new Set((standing[at] ?? []).map((unit) => unit.uid));
    const step = stepOf(day, standing[at - 1] ?? [], after, changesOn.get(day) ?? [], sizes);
    return level === 1 ? { ...step, backwards: unguessed(step.backwards) } : step;
  });
  const provinceAt = (part: Part, from: number, to: number): Part => {
    const unit = part.at === null ? undefined : byUid.get(part.at);
    const code = unit ? unit.provinceCode : provinces(part.provinceCode, dayAt(days, from), dayAt(days, to));
    return { ...part, provinceCode: code };
  };
  return nodes
    .filter((unit) => unit.level === level || unit.level === 2)
    .flatMap((unit) =>
      extentsOf(unit, days, steps).flatMap((extent) =>
        walkExtent(unit, extent, days, steps, provinceAt).map((row) => ({ uid: unit.uid, ...row })),
      ),
    );
}

/** A province that was made of several is not divided among them: what is known only to the province stays unrecorded. */
function unguessed(backwards: Step['backwards']): Step['backwards'] {
  const unrecorded: Edge = { to: null, share: WHOLE, isSame: false, weighedBy: 'none' };
  return new Map([...backwards].map(([uid, edges]) => [uid, edges.length > 1 ? [unrecorded] : edges]));
}

interface Extent {
  /** Places in the list of days, both included. */
  readonly first: number;
  readonly last: number;
}

/** A version that takes in another goes on with a larger extent: cut where that happens. */
function extentsOf(unit: ListedUnit, days: readonly IsoDate[], steps: readonly Step[]): readonly Extent[] {
  const places = days.flatMap((day, at) => (standsOn(unit, day) ? [at] : []));
  const firsts = places.filter((at, place) => place === 0 || (steps[at]?.backwards.get(unit.uid)?.length ?? 0) > 1);
  return firsts.map((first, index) => ({
    first,
    last: (firsts[index + 1] ?? present(places.at(-1), 'a unit stands on some day') + 1) - 1,
  }));
}

function walkExtent(
  unit: ListedUnit,
  { first, last }: Extent,
  days: readonly IsoDate[],
  steps: readonly Step[],
  provinceAt: (part: Part, from: number, to: number) => Part,
): readonly Omit<Equivalence, 'uid'>[] {
  const whole: Part = {
    at: unit.uid,
    share: WHOLE,
    isSame: true,
    weighedBy: 'none',
    provinceCode: unit.provinceCode,
  };
  const byPlace = new Map<number, readonly Part[]>();
  for (let at = first; at <= last; at += 1) byPlace.set(at, [whole]);
  for (let at = last + 1; at < days.length; at += 1) {
    const moved = taken(byPlace.get(at - 1) ?? [], steps[at]?.forwards);
    byPlace.set(
      at,
      moved.map((part) => provinceAt(part, at - 1, at)),
    );
  }
  for (let at = first - 1; at >= 0; at -= 1) {
    const moved = taken(byPlace.get(at + 1) ?? [], steps[at + 1]?.backwards);
    byPlace.set(
      at,
      moved.map((part) => provinceAt(part, at + 1, at)),
    );
  }
  const sinceOn = dayAt(days, first);
  return days.flatMap((editionOn, at) =>
    (byPlace.get(at) ?? []).map((part) => ({
      sinceOn,
      editionOn,
      targetUid: part.at,
      provinceCode: part.provinceCode,
      basis: basisOf(part),
      weighedBy: isWhole(part.share) ? ('none' as const) : part.weighedBy,
      isEstimate: !isWhole(part.share),
      share: part.share,
    })),
  );
}

/** One step of every part; parts that meet in one unit are one part again. */
function taken(parts: readonly Part[], edges: ReadonlyMap<string, readonly Edge[]> | undefined): readonly Part[] {
  const moved = parts.flatMap((part) => {
    if (part.at === null) return [part];
    const onward = edges?.get(part.at) ?? [];
    return onward.map((edge) => ({
      at: edge.to,
      share: times(part.share, edge.share),
      isSame: part.isSame && edge.isSame,
      weighedBy: weaker(part.weighedBy, edge.weighedBy),
      provinceCode: part.provinceCode,
    }));
  });
  return [...Map.groupBy(moved, (part) => part.at).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const weighedBy = same.map((part) => part.weighedBy).reduce(weaker);
    return [{ ...first, share: same.map((part) => part.share).reduce(plus), weighedBy }];
  });
}

function weaker(a: Weighing, b: Weighing): Weighing {
  return GROUNDS.indexOf(a) >= GROUNDS.indexOf(b) ? a : b;
}

function basisOf(part: Part): EquivalenceBasis {
  if (part.at === null) return 'unrecorded';
  if (!isWhole(part.share)) return 'apportioned';
  return part.isSame ? 'same' : 'merged';
}

function dayAt(days: readonly IsoDate[], at: number): IsoDate {
  return present(days[at], 'an edition has its first day');
}
