import { add, type Decimal, multiply, parseDecimal } from './decimal.ts';
import { clean } from './text-vi.ts';

/** `integer`: the field holds whole numbers only, so `1.331` can only be 1331. */
export type NumberKind = 'integer' | 'decimal';

/** Which mark groups thousands; the other one is the decimal mark. */
export type NumberConvention = 'dot-thousands' | 'comma-thousands';

export type NumberReading =
  /** `isScaled`: a word such as tỷ or triệu has been multiplied in. `isRough`: ≈, khoảng, trên … stood before it. */
  | {
      readonly state: 'value';
      readonly value: Decimal;
      readonly isScaled: boolean;
      readonly isPercent: boolean;
      readonly isRough: boolean;
    }
  /** `1.234` where a fraction is possible: two readings, one for each convention. */
  | {
      readonly state: 'ambiguous';
      readonly readings: Readonly<Record<NumberConvention, Decimal>>;
      readonly isScaled: boolean;
    }
  /** `1,5 tỷ 200tr`: a sum of parts that a person has to confirm. */
  | { readonly state: 'mixed'; readonly offer: Decimal }
  | { readonly state: 'none' };

const NONE = { state: 'none' } as const;
const ROUGH = /^(≈|~|±|khoảng|gần|trên|hơn|dưới|ước đạt|ước|chừng|xấp xỉ|tầm|độ)\s*/;
const MONEY_WORD = /\s*(đồng|vnđ|vnd|₫|đ)(\s*\/\s*(tháng|năm|người))*$/;
const COUNTED_WORD = /\s*(người|thành viên|xã viên|lao động|hợp đồng|htx|hộ|tv|lđ|hđ)$/;
const SCALES: Readonly<Record<string, Decimal>> = {
  k: '1000',
  nghìn: '1000',
  ngàn: '1000',
  tr: '1000000',
  trđ: '1000000',
  triệu: '1000000',
  tỷ: '1000000000',
  tỉ: '1000000000',
};
const SCALE_WORDS = Object.keys(SCALES).toSorted((a, b) => b.length - a.length);
const PART = new RegExp(`^([\\d.,' ]*\\d)\\s*((?:(?:${SCALE_WORDS.join('|')})\\s*)*)(rưỡi)?\\s*`);

/**
 * Reads a number as people in Việt Nam type it: `1.234,5`, `1,234.5`, `12,5 tỷ`, `≈ 300 tr`, `(1.200)`, `65,2%`.
 * With a convention nothing is ambiguous any more.
 */
export function readNumber(text: string, kind: NumberKind, convention?: NumberConvention): NumberReading {
  const typed = clean(text).toLowerCase();
  const rough = ROUGH.exec(typed)?.[0] ?? '';
  const { body, isNegative } = unsigned(typed.slice(rough.length));
  const isPercent = body.endsWith('%');
  const parts = partsOf(isPercent ? body.slice(0, -1).trim() : withoutUnit(body));
  const [first, ...others] = parts;
  if (!first) return NONE;

  const signed = (value: Decimal) => (isNegative ? multiply(value, '-1') : value);
  if (others.length > 0 || first.hasHalf) return mixed(parts, signed);
  const isScaled = first.scale !== '1';
  const readings = plainReadings(first.digits, isScaled ? 'decimal' : kind);
  if (!readings) return NONE;
  const scaled = (value: Decimal) => signed(multiply(value, first.scale));
  if (typeof readings === 'string')
    return { state: 'value', value: scaled(readings), isScaled, isPercent, isRough: rough !== '' };
  if (convention)
    return { state: 'value', value: scaled(readings[convention]), isScaled, isPercent, isRough: rough !== '' };
  return {
    state: 'ambiguous',
    readings: {
      'dot-thousands': scaled(readings['dot-thousands']),
      'comma-thousands': scaled(readings['comma-thousands']),
    },
    isScaled,
  };
}

interface Part {
  readonly digits: string;
  readonly scale: Decimal;
  /** `1 tỷ rưỡi`: one and a half of the scale. */
  readonly hasHalf: boolean;
}

