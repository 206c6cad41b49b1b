import type { Refusal } from '#kernel/refusal.ts';
import { Refused } from '#kernel/refusal.ts';
import { addDays, daysInMonth, type IsoDate, isoDate } from '#kernel/time.ts';
import type { Period } from './model.ts';

/** Day of the month on which figures are cut off in the state's reporting practice. @law 09/2019/NĐ-CP Đ.12 */
export const USUAL_CUT_OFF_DAY = 14;

const CODE = /^(?<year>20\d{2})(?:-(?:(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)))?$/;

interface Months {
  readonly kind: Period['kind'];
  readonly year: number;
  /** First and last month, 1–12, both included. */
  readonly first: number;
  readonly last: number;
}

function monthsOf(code: string): Months | undefined {
  const found = CODE.exec(code)?.groups;
  if (!found) return undefined;
  const year = Number(found.year);
  const [month, quarter, half] = [Number(found.month), Number(found.quarter), Number(found.half)];
  if (found.month) return { kind: 'month', year, first: month, last: month };
  if (found.quarter) return { kind: 'quarter', year, first: 3 * quarter - 2, last: 3 * quarter };
  if (found.half) return { kind: 'half-year', year, first: 6 * half - 5, last: 6 * half };
  if (found.nine) return { kind: 'nine-months', year, first: 1, last: 9 };
  return { kind: 'year', year, first: 1, last: 12 };
}

/** The cut-off in a month; month 0 is December of the year before. A day past the month's end means its last day. */
function cutOff(year: number, month: number, day: number): IsoDate {
  const [y, m] = month < 1 ? [year - 1, month + 12] : [year, month];
  const clamped = Math.min(day, daysInMonth(y, m));
  return isoDate(`${y}-${String(m).padStart(2, '0')}-${String(clamped).padStart(2, '0')}`);
}

/** Why the code names no period. */
export function periodCodeRefusal(code: string): Refusal | undefined {
  return monthsOf(code) ? undefined : { code: 'reporting.period.unknown-code', facts: { code } };
}

/**
 * The window that a code names: `2024-06`, `2024-Q2`, `2024-H1`, `2024-9M`, `2024`. It begins the day after the cut-off
 * of the month before and ends with the cut-off of its last month: 15/12 – 14/6 for a first half-year. Both days
 * included; a `cutOffDay` of 31 gives calendar months. Refused when the code names none.
 *
 * @law 09/2019/NĐ-CP Đ.12
 */
export function periodOf(code: string, cutOffDay: number = USUAL_CUT_OFF_DAY): Period {
  const months = monthsOf(code);
  if (!months) throw new Refused({ code: 'reporting.period.unknown-code', facts: { code } });
  return {
    code,
    kind: months.kind,
    firstDay: addDays(cutOff(months.year, months.first - 1, cutOffDay), 1),
    lastDay: cutOff(months.year, months.last, cutOffDay),
  };
}

/** The code of the period that ends the day before this one begins: its closing figures are this one's opening figures. */
export function previousPeriod(code: string): string {
  const { kind, year, first } = monthsOf(periodOf(code).code) as Months;
  const [endYear, endMonth] = first === 1 ? [year - 1, 12] : [year, first - 1];
  if (kind === 'month') return `${endYear}-${String(endMonth).padStart(2, '0')}`;
  if (kind === 'quarter') return `${endYear}-Q${endMonth / 3}`;
  if (kind === 'half-year') return `${endYear}-H${endMonth / 6}`;
  return String(endYear);
}

/** The code of the same period one year before. */
export function samePeriodLastYear(code: string): string {
  const { year } = monthsOf(periodOf(code).code) as Months;
  return `${year - 1}${code.slice(4)}`;
}

/** The code of the half-year whose cut-off comes next, or is today. */
export function halfYearOf(today: IsoDate): string {
  const year = Number(today.slice(0, 4));
  const codes = [`${year}-H1`, `${year}-H2`];
  return codes.find((code) => periodOf(code).lastDay >= today) ?? `${year + 1}-H1`;
}
