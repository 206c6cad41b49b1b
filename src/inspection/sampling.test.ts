import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Element } from './sampling.ts';
import { drawSample } from './sampling.ts';

const population = fc.uniqueArray(fc.uuid(), { maxLength: 120 }).chain((ids) =>
  fc
    .array(fc.constantFrom('Nông nghiệp', 'Điện', 'Môi trường', 'Khác'), {
      minLength: ids.length,
      maxLength: ids.length,
    })
    .map((strata) => ids.map((id, at): Element => ({ id, stratum: strata[at] ?? '' }))),
);
const seed = fc.string({ minLength: 1, maxLength: 12 });
const size = fc.integer({ min: 0, max: 150 });

test('AUD-04 the same seed draws the same sample, in whatever order the population comes', () => {
  fc.assert(
    fc.property(population, seed, size, (elements, word, wanted) => {
      const one = drawSample(elements, { seed: word, size: wanted });
      const other = drawSample(elements.toReversed(), { seed: word, size: wanted });

      expect(other).toEqual(one);
    }),
  );
});

test('AUD-04 as many are drawn as wanted, each once, from where they belong; a sample larger than its population is all of it', () => {
  fc.assert(
    fc.property(population, seed, size, (elements, word, wanted) => {
      const { chosen, strata, population: count } = drawSample(elements, { seed: word, size: wanted });
      const home = new Map(elements.map(({ id, stratum }) => [id, stratum]));

      expect(chosen.length).toBe(Math.min(wanted, elements.length));
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(count).toBe(elements.length);
      for (const { stratum, population: held, drawn } of strata) {
        expect(chosen.filter((id) => home.get(id) === stratum).length).toBe(drawn);
        expect(drawn).toBeLessThanOrEqual(held);
      }
    }),
  );
});

test('AUD-04 strata are drawn from in proportion, and none is passed over where the size allows', () => {
  fc.assert(
    fc.property(population, seed, size, (elements, word, wanted) => {
      const { strata, chosen } = drawSample(elements, { seed: word, size: wanted });
      const total = elements.length - (wanted >= strata.length ? strata.length : 0);
      const first = wanted >= strata.length ? 1 : 0;

      if (first) expect(strata.every(({ drawn }) => drawn >= 1)).toBe(true);
      for (const { population: held, drawn } of strata) {
        const fair = total === 0 ? 0 : ((chosen.length - first * strata.length) * (held - first)) / total;
        expect(Math.abs(drawn - first - fair)).toBeLessThan(1);
      }
    }),
  );
});

test('AUD-04 one element more or less leaves the others where they were', () => {
  const elements = Array.from({ length: 200 }, (_, at): Element => ({ id: `htx-${at}`, stratum: 'tất cả' }));
  const whole = drawSample(elements, { seed: '2024', size: 30 }).chosen;
  const gone = whole[10] ?? '';

  const without = drawSample(
    elements.filter(({ id }) => id !== gone),
    { seed: '2024', size: 30 },
  ).chosen;

  expect(without.slice(0, 29)).toEqual(whole.filter((id) => id !== gone));
});

test('AUD-04 anybody can draw again: the turn is the SHA-256 of seed and id', () => {
  const ids = Array.from({ length: 50 }, (_, at) => `LMHTX-${at}`);
  const turn = (id: string) => createHash('sha256').update(`kỳ 1\n${id}`).digest('hex');

  const { chosen } = drawSample(
    ids.map((id) => ({ id, stratum: 'x' })),
    { seed: 'kỳ 1', size: 5 },
  );

  expect(chosen).toEqual(ids.toSorted((a, b) => (turn(a) < turn(b) ? -1 : 1)).slice(0, 5));
});

test('another seed draws another sample', () => {
  const elements = Array.from({ length: 500 }, (_, at): Element => ({ id: `${at}`, stratum: 'x' }));
  const of = (word: string) => new Set(drawSample(elements, { seed: word, size: 50 }).chosen);

  expect([...of('a')].filter((id) => of('b').has(id)).length).toBeLessThan(20);
});
