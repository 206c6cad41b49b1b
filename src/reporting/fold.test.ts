import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, type Decimal, divide, multiply, sum } from '#kernel/decimal.ts';
import { fold, isPartial } from './fold.ts';
import { anIndicator, aRatio, COOPERATIVES_2024, someUnits } from './testing.ts';

type Row = readonly (Decimal | null)[];

function names(row: Row): readonly string[] {
  return row.map((_, place) => `U${place}`);
}

function amounts(rows: Readonly<Record<string, Row>>) {
  return new Map(
    Object.entries(rows).map(([code, row]) => [code, new Map(row.map((amount, place) => [`U${place}`, amount]))]),
  );
}

describe('sums', () => {
  test('RPT-06 the six units of the first half of 2024 make 4.425', () => {
    const units = Object.keys(COOPERATIVES_2024);
    const row = new Map(Object.entries(COOPERATIVES_2024));

    const spread = fold(anIndicator(), units, new Map([['HTX.SO', row]]));

    expect(spread).toMatchObject({ total: '4425', coverage: { have: 6, of: 6 } });
    expect(isPartial(spread.coverage)).toBe(false);
  });

  test('RPT-06 the total is the sum of the units that have a number, for any data', () => {
    fc.assert(
      fc.property(someUnits, (row) => {
        const spread = fold(anIndicator(), names(row), amounts({ 'HTX.SO': row }));

        const present = row.filter((amount) => amount !== null);
        expect(spread.total).toBe(present.length === 0 ? null : sum(present));
        expect(spread.coverage).toEqual({ have: present.length, of: row.length });
        expect(Object.values(spread.byUnit)).toEqual(row);
      }),
    );
  });

  test('RPT-06 a missing unit is shown as missing and never changes into 0', () => {
    fc.assert(
      fc.property(someUnits, (row) => {
        const spread = fold(anIndicator(), [...names(row), 'SILENT'], amounts({ 'HTX.SO': row }));

        expect(spread.byUnit.SILENT).toBeNull();
        expect(isPartial(spread.coverage)).toBe(true);
        expect(spread.total === null).toBe(row.every((amount) => amount === null));
      }),
    );
  });

  test('RPT-06 one unit missing of six is labelled 5 of 6', () => {
    const { 'LMHTX-HT': _, ...others } = COOPERATIVES_2024;

    const spread = fold(
      anIndicator(),
      Object.keys(COOPERATIVES_2024),
      new Map([['HTX.SO', new Map(Object.entries(others))]]),
    );

    expect(spread).toMatchObject({ total: '3394', coverage: { have: 5, of: 6 } });
    expect(spread.byUnit['LMHTX-HT']).toBeNull();
  });

  test('an indicator that is not added up has units but no total', () => {
    const spread = fold(anIndicator({ aggregation: 'none' }), ['U0', 'U1'], amounts({ 'HTX.SO': ['3', '4'] }));

    expect(spread).toEqual({ total: null, byUnit: { U0: '3', U1: '4' }, coverage: { have: 2, of: 2 } });
  });
});

describe('ratios', () => {
  const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
    minLength: 1,
    maxLength: 8,
  });

  test('RPT-06 a rate of the cluster is the sum of the parts over the sum of the wholes, not the mean of the rates', () => {
    const spread = fold(aRatio(), ['U0', 'U1'], amounts({ 'X.TU': ['1', '80'], 'X.MAU': ['10', '90'] }));

    expect(spread.total).toBe('81');
    expect(spread.byUnit).toEqual({ U0: '10', U1: '88.888888888889' });
  });

  test('RPT-06 a rate of the cluster comes of sums, for any data', () => {
    fc.assert(
      fc.property(parts, (pairs) => {
        const [above, below] = [pairs.map(([part]) => String(part)), pairs.map(([, whole]) => String(whole))];

        const spread = fold(aRatio(), names(above), amounts({ 'X.TU': above, 'X.MAU': below }));

        expect(spread.total).toBe(divide(multiply(sum(above), '100'), sum(below)));
      }),
    );
  });

  test('QTD-02 the bad-debt rate of the cluster is weighted by loans', () => {
    const npl = aRatio({ code: 'QTD.NX.TL', numerator: 'QTD.NX', denominator: 'QTD.DN' });

    const spread = fold(npl, ['U0', 'U1'], amounts({ 'QTD.NX': ['10', '1'], 'QTD.DN': ['100', '900'] }));

    expect(spread.total).toBe('1.1');
  });

  test('QTD-02 without loans the bad-debt rate is not computed', () => {
    const npl = aRatio({ code: 'QTD.NX.TL', numerator: 'QTD.NX', denominator: 'QTD.DN' });

    const spread = fold(npl, ['U0'], amounts({ 'QTD.NX': ['0'], 'QTD.DN': ['0'] }));

    expect(spread).toMatchObject({ total: null, byUnit: { U0: null } });
  });

  test('a unit that has only one part counts in neither sum', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 1000 }), (pairs, lone) => {
        const above = [...pairs.map(([part]) => String(part)), String(lone)];
        const below = [...pairs.map(([, whole]) => String(whole)), null];

        const spread = fold(aRatio(), names(above), amounts({ 'X.TU': above, 'X.MAU': below }));

        const share = divide(multiply(sum(above.slice(0, -1)), '100'), sum(below.filter((one) => one !== null)));
        expect(spread.total).toBe(share);
        expect(spread.coverage).toEqual({ have: pairs.length, of: pairs.length + 1 });
      }),
    );
  });

  test('a rate is kept unrounded to twelve digits', () => {
    const spread = fold(aRatio({ unit: 'đồng' }), ['U0'], amounts({ 'X.TU': ['2'], 'X.MAU': ['3'] }));

    expect(spread.total).toBe('0.666666666667');
    expect(compare(add(spread.total ?? '0', '0'), '0.67')).toBe(-1);
  });
});
