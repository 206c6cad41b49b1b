import type { IsoDate } from './time.ts';
import { addDays, weekday } from './time.ts';

/** Days off work besides Saturdays and Sundays, as the office's calendar lists them. */
export type Holidays = ReadonlySet<string>;

export function isWorkingDay(day: IsoDate, holidays: Holidays): boolean {
  return weekday(day) !== 0 && weekday(day) !== 6 && !holidays.has(day);
}

/** Working days after `from` up to and including `until`; 0 on the day itself, negative when `until` has passed. */
export function workingDaysLeft(from: IsoDate, until: IsoDate, holidays: Holidays): number {
  const [early, late, sign] = from <= until ? [from, until, 1] : [until, from, -1];
  let days = 0;
  for (let day = addDays(early, 1); day <= late; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) days += 1;
  return days === 0 ? 0 : sign * days;
}
