import { addDays, daysBetween, daysInMonth, type IsoDate, isoDate, parseIsoDate } from '#kernel/time.ts';
import type { UsualEncoding } from './legacy-text.ts';
import { ask, type Cleaned, EMPTY, mapCleaned, problem, type RawCell, value } from './result.ts';
import { spellings, unusableContent } from './text.ts';

export interface PartialDate {
  /** The first day of what is known. */
  readonly day: IsoDate;
  readonly precision: 'day' | 'month' | 'year';
}

export interface DateOptions {
  /** Later days are refused. */
  readonly today: IsoDate;
  /** A month or a year alone is enough. */
  readonly mayBeCoarse?: boolean;
  readonly usual?: UsualEncoding | undefined;
}

/** No cooperative, certificate or event of the register is older. */
const EARLIEST = isoDate('1945-01-01');
/** Day 0 of Excel's count, allowing for the 29 February 1900 that it invents. */
const EXCEL_EPOCH = isoDate('1899-12-30');
const SERIAL_MAX = 80_000;

const YEARLESS = /^(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/;
const IN_WORDS = /^(\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:,\s*)?(?:năm\s*)?(\d{4}|\d{2})$/;
const MONTH = /^(?:tháng|thg|t)?\s*\.?\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/;
const YEAR_THEN_MONTH = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/;
const YEAR = /^(?:năm\s*)?(\d{4})$/;
const EIGHT_DIGITS = /^\d{8}$/;
const LEAD = /^(?:(?:chủ nhật|thứ\s*\p{L}+)\s*,?\s*)?(?:ngày\s*)?/u;
const CLOCK = /[\sT]+\d{1,2}[:h]\d{0,2}(:\d{2}(\.\d+)?)?\s*(z|am|pm|sa|ch)?$/i;
const ABSENT_WORDS = /^(chưa (có|rõ|cấp|xác định)|không( (có|rõ|xác định))?|k có|ko có|n\/a)$/;

/** A day, or a month or year where no more is known, from any of the forms in use. Day before month, always. */
export function cleanDate(cell: RawCell, options: DateOptions): Cleaned<PartialDate> {
  const { content } = cell;
  const unusable = unusableContent(content);
  if (unusable) return unusable;
  if (content.kind === 'boolean')
    return problem('workbooks.cell.not-a-date', { text: content.value ? 'TRUE' : 'FALSE' });
  if (content.kind === 'date') return within(yearInDateCell(content.day) ?? onDay(content.day), options);
  if (content.kind === 'number') return within(fromNumber(content.number), options);
  let typed: string | undefined;
  for (const { text, notes } of spellings(cell, options.usual)) {
    typed ??= text;
    if (ABSENT_WORDS.test(text.toLowerCase())) return EMPTY;
    const read = fromText(text);
    if (read?.state === 'value') return within({ ...read, notes: [...notes, ...read.notes] }, options);
    if (read) return read;
  }
  return typed === undefined ? EMPTY : problem('workbooks.cell.not-a-date', { text: typed });
}

function fromText(text: string): Cleaned<PartialDate> | undefined {
  const body = text.toLowerCase().replace(CLOCK, '').replace(LEAD, '').trim();
  const dayFirst = DAY_FIRST.exec(body) ?? IN_WORDS.exec(body);
  if (dayFirst) return fromParts(text, dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(body);
  if (yearFirst) return fromParts(text, yearFirst[1], yearFirst[2], yearFirst[3]);
  if (EIGHT_DIGITS.test(body)) return eightDigits(body);
  const month = MONTH.exec(body);
  if (month) return fromMonth(text, month[2], month[1]);
  const yearThenMonth = YEAR_THEN_MONTH.exec(body);
  if (yearThenMonth) return fromMonth(text, yearThenMonth[1], yearThenMonth[2]);
  const year = YEAR.exec(body);
  if (year) return value({ day: isoDate(`${year[1]}-01-01`), precision: 'year' });
  const yearless = YEARLESS.exec(body);
  if (yearless) return withoutYear(text, Number(yearless[1]), Number(yearless[2]));
  return /^quý/.test(body) ? problem('workbooks.cell.date-is-quarter', { text }) : undefined;
}

/** A number in a date column: a year, eight digits of a date, or Excel's own count of days. */
function fromNumber(number: number): Cleaned<PartialDate> {
  if (Number.isInteger(number) && number >= 1900 && number <= 2100)
    return value({ day: isoDate(`${number}-01-01`), precision: 'year' });
  if (number > 0 && number < SERIAL_MAX) return onDay(addDays(EXCEL_EPOCH, Math.floor(number)));
  const text = String(number).padStart(8, '0');
  return EIGHT_DIGITS.test(text) ? eightDigits(text) : problem('workbooks.cell.not-a-date', { text: String(number) });
}

/** `2019` typed into a cell that shows dates becomes 11/07/1905 in Excel. */
function yearInDateCell(day: IsoDate): Cleaned<PartialDate> | undefined {
  const serial = daysBetween(EXCEL_EPOCH, day);
  if (serial < 1900 || serial > 2100) return undefined;
  const reading = { answer: 'year', value: { day: isoDate(`${serial}-01-01`), precision: 'year' } as const };
  return ask('workbooks.cell.date-maybe-year', { shown: day, year: serial }, [reading]);
}

/** `20240705` or `05072024`: never both, since no month is numbered 19 or 20. */
function eightDigits(text: string): Cleaned<PartialDate> {
  const found =
    plausible(text.slice(0, 4), text.slice(4, 6), text.slice(6)) ??
    plausible(text.slice(4), text.slice(2, 4), text.slice(0, 2));
  return found ? onDay(found) : problem('workbooks.cell.not-a-date', { text });
}

function plausible(year: string, month: string, day: string): IsoDate | undefined {
  const found = parseIsoDate(`${year}-${month}-${day}`);
  return found && found >= EARLIEST && found < '2100' ? found : undefined;
}

function fromParts(text: string, year = '', month = '', day = ''): Cleaned<PartialDate> {
  const [y, m, d] = [fullYear(year), Number(month), Number(day)];
  if (m > 12 && d >= 1 && d <= 12 && m <= daysInMonth(y, d)) {
    const swapped = isoDate(`${y}-${two(d)}-${two(m)}`);
    const reading = { answer: 'month-first', value: { day: swapped, precision: 'day' } as const };
    return ask('workbooks.cell.date-month-first', { text, day: swapped }, [reading]);
  }
  if (m < 1 || m > 12) return problem('workbooks.cell.no-such-month', { text, month: m });
  if (d < 1 || d > daysInMonth(y, m)) return noSuchDay(text, d, m, y);
  return onDay(isoDate(`${y}-${two(m)}-${two(d)}`));
}

function fromMonth(text: string, year = '', month = ''): Cleaned<PartialDate> {
  const m = Number(month);
  if (m < 1 || m > 12) return problem('workbooks.cell.no-such-month', { text, month: m });
  return value({ day: isoDate(`${year}-${two(m)}-01`), precision: 'month' });
}

function withoutYear(text: string, day: number, month: number): Cleaned<PartialDate> {
  if (month < 1 || month > 12) return problem('workbooks.cell.no-such-month', { text, month });
  // A leap year, so that 29 February is not refused for want of a year.
  if (day < 1 || day > daysInMonth(2024, month)) return noSuchDay(text, day, month, 2024);
  return problem('workbooks.cell.date-without-year', { text });
}

function noSuchDay(text: string, day: number, month: number, year: number): Cleaned<PartialDate> {
  return problem('workbooks.cell.no-such-day', { text, day, month, year, days: daysInMonth(year, month) });
}

/** Two digits: `44` is 2044 and refused as future, `45` is 1945, the earliest year there can be. */
function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) + (Number(year) < 45 ? 2000 : 1900);
}

function onDay(day: IsoDate): Cleaned<PartialDate> {
  return value({ day, precision: 'day' });
}

function within(cleaned: Cleaned<PartialDate>, options: DateOptions): Cleaned<PartialDate> {
  if (cleaned.state !== 'value') return cleaned;
  const { day, precision } = cleaned.value;
  if (day < EARLIEST) return problem('workbooks.cell.date-too-early', { day, earliest: EARLIEST });
  if (day > options.today) return problem('workbooks.cell.date-in-future', { day, precision, today: options.today });
  if (precision !== 'day' && !options.mayBeCoarse) return problem('workbooks.cell.date-too-coarse', { precision });
  return cleaned;
}

/** The same, for columns where only a day will do. */
export function cleanDay(cell: RawCell, options: Omit<DateOptions, 'mayBeCoarse'>): Cleaned<IsoDate> {
  return mapCleaned(cleanDate(cell, options), ({ day }) => day);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
