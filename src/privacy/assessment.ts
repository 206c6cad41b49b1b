import type { IsoDate } from '#kernel/time.ts';
import { isoDate } from '#kernel/time.ts';
import type { MappedColumn, People, Purpose, Retention, Viewer } from './model.ts';

/** One flow of data of the assessment: for one purpose, of one kind of people, kept for one time. */
export interface Flow {
  readonly purpose: Purpose;
  readonly people: People;
  readonly retention: Retention;
  /** What is processed, each kind once. */
  readonly data: readonly string[];
  /** Who receives it, widest first. */
  readonly recipients: readonly Viewer[];
  /** Grounds, each with whether it still has to be compared with the text of the law. */
  readonly bases: readonly { readonly basis: string; readonly isToCheck: boolean }[];
}

const WIDEST_FIRST: readonly Viewer[] = [
  'public',
  'secretary',
  'leader',
  'officer',
  'editor',
  'inspector',
  'admin',
  'self',
  'nobody',
];

/** The flows of the map: columns of one purpose, kind of people and time of keeping are one flow. */
export function flowsOf(columns: readonly MappedColumn[]): readonly Flow[] {
  const groups = Map.groupBy(columns, ({ purpose, people, retention }) => `${purpose} ${people} ${retention}`);
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    if (!first) return [];
    const received = new Set(those.flatMap(({ viewers }) => viewers));
    const bases = new Map(those.map(({ basis, certainty }) => [basis, certainty]));
    return {
      purpose: first.purpose,
      people: first.people,
      retention: first.retention,
      data: [...new Set(those.map(({ data }) => data))],
      recipients: WIDEST_FIRST.filter((viewer) => received.has(viewer)),
      bases: [...bases].map(([basis, certainty]) => ({ basis, isToCheck: isToCheck(certainty) })),
    };
  });
}

/** Nothing here was read in the original text of the law yet; our own rules need no law. */
export function isToCheck(certainty: string): boolean {
  return certainty !== 'D';
}

/** The first day on which an assessment made on that day is out of date: the same day so many months later, or the last of that month. */
export function dueOn(madeOn: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = madeOn.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [dueYear, dueMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const lastDay = new Date(Date.UTC(dueYear, dueMonth, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, '0');
  return isoDate(`${dueYear}-${two(dueMonth)}-${two(Math.min(day, lastDay))}`);
}
