import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { DatePrecision, OrganisationStatus, StatusAct, StatusActRecord } from './model.ts';

/** No record may carry an earlier day; also the day of founding where none is known. */
export const EARLIEST_DAY = '1945-01-01' as IsoDate;

const STATUS_AFTER: Readonly<Record<StatusAct, OrganisationStatus>> = {
  establish: 'operating',
  suspend: 'suspended',
  resume: 'operating',
  cease: 'ceased',
  'begin-dissolution': 'dissolving',
  dissolve: 'dissolved',
  merge: 'merged',
};

/**
 * What may happen in each status. From `dissolving` one may go back: the members can revoke their resolution.
 *
 * @law 17/2023/QH15 Đ.96
 * @law 17/2023/QH15 Đ.98
 */
const ALLOWED_FROM: Readonly<Record<OrganisationStatus, readonly StatusAct[]>> = {
  operating: ['suspend', 'cease', 'begin-dissolution', 'merge'],
  suspended: ['resume', 'cease', 'begin-dissolution', 'merge'],
  ceased: ['resume', 'begin-dissolution', 'merge'],
  dissolving: ['resume', 'dissolve'],
  dissolved: [],
  merged: [],
};

/** The status that the act brings about. */
export function statusAfter(act: StatusAct): OrganisationStatus {
  return STATUS_AFTER[act];
}

/** The acts that may follow in this status; none: the organisation has come to its end. */
export function allowedActs(from: OrganisationStatus): readonly StatusAct[] {
  return ALLOWED_FROM[from];
}

/** Why the act may not follow in this status, with those that may; undefined when it may. */
export function transitionRefusal(from: OrganisationStatus, act: StatusAct): Refusal | undefined {
  const allowed = ALLOWED_FROM[from];
  if (allowed.includes(act)) return undefined;
  return { code: 'register.status.transition-not-allowed', facts: { from, act, allowed } };
}

/** The shortest lawful way from one status to another: none needed is `[]`, none possible is undefined. */
export function actsBetween(from: OrganisationStatus, to: OrganisationStatus): readonly StatusAct[] | undefined {
  const ways: { readonly at: OrganisationStatus; readonly acts: readonly StatusAct[] }[] = [{ at: from, acts: [] }];
  const seen = new Set([from]);
  for (const way of ways) {
    if (way.at === to) return way.acts;
    for (const act of ALLOWED_FROM[way.at]) {
      const next = STATUS_AFTER[act];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push({ at: next, acts: [...way.acts, act] });
    }
  }
  return undefined;
}

type Dated = Pick<StatusActRecord, 'act' | 'effectiveOn' | 'sequence'>;

/** The order in which acts take effect: by day, a founding first, then as they were recorded. */
export function inOrder<Act extends Dated>(acts: readonly Act[]): readonly Act[] {
  return [...acts].sort(
    (a, b) =>
      compareDays(a.effectiveOn, b.effectiveOn) ||
      Number(a.act !== 'establish') - Number(b.act !== 'establish') ||
      a.sequence - b.sequence,
  );
}

/** The status at the end of that day; undefined before the organisation was established. */
export function statusOn(acts: readonly Dated[], day: IsoDate): OrganisationStatus | undefined {
  const last = inOrder(acts.filter((act) => act.effectiveOn <= day)).at(-1);
  return last && STATUS_AFTER[last.act];
}

function compareDays(a: IsoDate, b: IsoDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Derived, never typed: established less than twelve months before that day. Where only the month or year of founding
 * is known, its first day counts.
 */
export function isNewlyEstablished(establishedOn: IsoDate | null, day: IsoDate): boolean {
  return establishedOn !== null && establishedOn <= day && establishedOn > sameDayYearBefore(day);
}

/** 29 February counts as 28 February a year before. */
export function sameDayYearBefore(day: IsoDate): IsoDate {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const monthAndDay = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return `${year}${monthAndDay}` as IsoDate;
}

/** Whether `day` is before a founding of that precision: within the founding year or month it is not. */
export function isBeforeFounding(day: IsoDate, establishedOn: IsoDate, precision: DatePrecision): boolean {
  const length = { day: 10, month: 7, year: 4 }[precision];
  return day.slice(0, length) < establishedOn.slice(0, length);
}
