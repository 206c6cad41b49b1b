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
  let last: string | undefined;
  for (const { text, notes } of spellings(cell, usual)) {
    const found = matches(text, choices);
    const [only] = found;
    if (only && found.length === 1) return value(only.value, notes);
    if (found.length > 1) return whichOf(text, found);
    last = text;
  }
  if (last === undefined) return EMPTY;
  return problem('workbooks.cell.choice-unknown', {
    text: last,
    choices: choices.map(({ label }) => label),
    nearest: nearest(last, choices)?.label ?? null,
  });
}

function whichOf(text: string, found: readonly Choice[]): Cleaned<string> {
  const readings = found.map((entry) => ({ answer: entry.value, value: entry.value }));
  return ask('workbooks.cell.choice-ambiguous', { text, choices: found.map(({ label }) => label) }, readings);
}

/** Có/Không, and the crosses and ticks people put instead. */
export function cleanYesNo(cell: RawCell, usual?: UsualEncoding): Cleaned<boolean> {
  const { content } = cell;
  const unusable = unusableContent(content);
  if (unusable) return unusable;
  if (content.kind === 'boolean') return value(content.value);
  let typed: string | undefined;
  for (const { text, notes } of spellings(cell, usual)) {
    typed ??= text;
    const word = fold(text).replace(/[.!]+$/, '');
    if (YES.has(word)) return value(true, notes);
    if (NO.has(word)) return value(false, notes);
  }
  return typed === undefined ? EMPTY : problem('workbooks.cell.not-yes-or-no', { text: typed });
}

/** Ways in which a typed word may equal an entry, the strictest first. */
const KEYS: readonly ((spelling: string) => string)[] = [toneKey, fold, spelledOut];

/** Entries by their keys, one map for each way; made once for a list. */
type ChoiceIndex = readonly ReadonlyMap<string, readonly Choice[]>[];

const indexes = new WeakMap<readonly Choice[], ChoiceIndex>();

function matches(text: string, choices: readonly Choice[]): readonly Choice[] {
  const index = indexes.get(choices) ?? indexOf(choices);
  for (const [way, keyOf] of KEYS.entries()) {
    const found = index[way]?.get(keyOf(text));
    if (found) return found;
  }
  return [];
}

function indexOf(choices: readonly Choice[]): ChoiceIndex {
  const index = KEYS.map((keyOf) => {
    const byKey = new Map<string, Choice[]>();
    for (const entry of choices) {
      for (const key of new Set(spellingsOf(entry).map(keyOf))) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
    return byKey;
  });
  indexes.set(choices, index);
  return index;
}

function spellingsOf(entry: Choice): readonly string[] {
  return [entry.label, entry.value, ...entry.alsoWritten];
}

function nearest(text: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = spelledOut(text);
  const spelled = (indexes.get(choices) ?? indexOf(choices)).at(-1) ?? new Map<string, readonly Choice[]>();
  let [best, fewest] = [undefined as Choice | undefined, TYPOS_NAMED + 1];
  for (const [key, [entry]] of spelled) {
    if (Math.abs(key.length - wanted.length) >= fewest) continue;
    const typos = distance(wanted, key);
    if (typos < fewest) [best, fewest] = [entry, typos];
  }
  return best;
}

/** Letters to change, add or drop to make one word the other. */
function distance(a: string, b: string): number {
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
