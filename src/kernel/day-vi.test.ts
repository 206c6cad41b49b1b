import { expect, test } from 'vitest';
import { readDay } from './day-vi.ts';

test.each([
  '5/7/24',
  '05/07/2024',
  '5-7-2024',
  '05.07.2024',
  '5 tháng 7 năm 2024',
  'Ngày 05 tháng 7 năm 2024',
  '2024-07-05',
])('%s is 5 July 2024: the day stands before the month', (text) => {
  expect(readDay(text)).toEqual({ ok: true, day: '2024-07-05' });
});

test('two digits of a year are of the century that is meant', () => {
  expect(readDay('1/1/49')).toEqual({ ok: true, day: '2049-01-01' });
  expect(readDay('1/1/50')).toEqual({ ok: true, day: '1950-01-01' });
});

test('a day that the month does not have says how many it has', () => {
  expect(readDay('31/6/2024')).toEqual({ ok: false, why: 'no-such-day', month: 6, daysInMonth: 30 });
  expect(readDay('29/2/2023')).toEqual({ ok: false, why: 'no-such-day', month: 2, daysInMonth: 28 });
  expect(readDay('29/2/2024')).toMatchObject({ ok: true });
  expect(readDay('7/15/2024')).toEqual({ ok: false, why: 'no-such-month', month: 15 });
});

test.each(['', 'hôm qua', '5/7', '2024/07/05', '5/7/024', '1e3'])('%s is no day', (text) => {
  expect(readDay(text)).toEqual({ ok: false, why: 'not-a-day' });
});
