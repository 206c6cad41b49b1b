import type { IsoDate } from '#kernel/time.ts';
import { isoDate } from '#kernel/time.ts';
import type { RawCell } from './result.ts';

/** What kind of column the dirty cell stands in. */
export type CorpusField =
  | 'count'
  | 'dong'
  | 'million-dong'
  | 'decimal'
  | 'percent'
  | 'date'
  | 'yes-no'
  | 'kind'
  | 'sector'
  | 'code'
  | 'commune-code'
  | 'phone'
  | 'text';

export type Expected =
  | { readonly value: unknown; readonly notes?: readonly string[] }
  | { readonly ask: string; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly problem: string }
  | 'empty';

export interface DirtyCell {
  readonly field: CorpusField;
  readonly cell: RawCell;
  readonly expected: Expected;
}

/** The day on which the corpus is read. */
export const CORPUS_TODAY: IsoDate = isoDate('2024-07-05');

const day = (text: string) => ({ value: { day: text, precision: 'day' } });
const month = (text: string) => ({ value: { day: text, precision: 'month' } });
const year = (text: string) => ({ value: { day: text, precision: 'year' } });
const rough = ['workbooks.cell.number-rough'];
const converted = ['workbooks.cell.encoding-converted'];

function typed(text: string, font = ''): RawCell {
  return { content: { kind: 'text', text, runs: [] }, font };
}

function number(of: number, isPercent = false): RawCell {
  return { content: { kind: 'number', number: of, isPercent }, font: '' };
}

function dateCell(text: string): RawCell {
  return { content: { kind: 'date', day: isoDate(text) }, font: '' };
}

function dirty(field: CorpusField, cell: RawCell, expected: Expected): DirtyCell {
  return { field, cell, expected };
}

const NUMBERS: readonly DirtyCell[] = [
  dirty('decimal', typed('1.234,5'), { value: '1234.5' }),
  dirty('decimal', typed('1,234.5'), { value: '1234.5' }),
  dirty('decimal', typed('1 234,5'), { value: '1234.5' }),
  dirty('decimal', typed('1.234'), {
    ask: 'workbooks.cell.number-ambiguous',
    answers: { 'dot-thousands': '1234', 'comma-thousands': '1.234' },
  }),
  dirty('count', typed('1.331'), { value: 1331 }),
  dirty('count', typed('1,331'), { value: 1331 }),
  dirty('count', typed('  214 '), { value: 214 }),
  dirty('count', typed('214 người'), { value: 214 }),
  dirty('count', number(1331), { value: 1331 }),
  dirty('count', number(12.5), { problem: 'workbooks.cell.not-whole' }),
  dirty('count', typed('-5'), { problem: 'workbooks.cell.negative' }),
  dirty('count', typed('-'), 'empty'),
  dirty('count', typed('…'), 'empty'),
  dirty('count', typed('chưa có'), 'empty'),
  dirty('count', typed('Chưa thống kê'), 'empty'),
  dirty('count', typed('k có'), { ask: 'workbooks.cell.zero-or-missing', answers: { zero: 0, missing: undefined } }),
  dirty('count', typed('không'), { ask: 'workbooks.cell.zero-or-missing', answers: { zero: 0, missing: undefined } }),
  dirty('count', typed('nhiều'), { problem: 'workbooks.cell.not-a-number' }),
  dirty('count', dateCell('2024-05-12'), { problem: 'workbooks.cell.date-for-number' }),
  dirty('count', typed('65%'), { problem: 'workbooks.cell.percent-unexpected' }),
  dirty('dong', typed('12,5 tỷ'), { value: 12_500_000_000n }),
  dirty('dong', typed('12.5 tỉ đồng'), { value: 12_500_000_000n }),
  dirty('dong', typed('≈ 300 tr'), { value: 300_000_000n, notes: rough }),
  dirty('dong', typed('300tr'), { value: 300_000_000n }),
  dirty('dong', typed('khoảng 2 tỷ'), { value: 2_000_000_000n, notes: rough }),
  dirty('dong', typed('1.500.000.000đ'), { value: 1_500_000_000n }),
  dirty('dong', typed('5.200.000 đồng/tháng'), { value: 5_200_000n }),
  dirty('dong', typed('1,5 tỷ 200tr'), { problem: 'workbooks.cell.number-mixed' }),
  dirty('dong', typed('1tr5'), { problem: 'workbooks.cell.number-mixed' }),
  dirty('dong', typed('1.234 tỷ'), {
    ask: 'workbooks.cell.number-ambiguous',
    answers: { 'dot-thousands': 1_234_000_000_000n, 'comma-thousands': 1_234_000_000n },
  }),
  dirty('dong', typed('12,5 tû', '.VnTime'), { value: 12_500_000_000n, notes: converted }),
  dirty('million-dong', number(12.5), { value: 12_500_000n }),
  dirty('million-dong', typed('12,5'), { value: 12_500_000n }),
  dirty('million-dong', typed('12,5 tỷ'), { value: 12_500_000_000n }),
  dirty('percent', typed('65,2%'), { value: '65.2' }),
  dirty('percent', number(0.652, true), { value: '65.2' }),
  dirty('decimal', number(0.1 + 0.2), { value: '0.3' }),
  dirty('decimal', { content: { kind: 'error', error: '#N/A' }, font: '' }, { problem: 'workbooks.cell.error-value' }),
  dirty('decimal', { content: { kind: 'not-calculated' }, font: '' }, { problem: 'workbooks.cell.not-calculated' }),
];

