import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { readSeed } from '#platform/files/seed.server.ts';
import { countRows } from './counting.ts';

test('every count that the dictionary names is known to the fold, with no row at all', async () => {
  const { rows } = await readSeed('indicators.csv');
  const named = rows.map((row) => row.counted_by ?? '').filter((key) => key !== '' && !key.startsWith('sector:'));

  const counts = countRows([], [], {
    firstDay: isoDate('2023-12-15'),
    lastDay: isoDate('2024-06-14'),
    countedStatuses: ['operating'],
  });

  expect(named.filter((key) => !counts.has(key))).toEqual([]);
  expect(counts.get('counted')).toBe('0');
  expect(counts.get('sum:members_total')).toBeNull();
});
