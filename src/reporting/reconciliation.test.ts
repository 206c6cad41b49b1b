import { expect, test } from 'vitest';
import type { Reconciliation } from './model.ts';
import { reasonsRefusal, reconciliationState } from './reconciliation.ts';
import { anIndicator } from './testing.ts';

const indicator = anIndicator({ countedBy: 'counted' });
const signed: Reconciliation = {
  indicatorCode: 'HTX.SO',
  declared: '903',
  counted: '871',
  reasons: [{ reason: 'record-missing', amount: '-32' }],
  signedAt: new Date('2024-06-18T02:00:00Z'),
  signedBy: 'Người thử',
};

test('REG-10 a gap wears its badge until it is signed, and again when a number changes', () => {
  expect(reconciliationState(indicator, '903', '871', undefined)).toBe('unreconciled');
  expect(reconciliationState(indicator, '903', '871', signed)).toBe('signed');
  expect(reconciliationState(indicator, '903', '872', signed)).toBe('unreconciled');
  expect(reconciliationState(indicator, '904', '871', signed)).toBe('unreconciled');
});

test('REG-10 equal numbers need no signature, a missing one is not compared', () => {
  expect(reconciliationState(indicator, '903', '903', undefined)).toBe('equal');
  expect(reconciliationState(indicator, null, '903', undefined)).toBe('not-compared');
});

test('REG-10 903 declared against 871 counted is explained by reasons that sum to −32', () => {
  const reasons = [
    { reason: 'record-missing', amount: '-40' },
    { reason: 'duplicate', amount: '8' },
  ] as const;

  expect(reasonsRefusal(indicator, '903', '871', reasons)).toBeUndefined();
});

test('REG-10 reasons that do not sum to the gap cannot be signed', () => {
  expect(reasonsRefusal(indicator, '903', '871', [{ reason: 'record-missing', amount: '-31' }])).toEqual({
    code: 'reporting.reconciliation.reasons-do-not-sum',
    facts: { explained: '-31', gap: '-32' },
  });
  expect(reasonsRefusal(indicator, '903', '871', [])?.code).toBe('reporting.reconciliation.reasons-do-not-sum');
  expect(reasonsRefusal(indicator, '903', '903', [])?.code).toBe('reporting.reconciliation.no-gap');
});
