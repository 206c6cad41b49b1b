import { describe, expect, test } from 'vitest';
import { Refused } from '#kernel/refusal.ts';
import { addDays } from '#kernel/time.ts';
import { periodCodeRefusal, periodOf, previousPeriod, samePeriodLastYear } from './periods.ts';

describe('windows of periods', () => {
  test.each([
    ['2024-06', 'month', '2024-05-15', '2024-06-14'],
    ['2025-01', 'month', '2024-12-15', '2025-01-14'],
    ['2026-03', 'month', '2026-02-15', '2026-03-14'],
    ['2024-Q1', 'quarter', '2023-12-15', '2024-03-14'],
    ['2024-Q2', 'quarter', '2024-03-15', '2024-06-14'],
    ['2025-Q4', 'quarter', '2025-09-15', '2025-12-14'],
    ['2024-H1', 'half-year', '2023-12-15', '2024-06-14'],
    ['2025-H1', 'half-year', '2024-12-15', '2025-06-14'],
    ['2026-H2', 'half-year', '2026-06-15', '2026-12-14'],
    ['2024-9M', 'nine-months', '2023-12-15', '2024-09-14'],
    ['2026-9M', 'nine-months', '2025-12-15', '2026-09-14'],
    ['2024', 'year', '2023-12-15', '2024-12-14'],
    ['2026', 'year', '2025-12-15', '2026-12-14'],
  ] as const)('RPT-01 %s is a %s from %s to %s', (code, kind, firstDay, lastDay) => {
    expect(periodOf(code)).toEqual({ code, kind, firstDay, lastDay });
  });

  test('RPT-01 another cut-off day moves every window; 31 gives calendar months', () => {
    expect(periodOf('2024-H1', 31)).toMatchObject({ firstDay: '2024-01-01', lastDay: '2024-06-30' });
    expect(periodOf('2024-02', 31)).toMatchObject({ firstDay: '2024-02-01', lastDay: '2024-02-29' });
    expect(periodOf('2024-Q2', 20)).toMatchObject({ firstDay: '2024-03-21', lastDay: '2024-06-20' });
  });

  test.each(['2024-13', '2024-Q5', '2024-H3', '2024-6', '24-H1', '2024H1', ''])(
    'RPT-01 refuses the code "%s"',
    (code) => {
      expect(periodCodeRefusal(code)).toEqual({ code: 'reporting.period.unknown-code', facts: { code } });
      expect(() => periodOf(code)).toThrow(Refused);
    },
  );
});

describe('neighbours of a period', () => {
  test.each([
    ['2024-01', '2023-12'],
    ['2024-Q1', '2023-Q4'],
    ['2024-Q3', '2024-Q2'],
    ['2024-H1', '2023-H2'],
    ['2024-H2', '2024-H1'],
    ['2024-9M', '2023'],
    ['2024', '2023'],
  ])('before %s comes %s, which ends the day before', (code, before) => {
    expect(previousPeriod(code)).toBe(before);
    expect(addDays(periodOf(before).lastDay, 1)).toBe(periodOf(code).firstDay);
  });

  test.each([
    ['2024-06', '2023-06'],
    ['2024-H1', '2023-H1'],
    ['2024-9M', '2023-9M'],
    ['2024', '2023'],
  ])('a year before %s is %s', (code, before) => {
    expect(samePeriodLastYear(code)).toBe(before);
  });
});
