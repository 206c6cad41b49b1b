import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fraction } from '#kernel/fraction.ts';
import { isWhole, NOTHING, plus, times } from '#kernel/fraction.ts';
import { isoDate } from '#kernel/time.ts';
import type { ListedUnit } from './editions.ts';
import { equivalencesOf } from './equivalences.ts';
import { readPlaceFiles, shippedFolder } from './list-files.ts';
import { listedChanges, listedUnits, sizesOf } from './list-writing.ts';

const { files } = await readPlaceFiles(shippedFolder());
const units = listedUnits(files);
const { editions, equivalences } = equivalencesOf(units, listedChanges(files), sizesOf(files));
const byUid = new Map(units.map((unit) => [unit.uid, unit]));
const ofUnit = Map.groupBy(equivalences, ({ uid, sinceOn, editionOn }) => `${uid} ${sinceOn} ${editionOn}`);
const newest = isoDate('2026-04-30');
const summer2024 = isoDate('2024-02-01');

function parts(uid: string, editionOn: string, sinceOn = byUid.get(uid)?.validFrom) {
  return (ofUnit.get(`${uid} ${sinceOn} ${editionOn}`) ?? []).map(
    ({ targetUid, share, basis, weighedBy }) =>
      `${targetUid} ${share.numerator}/${share.denominator} ${basis} ${weighedBy}`,
  );
}

test('ORG-04 the communes of each edition are as many as the published lists say', () => {
  const at = (day: string) =>
    editions.find((each) => each.validFrom <= day && (each.validUntil === null || each.validUntil > day));

  const days = ['2019-01-01', '2020-02-01', '2024-07-05', '2025-06-30', '2025-07-01'];
  expect(days.map((day) => at(day)?.communes)).toEqual([1829, 1656, 1651, 1565, 483]);
  expect(days.map((day) => at(day)?.districts)).toEqual([88, 88, 88, 85, 0]);
  expect(editions).toHaveLength(12);
});

test('ORG-04 the shares of every unit, in every extent it had, add up to one in every edition', () => {
  const sums = [...ofUnit].map(([key, rows]) => [key, rows.map((row) => row.share).reduce(plus)] as const);

  expect(sums.length).toBeGreaterThan(30_000);
  expect(sums.filter(([, sum]) => !isWhole(sum)).map(([key]) => key)).toEqual([]);
});

test('ORG-04 a target stands on the day of its edition, and its province is the one that is said', () => {
  const wrong = equivalences.filter(({ targetUid, editionOn, provinceCode }) => {
    const target = targetUid === null ? undefined : byUid.get(targetUid);
    if (!target) return false;
    const stands = target.validFrom <= editionOn && (target.validUntil === null || target.validUntil > editionOn);
    return !stands || target.provinceCode !== provinceCode;
  });

  expect(wrong).toEqual([]);
});

test('ORG-04 a commune split in 2025 is apportioned, by what the sizes of its successors say, and marked as an estimate', () => {
  const [hamRong, kyLoi] = ['14758@2019-01-01', '18796@2019-01-01'].map((uid) => parts(uid, newest));

  expect(hamRong).toHaveLength(2);
  expect(hamRong?.every((part) => part.endsWith('apportioned population'))).toBe(true);
  expect(kyLoi?.map((part) => part.split(' ')[0])).toEqual([
    '18754@2025-07-01',
    '18823@2025-07-01',
    '18832@2025-07-01',
  ]);
  expect(equivalences.filter((each) => each.isEstimate).every((each) => each.basis === 'apportioned')).toBe(true);
});

test('ORG-04 where a resolution says how many persons went where, the shares are those', () => {
  expect(parts('19528@2019-01-01', '2020-01-01')).toEqual([
    '19519@2019-01-01 2069/2410 apportioned recorded',
    '19543@2019-01-01 341/2410 apportioned recorded',
  ]);
});

test('ORG-04 a unit that took in another is larger from that day on, and backwards it is divided', () => {
  // Phường Đông Sơn took in xã Hà Lan on 01/12/2019 and kept its version.
  expect(parts('14821@2019-01-01', '2019-01-01', isoDate('2019-01-01'))).toEqual(['14821@2019-01-01 1/1 same none']);
  expect(parts('14821@2019-01-01', '2019-01-01', isoDate('2019-12-01'))).toEqual([
    '14821@2019-01-01 1/2 apportioned parts',
    '14827@2019-01-01 1/2 apportioned parts',
  ]);
  expect(parts('14827@2019-01-01', '2019-12-01')).toEqual(['14821@2019-01-01 1/1 merged none']);
});

