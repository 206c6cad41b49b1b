import type { IsoDate } from './time.ts';
import { daysInMonth, parseIsoDate } from './time.ts';

/** A day as people type it, or why it is none. */
export type DayReading =
  | { readonly ok: true; readonly day: IsoDate }
  | { readonly ok: false; readonly why: 'not-a-day' }
  | { readonly ok: false; readonly why: 'no-such-month'; readonly month: number }
  | { readonly ok: false; readonly why: 'no-such-day'; readonly month: number; readonly daysInMonth: number };

const TYPED = /^(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4}|\d{2})$/i;
/** Two digits of a year up to this one are of this century. */
const YEAR_OF_THIS_CENTURY_MAX = 49;

/** Reads `5/7/24`, `05-07-2024`, `5.7.2024`, `5 tháng 7 năm 2024`, `2024-07-05`; the day always before the month. */
export function readDay(text: string): DayReading {
  const iso = parseIsoDate(text.trim());
  if (iso) return { ok: true, day: iso };
  const [, day, month, year] = TYPED.exec(text.trim().normalize('NFC')) ?? [];
  if (!day || !month || !year) return { ok: false, why: 'not-a-day' };
  const wholeYear = year.length === 4 ? Number(year) : centuryOf(Number(year)) + Number(year);
  if (Number(month) < 1 || Number(month) > 12) return { ok: false, why: 'no-such-month', month: Number(month) };
  const length = daysInMonth(wholeYear, Number(month));
  if (Number(day) < 1 || Number(day) > length)
    return { ok: false, why: 'no-such-day', month: Number(month), daysInMonth: length };
  const parts = [String(wholeYear).padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')];
  return { ok: true, day: parts.join('-') as IsoDate };
}

function centuryOf(twoDigits: number): number {
  return twoDigits <= YEAR_OF_THIS_CENTURY_MAX ? 2000 : 1900;
}
