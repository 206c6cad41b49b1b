import { compare, type Decimal, sum } from '#kernel/decimal.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { GapReason, GapShare, Indicator, Reconciliation } from './model.ts';
import { gapOf } from './validation.ts';

export const GAP_REASONS: readonly GapReason[] = [
  'record-missing',
  'definition-differs',
  'duplicate',
  'dissolved-not-recorded',
];

/** `equal`: nothing to explain. `unreconciled`: a gap that nobody has signed for. `signed`: explained, for these numbers. */
export type ReconciliationState = 'not-compared' | 'equal' | 'unreconciled' | 'signed';

/** Declared against counted: a signature holds only for the two numbers that were signed. */
export function reconciliationState(
  indicator: Indicator,
  declared: Decimal | null,
  counted: Decimal | null,
  signed: Reconciliation | undefined,
): ReconciliationState {
  if (declared === null || counted === null) return 'not-compared';
  if (gapOf(indicator, declared, counted) === null) return 'equal';
  const isSame = signed && compare(signed.declared, declared) === 0 && compare(signed.counted, counted) === 0;
  return isSame ? 'signed' : 'unreconciled';
}

/** Why these reasons may not be signed: there is no gap, or they do not add up to it (counted − declared). */
export function reasonsRefusal(
  indicator: Indicator,
  declared: Decimal | null,
  counted: Decimal | null,
  reasons: readonly GapShare[],
): Refusal | undefined {
  const gap = gapOf(indicator, declared, counted);
  if (gap === null) return { code: 'reporting.reconciliation.no-gap', facts: { indicator: indicator.name } };
  const explained = sum(reasons.map((share) => share.amount));
  if (compare(explained, gap) === 0) return undefined;
  return { code: 'reporting.reconciliation.reasons-do-not-sum', facts: { explained, gap } };
}
