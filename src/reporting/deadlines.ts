import type { Refusal } from '#kernel/refusal.ts';
import { addDays, type IsoDate } from '#kernel/time.ts';
import type { Holidays } from '#kernel/working-days.ts';
import { isWorkingDay } from '#kernel/working-days.ts';

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
