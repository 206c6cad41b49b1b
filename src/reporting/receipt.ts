import { createHash } from 'node:crypto';
import type { CellValue } from './model.ts';

/**
 * The receipt of a submission: `sha256:` and the hash of its values in one fixed order and spelling, one line a value:
 * code, aspect, exact amount and basis, parted by tabs. Whoever has the same values gets the same receipt.
 */
export function receiptOf(unitCode: string, periodCode: string, values: readonly CellValue[]): string {
  const lines = values
    .map((value) => [value.indicatorCode, value.aspect, value.amount, value.basis].join('\t'))
    .toSorted();
  const text = ['hopluc-receipt/1', `${unitCode}\t${periodCode}`, ...lines, ''].join('\n');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