test('ORG-04 a unit without a recorded successor stays in its province and is never dropped', () => {
  const lost = equivalences.filter((each) => each.basis === 'unrecorded' && byUid.get(each.uid)?.level === 3);

  expect(new Set(lost.map((each) => each.uid)).size).toBe(11);
  expect(lost.filter((each) => each.provinceCode === null)).toEqual([]);
  const gioChau = lost.find((each) => each.uid === '19525@2019-01-01' && each.editionOn === newest);
  expect(gioChau).toMatchObject({ targetUid: null, provinceCode: '44', share: { numerator: 1n, denominator: 1n } });
});

test('ORG-04 đặc khu Cồn Cỏ was a district: a change of level is followed in both directions', () => {
  expect(parts('19742@2025-07-01', summer2024)).toEqual(['471@2019-01-01 1/1 same none']);
  expect(parts('471@2019-01-01', newest)).toEqual(['19742@2025-07-01 1/1 same none']);
});

test('ORG-05 the new Quảng Trị of 2024 is 490 + 347 = 837: provinces follow their communes and add', () => {
  const of = (uid: string) => equivalences.find((each) => each.uid === uid && each.editionOn === newest);

  expect(of('44@2019-01-01')).toMatchObject({ targetUid: '44@2025-07-01', basis: 'merged' });
  expect(of('45@2019-01-01')).toMatchObject({ targetUid: '44@2025-07-01', basis: 'merged' });
  const backwards = equivalences.filter((each) => each.uid === '44@2025-07-01' && each.editionOn === summer2024);
  expect(backwards).toMatchObject([{ targetUid: null, basis: 'unrecorded', provinceCode: null }]);
});

const communesOf2024 = units.filter(
  (unit) => unit.level === 3 && unit.validFrom <= summer2024 && (unit.validUntil ?? '9') > summer2024,
);
/** Any number of organisations in any communes of 2024. */
const someCounts = fc.array(
  fc.record({ unit: fc.constantFrom(...communesOf2024), count: fc.integer({ min: 1, max: 500 }) }),
  { maxLength: 200 },
);

/** The extent that a unit had on the day of that edition. */
function extentOn(unit: ListedUnit, editionOn: string): string {
  const sinces = equivalences.filter((each) => each.uid === unit.uid && each.editionOn === editionOn);
  return sinces.map((each) => each.sinceOn).reduce((a, b) => (a > b || b > editionOn ? a : b));
}

function regrouped(
  counts: readonly { unit: ListedUnit; count: number }[],
  editionOn: string,
): ReadonlyMap<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const { unit, count } of counts)
    for (const row of ofUnit.get(`${unit.uid} ${extentOn(unit, summer2024)} ${editionOn}`) ?? []) {
      const key = row.provinceCode ?? '';
      sums.set(key, plus(sums.get(key) ?? NOTHING, times(row.share, { numerator: BigInt(count), denominator: 1n })));
    }
  return sums;
}

test('ORG-05 whatever is counted, no border of any day changes the total', () => {
  fc.assert(
    fc.property(someCounts, fc.constantFrom(...editions), (counts, { validFrom }) => {
      const total = [...regrouped(counts, validFrom).values()].reduce(plus, NOTHING);
      expect(total).toEqual({ numerator: BigInt(counts.reduce((sum, each) => sum + each.count, 0)), denominator: 1n });
    }),
    { numRuns: 25 },
  );
});

test('ORG-05 by communes and then by provinces is by provinces at once', () => {
  fc.assert(
    fc.property(someCounts, (counts) => {
      const atOnce = new Map<string, number>();
      for (const { unit, count } of counts) {
        const code = unit.provinceCode === '45' ? '44' : unit.provinceCode;
        atOnce.set(code, (atOnce.get(code) ?? 0) + count);
      }
      const found = [...regrouped(counts, newest)].map(([code, sum]) => [code, Number(sum.numerator), sum.denominator]);
      expect(found.toSorted()).toEqual([...atOnce].map(([code, sum]) => [code, sum, 1n]).toSorted());
    }),
    { numRuns: 25 },
  );
});
