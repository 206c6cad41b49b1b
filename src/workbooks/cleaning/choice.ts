import { fold, toneKey } from '#kernel/text-vi.ts';
import type { Choice } from '../columns/model.ts';
import type { UsualEncoding } from './legacy-text.ts';
import { ask, type Cleaned, EMPTY, problem, type RawCell, value } from './result.ts';
import { spellings, unusableContent } from './text.ts';

/** Short forms of the trade, by their folded letters. Longer ones stand first: LHHTX holds HTX. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(lhhtx|lh htx|lien hiep htx)\b/g, 'liên hiệp hợp tác xã'],
  [/\bqtdnd\b/g, 'quỹ tín dụng nhân dân'],
  [/\bhtxnn\b/g, 'hợp tác xã nông nghiệp'],
  [/\bhtx\b/g, 'hợp tác xã'],
  [/\btht\b/g, 'tổ hợp tác'],
  [/\bdvnn\b/g, 'dịch vụ nông nghiệp'],
  [/\b(sxkd|sx-kd)\b/g, 'sản xuất kinh doanh'],
  [/\b(tmdv|tm-dv|tm&dv)\b/g, 'thương mại dịch vụ'],
  [/\b(ttcn|tieu thu cn)\b/g, 'tiểu thủ công nghiệp'],
  [/\b(gtvt|gt vt)\b/g, 'giao thông vận tải'],
  [/\b(vsmt|vs mt)\b/g, 'vệ sinh môi trường'],
  [/\bnts\b/g, 'nuôi trồng thủy sản'],
  [/\bnn\b/g, 'nông nghiệp'],
  [/\bxd\b/g, 'xây dựng'],
  [/\bdv\b/g, 'dịch vụ'],
];
const YES = new Set(['co', 'c', 'x', 'v', 'dung', 'yes', 'y', 'true', '1', '✓', '✔', '☑', '√']);
const NO = new Set([
  'khong',
  'k',
  'ko',
  'kg',
  'khong co',
  'k co',
  'ko co',
  'sai',
  'no',
  'n',
  'false',
  '0',
  '✗',
  '✘',
  '☐',
]);
/** The nearest choice is named only when it is this near, in letters to change. */
const TYPOS_NAMED = 3;

/** For matching only: folded, with short forms written out and punctuation gone. */
export function spelledOut(text: string): string {
  let words = fold(text);
  for (const [short, long] of ABBREVIATIONS) words = words.replace(short, fold(long));
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The value of the entry that was meant: exact, by tone key, or by folded letters and short forms when only one fits. */
export function cleanChoice(cell: RawCell, choices: readonly Choice[], usual?: UsualEncoding): Cleaned<string> {
  const unusable = unusableContent(cell.content);
  if (unusable) return unusable;
  const texts = spellings(cell, usual);
  const [typed] = texts;
  if (!typed) return EMPTY;
  for (const { text, notes } of texts) {
    const found = matches(text, choices);
    const [only] = found;
    if (only && found.length === 1) return value(only.value, notes);
    if (found.length > 1)
      return ask(
        'workbooks.cell.choice-ambiguous',
        { text, choices: found.map(({ label }) => label) },
        found.map((entry) => ({ answer: entry.value, value: entry.value })),
      );
  }
  const readable = texts.at(-1) ?? typed;
  return problem('workbooks.cell.choice-unknown', {
    text: readable.text,
    choices: choices.map(({ label }) => label),
    nearest: nearest(readable.text, choices)?.label ?? null,
  });
}

/** Có/Không, and the crosses and ticks people put instead. */
export function cleanYesNo(cell: RawCell, usual?: UsualEncoding): Cleaned<boolean> {
  const { content } = cell;
  const unusable = unusableContent(content);
  if (unusable) return unusable;
  if (content.kind === 'boolean') return value(content.value);
  const texts = spellings(cell, usual);
  const [typed] = texts;
  if (!typed) return EMPTY;
  for (const { text, notes } of texts) {
    const word = fold(text).replace(/[.!]+$/, '');
    if (YES.has(word)) return value(true, notes);
    if (NO.has(word)) return value(false, notes);
  }
  return problem('workbooks.cell.not-yes-or-no', { text: typed.text });
}

function matches(text: string, choices: readonly Choice[]): readonly Choice[] {
  const keys: readonly ((spelling: string) => string)[] = [toneKey, fold, spelledOut];
  for (const keyOf of keys) {
    const wanted = keyOf(text);
    const found = choices.filter((entry) => spellingsOf(entry).some((spelling) => keyOf(spelling) === wanted));
    if (found.length > 0) return found;
  }
  return [];
}

function spellingsOf(entry: Choice): readonly string[] {
  return [entry.label, entry.value, ...entry.alsoWritten];
}

function nearest(text: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = spelledOut(text);
  const ranked = choices
    .map((entry) => ({
      entry,
      typos: Math.min(...spellingsOf(entry).map((spelling) => distance(wanted, spelledOut(spelling)))),
    }))
    .toSorted((a, b) => a.typos - b.typos);
  const [best] = ranked;
  return best && best.typos <= TYPOS_NAMED ? best.entry : undefined;
}

/** Letters to change, add or drop to make one word the other; texts longer than 60 letters count as far apart. */
function distance(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return Number.POSITIVE_INFINITY;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
