import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { spanWords } from './span-words.ts';

test('ORG-02 a term is shown with its last day, not with the first on which it no longer holds', () => {
  const from = isoDate('2024-01-01');

  expect(spanWords({ validFrom: from, validUntil: isoDate('2025-01-01') })).toBe('01/01/2024 – 31/12/2024');
  expect(spanWords({ validFrom: from, validUntil: null })).toBe('01/01/2024 – nay');
  expect(spanWords({ validFrom: from, validUntil: from })).toBe('01/01/2024 (đã rút lại)');
});
