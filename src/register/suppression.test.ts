import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppressed, UNITS_MIN } from './suppression.ts';

const group = (name: string, units: number) => ({ group: name, units, sum: units === 0 ? null : String(units * 10) });

function shown(column: readonly ReturnType<typeof group>[], open: readonly string[] = []) {
  const { groups, total } = suppressed(column, new Set(open));
  return [...groups]
    .filter(([, one]) => one.isShown)
    .map(([name]) => name)
    .concat(total.isShown ? ['total'] : []);
}

test('QTD-04 groups of five and more are shown with their total', () => {
  expect(shown([group('a', 5), group('b', 60)])).toEqual(['a', 'b', 'total']);
});

test('QTD-04 a group of four is withheld, and the next smallest with it, lest it be worked out from the total', () => {
  expect(shown([group('a', 4), group('b', 9), group('c', 60)])).toEqual(['c', 'total']);
});

test('QTD-04 a single small group withholds the total too', () => {
  expect(shown([group('a', 4)])).toEqual([]);
});

test('QTD-04 those who may see every fund of a group see its sum', () => {
  expect(shown([group('a', 4)], ['a'])).toEqual(['a', 'total']);
});

test('a group without any unit hides nobody and is shown as not known', () => {
  expect(shown([group('a', 0), group('b', 9)])).toEqual(['a', 'b', 'total']);
});

test('QTD-04 whatever the groups, what can be worked out of the withheld ones is a sum over at least five units', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (sizes) => {
      const column = sizes.map((units, index) => group(String(index), units));

      const { groups, total } = suppressed(column);

      const withheld = column.filter((one) => !groups.get(one.group)?.isShown);
      const unitsWithheld = withheld.reduce((units, one) => units + one.units, 0);
      expect(column.filter((one) => one.units > 0 && one.units < UNITS_MIN && groups.get(one.group)?.isShown)).toEqual(
        [],
      );
      expect(withheld.length === 0 || !total.isShown || (withheld.length > 1 && unitsWithheld >= UNITS_MIN)).toBe(true);
    }),
  );
});