function unsigned(text: string): { body: string; isNegative: boolean } {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) return { body: (bracketed[1] ?? '').trim(), isNegative: true };
  const sign = /^[-−–+]\s*(?=\d)/.exec(text)?.[0] ?? '';
  return { body: text.slice(sign.length), isNegative: sign !== '' && !sign.startsWith('+') };
}

function withoutUnit(text: string): string {
  const counted = text.replace(COUNTED_WORD, '');
  if (counted !== text) return counted;
  // `trđ` is a scale word of its own and must not lose its đ.
  return /trđ$/.test(text) ? text : text.replace(MONEY_WORD, '');
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const found = PART.exec(rest);
    if (!found) return [];
    const words = (found[2] ?? '').trim();
    parts.push({ digits: (found[1] ?? '').trim(), scale: scaleOf(words), hasHalf: found[3] !== undefined });
    rest = rest.slice(found[0].length);
    // Two bare numbers in a row are no sum.
    if (words === '' && rest !== '') return [];
  }
  return parts;
}

function scaleOf(words: string): Decimal {
  let [scale, rest] = ['1', words];
  while (rest !== '') {
    const word = SCALE_WORDS.find((candidate) => rest.startsWith(candidate)) ?? rest;
    scale = multiply(scale, SCALES[word] ?? '1');
    rest = rest.slice(word.length).trim();
  }
  return scale;
}

function mixed(parts: readonly Part[], signed: (value: Decimal) => Decimal): NumberReading {
  let total: Decimal = '0';
  let above: Decimal | undefined;
  for (const part of parts) {
    const readings = plainReadings(part.digits, 'decimal');
    if (!readings) return NONE;
    const value = typeof readings === 'string' ? readings : readings['dot-thousands'];
    const half = part.hasHalf ? multiply(part.scale, '0.5') : '0';
    // `1tr5` and `2 tỷ 3` say tenths of the scale before them.
    const scale = part.scale === '1' && above && value.length === 1 ? multiply(above, '0.1') : part.scale;
    total = add(total, add(multiply(value, scale), half));
    above = part.scale;
  }
  return { state: 'mixed', offer: signed(total) };
}

/** The digits as one decimal, as two when a single mark may be either, or undefined when the groups make no number. */
function plainReadings(
  digits: string,
  kind: NumberKind,
): Decimal | Readonly<Record<NumberConvention, Decimal>> | undefined {
  const joined = digits.replaceAll("'", ' ');
  const spaced = /^\d{1,3}( \d{3})+(?=$|[.,])/.exec(joined)?.[0];
  const text = spaced ? spaced.replaceAll(' ', '') + joined.slice(spaced.length) : joined;
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const marks = text.replace(/\d/g, '');
  if (marks === '') return parseDecimal(text);
  if (marks.length === 1) return singleMark(text, kind, spaced !== undefined);

  const last = marks.at(-1) ?? '';
  const isOneKind = marks === last.repeat(marks.length);
  if (isOneKind) return grouped(text, last);
  if (marks.indexOf(last) !== marks.length - 1) return undefined;
  const [whole = '', fraction = ''] = text.split(last);
  const thousands = grouped(whole, last === ',' ? '.' : ',');
  return thousands === undefined ? undefined : parseDecimal(`${thousands}.${fraction}`);
}

function singleMark(
  text: string,
  kind: NumberKind,
  isSpaced: boolean,
): Decimal | Readonly<Record<NumberConvention, Decimal>> | undefined {
  const [whole = '', fraction = ''] = text.split(/[.,]/);
  const asFraction = parseDecimal(`${whole}.${fraction}`);
  const mayGroup = !isSpaced && /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3;
  if (!mayGroup || asFraction === undefined) return asFraction;
  const asThousands = whole + fraction;
  if (kind === 'integer') return asThousands;
  return text.includes('.')
    ? { 'dot-thousands': asThousands, 'comma-thousands': asFraction }
    : { 'dot-thousands': asFraction, 'comma-thousands': asThousands };
}

function grouped(text: string, mark: string): Decimal | undefined {
  const [first = '', ...groups] = text.split(mark);
  const isGrouped = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return isGrouped ? parseDecimal(first + groups.join('')) : undefined;
}