const DATES: readonly DirtyCell[] = [
  dirty('date', typed('5/7/24'), day('2024-07-05')),
  dirty('date', typed('05-07-2024'), day('2024-07-05')),
  dirty('date', typed('2024-07-05'), day('2024-07-05')),
  dirty('date', typed('05.07.2024'), day('2024-07-05')),
  dirty('date', typed('5 tháng 7 năm 2024'), day('2024-07-05')),
  dirty('date', typed('Thứ Sáu, ngày 05/7/2024 14:59'), day('2024-07-05')),
  dirty('date', typed('05072024'), day('2024-07-05')),
  dirty('date', number(45_478), day('2024-07-05')),
  dirty('date', number(20_240_705), day('2024-07-05')),
  dirty('date', dateCell('2019-03-12'), day('2019-03-12')),
  dirty('date', typed('15/8/98'), day('1998-08-15')),
  dirty('date', typed('tháng 7/2024'), month('2024-07-01')),
  dirty('date', typed('T7/2024'), month('2024-07-01')),
  dirty('date', typed('Tháng 3 năm 2016'), month('2016-03-01')),
  dirty('date', typed('2016-03'), month('2016-03-01')),
  dirty('date', typed('2019'), year('2019-01-01')),
  dirty('date', number(2019), year('2019-01-01')),
  dirty('date', typed('n¨m 2019', '.VnTime'), { ...year('2019-01-01'), notes: converted }),
  dirty('date', dateCell('1905-07-11'), {
    ask: 'workbooks.cell.date-maybe-year',
    answers: { year: { day: '2019-01-01', precision: 'year' } },
  }),
  dirty('date', typed('7/25/2023'), {
    ask: 'workbooks.cell.date-month-first',
    answers: { 'month-first': { day: '2023-07-25', precision: 'day' } },
  }),
  dirty('date', typed('31/6'), { problem: 'workbooks.cell.no-such-day' }),
  dirty('date', typed('31/6/2023'), { problem: 'workbooks.cell.no-such-day' }),
  dirty('date', typed('29/02/2023'), { problem: 'workbooks.cell.no-such-day' }),
  dirty('date', typed('15/13/2023'), { problem: 'workbooks.cell.no-such-month' }),
  dirty('date', typed('5 tháng 7'), { problem: 'workbooks.cell.date-without-year' }),
  dirty('date', typed('06/7/2024'), { problem: 'workbooks.cell.date-in-future' }),
  dirty('date', typed('31/12/1944'), { problem: 'workbooks.cell.date-too-early' }),
  dirty('date', typed('Quý II/2019'), { problem: 'workbooks.cell.date-is-quarter' }),
  dirty('date', typed('lâu rồi'), { problem: 'workbooks.cell.not-a-date' }),
  dirty('date', typed('chưa có'), 'empty'),
];

