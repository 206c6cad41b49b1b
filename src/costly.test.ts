import { expect, test } from 'vitest';
import { bodyBytesMax, costOf } from './costly.ts';

const MIB = 1024 * 1024;

test('only forms that take files read more than a megabyte, and those of the office only from who has signed in', () => {
  expect(bodyBytesMax('/van-phong/nhap-excel', true, true)).toBe(120 * MIB);
  expect(bodyBytesMax('/van-phong/nhap-excel', true, false)).toBe(MIB);
  expect(bodyBytesMax('/van-phong/nhap-excel', false, true)).toBe(MIB);
  expect(bodyBytesMax('/van-phong/cong-tin/mot-tin/anh', true, true)).toBe(11 * MIB);
  expect(bodyBytesMax('/kiem-chung', true, false)).toBe(21 * MIB);
  expect(bodyBytesMax('/dang-nhap', true, true)).toBe(MIB);
});

test.each([
  ['POST', '/kiem-chung', 'upload'],
  ['POST', '/van-phong/cong-tin/mot-tin/anh', 'upload'],
  ['GET', '/van-phong/so-bo/tai', 'export'],
  ['GET', '/van-phong/ky/2024-H1/bao-cao/tai/bao-cao.pdf', 'export'],
  ['GET', '/van-phong/nhap-excel/mau/LMHTX-NA/2024-H1.xlsx', 'export'],
  ['GET', '/so-lieu/HTX.SO/tai', 'export'],
  ['GET', '/tra-cuu', 'search'],
  ['HEAD', '/tra-cuu', 'search'],
  ['GET', '/api/v1/articles', 'api'],
  ['GET', '/', undefined],
  ['GET', '/tin/mot-tin', undefined],
  ['POST', '/dang-nhap', undefined],
] as const)('%s %s costs as %s', (method, path, kind) => {
  expect(costOf(method, path)).toBe(kind);
});
