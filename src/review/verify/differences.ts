import type { SnapshotBody, SnapshotFigure } from '../model.ts';

/** One place where a file says otherwise than the lock. */
export interface Difference {
  /** `HTX.SO/LMHTX-NA`, `HTX.SO (cùng kỳ)`, `text.limits`, `units.2.name`. */
  readonly place: string;
  readonly locked: string;
  readonly given: string;
}

const ASPECTS = ['current', 'lastYear', 'plan', 'counted'] as const;
type Aspect = (typeof ASPECTS)[number];
const ABSENT = '∅';

/**
 * Where the file differs from the lock, figures first, in the order of the forms; then everything else by its path.
 * At most `max`; empty when both say the same.
 */
export function differencesOf(locked: SnapshotBody, given: unknown, max: number): readonly Difference[] {
  const other = asRecord(given);
  const differences: Difference[] = [];
  for (const difference of figureDifferences(locked, asRecord(other.figures))) {
    differences.push(difference);
    if (differences.length >= max) return differences;
  }
  const ours = asRecord(locked);
  for (const key of new Set([...Object.keys(ours), ...Object.keys(other)])) {
    if (key === 'figures') continue;
    for (const difference of walk(key, ours[key], other[key])) {
      differences.push(difference);
      if (differences.length >= max) return differences;
    }
  }
  return differences;
}

function* figureDifferences(locked: SnapshotBody, given: Record<string, unknown>): Generator<Difference> {
  const codes = new Set([
    ...locked.definitions.map((definition) => definition.code),
    ...Object.keys(locked.figures),
    ...Object.keys(given),
  ]);
  for (const code of codes) {
    const [left, right] = [locked.figures[code], asRecord(given[code])];
    for (const aspect of ASPECTS) yield* spreadDifferences(code, aspect, left, right);
    yield* walk(`figures.${code}.basis`, left?.basis ?? {}, right.basis ?? {});
    yield* walk(
      `figures.${code}.coverage`,
      ASPECTS.map((aspect) => left?.[aspect]?.coverage ?? null),
      ASPECTS.map((aspect) => asRecord(right[aspect]).coverage ?? null),
    );
  }
}

function* spreadDifferences(
  code: string,
  aspect: Aspect,
  left: SnapshotFigure | undefined,
  right: Record<string, unknown>,
): Generator<Difference> {
  const spread = asRecord(right[aspect]);
  const [ours, theirs] = [left?.[aspect]?.byUnit ?? {}, asRecord(spread.byUnit)];
  for (const unit of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
    yield* leaf(`${code}/${unit}${ASPECT_MARKS[aspect]}`, ours[unit], theirs[unit]);
  yield* leaf(`${code}${ASPECT_MARKS[aspect]}`, left?.[aspect]?.total, spread.total);
}

const ASPECT_MARKS: Readonly<Record<Aspect, string>> = {
  current: '',
  lastYear: ' (cùng kỳ)',
  plan: ' (kế hoạch)',
  counted: ' (số đếm)',
};

function* walk(place: string, locked: unknown, given: unknown): Generator<Difference> {
  if (!isBranch(locked) && !isBranch(given)) return yield* leaf(place, locked, given);
  const [ours, theirs] = [asRecord(locked), asRecord(given)];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
    yield* walk(`${place}.${nameOf(ours[key] ?? theirs[key], key)}`, ours[key], theirs[key]);
}

/** A list's entry goes by its own code where it has one: `text.limits` says more than `text.8`. */
function nameOf(entry: unknown, key: string): string {
  const { code, key: ruleKey } = asRecord(entry);
  if (typeof code === 'string') return code;
  return typeof ruleKey === 'string' ? ruleKey : key;
}

function* leaf(place: string, locked: unknown, given: unknown): Generator<Difference> {
  const [ours, theirs] = [shown(locked), shown(given)];
  if (ours !== theirs) yield { place, locked: ours, given: theirs };
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return ABSENT;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return isBranch(value) ? (value as Record<string, unknown>) : {};
}
