/** A stream of numbers that is the same for the same seed on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** An item with a probability in proportion to its weight. */
  weighted<T>(items: readonly { readonly item: T; readonly weight: number }[]): T;
  /** Log-normally spread around `median`; `spread` 0 is always the median. */
  around(median: number, spread: number): number;
}

/** Mulberry32 over a hash (FNV-1a) of the words of the seed. */
export function randomOf(...seed: readonly (string | number)[]): Random {
  let state = hashOf(seed.join('/'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return {
    next,
    pick,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    weighted: (items) => {
      let left = next() * items.reduce((sum, one) => sum + one.weight, 0);
      for (const one of items) {
        left -= one.weight;
        if (left < 0) return one.item;
      }
      return (items.at(-1) as (typeof items)[number]).item;
    },
    around: (median, spread) => median * Math.exp(spread * (next() + next() + next() - 1.5) * 2),
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
