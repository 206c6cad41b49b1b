import { addDays, addMonths, type IsoDate } from '#kernel/time.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import type { DatedRule } from '#legal/public.ts';
import type { RuleBook } from './model.ts';
import { findRule, ruleContent } from './rule-book.ts';

/** Days off and Saturdays or Sundays worked instead, as the rules of a day list them. */
export interface WorkCalendar {
  readonly isWorking: (day: IsoDate) => boolean;
  /** Whether the days of Tết and the other days by decision are listed for that year. */
  readonly isKnown: (year: string) => boolean;
  readonly rules: readonly DatedRule[];
}

/**
 * The working days as known on a day: no Saturday, Sunday, fixed holiday or listed day off, unless it is worked instead.
 * @law 45/2019/QH14 Đ.112
 */
export function workCalendar(book: RuleBook, on: IsoDate): WorkCalendar {
  const [fixed, listed, swapped] = ['calendar.fixed-holidays', 'calendar.holidays', 'calendar.swapped-days'].map(
    (key) => findRule(book, key, on),
  );
  const monthDays = new Set(fixed ? ruleContent(fixed, 'monthDays') : []);
  const swaps = swapped ? ruleContent(swapped, 'swapped') : [];
  const days = listed ? ruleContent(listed, 'days') : [];
  const off = new Set([...days, ...swaps.map((swap) => swap.off)]);
  const worked = new Set(swaps.map((swap) => swap.work));
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return {
    isWorking: (day) => worked.has(day) || (isWorkingDay(day, off) && !monthDays.has(day.slice(5))),
    isKnown: (year) => years.has(year),
    rules: [fixed, listed, swapped].flatMap((rule) => (rule ? [rule] : [])),
  };
}

export interface RegistryDeadline {
  /** The last day in time; with a clock that runs backwards, the last day on which to give notice. */
  readonly deadline: IsoDate;
  /** A deadline in days or months that falls on a day off; left as it is, and said. */
  readonly isDayOff: boolean;
  /** False: the calendar of a year it touches lists no days of Tết, so that working days may be too few. */
  readonly isCalendarKnown: boolean;
  /** The clock first, then the calendar. */
  readonly rules: readonly DatedRule[];
}

/**
 * The last day of a registry clock that begins on `day`, by the rules of that day. The day itself is not counted; a month
 * ends on the same day of the month, or on its last. Undefined: no such clock was in force.
 * @law 17/2023/QH15 Đ.42, 47, 48, 49, 55, 81, 92, 96, 98, 99
 */
export function registryDeadline(book: RuleBook, key: string, day: IsoDate): RegistryDeadline | undefined {
  const rule = findRule(book, key, day);
  if (!rule) return undefined;
  const { n, unit, isBefore = false } = ruleContent(rule, 'clock');
  const calendar = workCalendar(book, day);
  const sign = isBefore ? -1 : 1;
  const deadline =
    unit === 'working-day'
      ? stepWorking(day, n, sign, calendar)
      : unit === 'day'
        ? addDays(day, sign * n)
        : addMonths(day, sign * n * (unit === 'year' ? 12 : 1));
  const touched = unit === 'working-day' ? [day, deadline] : [deadline];
  return {
    deadline,
    isDayOff: !calendar.isWorking(deadline),
    isCalendarKnown: touched.every((each) => calendar.isKnown(each.slice(0, 4))),
    rules: [rule, ...calendar.rules],
  };
}

function stepWorking(from: IsoDate, count: number, sign: 1 | -1, { isWorking }: WorkCalendar): IsoDate {
  let day = from;
  for (let left = count; left > 0; left -= isWorking(day) ? 1 : 0) day = addDays(day, sign);
  return day;
}
