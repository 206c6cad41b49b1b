import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, NOTHING, plus } from '#kernel/fraction.ts';
import { isoDate } from '#kernel/time.ts';
import type { Equivalent, Unit, UnitId } from '#places/public.ts';
import { classesOf, stepOf } from './classes.ts';
import { differenceOf, growthOf, regroup, shownRatio, shownSum, totalOf } from './regroup.ts';

const BY_PROVINCE = { by: 'province', provinceCode: null } as const;
const COMMUNES = { by: 'commune', provinceCode: null } as const;

function aUnit(uid: string, provinceCode: string): Unit {
  const validFrom = isoDate('2025-07-01');
  const code = uid;
  return {
    id: uid as UnitId,
    uid,
    level: 3,
    code,
    fullName: `Xã ${uid}`,
    name: uid,
    kind: 'xa',
    parentCode: provinceCode,
    provinceCode,
    validFrom,
    validUntil: null,
  };
}

function part(uid: string | null, provinceCode: string, numerator: number, denominator: number): Equivalent {
  const isWhole = numerator === denominator;
  return {
    target: uid === null ? null : aUnit(uid, provinceCode),
    provinceCode,
    basis: uid === null ? 'unrecorded' : isWhole ? 'merged' : 'apportioned',
    weighedBy: isWhole ? 'none' : 'population',
    isEstimate: !isWhole,
    share: fraction(BigInt(numerator), BigInt(denominator)),
  };
}

const amount = (source: string | null, size: number, provinceCode: string | null = null) => ({
  source,
  provinceCode,
  amount: fraction(BigInt(size), 1n),
  records: size,
});

test('ORG-05 mergers add: 490 and 347 are 837, and nothing of it is an estimate', () => {
  const equivalents = new Map([
    ['old-44', [part('a', '44', 1, 1)]],
    ['old-45', [part('b', '44', 1, 1)]],
  ]);

  const sums = regroup([amount('old-44', 490), amount('old-45', 347)], equivalents, BY_PROVINCE);

  expect(shownSum(sums.get('44'), true)).toEqual({ value: '837', apportioned: '0', dividedUnits: 0 });
});

test('ORG-05 of a commune that was split each part is told as an estimate; its province is exact', () => {
  const equivalents = new Map([['split', [part('a', '42', 1, 2), part('b', '42', 1, 2)]]]);

  const communes = regroup([amount('split', 7)], equivalents, COMMUNES);
  const province = regroup([amount('split', 7)], equivalents, BY_PROVINCE);

  expect(shownSum(communes.get('a'), true)).toEqual({ value: '3.5', apportioned: '3.5', dividedUnits: 1 });
  expect(shownSum(province.get('42'), true)).toEqual({ value: '7', apportioned: '0', dividedUnits: 0 });
  expect(shownSum(totalOf(communes.values()), true)).toEqual({ value: '7', apportioned: '0', dividedUnits: 0 });
});

test('ORG-05 records without a commune, and those of a commune without a known successor, stay in their province', () => {
  const equivalents = new Map([['lost', [part(null, '44', 1, 1)]]]);
  const amounts = [amount('lost', 3), amount(null, 2, '44')];

  const province = regroup(amounts, equivalents, BY_PROVINCE);
  const communes = regroup(amounts, equivalents, { by: 'commune', provinceCode: '44' });

  expect(province.get('44')?.amount).toEqual(fraction(5n, 1n));
  expect([...communes].map(([key, sum]) => [key, Number(sum.amount.numerator)])).toEqual([
    ['chua-ro-ke-thua', 3],
    ['chua-ro-xa', 2],
  ]);
});

test('ORG-05 a ratio is made again from its regrouped parts, not averaged', () => {
  const equivalents = new Map([
    ['x', [part('a', '44', 1, 1)]],
    ['y', [part('a', '44', 1, 1)]],
  ]);
  const parts = regroup([amount('x', 1), amount('y', 30)], equivalents, BY_PROVINCE);
  const wholes = regroup([amount('x', 2), amount('y', 100)], equivalents, BY_PROVINCE);

  // The mean of 50 % and 30 % would be 40 %.
  expect(shownRatio(parts.get('44'), wholes.get('44')).value).toBe('0.303921568627');
  expect(shownRatio(parts.get('44'), undefined).value).toBeNull();
});

test('ORG-05 what grew from nothing has no growth; an unknown figure has no difference', () => {
  expect([growthOf('490', '837'), growthOf('0', '5'), growthOf(null, '5')]).toEqual(['0.708163265306', null, null]);
  expect([differenceOf('490', '347'), differenceOf(null, '1')]).toEqual(['-143', null]);
  expect([shownSum(undefined, true).value, shownSum(undefined, false).value]).toEqual(['0', null]);
});

const shares = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
const world = fc.array(fc.record({ size: fc.integer({ min: 0, max: 999 }), shares }), { minLength: 1, maxLength: 30 });

test('ORG-05 whatever is divided among whatever, the sum over all groups is the sum of all amounts', () => {
  fc.assert(
    fc.property(world, (units) => {
      const equivalents = new Map(
        units.map((unit, at) => {
          const whole = unit.shares.reduce((a, b) => a + b);
          return [`u${at}`, unit.shares.map((share, to) => part(`t${(at + to) % 5}`, `${to % 2}`, share, whole))];
        }),
      );
      const amounts = units.map((unit, at) => amount(`u${at}`, unit.size));
      const expected = fraction(BigInt(units.reduce((sum, unit) => sum + unit.size, 0)), 1n);
      for (const grouping of [BY_PROVINCE, COMMUNES])
        expect(
          [...regroup(amounts, equivalents, grouping).values()].map((sum) => sum.amount).reduce(plus, NOTHING),
        ).toEqual(expected);
    }),
  );
});

test('REG-13 classes hold every value, equal values are of one class, and nothing is a class of its own', () => {
  const classes = classesOf([0, 0, 1, 1, 1, 2, 3, 5, 8, 13, 200]);

  expect(classes[0]).toEqual({ step: 0, from: 0, until: 0 });
  expect(classes.at(-1)).toMatchObject({ step: 5, until: 200 });
  expect(stepOf(classes, null)).toBeNull();
  expect(classesOf([])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (values) => {
      const found = classesOf(values);
      for (const value of values)
        expect(found.filter((each) => each.from <= value && value <= each.until)).toHaveLength(1);
      expect(new Set(found.map((each) => each.step)).size).toBe(found.length);
    }),
  );
});