const WORDS: readonly DirtyCell[] = [
  dirty('yes-no', typed('x'), { value: true }),
  dirty('yes-no', typed('CÓ'), { value: true }),
  dirty('yes-no', typed('ko'), { value: false }),
  dirty('yes-no', number(0), { value: false }),
  dirty('yes-no', { content: { kind: 'boolean', value: true }, font: '' }, { value: true }),
  dirty('yes-no', typed('đang làm'), { problem: 'workbooks.cell.not-yes-or-no' }),
  dirty('kind', typed('HTX'), { value: 'cooperative' }),
  dirty('kind', typed('hợp  tác xã'), { value: 'cooperative' }),
  dirty('kind', typed('Liên hiệp HTX'), { value: 'cooperative-union' }),
  dirty('kind', typed('LHHTX'), { value: 'cooperative-union' }),
  dirty('kind', typed('to hop tac'), { value: 'cooperative-group' }),
  dirty('kind', typed('Hîp t¸c x·', '.VnTime'), { value: 'cooperative', notes: converted }),
  dirty('kind', typed('Công ty'), { problem: 'workbooks.cell.choice-unknown' }),
  dirty('sector', typed('DVNN'), { value: 'dich-vu-nong-nghiep' }),
  dirty('sector', typed('Thuỷ sản'), { value: 'thuy-san' }),
  dirty('sector', typed('Công nghiệp, TTCN'), { value: 'cong-nghiep-ttcn' }),
  dirty('code', typed('0100109106'), { value: '0100109106' }),
  dirty('code', typed("'0100 109 106"), { value: '0100109106' }),
  dirty('code', typed('MST: 0100109106-001'), { value: '0100109106-001' }),
  dirty('code', typed('0100109106001'), { value: '0100109106-001' }),
  dirty('code', number(100_109_106), { value: '0100109106', notes: ['workbooks.cell.code-zero-restored'] }),
  dirty('code', typed('0100109107'), { value: '0100109107', notes: ['workbooks.cell.code-check-digit'] }),
  dirty('code', typed('O1OO109106'), { ask: 'workbooks.cell.code-letter-o', answers: { zero: '0100109106' } }),
  dirty('code', number(290_012_345), { problem: 'workbooks.cell.code-too-short' }),
  dirty('code', typed('12/GCN'), { problem: 'workbooks.cell.not-a-code' }),
  dirty('commune-code', number(1), { value: '00001' }),
  dirty('commune-code', typed('17329'), { value: '17329' }),
  dirty('commune-code', typed('xã'), { problem: 'workbooks.cell.not-digits' }),
  dirty('phone', number(912_345_678), { value: '0912345678' }),
  dirty('phone', typed('+84 912 345 678'), { value: '0912345678' }),
  dirty('phone', typed('0168.345.6789'), { value: '0383456789', notes: ['workbooks.cell.phone-renumbered'] }),
  dirty('phone', typed('0238 3844 123 / 0912.345.678'), { value: '02383844123; 0912345678' }),
  dirty('phone', typed('12345'), { problem: 'workbooks.cell.not-a-phone' }),
  dirty('text', typed('Hợp tác xã'.normalize('NFD')), { value: 'Hợp tác xã' }),
  dirty('text', typed(' HTX\u00a0  ðồng\u200b Tâm '), { value: 'HTX đồng Tâm' }),
  dirty('text', typed("K'Brêu"), { value: "K'Brêu" }),
  dirty('text', typed('Hîp t¸c x· n«ng nghiÖp'), { value: 'Hợp tác xã nông nghiệp', notes: converted }),
  dirty('text', typed('HÔÏP TAÙC XAÕ', 'VNI-Times'), { value: 'HỢP TÁC XÃ', notes: converted }),
  dirty('text', typed('nguyÔn v¨n ®øc', '.VnTimeH'), { value: 'NGUYỄN VĂN ĐỨC', notes: converted }),
  dirty('text', typed('TrÇn'), {
    ask: 'workbooks.cell.encoding-doubtful',
    answers: { tcvn3: 'Trần', unicode: 'TrÇn' },
  }),
  dirty('text', dateCell('2024-05-12'), { value: '12/05/2024', notes: ['workbooks.cell.text-became-date'] }),
  dirty('text', number(12_345_678_901), { value: '12345678901' }),
  dirty('text', typed('---'), 'empty'),
  dirty('text', typed('Hợp\u0007tác'), { problem: 'workbooks.cell.control-character' }),
  dirty('text', typed('Hợp t\ufffdc'), { problem: 'workbooks.cell.broken-character' }),
];

/** Cells as offices really send them, and what must become of each. */
export const DIRTY_CELLS: readonly DirtyCell[] = [...NUMBERS, ...DATES, ...WORDS];
