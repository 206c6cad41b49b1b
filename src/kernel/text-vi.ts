const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
// C0 and C1 controls apart from tab and line ends, direction overrides, halves of surrogate pairs, noncharacters.
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WORD = /[\p{L}\p{M}]+/gu;
/** A syllable whose only vowel may be written i or y: Kỳ/Kì, Mỹ/Mĩ, Lý/Lí, quý/quí. Not Thy, not Huy. */
const I_OR_Y = /^(h|k|l|m|s|t|qu)y$/;

/** Printable ASCII and precomposed Vietnamese with single spaces between: what most texts are, and clean already. */
const CLEAN =
  /^[!-~\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff\u1ea0-\u1ef9]+)*$/;

const collator = new Intl.Collator('vi');

/** The text as it is kept: NFC, Icelandic ð and African Ɖ made đ, invisible marks gone, spaces collapsed and trimmed. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[ðɖ]/g, 'đ')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Like `clean`, but line ends stay: for narrative text. At most one empty line in a row. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(clean)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Where the first character stands that no text may hold, counted from 0; undefined when there is none. */
export function controlCharacterAt(text: string): number | undefined {
  const at = text.search(CONTROL);
  return at < 0 ? undefined : at;
}

/** For search: lower case without tones and diacritics, đ as d, spaces collapsed. */
export function fold(text: string): string {
  return folded(text);
}

const folded = remembering((text) =>
  clean(text).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, ''),
);

/**
 * Equal for two spellings of one name: case, NFC or NFD, where the tone mark sits (oà, òa), i or y in an open
 * syllable (Kỳ, Kì). Diacritics and tones still count: Kỳ and Ky differ.
 */
export function toneKey(text: string): string {
  return toned(text);
}

const toned = remembering((text) =>
  clean(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(WORD, (syllable) => {
      const tones = syllable.match(TONES)?.join('') ?? '';
      const letters = syllable.replace(TONES, '');
      return (I_OR_Y.test(letters) ? letters.replace('y', 'i') : letters) + tones;
    }),
);

/** Syllables and names of communes come again and again; longer texts seldom do. */
const REMEMBERED_LENGTH = 24;
const REMEMBERED_MAX = 20_000;

function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > REMEMBERED_LENGTH) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED_MAX) known.clear();
    const answer = work(text);
    known.set(text, answer);
    return answer;
  };
}

/** Vietnamese dictionary order: a ă â b c d đ e ê …, tones ngang huyền hỏi ngã sắc nặng. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Order of persons: given name, then family name, then what stands between. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [nameParts(a), nameParts(b)];
  return (
    compareVi(left.given, right.given) || compareVi(left.family, right.family) || compareVi(left.middle, right.middle)
  );
}

function nameParts(name: string): { family: string; middle: string; given: string } {
  const parts = clean(name).split(' ');
  const given = parts.pop() ?? '';
  const [family = '', ...middle] = parts;
  return { family, middle: middle.join(' '), given };
}
