import { assert } from './assert.ts';
import type { Decimal } from './decimal.ts';
import { divide, parseDecimal } from './decimal.ts';

/** An exact share in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Fraction = { numerator: 0n, denominator: 1n };
export const WHOLE: Fraction = { numerator: 1n, denominator: 1n };

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  assert(denominator !== 0n, 'nothing is divided by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const common = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator * sign) || 1n;
  return { numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
}

/** `20.88` as 522/25; undefined for text that is no number. */
export function fractionOf(text: Decimal): Fraction | undefined {
  const exact = parseDecimal(text);
  if (exact === undefined) return undefined;
  const [whole = '0', digits = ''] = exact.split('.');
  return fraction(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return fraction(a.numerator + b.numerator, a.denominator);
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function isWhole({ numerator, denominator }: Fraction): boolean {
  return numerator === denominator;
}

/** To twelve digits where it does not end; exact where it does within them. */
export function decimalOf({ numerator, denominator }: Fraction): Decimal {
  return divide(String(numerator), String(denominator)) ?? '0';
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
