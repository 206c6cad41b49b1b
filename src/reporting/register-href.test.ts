import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { registerHref } from './register-href.ts';

const period = {
  code: '2024-H1',
  kind: 'half-year',
  firstDay: isoDate('2023-12-15'),
  lastDay: isoDate('2024-06-14'),
} as const;

test.each(['counted', 'sector:none', 'sum:revenue_dong'])(
  'AUD-02 a count by %s leads to the records that it took in',
  (countedBy) => {
    const url = new URL(registerHref('LMHTX-NA', period, countedBy), 'http://localhost');

    expect(url.pathname).toBe('/van-phong/so-bo/dem');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      dem: countedBy,
      'lien-minh': 'LMHTX-NA',
      ky: '2024-H1',
      tu: '2023-12-15',
      den: '2024-06-14',
    });
  },
);

test('AUD-02 a count of credit funds leads to the funds', () => {
  expect(registerHref('LMHTX-NA', period, 'funds-sum:loans_dong')).toBe('/van-phong/so-bo/qtdnd?ky=2024-H1');
});
