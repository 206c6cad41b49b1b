import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorRate, tallyOf } from './error-rate.ts';

test.each([
  { wrong: 0, right: 10, low: 0, high: 0.2775 },
  { wrong: 1, right: 9, low: 0.0179, high: 0.4042 },
  { wrong: 5, right: 95, low: 0.0215, high: 0.1118 },
  { wrong: 15, right: 15, low: 0.3315, high: 0.6685 },
  { wrong: 10, right: 0, low: 0.7225, high: 1 },
])('AUD-04 $wrong wrong and $right right: from $low to $high', ({ wrong, right, low, high }) => {
  const found = errorRate({ wrong, right });

  expect(found?.rate).toBeCloseTo(wrong / (wrong + right), 10);
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

test('AUD-04 where nothing could be checked there is no rate', () => {
  expect(errorRate({ wrong: 0, right: 0 })).toBeNull();
});

test('AUD-04 the interval holds the rate, stays within 0 and 1, and mirrors when right and wrong change places', () => {
  const count = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(count, count, (wrong, right) => {
      fc.pre(wrong + right > 0);
      const found = errorRate({ wrong, right });
      const mirrored = errorRate({ wrong: right, right: wrong });

      expect(found && found.low >= 0 && found.low <= found.rate && found.rate <= found.high && found.high <= 1).toBe(
        true,
      );
      expect(found?.low).toBeCloseTo(1 - (mirrored?.high ?? 0), 9);
    }),
  );
});

test('AUD-04 a tally counts every item once', () => {
  const results = ['right', 'wrong', 'wrong', 'unverifiable', null] as const;

  expect(tallyOf(results.map((result) => ({ result })))).toEqual({ right: 1, wrong: 2, unverifiable: 1, open: 1 });
});
