import type { Refusal } from '#kernel/refusal.ts';
import { addMonths, type IsoDate } from '#kernel/time.ts';
import { checkLimit } from './limits.ts';
import type { Asset, FactKind, Manager, ManagerRole, RuleBook } from './model.ts';
import { findRule, ruleContent } from './rule-book.ts';

const DIGIT = /\p{Nd}/u;
/** Digits, of any script, that could be a personal number or a telephone. */
const LONG_NUMBER = /\p{Nd}[\p{Nd}\s.-]{6,}\p{Nd}/u;

/** Whether a text holds what could be a personal number: it is collected nowhere. */
export function holdsLongNumber(text: string): boolean {
  return LONG_NUMBER.test(text);
}

/** Why a person is not written down like this. Their personal number is never kept, whatever the field. */
export function managerRefusal(
  input: Pick<Manager, 'termFrom' | 'termUntil' | 'training'> & { readonly fullName: string },
  today: IsoDate,
): Refusal | undefined {
  const at = (field: string, code: string, facts = {}): Refusal => ({ code, facts: { field, ...facts } });
  if (DIGIT.test(input.fullName)) return at('fullName', 'compliance.manager.number-in-name');
  if (holdsLongNumber(input.training)) return at('training', 'compliance.manager.number-in-training');
  if (input.termFrom > today) return at('termFrom', 'compliance.manager.begins-later', { today });
  if (input.termUntil !== null && input.termUntil <= input.termFrom)
    return at('termUntil', 'compliance.manager.ends-first');
  return undefined;
}

export type TermFlag = 'expired' | 'too-long' | 'unstated' | null;

const TERM_KEYS: Readonly<Record<ManagerRole, string | null>> = {
  'board-chair': 'board.term-years',
  'board-member': 'board.term-years',
  director: 'director.term-years',
  'deputy-director': null,
  'control-head': 'control.term-years',
  'control-member': 'control.term-years',
  controller: 'control.term-years',
  'chief-accountant': null,
  accountant: null,
};

/**
 * What is to be said of a term: it is over; it is longer than the law of its first day allows, in whole years; its end is not
 * stated although the law limits it, and the longest lawful term is over.
 * @law 17/2023/QH15 Đ.65, 68, 69, 71, 72
 */
export function termFlag(
  book: RuleBook,
  { role, termFrom, termUntil }: Pick<Manager, 'role' | 'termFrom' | 'termUntil'>,
  today: IsoDate,
): TermFlag {
  if (termUntil !== null && termUntil <= today) return 'expired';
  const key = TERM_KEYS[role];
  const rule = key ? findRule(book, key, termFrom > today ? termFrom : today) : undefined;
  if (!rule) return null;
  const longest = addMonths(termFrom, ruleContent(rule, 'number') * 12);
  if (termUntil !== null) return termUntil > longest ? 'too-long' : null;
  return longest <= today ? 'unstated' : null;
}

/** Bodies whose number of persons is not lawful: counted among terms that run. @law 17/2023/QH15 Đ.65, 69 */
export function bodyProblems(
  book: RuleBook,
  managers: readonly Pick<Manager, 'role' | 'termFrom' | 'termUntil'>[],
  today: IsoDate,
): readonly {
  readonly body: 'board' | 'control';
  readonly persons: number;
  readonly end: 'min' | 'max';
  readonly limit: string;
}[] {
  const serving = managers.filter((each) => each.termUntil === null || each.termUntil > today);
  const count = (...roles: readonly ManagerRole[]) => serving.filter(({ role }) => roles.includes(role)).length;
  const bodies = [
    { body: 'board', persons: count('board-chair', 'board-member') },
    { body: 'control', persons: count('control-head', 'control-member') },
  ] as const;
  return bodies.flatMap(({ body, persons }) => {
    if (persons === 0) return [];
    return (['min', 'max'] as const).flatMap((end) => {
      const check = checkLimit(book, `${body}.members-${end}`, String(persons), today);
      return check && !check.isMet ? [{ body, persons, end, limit: check.limit }] : [];
    });
  });
}

/** Before it nothing that still stands was made. */
const YEAR_MIN = 1900;

/** Why an asset is not written down like this. */
export function assetRefusal({ madeYear }: Pick<Asset, 'madeYear'>, today: IsoDate): Refusal | undefined {
  const year = Number(today.slice(0, 4));
  if (madeYear !== null && madeYear > year)
    return { code: 'compliance.asset.year-to-come', facts: { field: 'madeYear', year } };
  if (madeYear !== null && madeYear < YEAR_MIN)
    return { code: 'compliance.asset.year-too-early', facts: { field: 'madeYear', from: YEAR_MIN } };
  return undefined;
}

/**
 * Why equipment counts as outdated: it is worn or broken, or older than its useful life in whole years (the year in which the
 * life ends is still in it). `unknown`: neither is known. Null: it is not.
 * @law 45/2013/TT-BTC
 */
export function outdatedWhy(
  book: RuleBook,
  { kind, madeYear, state }: Pick<Asset, 'kind' | 'madeYear' | 'state'>,
  today: IsoDate,
): 'state' | 'age' | 'unknown' | null {
  if (state !== 'good') return 'state';
  const rule = findRule(book, `asset.life.${kind}`, today);
  const years = rule ? ruleContent(rule, 'years').years : null;
  if (years === null || madeYear === null) return 'unknown';
  return Number(today.slice(0, 4)) - madeYear > years ? 'age' : null;
}

/** Percent of charter capital; the others count persons or have no number. */
const PERCENT: readonly FactKind[] = ['largest-share', 'associates-share', 'foreign-share'];
const PERCENT_MAX = 100;

/** Why a fact is not written down like this. */
export function factRefusal(
  { kind, knownOn, amount }: { readonly kind: FactKind; readonly knownOn: IsoDate; readonly amount: string | null },
  today: IsoDate,
): Refusal | undefined {
  const at = (field: string, code: string): Refusal => ({ code, facts: { field } });
  const isDayAlone = kind === 'general-meeting' || kind === 'stopped';
  if (knownOn > today) return at('knownOn', 'compliance.fact.day-to-come');
  if (isDayAlone) return amount === null ? undefined : at('amount', 'compliance.fact.number-unwanted');
  if (amount === null) return at('amount', 'compliance.fact.number-missing');
  if (PERCENT.includes(kind) && Number(amount) > PERCENT_MAX) return at('amount', 'compliance.fact.over-hundred');
  if (kind === 'foreign-members' && !/^\d+$/.test(amount)) return at('amount', 'compliance.fact.no-person-count');
  return undefined;
}
