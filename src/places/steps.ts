import { present } from '#kernel/assert.ts';
import type { Fraction } from '#kernel/fraction.ts';
import { fraction, NOTHING, over, plus, WHOLE } from '#kernel/fraction.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ListedChange, ListedUnit } from './editions.ts';
import { standsOn } from './editions.ts';

/** On what a share rests; `parts`: every old unit that went into a new one counts alike. */
export type Weighing = 'none' | 'recorded' | 'population' | 'area' | 'equal' | 'parts';

/** What is known of the size of units and of the parts of split ones. */
export interface Sizes {
  readonly population: ReadonlyMap<string, Fraction>;
  readonly area: ReadonlyMap<string, Fraction>;
  /** Persons or land that moved by one change, by its id. */
  readonly recorded: ReadonlyMap<string, Fraction>;
}

/** From a unit to one that it becomes, or came from, on a day; null: not recorded. */
export interface Edge {
  readonly to: string | null;
  readonly share: Fraction;
  /** Nothing else is in the other unit, and nothing of this one elsewhere. */
  readonly isSame: boolean;
  readonly weighedBy: Weighing;
}

/** What happens on one day of change, in both directions. */
export interface Step {
  readonly forwards: ReadonlyMap<string, readonly Edge[]>;
  readonly backwards: ReadonlyMap<string, readonly Edge[]>;
}

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly share: Fraction;
  readonly weighedBy: Weighing;
}

/**
 * How the units that stood on the day before become those of that day. A unit that goes on keeps what is recorded under
 * it, also where it gave a part away: how large the part was is not known.
 */
export function stepOf(
  day: IsoDate,
  before: readonly ListedUnit[],
  after: ReadonlySet<string>,
  changes: readonly ListedChange[],
  sizes: Sizes,
): Step {
  const changesOf = Map.groupBy(changes, (change) => change.oldUid ?? '');
  const ofThatDay = new Map(before.map((unit) => [unit.uid, changesOf.get(unit.uid) ?? []]));
  const piecesOf = new Map<string, number>();
  for (const out of ofThatDay.values())
    for (const { newUid } of out) if (newUid) piecesOf.set(newUid, (piecesOf.get(newUid) ?? 0) + 1);
  const flows = before.flatMap((unit) =>
    standsOn(unit, day)
      ? [{ from: unit.uid, to: unit.uid, share: WHOLE, weighedBy: 'none' as const }]
      : flowsOut(unit.uid, (ofThatDay.get(unit.uid) ?? []).filter(leadsTo(after)), piecesOf, sizes),
  );
  const out = Map.groupBy(flows, (flow) => flow.from);
  const into = Map.groupBy(flows, (flow) => flow.to);
  return {
    forwards: new Map(before.map(({ uid }) => [uid, forwardEdges(out.get(uid) ?? [], into)])),
    backwards: new Map([...after].map((uid) => [uid, backwardEdges(into.get(uid) ?? [], out)])),
  };
}

function leadsTo(after: ReadonlySet<string>) {
  return (change: ListedChange) => change.newUid !== null && after.has(change.newUid);
}

function flowsOut(
  from: string,
  changes: readonly ListedChange[],
  piecesOf: ReadonlyMap<string, number>,
  sizes: Sizes,
): readonly Flow[] {
  const [only, another] = changes;
  if (!only?.newUid) return [];
  if (!another) return [{ from, to: only.newUid, share: WHOLE, weighedBy: 'none' }];
  const { weights, weighedBy } = weigh(changes, piecesOf, sizes);
  const total = weights.reduce(plus, NOTHING);
  return changes.map((change, at) => ({
    from,
    to: present(change.newUid, 'a part of a split has its successor'),
    share: over(weights[at] ?? NOTHING, total),
    weighedBy,
  }));
}

/**
 * The sizes of the parts of a unit that was split: what the resolution says; else the mean population (area) of the old
 * units in each successor, since a successor is larger than the part it took; else all alike.
 */
function weigh(changes: readonly ListedChange[], piecesOf: ReadonlyMap<string, number>, sizes: Sizes) {
  const recorded = allKnown(changes.map(({ id }) => sizes.recorded.get(id)));
  if (recorded) return { weights: recorded, weighedBy: 'recorded' as const };
  for (const weighedBy of ['population', 'area'] as const) {
    const means = allKnown(
      changes.map(({ newUid }) => {
        const size = sizes[weighedBy].get(newUid ?? '');
        return size && over(size, fraction(BigInt(piecesOf.get(newUid ?? '') ?? 1), 1n));
      }),
    );
    if (means) return { weights: means, weighedBy };
  }
  return { weights: changes.map(() => WHOLE), weighedBy: 'equal' as const };
}

function allKnown(sizes: readonly (Fraction | undefined)[]): readonly Fraction[] | undefined {
  return sizes.every((size) => size !== undefined && size.numerator > 0n) ? (sizes as readonly Fraction[]) : undefined;
}

function forwardEdges(flows: readonly Flow[], into: ReadonlyMap<string, readonly Flow[]>): readonly Edge[] {
  if (flows.length === 0) return [{ to: null, share: WHOLE, isSame: false, weighedBy: 'none' }];
  return flows.map(({ to, share, weighedBy }) => ({
    to,
    share,
    weighedBy,
    isSame: flows.length === 1 && into.get(to)?.length === 1,
  }));
}

/** Backwards a unit is divided among those it was made of: each whole one counts one, a part its share. */
function backwardEdges(flows: readonly Flow[], out: ReadonlyMap<string, readonly Flow[]>): readonly Edge[] {
  const [only, another] = flows;
  if (!only) return [{ to: null, share: WHOLE, isSame: false, weighedBy: 'none' }];
  if (!another) return [{ to: only.from, share: WHOLE, weighedBy: 'none', isSame: out.get(only.from)?.length === 1 }];
  const total = flows.map((flow) => flow.share).reduce(plus, NOTHING);
  return flows.map((flow) => ({ to: flow.from, share: over(flow.share, total), isSame: false, weighedBy: 'parts' }));
}
