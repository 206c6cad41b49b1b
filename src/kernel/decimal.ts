import Big from 'big.js';

/** An exact decimal number as text, e.g. `4425`, `-0.5`. Never an exponent, never a trailing fraction zero. */
export type Decimal = string;

/** Digits kept after the point when a division does not end. Ratios are stored this long and rounded only when shown. */
const RATIO_DIGITS = 12;

const ratios = Big();
ratios.DP = RATIO_DIGITS;
ratios.RM = Big.roundHalfEven;

function plain(value: Big): Decimal {
  return value.toFixed();
}

/** The canonical form of a number typed as text (`007.50` → `7.5`), or undefined when it is none. */
export function parseDecimal(text: string): Decimal | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return undefined;
  const value = plain(new Big(text));
  return value === '-0' ? '0' : value;
}

export function add(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).plus(b));
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).minus(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).times(b));
}

/** a ÷ b to twelve digits, half to even; undefined when b is zero. */
export function divide(a: Decimal, b: Decimal): Decimal | undefined {
  const divisor = new ratios(b);
  return divisor.eq(0) ? undefined : plain(new ratios(a).div(divisor));
}

/** -1, 0 or 1. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Big(a).cmp(b);
}

/** The sum; `0` of nothing. Whoever must tell "nothing" from 0 asks before summing. */
export function sum(values: readonly Decimal[]): Decimal {
  return plain(values.reduce((total, value) => total.plus(value), new Big(0)));
}

/** Rounded half up (away from zero) to `digits` after the point, with trailing zeros kept. For showing only. */
export function roundHalfUp(value: Decimal, digits: number): Decimal {
  return new Big(value).round(digits, Big.roundHalfUp).toFixed(digits);
}
