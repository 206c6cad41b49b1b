import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/time.ts';
import { dueOn, parseQuarter, quarterBefore, quarterOf } from './quarters.ts';

test.each([
  ['2024-01-01', '2024-Q1', '2024-01-16'],
  ['2024-06-30', '2024-Q2', '2024-04-16'],
  ['2024-07-01', '2024-Q3', '2024-07-16'],
  ['2024-12-31', '2024-Q4', '2024-10-16'],
])('%s is in %s, whose review is due on %s', (day, code, due) => {
  expect(quarterOf(isoDate(day)).code).toBe(code);
  expect(dueOn(quarterOf(isoDate(day)), 15)).toBe(due);
});

test('every day is in one quarter, which begins the day after the quarter before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
      const day = addDays(isoDate('2000-01-01'), count);
      const quarter = quarterOf(day);
      expect(quarter.firstDay <= day).toBe(true);
      expect(parseQuarter(quarter.code)).toEqual(quarter);
      expect(quarterOf(addDays(quarter.firstDay, -1))).toEqual(quarterBefore(quarter));
    }),
  );
});

test.each(['2024-Q0', '2024-Q5', '24-Q1', '2024-Q1x', ''])('%s is no quarter', (code) => {
  expect(parseQuarter(code)).toBeUndefined();
});
