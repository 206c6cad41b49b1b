import type { Decimal } from '#kernel/decimal.ts';
import { compare } from '#kernel/decimal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import type { Kind, RuleBook, SizeResult } from './model.ts';
import { findRule, ruleContent } from './rule-book.ts';

/** How a figure stands to the number of a rule; what is exactly at it is in it with `at-least` and `at-most` only. */
type Comparison = 'at-least' | 'at-most' | 'below' | 'more-than';

const COMPARISONS: readonly (readonly [RegExp, Comparison])[] = [
  [/-below$/, 'below'],
  [/^vote\.ordinary$/, 'more-than'],
  [/-max(\.|$)|\.term-years$/, 'at-most'],
  [/./, 'at-least'],
];

export interface LimitCheck {
  readonly isMet: boolean;
  readonly limit: Decimal;
  readonly comparison: Comparison;
  readonly rule: DatedRule;
}

/**
 * Whether a figure keeps to the number of a rule as it stood on that day, in the rule's own unit (persons, percent, years,
 * days), compared exactly, without rounding. Undefined: no such rule was in force.
 */
export function checkLimit(book: RuleBook, key: string, figure: Decimal, on: IsoDate): LimitCheck | undefined {
  const rule = findRule(book, key, on);
  if (!rule) return undefined;
  const limit = String(ruleContent(rule, 'number'));
  const comparison = comparisonOf(key);
  const order = compare(figure, limit);
  const met = { 'at-least': order >= 0, 'at-most': order <= 0, below: order < 0, 'more-than': order > 0 };
  return { isMet: met[comparison], limit, comparison, rule };
}

export function comparisonOf(key: string): Comparison {
  return COMPARISONS.find(([pattern]) => pattern.test(key))?.[1] ?? 'at-least';
}

/**
 * The fewest official members an organisation of that kind must have on that day; associates never count. Undefined: the law
 * of that day names none.
 * @law 17/2023/QH15 Đ.4.7, 4.8, 4.21
 */
export function memberMinimum(book: RuleBook, kind: Kind, on: IsoDate): DatedRule | undefined {
  return findRule(book, `members.minimum.${kind}`, on);
}

/**
 * The largest share of charter capital, in percent, that one official member, all capital associates together, or all
 * foreign investors together may hold. Groups have none.
 * @law 17/2023/QH15 Đ.74
 */
export function capitalCeilingKey(kind: Kind, whose: 'member' | 'associates' | 'foreign'): string | undefined {
  if (kind === 'cooperative-group') return undefined;
  return whose === 'foreign' ? 'capital.foreign-max' : `capital.${whose}-max.${kind}`;
}

export interface Duty<Answer> {
  /** Null: what it depends on is not known, or the law of that day has no such duty. */
  readonly answer: Answer | null;
  readonly rules: readonly DatedRule[];
}

/**
 * Whether full governance is demanded, or either kind may be chosen. A cooperative by its size class, a union by its members;
 * a group has neither.
 * @law 17/2023/QH15 Đ.56
 */
export function governanceType(
  book: RuleBook,
  { kind, size, members }: Governed,
  on: IsoDate,
): Duty<'full' | 'either'> {
  if (kind === 'cooperative-group') return NONE;
  if (kind === 'cooperative-union') {
    const found = members === null ? undefined : checkLimit(book, 'governance.union-full-from', String(members), on);
    return found ? { answer: found.isMet ? 'full' : 'either', rules: [found.rule] } : NONE;
  }
  const rule = findRule(book, 'governance.simplified-sizes', on);
  if (!rule || size === 'undetermined') return { answer: null, rules: rule ? [rule] : [] };
  return { answer: ruleContent(rule, 'classes').includes(size) ? 'either' : 'full', rules: [rule] };
}

interface Governed {
  readonly kind: Kind;
  readonly size: SizeResult['class'];
  /** Official members; null: not known. */
  readonly members: number | null;
}

const NONE = { answer: null, rules: [] };

/**
 * Whether an independent audit is due at least every two years: cooperatives by size class, unions by members. Support funds
 * on the cooperative model are audited yearly and are not looked at here.
 * @law 17/2023/QH15 Đ.106
 */
export function auditDuty(book: RuleBook, { kind, size, members }: Governed, on: IsoDate): Duty<boolean> {
  if (kind === 'cooperative-group') return NONE;
  const every = findRule(book, 'audit.every', on);
  const how = every ? [every] : [];
  if (kind === 'cooperative-union') {
    const found = members === null ? undefined : checkLimit(book, 'audit.union-from', String(members), on);
    return found ? { answer: found.isMet, rules: [found.rule, ...how] } : NONE;
  }
  const rule = findRule(book, 'audit.sizes', on);
  if (!rule || size === 'undetermined') return { answer: null, rules: rule ? [rule] : [] };
  return { answer: ruleContent(rule, 'classes').includes(size), rules: [rule, ...how] };
}

export interface Delegates {
  readonly isAllowed: boolean;
  /** The fewest delegates, a part of a person counted as one; null: the law names no ratio, the charter does. */
  readonly minimum: number | null;
  readonly rules: readonly DatedRule[];
}

/**
 * Whether an organisation with so many official members may hold a meeting of delegates, and of how many at least. Shares are
 * rounded up. Undefined: no rule on that day. Exactly 50: allowed, without a ratio.
 * @law 17/2023/QH15 Đ.58
 */
export function delegatesMinimum(book: RuleBook, members: number, on: IsoDate): Delegates | undefined {
  const allowed = checkLimit(book, 'meeting.delegates-from', String(members), on);
  if (!allowed) return undefined;
  const bands = findRule(book, 'meeting.delegates-minimum', on);
  const rules = [allowed.rule, ...(bands ? [bands] : [])];
  if (!allowed.isMet || !bands) return { isAllowed: allowed.isMet, minimum: null, rules };
  const band = ruleContent(bands, 'delegates').find(
    ({ over, upTo }) => members > over && (upTo === null || members <= upTo),
  );
  if (!band) return { isAllowed: true, minimum: null, rules };
  const minimum = band.persons ?? Math.ceil((members * (band.percent ?? 0)) / 100);
  return { isAllowed: true, minimum, rules };
}

/** Whether the last day of a transitional duty has passed; the day itself is in time. @law 17/2023/QH15 Đ.115 */
export function isDeadlinePast(rule: DatedRule, on: IsoDate): boolean {
  return on > ruleContent(rule, 'day');
}
