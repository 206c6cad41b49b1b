import { type Cleaned, EMPTY, type Note, problem, type RawCell, value } from './result.ts';
import { numberAsText, typedText, unusableContent } from './text.ts';

/** The eleven-digit mobile prefixes that became ten-digit ones in 2018. */
const RENUMBERED: Readonly<Record<string, string>> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;
const OLD_MOBILE = /^01\d{9}$/;
const SERVICE = /^1[89]00\d{4,6}$/;

/** One telephone number, or several joined by `; `, as bare digits. */
export function cleanPhone(cell: RawCell): Cleaned<string> {
  const { content } = cell;
  const unusable = unusableContent(content);
  if (unusable) return unusable;
  if (content.kind === 'date' || content.kind === 'boolean') return problem('workbooks.cell.not-a-phone', { text: '' });
  const typed = content.kind === 'number' ? numberAsText(content.number) : typedText(cell);
  if (typed === undefined || /^(không( có)?|chưa có|k có|ko có)$/i.test(typed)) return EMPTY;

  const numbers: string[] = [];
  const notes: Note[] = [];
  for (const part of typed.split(/\s*(?:[;,/]|\bhoặc\b| - (?=0))\s*/)) {
    const digits = part.replace(/^(đt|sđt|dđ|tel|fax)\s*[:.]?\s*/i, '').replace(/[\s.()-]/g, '');
    const number = oneNumber(digits.replace(/^(\+|00)84/, '0').replace(/^0{2,}/, '0'));
    if (!number) return problem('workbooks.cell.not-a-phone', { text: typed });
    if (OLD_MOBILE.test(digits)) notes.push({ code: 'workbooks.cell.phone-renumbered', facts: { text: part, number } });
    numbers.push(number);
  }
  return value(numbers.join('; '), notes);
}

function oneNumber(digits: string): string | undefined {
  if (OLD_MOBILE.test(digits)) {
    const prefix = RENUMBERED[digits.slice(0, 4)];
    return prefix && prefix + digits.slice(4);
  }
  if (MOBILE.test(digits) || LANDLINE.test(digits) || SERVICE.test(digits)) return digits;
  // Excel drops the leading zero of what it takes for a number.
  const restored = `0${digits}`;
  return !digits.startsWith('0') && (MOBILE.test(restored) || LANDLINE.test(restored)) ? restored : undefined;
}
