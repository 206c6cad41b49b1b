import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ActKind, ActRecord, DatePrecision, OrganisationStatus } from './model.ts';

/** No record may carry an earlier day; also the day of founding where none is known. */
export const EARLIEST_DAY = '1945-01-01' as IsoDate;

/** What each act makes of the status; an act that is not named leaves it as it is. */
const STATUS_AFTER: Readonly<Partial<Record<ActKind, OrganisationStatus>>> = {
  establish: 'operating',
  suspend: 'suspended',
  resume: 'operating',
  cease: 'ceased',
  'begin-dissolution': 'dissolving',
  revoke: 'dissolving',
  restore: 'operating',
  dissolve: 'dissolved',
  merge: 'merged',
  consolidate: 'merged',
  split: 'merged',
  convert: 'merged',
};

/**
 * What may happen in each status. From `dissolving` one may go back: the members can revoke their resolution; a revoked
 * certificate leads into `dissolving` at once, and only the end of that decision leads back.
 *
 * @law 17/2023/QH15 Đ.92–96
 * @law 17/2023/QH15 Đ.98, Đ.99, Đ.103
 * @law 17/2023/QH15 Đ.108
 */
const ALLOWED_FROM: Readonly<Record<OrganisationStatus, readonly ActKind[]>> = {
  operating: [
    'suspend',
    'cease',
    'begin-dissolution',
    'revoke',
    'merge',
    'consolidate',
    'split',
    'separate',
    'convert',
  ],
  suspended: ['resume', 'cease', 'begin-dissolution', 'revoke', 'merge', 'consolidate', 'split', 'separate'],
  ceased: ['resume', 'begin-dissolution', 'revoke', 'merge', 'consolidate', 'split'],
  dissolving: ['resume', 'dissolve'],
  dissolved: [],
  merged: [],
};
const ALLOWED_AFTER_REVOKING: readonly ActKind[] = ['restore', 'dissolve'];

/** The status that the act brings about; undefined: it has no part in the status. */
export function statusAfter(act: ActKind): OrganisationStatus | undefined {
  return STATUS_AFTER[act];
}

/**
 * The acts that may follow in this status, to which the act `by` led; none: the organisation has come to its end. What is
 * known of an organisation may change in any status, so `change` is not named.
 */
export function allowedActs(from: OrganisationStatus, by?: ActKind): readonly ActKind[] {
  return by === 'revoke' ? ALLOWED_AFTER_REVOKING : ALLOWED_FROM[from];
}

/** Why the act may not follow in this status, with those that may; undefined when it may. */
export function transitionRefusal(from: OrganisationStatus, act: ActKind, by?: ActKind): Refusal | undefined {
  const allowed = allowedActs(from, by);
  if (act === 'change' || allowed.includes(act)) return undefined;
  return { code: 'register.status.transition-not-allowed', facts: { from, act, allowed } };
}

/** The shortest lawful way from one status, to which `by` led, to another: none needed is `[]`, none possible is undefined. */
export function actsBetween(
  from: OrganisationStatus,
  to: OrganisationStatus,
  by?: ActKind,
): readonly ActKind[] | undefined {
  const ways: { readonly at: OrganisationStatus; readonly by?: ActKind; readonly acts: readonly ActKind[] }[] = [
    { at: from, acts: [], ...(by ? { by } : {}) },
  ];
  const seen = new Set([from]);
  for (const way of ways) {
    if (way.at === to) return way.acts;
    for (const act of allowedActs(way.at, way.by)) {
      const next = STATUS_AFTER[act];
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      ways.push({ at: next, by: act, acts: [...way.acts, act] });
    }
  }
  return undefined;
}

export type Dated = Pick<ActRecord, 'act' | 'effectiveOn' | 'sequence'>;

/** The order in which acts take effect: by day, a founding first, then as they were recorded. */
export function inOrder<Act extends Dated>(acts: readonly Act[]): readonly Act[] {
  return [...acts].sort(
    (a, b) =>
      compareDays(a.effectiveOn, b.effectiveOn) ||
      Number(a.act !== 'establish') - Number(b.act !== 'establish') ||
      a.sequence - b.sequence,
  );
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
