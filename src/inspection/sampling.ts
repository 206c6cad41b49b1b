import { createHash } from 'node:crypto';

/** Something that can be drawn, and the stratum it belongs to. */
export interface Element {
  readonly id: string;
  readonly stratum: string;
}

export interface Wish {
  readonly seed: string;
  /** How many shall be drawn; all are when there are no more than that. */
  readonly size: number;
}

export interface Draw {
  /** By the stratum's name. */
  readonly strata: readonly { readonly stratum: string; readonly population: number; readonly drawn: number }[];
  /** Ids, stratum by stratum, each in the order in which they were drawn. */
  readonly chosen: readonly string[];
  readonly population: number;
  /** SHA-256 over the sorted ids: the same population has the same one. */
  readonly fingerprint: string;
}

/**
 * Draws a stratified sample that is the same for the same seed and population, in whatever order the population comes.
 * Strata are drawn from in proportion to what they hold; each at least once, where the size allows.
 */
export function drawSample(elements: readonly Element[], { seed, size }: Wish): Draw {
  const byStratum = Map.groupBy(elements, ({ stratum }) => stratum);
  const names = [...byStratum.keys()].sort();
  const sizes = names.map((name) => byStratum.get(name)?.length ?? 0);
  const drawn = shares(sizes, Math.max(0, Math.min(size, elements.length)), (at) => turnOf(seed, names[at] ?? ''));
  const chosen = names.flatMap((name, at) =>
    (byStratum.get(name) ?? [])
      .map(({ id }) => ({ id, turn: turnOf(seed, id) }))
      .sort((a, b) => (a.turn < b.turn ? -1 : 1))
      .slice(0, drawn[at])
      .map(({ id }) => id),
  );
  const strata = names.map((stratum, at) => ({ stratum, population: sizes[at] ?? 0, drawn: drawn[at] ?? 0 }));
  return { strata, chosen, population: elements.length, fingerprint: fingerprintOf(elements) };
}

/**
 * How many of each stratum: in proportion, by largest remainder; equal remainders by the lot. Where there are at least as
 * many to draw as strata, each gets one first. Never more than a stratum holds.
 */
function shares(sizes: readonly number[], wanted: number, lot: (at: number) => string): readonly number[] {
  const first = wanted >= sizes.length ? 1 : 0;
  const left = wanted - first * sizes.length;
  const open = sizes.map((size) => size - first);
  const total = open.reduce((sum, size) => sum + size, 0);
  const given = open.map((size) => first + (total === 0 ? 0 : Math.floor((left * size) / total)));
  const missing = wanted - given.reduce((sum, count) => sum + count, 0);
  const order = open
    .map((size, at) => ({ at, remainder: total === 0 ? 0 : (left * size) % total, lot: lot(at) }))
    .sort((a, b) => b.remainder - a.remainder || (a.lot < b.lot ? -1 : 1));
  const luckier = new Set(order.slice(0, missing).map(({ at }) => at));
  return given.map((count, at) => count + (luckier.has(at) ? 1 : 0));
}

/** Whose turn comes first: SHA-256 of the seed, a line break and the id. */
function turnOf(seed: string, id: string): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}

function fingerprintOf(elements: readonly Element[]): string {
  const ids = elements.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join('\n')).digest('hex');
}
