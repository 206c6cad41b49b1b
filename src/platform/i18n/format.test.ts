import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import {
  formatDate,
  formatDateEcho,
  formatDateTo,
  formatDong,
  formatDongFull,
  formatMoment,
  formatNumber,
  formatPercent,
  formatPercentagePoints,
  formatShare,
  moneyInWords,
  newsTimeLine,
  numberInWords,
  officialDate,
  paddedCount,
  parseViNumber,
  shortOfficialDate,
  weekdayName,
} from './format.ts';

/** For reading the expectations: no-break spaces shown as spaces. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  ['1234.5', undefined, '1.234,5'],
  ['4425', undefined, '4.425'],
  [1331, undefined, '1.331'],
  [12_345_678_901n, undefined, '12.345.678.901'],
  ['-1234567.891', 2, '-1.234.567,89'],
  ['2', 1, '2,0'],
  ['-0.04', 1, '0,0'],
  ['0', undefined, '0'],
  [null, 1, '—'],
])('number %s with %s digits is %s', (value, digits, text) => {
  expect(formatNumber(value, digits)).toBe(text);
});

test('percentages, shares and their differences', () => {
  expect(formatPercent('65.24')).toBe('65,2%');
  expect(formatShare('0.6525', 0)).toBe('65%');
  expect(formatShare(null)).toBe('—');
  expect(spaced(formatPercentagePoints('1.25'))).toBe('+1,3 điểm phần trăm');
  expect(spaced(formatPercentagePoints('-1.25'))).toBe('-1,3 điểm phần trăm');
  expect(spaced(formatPercentagePoints('0'))).toBe('0,0 điểm phần trăm');
});

test.each([
  [0n, '0 đồng'],
  [999_999n, '999.999 đồng'],
  [1_000_000n, '1 triệu đồng'],
  [12_500_000n, '12,5 triệu đồng'],
  [1_250_000_000n, '1,25 tỷ đồng'],
  [-3_456_789_000n, '-3,46 tỷ đồng'],
  [4_425_000_000_000n, '4.425 tỷ đồng'],
  [null, '—'],
])('%s đồng is shown as %s', (dong, text) => {
  expect(spaced(formatDong(dong))).toBe(text);
});

test('the full amount keeps every đồng', () => {
  expect(spaced(formatDongFull(1_234_567_891n))).toBe('1.234.567.891 đồng');
});

test('days as screens, official papers and news write them', () => {
  const day = isoDate('2024-07-05');

  expect(formatDate(day)).toBe('05/07/2024');
  expect(formatDate(null)).toBe('—');
  expect(formatDateEcho(day)).toBe('Thứ Sáu, 05/07/2024');
  expect(officialDate(day)).toBe('ngày 05 tháng 7 năm 2024');
  expect(shortOfficialDate(day)).toBe('05/7/2024');
  expect(weekdayName(isoDate('2024-07-07'))).toBe('Chủ Nhật');
});

test.each([
  ['2024-02-05', 'ngày 05 tháng 02 năm 2024'],
  ['2024-03-15', 'ngày 15 tháng 3 năm 2024'],
  ['2024-12-31', 'ngày 31 tháng 12 năm 2024'],
  ['2024-01-01', 'ngày 01 tháng 01 năm 2024'],
])('the official form of %s is %s', (day, text) => {
  expect(officialDate(isoDate(day))).toBe(text);
});

test('a day known to its month or year shows no more than is known', () => {
  expect(formatDateTo('month', isoDate('2024-07-01'))).toBe('07/2024');
  expect(formatDateTo('year', isoDate('2019-01-01'))).toBe('2019');
  expect(formatDateTo('day', isoDate('2019-01-01'))).toBe('01/01/2019');
});

test('moments are shown by the clock of Việt Nam', () => {
  expect(newsTimeLine(new Date('2024-07-05T07:59:00Z'))).toBe('14:59, Thứ Sáu, 05/7/2024');
  expect(formatMoment(new Date('2024-07-05T18:30:00Z'))).toBe('06/07/2024 01:30');
  expect(formatMoment(null)).toBe('—');
});

test('a typed number counts only when it can be read in one way', () => {
  expect(parseViNumber('1.234,5')).toBe('1234.5');
  expect(parseViNumber('1.331', 'integer')).toBe('1331');
  expect(parseViNumber('1.331')).toBeUndefined();
  expect(parseViNumber('khoảng 300 tr')).toBeUndefined();
  expect(parseViNumber('chưa có')).toBeUndefined();
});

test('what is shown can be typed back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (whole) => {
      expect(parseViNumber(formatNumber(whole), 'integer')).toBe(String(whole));
    }),
  );
});

test('counts in official prose have two digits', () => {
  expect([paddedCount(6), paddedCount(12), paddedCount(1331)]).toEqual(['06', '12', '1.331']);
});

test.each([
  [500_000_000n, 'Năm trăm triệu đồng'],
  [1_005_000n, 'Một triệu không trăm linh năm nghìn đồng'],
  [21_000n, 'Hai mươi mốt nghìn đồng'],
  [0n, 'Không đồng'],
  [1_000_000_000n, 'Một tỷ đồng'],
  [1_000_000_005n, 'Một tỷ không trăm linh năm đồng'],
  [2_345_000_000_000n, 'Hai nghìn ba trăm bốn mươi lăm tỷ đồng'],
  [-24_115n, 'Âm hai mươi tư nghìn một trăm mười lăm đồng'],
])('FND-07 %s đồng in words: %s', (dong, words) => {
  expect(moneyInWords(dong)).toBe(words);
});

test.each([
  [15n, 'mười lăm'],
  [11n, 'mười một'],
  [14n, 'mười bốn'],
  [105n, 'một trăm linh năm'],
  [110n, 'một trăm mười'],
  [1_010n, 'một nghìn không trăm mười'],
])('FND-07 %s in words: %s', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});
