import type { Decimal } from '#kernel/decimal.ts';
import { divide, subtract } from '#kernel/decimal.ts';
import type { Fraction } from '#kernel/fraction.ts';
import { decimalOf, isWhole, NOTHING, over, plus, times } from '#kernel/fraction.ts';
import type { Equivalent } from '#places/public.ts';
import type { Grouping, GroupSum, PlacedAmount, ShownFigure } from './model.ts';

/** Records that name no unit; records whose unit has no recorded successor. Both stay in their province. */
export const WITHOUT_COMMUNE = 'chua-ro-xa';
export const UNRECORDED = 'chua-ro-ke-thua';
export const WITHOUT_PROVINCE = 'chua-ro-tinh';

/** In which group of the borders asked about a target lies; undefined: not in this table. */
export function groupOf(
  target: Pick<Equivalent, 'target' | 'provinceCode'> | null,
  provinceCode: string | null,
  grouping: Grouping,
): string | undefined {
  const province = target ? target.provinceCode : provinceCode;
  if (grouping.provinceCode !== null && province !== grouping.provinceCode) return undefined;
  if (grouping.by === 'province') return province ?? WITHOUT_PROVINCE;
  if (!target) return WITHOUT_COMMUNE;
  if (!target.target) return UNRECORDED;
  // A district without communes (Cồn Cỏ until 2025) stands for itself among both.
  return grouping.by === 'commune' || target.target.level === 2
    ? grouping.by === 'commune'
      ? target.target.uid
      : target.target.code
    : (target.target.parentCode ?? UNRECORDED);
}

/**
 * Adds up what was recorded in units of one day under the borders of another. A unit that lies whole in a group is added
 * whole; one that was divided gives its share, which is told apart. No amount is lost: over all groups of all provinces
 * the sum is what it was.
 */
export function regroup(
  amounts: readonly PlacedAmount[],
  equivalents: ReadonlyMap<string, readonly Equivalent[]>,
  grouping: Grouping,
): ReadonlyMap<string, GroupSum> {
  const groups = new Map<string, GroupSum>();
  for (const placed of amounts)
    for (const [key, share] of sharesOf(placed, equivalents, grouping)) {
      const amount = times(placed.amount, share);
      const before = groups.get(key);
      groups.set(key, {
        key,
        amount: plus(before?.amount ?? NOTHING, amount),
        apportioned: isWhole(share) ? (before?.apportioned ?? NOTHING) : plus(before?.apportioned ?? NOTHING, amount),
        contributions: [
          ...(before?.contributions ?? []),
          { source: placed.source, share, amount, records: placed.records },
        ],
      });
    }
  return groups;
}

/** How much of a source lies in each group: parts that lie in one group are one part. */
function sharesOf(
  placed: PlacedAmount,
  equivalents: ReadonlyMap<string, readonly Equivalent[]>,
  grouping: Grouping,
): ReadonlyMap<string, Fraction> {
  const shares = new Map<string, Fraction>();
  const add = (key: string | undefined, share: Fraction) => {
    if (key !== undefined) shares.set(key, plus(shares.get(key) ?? NOTHING, share));
  };
  const targets = placed.source === null ? undefined : equivalents.get(placed.source);
  if (!targets) add(groupOf(null, placed.provinceCode, grouping), { numerator: 1n, denominator: 1n });
  else for (const target of targets) add(groupOf(target, null, grouping), target.share);
  return shares;
}

/** A sum as a figure; null where it counts nothing that is known. */
export function shownSum(sum: GroupSum | undefined, isZeroKnown: boolean): ShownFigure {
  if (!sum) return { value: isZeroKnown ? '0' : null, apportioned: '0', dividedUnits: 0 };
  return { value: decimalOf(sum.amount), apportioned: decimalOf(sum.apportioned), dividedUnits: dividedIn(sum) };
}

/** A ratio is made again from its parts, never averaged. */
export function shownRatio(part: GroupSum | undefined, whole: GroupSum | undefined): ShownFigure {
  const dividedUnits = Math.max(part ? dividedIn(part) : 0, whole ? dividedIn(whole) : 0);
  if (!whole || whole.amount.numerator === 0n) return { value: null, apportioned: null, dividedUnits };
  return { value: decimalOf(over(part?.amount ?? NOTHING, whole.amount)), apportioned: null, dividedUnits };
}

function dividedIn(sum: GroupSum): number {
  return sum.contributions.filter((each) => !isWhole(each.share)).length;
}

/** All groups as one. */
export function totalOf(groups: Iterable<GroupSum>): GroupSum | undefined {
  const all = [...groups];
  const [first] = all;
  if (!first) return undefined;
  const bySource = Map.groupBy(
    all.flatMap((group) => group.contributions),
    (each) => each.source,
  );
  const contributions = [...bySource].map(([source, parts]) => ({
    source,
    share: source === null ? { numerator: 1n, denominator: 1n } : parts.map((part) => part.share).reduce(plus),
    amount: parts.map((part) => part.amount).reduce(plus),
    records: source === null ? parts.reduce((sum, part) => sum + part.records, 0) : (parts[0]?.records ?? 0),
  }));
  const apportioned = contributions.filter((each) => !isWhole(each.share)).map((each) => each.amount);
  return {
    key: '',
    amount: all.map((group) => group.amount).reduce(plus),
    apportioned: apportioned.reduce(plus, NOTHING),
    contributions,
  };
}

export function differenceOf(first: Decimal | null, second: Decimal | null): Decimal | null {
  return first === null || second === null ? null : subtract(second, first);
}

/** By how much of the first the second is larger; null where there is nothing to grow from. */
export function growthOf(first: Decimal | null, second: Decimal | null): Decimal | null {
  const difference = differenceOf(first, second);
  return difference === null || first === null ? null : (divide(difference, first) ?? null);
}
