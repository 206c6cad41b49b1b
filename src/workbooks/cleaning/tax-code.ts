import { clean } from '#kernel/text-vi.ts';
import { ask, type Cleaned, EMPTY, type Note, problem, type RawCell, value } from './result.ts';
import { numberAsText, typedText, unusableContent } from './text.ts';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/**
 * Whether the tenth digit agrees with the nine before it. Codes from before the registers were joined may fail, so
 * that a failure is a warning.
 */
export function hasCheckDigit(code: string): boolean {
  const digits = [...code.slice(0, 10)].map(Number);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return digits.length === 10 && digits[9] === 10 - (sum % 11);
}

/** The code of a cooperative, which is its tax code: `0100109106`, or with a branch `0100109106-001`. */
export function cleanTaxCode(cell: RawCell): Cleaned<string> {
  const { content } = cell;
  const unusable = unusableContent(content);
  if (unusable) return unusable;
  if (content.kind === 'date' || content.kind === 'boolean') return problem('workbooks.cell.not-a-code', { text: '' });
  if (content.kind === 'number') return fromDigits(numberAsText(content.number), true);
  const typed = typedText(cell);
  if (typed === undefined) return EMPTY;
  const compact = typed
    .replace(/^['’`]/, '')
    .replace(/^(mst|mã số( thuế)?|ms)\s*[:.]?\s*/i, '')
    .replace(/[\s.]/g, '');
  if (/^[\dOo-]+$/.test(compact) && /[Oo]/.test(compact)) return lettersO(typed, compact);
  return fromDigits(compact.replace(/[–—]/g, '-'), false, typed);
}

function fromDigits(compact: string, isNumber: boolean, text = compact): Cleaned<string> {
  const [, head, branch = ''] = /^(\d{8,10})(?:-(\d{3}))?$/.exec(compact) ?? joined(compact) ?? [];
  if (!head) return problem('workbooks.cell.not-a-code', { text: clean(text) });
  const tail = branch === '' ? '' : `-${branch}`;
  if (head.length === 10) return value(head + tail, checkNotes(head));
  const restored = head.padStart(10, '0');
  if (!hasCheckDigit(restored))
    return problem('workbooks.cell.code-too-short', { text: clean(text), digits: head.length, isNumber });
  return value(restored + tail, [
    { code: 'workbooks.cell.code-zero-restored', facts: { text: clean(text), code: restored + tail } },
  ]);
}

/** Thirteen digits without their hyphen; twelve when Excel took the leading zero. */
function joined(compact: string): RegExpExecArray | null {
  return /^(\d{9,10})(\d{3})$/.exec(compact);
}

function checkNotes(code: string): Note[] {
  return hasCheckDigit(code) ? [] : [{ code: 'workbooks.cell.code-check-digit', facts: { code } }];
}

function lettersO(text: string, compact: string): Cleaned<string> {
  const meant = fromDigits(compact.replace(/o/gi, '0'), false, text);
  if (meant.state !== 'value') return meant;
  return ask('workbooks.cell.code-letter-o', { text: clean(text), code: meant.value }, [
    { answer: 'zero', value: meant.value },
  ]);
}

/** A code of so many digits in which leading zeros count, such as a place's; Excel's dropped zeros are put back. */
export function cleanDigits(cell: RawCell, length: number): Cleaned<string> {
  const unusable = unusableContent(cell.content);
  if (unusable) return unusable;
  const typed = typedText(cell);
  if (typed === undefined) return EMPTY;
  const digits = typed.replace(/^['’`]/, '').replace(/\s/g, '');
  if (!/^\d+$/.test(digits) || digits.length > length)
    return problem('workbooks.cell.not-digits', { text: typed, length });
  return value(digits.padStart(length, '0'));
}
