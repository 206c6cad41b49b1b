import type { Decimal } from '#kernel/decimal.ts';
import { multiply, roundHalfUp } from '#kernel/decimal.ts';
import { formatDong, formatNumber, formatPercentagePoints, formatShare, MISSING } from '#platform/i18n/format.ts';
import { roundedFor } from './measures.ts';
import type { Measure } from './model.ts';

/** A figure of a measure as it is read: money in its largest unit, shares in percent, what was apportioned to one digit. */
export function figureText(measure: Measure, value: Decimal | null): string {
  if (value === null) return MISSING;
  if (measure.isMoney) return formatDong(BigInt(roundHalfUp(value, 0)));
  if (measure.isPercent) return formatShare(value);
  return formatNumber(roundedFor(measure, value));
}

export function differenceText(measure: Measure, value: Decimal | null): string {
  if (value === null) return MISSING;
  if (measure.isPercent) return formatPercentagePoints(multiply(value, '100'));
  return signed(value, figureText(measure, value));
}

export function growthText(value: Decimal | null): string {
  return value === null ? MISSING : signed(value, formatShare(value));
}

function signed(value: Decimal, text: string): string {
  return value.startsWith('-') || /^0*\.?0*$/.test(value) ? text : `+${text}`;
}
