import { clean, fold, toneKey } from '#kernel/text-vi.ts';

/** Abbreviations of names and places, written out on both sides of a comparison. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  htx: 'hợp tác xã',
  lhhtx: 'liên hiệp hợp tác xã',
  lmhtx: 'liên minh hợp tác xã',
  tht: 'tổ hợp tác',
  qtdnd: 'quỹ tín dụng nhân dân',
  qtd: 'quỹ tín dụng',
  dv: 'dịch vụ',
  dvnn: 'dịch vụ nông nghiệp',
  dvnnth: 'dịch vụ nông nghiệp tổng hợp',
  dvth: 'dịch vụ tổng hợp',
  dvtm: 'dịch vụ thương mại',
  tmdv: 'thương mại dịch vụ',
  nn: 'nông nghiệp',
  nnth: 'nông nghiệp tổng hợp',
  sx: 'sản xuất',
  sxkd: 'sản xuất kinh doanh',
  sxnn: 'sản xuất nông nghiệp',
  kd: 'kinh doanh',
  tm: 'thương mại',
  xd: 'xây dựng',
  vt: 'vận tải',
  gtvt: 'giao thông vận tải',
  ttcn: 'tiểu thủ công nghiệp',
  nts: 'nuôi trồng thủy sản',
  vsmt: 'vệ sinh môi trường',
  tx: 'thị xã',
  tp: 'thành phố',
  tt: 'thị trấn',
};

const SEARCH_LENGTH_MAX = 200;

/** The words of a text with their diacritics, abbreviations written out, one spelling for each sound. */
export function exactWords(text: string): readonly string[] {
  return clean(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (WRITTEN_OUT[word] ?? word).split(' '))
    .filter((word) => word !== '')
    .map(toneKey);
}

/** The same words without tones and diacritics: two names of one such key are probably one organisation. */
export function foldedWords(text: string): readonly string[] {
  return exactWords(text).map(fold);
}

/** Equal for names that differ only in tones, case, spelling of one sound or spaces; abbreviations stay as they are. */
export function nameKey(text: string): string {
  return fold(toneKey(text));
}

/** What a record is found by: each word once, with a space before it, so that `% duc%` finds words that begin so. */
export function searchColumns(texts: readonly (string | null)[]): { searchText: string; exactText: string } {
  const exact = [...new Set(exactWords(texts.filter((text) => text !== null).join(' ')))];
  return { exactText: spaced(exact), searchText: spaced([...new Set(exact.map(fold))]) };
}

function spaced(words: readonly string[]): string {
  return words.map((word) => ` ${word}`).join('');
}

/** A question of the search box, word by word. */
export interface SearchWords {
  readonly exact: readonly string[];
  readonly folded: readonly string[];
}

/** The words searched for; undefined when there are none. What goes beyond 200 characters is passed over. */
export function searchWords(question: string): SearchWords | undefined {
  const exact = exactWords(clean(question).slice(0, SEARCH_LENGTH_MAX));
  return exact.length === 0 ? undefined : { exact, folded: exact.map(fold) };
}

/** Whether one letter too many, too few, wrong or swapped with its neighbour makes one word of the other. */
export function isOneTypoAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const start = commonStart(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length !== restB.length) return restA.slice(1) === restB || restB.slice(1) === restA;
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
