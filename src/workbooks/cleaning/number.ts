import { type Decimal, multiply, parseDecimal } from '#kernel/decimal.ts';
import type { Dong } from '#kernel/money.ts';
import { type NumberConvention, type NumberKind, readNumber } from '#kernel/number-vi.ts';
import { fold } from '#kernel/text-vi.ts';
import type { UsualEncoding } from './legacy-text.ts';
import {
  answered,
  ask,
  type Cleaned,
  EMPTY,
  mapCleaned,
  type Note,
  problem,
  type RawCell,
  type Reading,
  value,
} from './result.ts';
import { numberAsText, type Spelling, spellings, unusableContent } from './text.ts';

/** Mean: there is no figure. */
const ABSENT_WORDS = new Set(
  'chua co,chua ro,chua co so lieu,chua thong ke,chua bao cao,khong ro,khong xac dinh,khong co so lieu,n/a,na,nil,null,#'.split(
    ',',
  ),
);
/** Mean 0 to one officer and "no figure" to the next. */
const NONE_WORDS = new Set('khong,khong co,k co,ko co,k,ko,kg,hong co,khong phat sinh,kps'.split(','));

export interface NumberOptions {
  readonly kind: NumberKind;
  /** The column counts in percent: `65,2%`, or a cell that Excel formats as percent. */
  readonly isPercent?: boolean;
  /** Bare numbers stand for so many of the kept unit: 1 000 000 in a column of triệu đồng. */
  readonly entryScale?: number;
  readonly mayBeNegative?: boolean;
  /** What a person answered for this column: a convention, or `zero` / `missing` for `không`. */
  readonly answers?: ReadonlySet<string>;
  readonly usual?: UsualEncoding | undefined;
}

/** A number cell, or text that means one. A numeric cell always wins over how it looks. */
export function cleanNumber(cell: RawCell, options: NumberOptions): Cleaned<Decimal> {
  const { content } = cell;
  const unusable = unusableContent(content);
  if (unusable) return unusable;
  if (content.kind === 'date') return problem('workbooks.cell.date-for-number', {});
  if (content.kind === 'boolean')
    return problem('workbooks.cell.not-a-number', { text: content.value ? 'TRUE' : 'FALSE' });
  if (content.kind === 'number') {
    const typed = parseDecimal(numberAsText(content.number)) ?? '0';
    const number = options.isPercent && content.isPercent ? multiply(typed, '100') : typed;
    return within(value(multiply(number, scaleOf(options))), options);
  }
  let typed: string | undefined;
  for (const spelling of spellings(cell, options.usual)) {
    typed ??= spelling.text;
    const read = readSpelling(spelling, options);
    if (read) return within(read, options);
  }
  return typed === undefined ? EMPTY : problem('workbooks.cell.not-a-number', { text: typed });
}

/** Money in whole đồng. */
export function cleanDong(cell: RawCell, options: Omit<NumberOptions, 'kind' | 'isPercent'>): Cleaned<Dong> {
  const kind = options.entryScale === undefined || options.entryScale === 1 ? 'integer' : 'decimal';
  return wholeOnly(cleanNumber(cell, { ...options, kind }), (whole) => BigInt(whole));
}

/** A whole number of things or people, 0 or more. */
export function cleanCount(cell: RawCell, options: Pick<NumberOptions, 'answers' | 'usual'> = {}): Cleaned<number> {
  return wholeOnly(cleanNumber(cell, { ...options, kind: 'integer' }), Number);
}

function readSpelling({ text, notes }: Spelling, options: NumberOptions): Cleaned<Decimal> | undefined {
  const word = fold(text).replace(/[.!]+$/, '');
  if (ABSENT_WORDS.has(word)) return EMPTY;
  if (NONE_WORDS.has(word)) return settled(noneQuestion(text), options);

  const reading = readNumber(text, options.kind, conventionOf(options));
  switch (reading.state) {
    case 'value': {
      if (reading.isPercent && !options.isPercent) return problem('workbooks.cell.percent-unexpected', { text });
      const rough: Note[] = reading.isRough ? [{ code: 'workbooks.cell.number-rough', facts: { text } }] : [];
      return value(reading.isScaled ? reading.value : multiply(reading.value, scaleOf(options)), [...notes, ...rough]);
    }
    case 'ambiguous': {
      const scale = reading.isScaled ? '1' : scaleOf(options);
      const readings = Object.entries(reading.readings).map(([answer, number]) => ({
        answer,
        value: multiply(number, scale),
      }));
      return ask('workbooks.cell.number-ambiguous', { text, ...reading.readings }, readings);
    }
    case 'mixed':
      return problem('workbooks.cell.number-mixed', { text, offer: reading.offer });
    default:
      return undefined;
  }
}

function noneQuestion(text: string): Cleaned<Decimal> {
  const readings: Reading<Decimal>[] = [
    { answer: 'zero', value: '0' },
    { answer: 'missing', value: undefined },
  ];
  return ask('workbooks.cell.zero-or-missing', { text }, readings);
}

function settled(question: Cleaned<Decimal>, { answers }: NumberOptions): Cleaned<Decimal> {
  const answer = ['zero', 'missing'].find((known) => answers?.has(known));
  return answered(question, answer);
}

function conventionOf({ answers }: NumberOptions): NumberConvention | undefined {
  return (['dot-thousands', 'comma-thousands'] as const).find((known) => answers?.has(known));
}

function scaleOf({ entryScale }: NumberOptions): Decimal {
  return String(entryScale ?? 1);
}

function within(cleaned: Cleaned<Decimal>, options: NumberOptions): Cleaned<Decimal> {
  if (cleaned.state !== 'value') return cleaned;
  if (cleaned.value.startsWith('-') && !options.mayBeNegative)
    return problem('workbooks.cell.negative', { number: cleaned.value });
  return cleaned;
}

function wholeOnly<T>(cleaned: Cleaned<Decimal>, change: (whole: Decimal) => T): Cleaned<T> {
  if (cleaned.state === 'value' && cleaned.value.includes('.'))
    return problem('workbooks.cell.not-whole', { number: cleaned.value });
  // A reading with a fraction is no answer where only whole numbers stand.
  if (cleaned.state === 'ask') {
    const readings = cleaned.readings.filter((reading) => !reading.value?.includes('.'));
    return mapCleaned({ ...cleaned, readings }, change);
  }
  return mapCleaned(cleaned, change);
}
