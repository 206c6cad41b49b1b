import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/time.ts';
import type { DelegationFacts, WishedDelegation } from './rules.ts';
import { delegationRefusal } from './rules.ts';

const DAY = isoDate('2024-06-24');
const day = (count: number) => addDays(DAY, count);
const NA = 'alliance:LMHTX-NA' as const;
const WISH: WishedDelegation = {
  fromAccountId: 'a',
  toAccountId: 'b',
  kind: 'KT',
  scope: NA,
  acts: ['reporting.submit-unit'],
  validFrom: DAY,
  validUntil: day(7),
};
const held = (role: string, scope: typeof NA | 'cluster:CUM-BTB' | `department:${string}` = NA) =>
  ({ role, scope, validFrom: isoDate('2024-01-01'), validUntil: null }) as const;
const FACTS: DelegationFacts = {
  today: DAY,
  delegatorGrants: [held('leader')],
  delegateGrants: [held('officer')],
  isDelegateGone: false,
  covered: [],
  others: [],
};
const other = (fromAccountId: string, toAccountId: string, from = 0, until = 7) => ({
  fromAccountId,
  toAccountId,
  kind: 'KT' as const,
  scope: NA,
  validFrom: day(from),
  validUntil: day(until),
});
const codeOf = (wish: Partial<WishedDelegation>, facts: Partial<DelegationFacts> = {}) =>
  delegationRefusal({ ...WISH, ...wish }, { ...FACTS, ...facts })?.code;

test('IAM-03 a leader gives the signature to an officer of the unit, or of one of its departments', () => {
  expect(codeOf({})).toBeUndefined();
  expect(codeOf({}, { delegateGrants: [held('officer', 'department:LMHTX-NA/tong-hop')] })).toBeUndefined();
});

test.each<{ code: string; wish?: Partial<WishedDelegation>; facts?: Partial<DelegationFacts> }>([
  { code: 'to-self', wish: { toAccountId: 'a' } },
  { code: 'day-past', wish: { validFrom: day(-1) } },
  { code: 'ends-before-it-begins', wish: { validUntil: DAY } },
  { code: 'acts-unfit', wish: { acts: [] } },
  { code: 'acts-unfit', wish: { acts: ['review.sign-report'] } },
  { code: 'acts-unfit', wish: { acts: ['platform.manage-accounts'] } },
  { code: 'acts-unfit', wish: { acts: ['toString'] } },
  { code: 'beyond-grants', facts: { delegatorGrants: [held('officer')] } },
  { code: 'beyond-grants', facts: { delegatorGrants: [held('leader', 'cluster:CUM-BTB')] } },
  { code: 'beyond-grants', facts: { delegatorGrants: [{ ...held('leader'), validUntil: day(6) }] } },
  { code: 'beyond-grants', facts: { delegatorGrants: [{ ...held('leader'), validFrom: day(1) }] } },
  { code: 'handed-on', facts: { delegatorGrants: [held('officer')], others: [other('c', 'a')] } },
  { code: 'delegate-gone', facts: { isDelegateGone: true } },
  { code: 'delegate-outside', facts: { delegateGrants: [] } },
  { code: 'delegate-outside', facts: { delegateGrants: [held('inspector')] } },
  { code: 'delegate-outside', facts: { delegateGrants: [{ ...held('officer'), validUntil: day(3) }] } },
  { code: 'overlaps', facts: { others: [other('a', 'b', 6, 9)] } },
  { code: 'circular', facts: { others: [other('b', 'a', 6, 9)] } },
  { code: 'circular', facts: { others: [other('b', 'c'), other('c', 'a')] } },
])('IAM-03 refused as $code', ({ code, wish = {}, facts = {} }) => {
  expect(codeOf(wish, facts)).toBe(`platform.delegation.${code}`);
});

test('IAM-03 the other way round on other days is no circle', () => {
  expect(codeOf({}, { others: [other('b', 'a', 7, 9)] })).toBeUndefined();
});

test('IAM-03 whatever was let through before, no circle within the same days ever comes about', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd');
  const wish = fc.record({ from: person, to: person, first: fc.nat(6), days: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
      const passed: ReturnType<typeof other>[] = [];
      for (const { from, to, first, days } of wishes) {
        const next = other(from, to, first, first + days);
        if (codeOf(next, { others: passed }) === undefined) passed.push(next);
      }
      for (let at = 0; at < 11; at += 1) {
        const then = passed.filter((each) => each.validFrom <= day(at) && each.validUntil > day(at));
        expect(hasCircle(then)).toBe(false);
      }
    }),
  );
});

/** Takes away, again and again, those who give to nobody; what is left then is a circle. */
function hasCircle(edges: readonly { fromAccountId: string; toAccountId: string }[]): boolean {
  const left = edges.filter((edge) => edges.some((next) => next.fromAccountId === edge.toAccountId));
  return left.length === edges.length ? left.length > 0 : hasCircle(left);
}
