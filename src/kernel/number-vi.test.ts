import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from './number-vi.ts';

const plain = { state: 'value', isScaled: false, isPercent: false, isRough: false };
const scaled = { ...plain, isScaled: true };

test.each([
  ['1.234,5', { ...plain, value: '1234.5' }],
  ['1,234.5', { ...plain, value: '1234.5' }],
  ['1.234.567', { ...plain, value: '1234567' }],
  ['1 234 567,25', { ...plain, value: '1234567.25' }],
  ["1'234'567", { ...plain, value: '1234567' }],
  ['0.125', { ...plain, value: '0.125' }],
  ['1234.567', { ...plain, value: '1234.567' }],
  ['12,50', { ...plain, value: '12.5' }],
  ['(1.200,5)', { ...plain, value: '-1200.5' }],
  ['−15', { ...plain, value: '-15' }],
  ['- 15', { ...plain, value: '-15' }],
  ['+7', { ...plain, value: '7' }],
  ['65,2%', { ...plain, value: '65.2', isPercent: true }],
  ['12,5 tỷ', { ...scaled, value: '12500000000' }],
  ['12,5 TỈ đồng', { ...scaled, value: '12500000000' }],
  ['2 nghìn tỷ', { ...scaled, value: '2000000000000' }],
  ['≈ 300 tr', { ...scaled, value: '300000000', isRough: true }],
  ['khoảng 300tr', { ...scaled, value: '300000000', isRough: true }],
  ['300trđ', { ...scaled, value: '300000000' }],
  ['850k', { ...scaled, value: '850000' }],
  ['5.200.000 đ/tháng', { ...plain, value: '5200000' }],
  ['5.200.000 đồng/người/tháng', { ...plain, value: '5200000' }],
  ['120 người', { ...plain, value: '120' }],
])('IMP-04 reads %j', (text, reading) => {
  expect(readNumber(text, 'decimal')).toEqual(reading);
});

test('IMP-04 one mark before three digits groups thousands where only whole numbers can stand', () => {
  expect(readNumber('1.331', 'integer')).toEqual({ ...plain, value: '1331' });
  expect(readNumber('1,331', 'integer')).toEqual({ ...plain, value: '1331' });
});

test('IMP-04 one mark before three digits is ambiguous where a fraction can stand', () => {
  expect(readNumber('1.234', 'decimal')).toEqual({
    state: 'ambiguous',
    readings: { 'dot-thousands': '1234', 'comma-thousands': '1.234' },
    isScaled: false,
  });
  expect(readNumber('1,234 tỷ', 'integer')).toEqual({
    state: 'ambiguous',
    readings: { 'dot-thousands': '1234000000', 'comma-thousands': '1234000000000' },
    isScaled: true,
  });
});

test('IMP-04 a convention settles the ambiguous', () => {
  expect(readNumber('1.234', 'decimal', 'dot-thousands')).toEqual({ ...plain, value: '1234' });
  expect(readNumber('1.234', 'decimal', 'comma-thousands')).toEqual({ ...plain, value: '1.234' });
});

test.each([
  ['1,5 tỷ 200tr', '1700000000'],
  ['1 tỷ rưỡi', '1500000000'],
  ['1tr5', '1500000'],
  ['2 tỷ 3', '2300000000'],
  ['-1 tỷ 200 triệu', '-1200000000'],
])('IMP-04 the mixed %j is not taken but offered as %s', (text, offer) => {
  expect(readNumber(text, 'integer')).toEqual({ state: 'mixed', offer });
});

test.each(['', 'tỷ', 'k có', '1.23.4', '1,2,3', '1.234,5,6', '12 34', 'khoảng', '5 - 7', '3/4', '1..5', '10e3', '%'])(
  'IMP-04 %j is no number',
  (text) => {
    expect(readNumber(text, 'decimal')).toEqual({ state: 'none' });
  },
);

test('a whole number grouped by dots reads back as itself', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (whole) => {
      const typed = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');

      expect(readNumber(typed, 'integer')).toEqual({ ...plain, value: String(whole) });
    }),
  );
});
