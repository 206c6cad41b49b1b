import { expect, test } from 'vitest';
import { registerHref } from './register-href.ts';

test.each([
  ['operating', 'loai=cooperative&tinh-trang=operating&ky=2024-H1'],
  [
    'counted',
    'loai=cooperative&tinh-trang=operating&tinh-trang=suspended&tinh-trang=ceased&tinh-trang=dissolving&ky=2024-H1',
  ],
  ['sector:none', 'tinh-trang=dissolving&linh-vuc=none&ky=2024-H1'],
  ['rating:good-fair', 'tinh-trang=operating&xep-loai=good&xep-loai=fair&ky=2024-H1'],
  ['established-in-period', 'tinh-trang=dissolving&moi=1&ky=2024-H1'],
  ['unions', 'loai=cooperative-union&tinh-trang=operating&tinh-trang=suspended&ky=2024-H1'],
])('AUD-02 a count by %s leads to the rows that were counted', (countedBy, end) => {
  const href = registerHref('LMHTX-NA', '2024-H1', countedBy);

  expect(href.startsWith('/van-phong/so-bo?lien-minh=LMHTX-NA&')).toBe(true);
  expect(href.endsWith(end)).toBe(true);
});

test('AUD-02 a count of credit funds leads to the funds', () => {
  expect(registerHref('LMHTX-NA', '2024-H1', 'funds-sum:loans_dong')).toBe('/van-phong/so-bo/qtdnd?ky=2024-H1');
});
