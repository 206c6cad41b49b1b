import type { Decimal } from '#kernel/decimal.ts';
import { compare, divide, multiply, subtract } from '#kernel/decimal.ts';
import { formatNumber, MISSING } from '#platform/i18n/format.ts';
import type { SnapshotDefinition, SnapshotSpread } from '../model.ts';
import { words } from './messages.vi.ts';

/** How a table shows an indicator: amount ÷ divisor, with so many digits after the comma, in this unit. */
export interface Scale {
  readonly unit: string;
  readonly divisor: Decimal;
  readonly digits: number;
}

const MILLION = 1_000_000;

/** The scale of the dictionary: đồng kept, triệu đồng shown. */
export function scaleOf(definition: SnapshotDefinition): Scale {
  const unit = definition.unit === 'đồng' && definition.entryScale === MILLION ? words.millionDong : definition.unit;
  return { unit, divisor: String(definition.entryScale), digits: definition.decimals };
}

export const IN_BILLIONS: Scale = { unit: words.billionDong, divisor: '1000000000', digits: 1 };

/** The figure as a cell prints it, without its unit; missing: an em dash. */
export function shown(scale: Scale, amount: Decimal | null | undefined): string {
  if (amount === null || amount === undefined) return MISSING;
  return formatNumber(divide(amount, scale.divisor) ?? null, scale.digits);
}

/** `5/6 đơn vị`, or undefined when every unit asked has the figure. */
export function coverageMark(spread: SnapshotSpread): string | undefined {
  const { have, of } = spread.coverage;
  return have < of ? words.coverage(have, of) : undefined;
}

/** part ÷ whole × 100; null when one is missing or the whole is 0. */
export function percentOf(part: Decimal | null | undefined, whole: Decimal | null | undefined): Decimal | null {
  if (part === null || part === undefined || whole === null || whole === undefined) return null;
  return divide(multiply(part, '100'), whole) ?? null;
}

/** Totals over different units cannot be compared: they differ by who is missing. */
export function isComparable(a: SnapshotSpread, b: SnapshotSpread): boolean {
  return Object.keys({ ...a.byUnit, ...b.byUnit }).every(
    (unit) => ((a.byUnit[unit] ?? null) === null) === ((b.byUnit[unit] ?? null) === null),
  );
}

/** `tăng 157`, `giảm 12`, `không đổi`, of amounts as they are shown. */
export function changeText(
  now: Decimal | null | undefined,
  before: Decimal | null | undefined,
  digits: number,
): string {
  if (now === null || now === undefined || before === null || before === undefined) return MISSING;
  const difference = subtract(now, before);
  const size = formatNumber(difference.replace('-', ''), digits);
  if (/^[0,]+$/.test(size)) return words.unchanged;
  return compare(difference, '0') > 0 ? words.rises(size) : words.falls(size);
}

/** `giảm 3,2 điểm phần trăm`: the change of a percentage. */
export function pointsText(now: Decimal | null | undefined, before: Decimal | null | undefined): string {
  const change = changeText(now, before, 1);
  return change === MISSING || change === words.unchanged ? change : words.points(change);
}
