import { decodeMisreadUtf8, decodeTcvn3, decodeVni } from './legacy-tables.ts';
import type { RawCell } from './result.ts';
import { isVietnameseSyllable, tellingWords, wordsOf } from './syllable.ts';

export type LegacyEncoding = 'tcvn3' | 'vni' | 'utf8';

/** What most texts of a workbook certainly are; settles those that could be either. */
export type UsualEncoding = LegacyEncoding | 'unicode';

export interface Decoded {
  readonly encoding: LegacyEncoding;
  readonly text: string;
}

/** Whether a text is Unicode as it stands, certainly in an old encoding, or possibly so. */
export type LegacyVerdict =
  | { readonly state: 'unicode' }
  | { readonly state: 'converted'; readonly decoded: Decoded }
  | { readonly state: 'doubtful'; readonly readings: readonly Decoded[] };

interface Candidate extends Decoded {
  /** Share of its telling words that could be Vietnamese. */
  readonly share: number;
}

const UNICODE: LegacyVerdict = { state: 'unicode' };
/** Letters that neither encoding has: their presence proves Unicode. */
const ONLY_UNICODE = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{Mn}/u;
/** A sign inside a word, which no language writes: there an old encoding has a letter. */
const SIGN_IN_WORD = /[a-z][\u00a1-\u00bf×÷]|[\u00a1-\u00bf×÷][a-z]/i;
const BEYOND_ASCII = /[^\p{ASCII}]/u;
const ENCODINGS: readonly LegacyEncoding[] = ['utf8', 'tcvn3', 'vni'];
/** Without a font that says so, so many words must make no sense as they stand before a text is converted. */
const WORDS_ENOUGH = 2;
/** So much of a decoded text must be Vietnamese; the rest may be highland names. */
const SHARE_WITHOUT_FONT = 0.8;
const SHARE_WITH_FONT = 0.6;
const CELLS_ENOUGH = 3;

/** The encoding whose fonts go by that name: `.VnTime`, `.VnArialH`, `VNI-Times`. */
export function encodingOfFont(font: string): LegacyEncoding | undefined {
  if (/^\.vn/i.test(font)) return 'tcvn3';
  return /^vni[-\s]/i.test(font) ? 'vni' : undefined;
}

/**
 * Judges by the font and by whether the words become Vietnamese when decoded. `usual` is what the rest of the
 * workbook was found to be in; it settles what a single word cannot.
 */
export function legacyVerdict(cell: RawCell, usual?: UsualEncoding): LegacyVerdict {
  if (cell.content.kind !== 'text' || !BEYOND_ASCII.test(cell.content.text)) return UNICODE;
  const { text, runs } = cell.content;
  if (runs.some((run) => encodingOfFont(run.font))) return mixedRuns(cell, usual);
  if (ONLY_UNICODE.test(text)) return UNICODE;
  return wholeText(text, cell.font, usual);
}

/** Every other way to read the text, for fields whose words are known and tell which way is right. */
export function otherReadings(text: string, font: string): readonly Decoded[] {
  if (!BEYOND_ASCII.test(text) || ONLY_UNICODE.test(text)) return [];
  return ENCODINGS.map((encoding) => candidate(text, encoding, font)).filter((found) => found !== undefined);
}

/** What these cells are encoded in, when several of them are certain and agree for the most part. */
export function usualEncoding(cells: Iterable<RawCell>): UsualEncoding | undefined {
  const counts = new Map<UsualEncoding, number>();
  for (const cell of cells) {
    const encoding = certainEncoding(cell);
    if (encoding) counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most && most[1] >= CELLS_ENOUGH ? most[0] : undefined;
}

function certainEncoding(cell: RawCell): UsualEncoding | undefined {
  if (cell.content.kind !== 'text') return undefined;
  if (ONLY_UNICODE.test(cell.content.text)) return 'unicode';
  const verdict = legacyVerdict(cell);
  return verdict.state === 'converted' ? verdict.decoded.encoding : undefined;
}

function wholeText(text: string, font: string, usual: UsualEncoding | undefined): LegacyVerdict {
  const ofFont = encodingOfFont(font);
  const senseless = tellingWords(text).filter((word) => !isVietnameseSyllable(word)).length;
  // The common case, before anything costly: Vietnamese as it stands, and nothing speaks against it.
  if (senseless === 0 && ofFont === undefined && (usual === undefined || usual === 'unicode')) return UNICODE;
  const shareOfFont = ofFont === usual ? 0 : SHARE_WITH_FONT;
  const shareMin = ofFont === undefined ? SHARE_WITHOUT_FONT : shareOfFont;
  const candidates = (ofFont ? [ofFont] : ENCODINGS)
    .map((encoding) => candidate(text, encoding, font))
    .filter((found) => found !== undefined)
    .filter((found) => found.share >= shareMin)
    .toSorted((a, b) => b.share - a.share);
  const best = candidates.find((found) => found.encoding === usual) ?? candidates[0];
  if (!best) return UNICODE;

  if (senseless === 0) return sensibleTwice(best, ofFont, usual);
  const isCertain =
    ofFont !== undefined ||
    best.encoding === usual ||
    best.encoding === 'utf8' ||
    senseless >= WORDS_ENOUGH ||
    (best.share === 1 && SIGN_IN_WORD.test(text));
  return isCertain ? { state: 'converted', decoded: best } : { state: 'doubtful', readings: candidates };
}

/** A text whose words make sense as they stand and decoded: font and workbook together settle it, or a person. */
function sensibleTwice(
  decoded: Candidate,
  ofFont: LegacyEncoding | undefined,
  usual: UsualEncoding | undefined,
): LegacyVerdict {
  if (ofFont !== undefined && ofFont === usual) return { state: 'converted', decoded };
  const isOpen = usual !== 'unicode' && (ofFont !== undefined || decoded.encoding === usual);
  return isOpen ? { state: 'doubtful', readings: [decoded] } : UNICODE;
}

function mixedRuns(cell: RawCell, usual: UsualEncoding | undefined): LegacyVerdict {
  const runs = cell.content.kind === 'text' ? cell.content.runs : [];
  let encoding: LegacyEncoding | undefined;
  const text = runs.map((run) => {
    const verdict = legacyVerdict({ content: { kind: 'text', text: run.text, runs: [] }, font: run.font }, usual);
    const decoded = verdict.state === 'converted' ? verdict.decoded : undefined;
    encoding ??= decoded?.encoding;
    return decoded?.text ?? run.text;
  });
  return encoding ? { state: 'converted', decoded: { encoding, text: text.join('') } } : UNICODE;
}

function candidate(text: string, encoding: LegacyEncoding, font: string): Candidate | undefined {
  const decoded = decode(text, encoding);
  if (decoded === undefined || decoded === text) return undefined;
  const words = wordsOf(decoded);
  if (words.length === 0) return undefined;
  const share = words.filter(isVietnameseSyllable).length / words.length;
  // Fonts `.VnTimeH` draw every letter as a capital.
  const isCapital = encoding === 'tcvn3' && /H$/.test(font);
  return { encoding, text: isCapital ? decoded.toUpperCase() : decoded, share };
}

function decode(text: string, encoding: LegacyEncoding): string | undefined {
  if (encoding === 'tcvn3') return decodeTcvn3(text);
  return encoding === 'vni' ? decodeVni(text) : decodeMisreadUtf8(text);
}
