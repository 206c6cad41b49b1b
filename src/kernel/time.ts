import { assert } from './assert.ts';

declare const day: unique symbol;
/** A calendar day `YYYY-MM-DD`. Days compare with `<`. */
export type IsoDate = string & { readonly [day]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** How many days the month (1–12) of that year has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day, or undefined when the text is not `YYYY-MM-DD` of a day that exists. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const [, year, month, dayOfMonth] = SHAPE.exec(text) ?? [];
  if (!year || !month || !dayOfMonth) return undefined;
  const exists = +month >= 1 && +month <= 12 && +dayOfMonth >= 1 && +dayOfMonth <= daysInMonth(+year, +month);
  return exists ? (text as IsoDate) : undefined;
}

/** The day; stops when the text is none. For literals and values the database made. */
export function isoDate(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  assert(parsed, `${text} is a day`);
  return parsed;
}

/** The day in Việt Nam (UTC+7, no summer time) at that moment. */
export function dayInVietnam(at: Date): IsoDate {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as IsoDate;
}

/** Whole days from `from` to `until`; negative when `until` is earlier. */
export function daysBetween(from: IsoDate, until: IsoDate): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);
}

/** The day `count` days later (earlier when negative). */
export function addDays(from: IsoDate, count: number): IsoDate {
  return new Date(Date.parse(from) + count * DAY_MS).toISOString().slice(0, 10) as IsoDate;
}

/** The same day of the month `count` months later (earlier when negative); a month too short for it: its last day. */
export function addMonths(from: IsoDate, count: number): IsoDate {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number);
  const at = year * 12 + (month - 1) + count;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  const last = Math.min(dayOfMonth, daysInMonth(y, m));
  return isoDate(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(last).padStart(2, '0')}`);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(of: IsoDate): number {
  return new Date(Date.parse(of)).getUTCDay();
}
