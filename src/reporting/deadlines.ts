import type { Refusal } from '#kernel/refusal.ts';
import { addDays, type IsoDate, weekday } from '#kernel/time.ts';

/** Days off work besides Saturdays and Sundays, as the office's calendar lists them. */
export type Holidays = ReadonlySet<string>;

export interface Deadlines {
  /** Last day on which a submission is in time. */
  readonly submitByOn: IsoDate;
  readonly lockByOn: IsoDate;
  readonly conferenceOn: IsoDate | null;
}

/** Whole days after the cut-off. */
export interface DeadlineOffsets {
  readonly submitDays: number;
  readonly lockDays: number;
  readonly conferenceDays: number;
}

/** A deadline on a day off: allowed, and said before it is set. */
export interface DeadlineWarning {
  readonly deadline: keyof Deadlines;
  readonly day: IsoDate;
}

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

/** That many days after the cut-off, moved on to the next working day. */
export function usualDeadlines(cutOff: IsoDate, offsets: DeadlineOffsets, holidays: Holidays): Deadlines {
  const after = (days: number) => {
    let day = addDays(cutOff, days);
    while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
    return day;
  };
  return {
    submitByOn: after(offsets.submitDays),
    lockByOn: after(offsets.lockDays),
    conferenceOn: after(offsets.conferenceDays),
  };
}

/** Why these deadlines may not stand: one lies before the cut-off, or they are not in the order of the work. */
export function deadlinesRefusal(cutOff: IsoDate, deadlines: Deadlines): Refusal | undefined {
  const { submitByOn, lockByOn, conferenceOn } = deadlines;
  if (submitByOn < cutOff)
    return { code: 'reporting.deadline.before-cut-off', facts: { deadline: 'submitByOn', day: submitByOn, cutOff } };
  if (lockByOn < submitByOn)
    return { code: 'reporting.deadline.lock-before-submission', facts: { lockByOn, submitByOn } };
  if (conferenceOn !== null && conferenceOn < lockByOn)
    return { code: 'reporting.deadline.conference-before-lock', facts: { conferenceOn, lockByOn } };
  return undefined;
}

/** The deadlines that fall on a Saturday, Sunday or holiday. */
export function deadlineWarnings(deadlines: Deadlines, holidays: Holidays): readonly DeadlineWarning[] {
  const keys: readonly (keyof Deadlines)[] = ['submitByOn', 'lockByOn', 'conferenceOn'];
  return keys.flatMap((deadline) => {
    const day = deadlines[deadline];
    return day === null || isWorkingDay(day, holidays) ? [] : [{ deadline, day }];
  });
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  if (a < b) return b;
  return a;
}
