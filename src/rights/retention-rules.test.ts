import { expect, test } from 'vitest';
import type { Hold } from './model.ts';
import { keptSince, sortByHold } from './retention-rules.ts';

const now = new Date('2026-05-31T03:00:00Z');

test.each([
  { keep: 24, keepUnit: 'hour', since: '2026-05-30T03:00:00.000Z' },
  { keep: 1, keepUnit: 'day', since: '2026-05-30T03:00:00.000Z' },
  { keep: 24, keepUnit: 'month', since: '2024-05-31T03:00:00.000Z' },
  { keep: 3, keepUnit: 'month', since: '2026-02-28T03:00:00.000Z' },
  { keep: 27, keepUnit: 'month', since: '2024-02-29T03:00:00.000Z' },
] as const)('PDP-05 $keep $keepUnit before the last of May is $since', ({ keep, keepUnit, since }) => {
  expect(keptSince({ keep, keepUnit }, now).toISOString()).toBe(since);
});

test('PDP-05 what a hold keeps is passed over and named with its reason; the rest goes', () => {
  const hold = { organisationId: 'o', reason: 'Hồ sơ vay' } as Hold;
  const rows = [
    { id: '1', organisationId: 'o' },
    { id: '2', organisationId: 'p' },
    { id: '3', organisationId: null },
  ];

  expect(sortByHold(rows, [hold])).toEqual({ goes: ['2', '3'], held: [{ subject: '1', reason: 'Hồ sơ vay' }] });
  expect(sortByHold(rows, []).held).toEqual([]);
});
