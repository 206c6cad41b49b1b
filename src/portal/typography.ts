import type { Inline } from '#review/public.ts';

const NBSP = '\u00a0';
/** Compounds that a heading must not break in the middle. */
const COMPOUNDS = [
  'Liên minh',
  'Hợp tác xã',
  'hợp tác xã',
  'Bắc Trung Bộ',
  'Triển khai',
  'nhiệm vụ',
  'thi đua',
  'khen thưởng',
  'tín dụng',
  'nhân dân',
];
const COUNTED = /(\d) (?=(?:tỉnh|tháng|HTX|quỹ|Quỹ|liên minh|đơn vị|người|lao động|nhiệm vụ)\b)/gu;

/** A heading whose compounds and counts stay on one line. */
export function boundHeading(text: string): string {
  const counted = text.replaceAll(/(\d) (?=\p{L})/gu, `$1${NBSP}`);
  return COMPOUNDS.reduce((bound, words) => bound.replaceAll(words, words.replaceAll(' ', NBSP)), counted);
}

/** Running text: a count stays with what it counts, a chip with the word behind it. */
export function boundInlines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline, at) => {
    const before = inlines[at - 1];
    const tied = inline.text.replaceAll(COUNTED, `$1${NBSP}`);
    const isAfterFigure = inline.kind === 'text' && before?.kind === 'figure' && /\d$/.test(before.text);
    return { ...inline, text: isAfterFigure ? tied.replace(/^ (?=\p{L})/u, NBSP) : tied };
  });
}
