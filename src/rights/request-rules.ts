import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays, dayInVietnam } from '#kernel/time.ts';
import type { Holidays } from '#kernel/working-days.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import type { ActOfRequest, Clock, DataRequest, Hold, RequestAct, RequestKind, Term } from './model.ts';

/** Longer than any term with all its pauses: a search for a day ends here. */
const DAYS_MAX = 4000;
/** With so many days of the term left, the deadline is near. */
const SOON_DAYS = 1;

/** From the day on which proof of identity was asked until the day on which it came; null: it has not come yet. */
export interface Pause {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** When the clock stood still: for proof of identity and for nothing else. */
export function pausesOf(acts: readonly ActOfRequest[]): readonly Pause[] {
  const pauses: { from: IsoDate; until: IsoDate | null }[] = [];
  for (const { act, actedAt } of acts) {
    const last = pauses.at(-1);
    if (act === 'ask-identity' && last?.until !== null) pauses.push({ from: dayInVietnam(actedAt), until: null });
    if (act === 'prove-identity' && last?.until === null) last.until = dayInVietnam(actedAt);
  }
  return pauses;
}

/** The day counts: it is worked on, where the term is of working days, and the clock did not stand still. */
function counts(day: IsoDate, term: Term, pauses: readonly Pause[], holidays: Holidays): boolean {
  if (term.isWorking && !isWorkingDay(day, holidays)) return false;
  return !pauses.some(({ from, until }) => day > from && (until === null || day <= until));
}

/**
 * Where a term stands that began with the receipt of a request. The day of receipt does not count; the day on which
 * identity was asked for counts, the days after it until it is proven do not.
 * @law 356/2025/NĐ-CP
 */
export function clockOf(given: {
  readonly receivedOn: IsoDate;
  readonly term: Term;
  readonly pauses: readonly Pause[];
  readonly today: IsoDate;
  /** The day on which what the term asks for was done. */
  readonly doneOn: IsoDate | null;
  readonly holidays: Holidays;
}): Clock {
  const { receivedOn, term, pauses, today, doneOn, holidays } = given;
  const upTo = doneOn ?? today;
  let used = 0;
  for (let day = addDays(receivedOn, 1); day <= upTo; day = addDays(day, 1))
    if (counts(day, term, pauses, holidays)) used += 1;
  const left = term.days - used;
  const isPaused = doneOn === null && pauses.at(-1)?.until === null;
  if (isPaused) return { dueOn: null, state: left < 0 ? 'overdue' : 'paused', left };
  const dueOn = dueDay(receivedOn, term, pauses, holidays);
  if (doneOn !== null) return { dueOn, state: doneOn <= dueOn ? 'met' : 'missed', left };
  if (today > dueOn) return { dueOn, state: 'overdue', left: Math.min(left, -1) };
  return { dueOn, state: left <= SOON_DAYS ? 'soon' : 'running', left };
}

function dueDay(receivedOn: IsoDate, term: Term, pauses: readonly Pause[], holidays: Holidays): IsoDate {
  let day = receivedOn;
  for (let used = 0, at = 0; used < term.days && at < DAYS_MAX; at += 1) {
    day = addDays(day, 1);
    if (counts(day, term, pauses, holidays)) used += 1;
  }
  return day;
}

/** The terms of a request: the first answer, and the doing of it. */
export interface Terms {
  readonly answer: Term;
  readonly execute: Term;
  /** By how many days the doing may be put off once. */
  readonly extendDays: number;
}

/** Where the terms come from, and whether a person has compared them with the text. */
export interface TermsSource {
  readonly citation: string;
  readonly isVerified: boolean;
}

export interface Clocks {
  readonly answer: Clock;
  readonly execute: Clock;
}

const CLOSING: readonly RequestAct[] = ['answer', 'answer-in-part', 'refuse'];

/** Both clocks of a request as they stand today. Whatever closes a request also answers it. */
export function clocksOf(request: DataRequest, terms: Terms, today: IsoDate, holidays: Holidays): Clocks {
  const { acts } = request;
  const dayOf = (done: readonly RequestAct[]) => {
    const found = acts.find(({ act }) => done.includes(act));
    return found ? dayInVietnam(found.actedAt) : null;
  };
  const common = { receivedOn: dayInVietnam(request.receivedAt), pauses: pausesOf(acts), today, holidays };
  const isExtended = acts.some(({ act }) => act === 'extend');
  const execute = { ...terms.execute, days: terms.execute.days + (isExtended ? terms.extendDays : 0) };
  return {
    answer: clockOf({ ...common, term: terms.answer, doneOn: dayOf(['acknowledge', ...CLOSING]) }),
    execute: clockOf({ ...common, term: execute, doneOn: dayOf(CLOSING) }),
  };
}

/** Kinds that a hold stands against: what it protects would be gone or out of use. */
const AGAINST_HOLD: readonly RequestKind[] = ['delete', 'restrict', 'object'];
/** Acts that must say why and by which law. */
const WITH_GROUND: readonly RequestAct[] = ['answer-in-part', 'refuse', 'extend'];
/** Acts that must say something: how identity was checked, what was done. */
const WITH_NOTE: readonly RequestAct[] = ['prove-identity', 'ask-identity', 'answer', ...WITH_GROUND];

/**
 * What may be done with the request now, in the order of work. While a hold stands against it, it can neither be done
 * wholly nor refused wholly: only in part, with the reason.
 * @law 91/2025/QH15
 */
export function actsOpen(request: DataRequest, holds: readonly Hold[], extendDays: number): readonly RequestAct[] {
  if (request.closedAt !== null) return [];
  const has = (act: RequestAct) => request.acts.some((done) => done.act === act);
  const isPaused = pausesOf(request.acts).at(-1)?.until === null;
  const isHeld = holds.length > 0 && AGAINST_HOLD.includes(request.kind);
  return [
    ...(has('acknowledge') ? [] : (['acknowledge'] as const)),
    ...(isPaused ? (['prove-identity'] as const) : has('prove-identity') ? [] : (['ask-identity'] as const)),
    ...(has('extend') || extendDays === 0 ? [] : (['extend'] as const)),
    ...(isPaused ? [] : isHeld ? (['answer-in-part'] as const) : (['answer', 'answer-in-part'] as const)),
    ...(isHeld ? [] : (['refuse'] as const)),
  ];
}

/** Why the act may not be done now or not in these words. */
export function actRefusal(
  request: DataRequest,
  holds: readonly Hold[],
  extendDays: number,
  wanted: { readonly act: RequestAct; readonly note: string; readonly ground: string },
): Refusal | undefined {
  const { act, note, ground } = wanted;
  if (request.closedAt !== null) return { code: 'rights.request.closed', facts: { code: request.code } };
  const open = actsOpen(request, holds, extendDays);
  if (!open.includes(act)) {
    const [hold] = holds;
    const isHeld = hold !== undefined && ['answer', 'refuse'].includes(act) && open.includes('answer-in-part');
    if (isHeld) return { code: 'rights.request.held', facts: { reason: hold.reason }, law: hold.ground };
    return { code: 'rights.request.not-now', facts: { act } };
  }
  if (WITH_NOTE.includes(act) && note === '')
    return { code: 'rights.request.note-needed', facts: { field: 'note', act } };
  if (WITH_GROUND.includes(act) && ground === '')
    return { code: 'rights.request.ground-needed', facts: { field: 'ground', act } };
  return undefined;
}

/** How often one sender may ask within an hour; many telephones share one address. */
export const ATTEMPTS_MAX = 20;

/** Why this sender must wait, by how often they sent within the last hour. */
export function attemptsRefusal(attempts: number): Refusal | undefined {
  return attempts < ATTEMPTS_MAX ? undefined : { code: 'rights.request.too-many', facts: { most: ATTEMPTS_MAX } };
}
