import { fold } from '#kernel/text-vi.ts';

/** What a cell seems to tell of a person that the system neither needs nor wants. */
export type PersonalMark = 'citizen-number' | 'birth-day';

/** The first three digits of a citizen's number are a province, 001 to 096; so a certificate's number is none. */
const TWELVE = /(?<!\d)0(?:0[1-9]|[1-8]\d|9[0-6])[0-9]\d{8}(?!\d)/;
/** Older numbers have nine digits, of which the first two are a province, 01 to 38; amounts end in zeros. */
const NINE = /^(?:0[1-9]|[12]\d|3[0-8])\d{7}$/;
/** Every mark has a year or a number in it: texts without four digits need no closer look. */
const FOUR_DIGITS = /\d[ .]?\d[ .]?\d[ .]?\d/;
const CARD_WORDS = /\b(cccd|cmnd|cmtnd|cmt|can cuoc|chung minh (nhan dan|thu)|so dinh danh|ho chieu)\b/;
/** Not "phát sinh năm trước", not "học sinh năm học": births only. */
const BIRTH = '(?:(?<!\\b(?:hoc|ve|phat|hy|nay|tai|moi) )\\bsinh (?:ngay|nam)|\\b(?:ngay|thang|nam) sinh)\\b';
const BIRTH_WORDS = new RegExp(BIRTH);
const SAYS_BIRTH = new RegExp(`${BIRTH}.{0,16}\\b(?:19\\d\\d|20[01]\\d)\\b`);

/** What the head of a column says its cells are, when that is of this kind. */
export function markOfHead(head: string): PersonalMark | undefined {
  const words = fold(head);
  if (CARD_WORDS.test(words)) return 'citizen-number';
  return BIRTH_WORDS.test(words) ? 'birth-day' : undefined;
}

/**
 * What one cell of free text, or of a column that the template does not have, seems to hold. Excel drops the leading zero of
 * a citizen's number that it takes for a number, so eleven digits are read with it.
 */
export function markOfText(text: string, isNumber: boolean): PersonalMark | undefined {
  if (!FOUR_DIGITS.test(text)) return undefined;
  const digits = isNumber && /^\d{11}$/.test(text) ? `0${text}` : text;
  if (TWELVE.test(digits.replaceAll(/(?<=\d)[ .](?=\d{3}(?!\d))/g, ''))) return 'citizen-number';
  const words = fold(text);
  if (CARD_WORDS.test(words) && /\d{9}/.test(text)) return 'citizen-number';
  if (SAYS_BIRTH.test(words)) return 'birth-day';
  return undefined;
}

/** Nine digits alone may be a sum of money: only a column in which several cells look like old card numbers is one. */
export function looksLikeOldCard(text: string): boolean {
  return NINE.test(text) && !text.endsWith('000');
}
