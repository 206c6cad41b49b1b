import type { IsoDate } from '#kernel/time.ts';
import { addDays, isoDate } from '#kernel/time.ts';

/** A quarter of a year, `2024-Q2`; quarters compare with `<`. */
export interface Quarter {
  readonly code: string;
  readonly year: number;
  /** 1 to 4. */
  readonly number: number;
  readonly firstDay: IsoDate;
}

export function quarterOf(day: IsoDate): Quarter {
  const year = Number(day.slice(0, 4));
  return quarter(year, Math.ceil(Number(day.slice(5, 7)) / 3));
}

/** The quarter of that code; undefined when it is none. */
export function parseQuarter(code: string): Quarter | undefined {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(code) ?? [];
  return year && number ? quarter(Number(year), Number(number)) : undefined;
}

export function quarterBefore({ year, number }: Quarter): Quarter {
  return number === 1 ? quarter(year - 1, 4) : quarter(year, number - 1);
}

/** The day until which the review of the quarter is in time: `days` days after its first. */
export function dueOn({ firstDay }: Quarter, days: number): IsoDate {
  return addDays(firstDay, days);
}

function quarter(year: number, number: number): Quarter {
  const month = String(3 * (number - 1) + 1).padStart(2, '0');
  return { code: `${year}-Q${number}`, year, number, firstDay: isoDate(`${year}-${month}-01`) };
}
