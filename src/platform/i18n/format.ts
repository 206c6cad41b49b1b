import { type Decimal, divide, multiply, parseDecimal, roundHalfUp } from '#kernel/decimal.ts';
import type { Dong } from '#kernel/money.ts';
import { type NumberKind, readNumber } from '#kernel/number-vi.ts';
import { dayInVietnam, type IsoDate, weekday } from '#kernel/time.ts';

/** What stands where a value is not known. Never 0. */
export const MISSING = '—';
/** Keeps a number and its word on one line: `06 tỉnh`, `1.331 HTX`. */
export const NBSP = '\u00a0';

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;

/** `1234.5` → `1.234,5`; with `digits`, rounded half up to that many after the comma, zeros kept. Null: an em dash. */
export function formatNumber(value: Decimal | number | bigint | null, digits?: number): string {
  const exact = value === null ? undefined : parseDecimal(String(value));
  if (exact === undefined) return MISSING;
  const shown = digits === undefined ? exact : roundHalfUp(exact, digits);
  const [whole = '0', fraction] = shown.replace('-', '').split('.');
  const isNegative = shown.startsWith('-') && /[1-9]/.test(shown);
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '.') + (fraction ? `,${fraction}` : '');
  return isNegative ? `-${text}` : text;
}

/** A number of percent: `65.24` → `65,2%`. */
export function formatPercent(percent: Decimal | number | null, digits = 1): string {
  const text = formatNumber(percent, digits);
  return text === MISSING ? text : `${text}%`;
}

/** A share of one: `0.6524` → `65,2%`. */
export function formatShare(share: Decimal | null, digits = 1): string {
  return formatPercent(share === null ? null : multiply(share, '100'), digits);
}

/** The difference of two percentages: `+1,2 điểm phần trăm`. */
export function formatPercentagePoints(difference: Decimal | null, digits = 1): string {
  const text = formatNumber(difference, digits);
  if (text === MISSING) return text;
  const sign = text.startsWith('-') || /^[0,]+$/.test(text) ? '' : '+';
  return `${sign}${text}${NBSP}điểm phần trăm`;
}

/** In the largest unit that keeps a whole part, at most two digits: `850.000 đồng`, `12,5 triệu đồng`, `1,25 tỷ đồng`. */
export function formatDong(dong: Dong | null): string {
  if (dong === null) return MISSING;
  const size = dong < 0n ? -dong : dong;
  if (size < MILLION) return formatDongFull(dong);
  const [unit, word] = size < BILLION ? [MILLION, 'triệu'] : [BILLION, 'tỷ'];
  const amount = parseDecimal(roundHalfUp(divide(String(dong), String(unit)) ?? '0', 2)) ?? '0';
  return `${formatNumber(amount)}${NBSP}${word}${NBSP}đồng`;
}

/** Every digit: `1.250.000.000 đồng`. */
export function formatDongFull(dong: Dong | null): string {
  return dong === null ? MISSING : `${formatNumber(dong)}${NBSP}đồng`;
}

/** `2024-07-05` → `05/07/2024`. */
export function formatDate(day: IsoDate | null): string {
  if (day === null) return MISSING;
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** A day known only to its month or year: `07/2024`, `2019`. */
export function formatDateTo(precision: 'day' | 'month' | 'year', day: IsoDate | null): string {
  const text = formatDate(day);
  if (day === null || precision === 'day') return text;
  return precision === 'month' ? text.slice(3) : text.slice(6);
}

/** What a typed date was understood as: `Thứ Sáu, 05/07/2024`. */
export function formatDateEcho(day: IsoDate): string {
  return `${weekdayName(day)}, ${formatDate(day)}`;
}

/** `05/07/2024 14:59`, the clock of Việt Nam. */
export function formatMoment(at: Date | null): string {
  return at === null ? MISSING : `${formatDate(dayInVietnam(at))} ${clockTime(at)}`;
}

/** `ngày 05 tháng 7 năm 2024`: a leading zero for days under 10 and for months 1 and 2 only. */
export function officialDate(day: IsoDate): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `ngày ${dayOfMonth} tháng ${officialMonth(month)} năm ${year}`;
}

/** `05/7/2024`: the short form of the official date, as news print it. */
export function shortOfficialDate(day: IsoDate): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${officialMonth(month)}/${year}`;
}

/** `14:59, Thứ Sáu, 05/7/2024`. */
export function newsTimeLine(at: Date): string {
  const day = dayInVietnam(at);
  return `${clockTime(at)}, ${weekdayName(day)}, ${shortOfficialDate(day)}`;
}

/** `Chủ Nhật`, `Thứ Hai` … `Thứ Bảy`. */
export function weekdayName(day: IsoDate): string {
  return WEEKDAYS[weekday(day)] ?? '';
}

/** The number as typed on a screen, or undefined when it is none or could be read in two ways. */
export function parseViNumber(text: string, kind: NumberKind = 'decimal'): Decimal | undefined {
  const reading = readNumber(text, kind);
  return reading.state === 'value' && !reading.isRough ? reading.value : undefined;
}

/** A count in official prose: `6` → `06`. */
export function paddedCount(count: number): string {
  return formatNumber(count).padStart(2, '0');
}

function officialMonth(month = ''): string {
  return Number(month) < 3 ? month : String(Number(month));
}

function clockTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
}

export { moneyInWords, numberInWords } from './words-of-numbers.ts';
