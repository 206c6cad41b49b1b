import { clean, cleanLines, controlCharacterAt } from '#kernel/text-vi.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { CellContent } from '../reading/model.ts';
import { type LegacyEncoding, legacyVerdict, otherReadings, type UsualEncoding } from './legacy-text.ts';
import { ask, type Cleaned, EMPTY, type Note, problem, type RawCell, value } from './result.ts';

const LENGTH_MAX = 2000;
const ABSENT = /^[-–—_.…?/\\]*$/;

export interface TextOptions {
  /** What the rest of the workbook is encoded in, when it is not Unicode. */
  readonly usual?: UsualEncoding | undefined;
  /** Narrative: line ends are kept and the text may be long. */
  readonly isNarrative?: boolean;
}

/** One way to read the letters of a cell, with what has to be said of it. */
export interface Spelling {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** Cleans a text cell: encoding, NFC, đ, spaces. A dash or dots alone are empty. */
export function cleanText(cell: RawCell, options: TextOptions = {}): Cleaned<string> {
  const unusable = unusableContent(cell.content);
  if (unusable) return unusable;
  if (cell.content.kind === 'empty') return EMPTY;
  if (cell.content.kind !== 'text') return value(plainText(cell.content), dateNote(cell.content));

  const verdict = legacyVerdict(cell, options.usual);
  if (verdict.state === 'doubtful') {
    const typed = cell.content.text;
    const readings = verdict.readings.map(({ encoding, text }) => ({ answer: encoding, value: clean(text) }));
    return ask('workbooks.cell.encoding-doubtful', { before: typed, after: readings[0]?.value }, [
      ...readings,
      { answer: 'unicode', value: clean(typed) },
    ]);
  }
  const [text, notes] =
    verdict.state === 'converted'
      ? [verdict.decoded.text, [convertedNote(cell.content.text, verdict.decoded)]]
      : [cell.content.text, []];
  return checkedText(text, notes, options.isNarrative ?? false);
}

/**
 * What number, date and choice parsers try one after the other: the text as typed, then as it reads in every old
 * encoding. Nothing for an empty cell.
 */
export function* spellings(cell: RawCell, usual?: UsualEncoding): Generator<Spelling> {
  if (cell.content.kind !== 'text') {
    const text = plainText(cell.content);
    if (text !== '') yield { text, notes: [] };
    return;
  }
  const typed = cell.content.text;
  yield* unlessAbsent(typed, []);
  const verdict = legacyVerdict(cell, usual);
  const decoded = verdict.state === 'converted' ? [verdict.decoded] : otherReadings(typed, cell.font);
  for (const reading of decoded) yield* unlessAbsent(reading.text, [convertedNote(typed, reading)]);
}

/** The text as typed, for fields that hold digits only; undefined for an empty cell. */
export function typedText(cell: RawCell): string | undefined {
  const [first] = spellings(cell);
  return first?.text;
}

function* unlessAbsent(text: string, notes: readonly Note[]): Generator<Spelling> {
  const cleaned = clean(text);
  if (!ABSENT.test(cleaned)) yield { text: cleaned, notes };
}

/** The problem of a formula error or of a formula without a stored result; undefined for contents one can read. */
export function unusableContent(content: CellContent): Cleaned<never> | undefined {
  if (content.kind === 'error') return problem('workbooks.cell.error-value', { error: content.error });
  if (content.kind === 'not-calculated') return problem('workbooks.cell.not-calculated', {});
  return undefined;
}

/** A number as Excel shows it at full precision: fifteen digits, no exponent where it can be avoided. */
export function numberAsText(number: number): string {
  return String(Number(number.toPrecision(15)));
}

function plainText(content: CellContent): string {
  switch (content.kind) {
    case 'number':
      return numberAsText(content.number);
    case 'date':
      return formatDate(content.day);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'text':
      return content.text;
    default:
      return '';
  }
}

/** Excel turns `12/5` into a day of its own accord: whoever typed a house number must see it. */
function dateNote(content: CellContent): Note[] {
  if (content.kind !== 'date') return [];
  return [{ code: 'workbooks.cell.text-became-date', facts: { text: formatDate(content.day) } }];
}

function checkedText(text: string, notes: readonly Note[], isNarrative: boolean): Cleaned<string> {
  const at = controlCharacterAt(text);
  if (at !== undefined) return problem('workbooks.cell.control-character', { at: at + 1, text: text.slice(0, at) });
  if (text.includes('\ufffd')) return problem('workbooks.cell.broken-character', { text: clean(text) });
  const cleaned = isNarrative ? cleanLines(text) : clean(text);
  if (ABSENT.test(cleaned)) return EMPTY;
  if (!isNarrative && cleaned.length > LENGTH_MAX)
    return problem('workbooks.cell.text-too-long', { length: cleaned.length, max: LENGTH_MAX });
  return value(cleaned, notes);
}

function convertedNote(before: string, { encoding, text }: { encoding: LegacyEncoding; text: string }): Note {
  return { code: 'workbooks.cell.encoding-converted', facts: { encoding, before: clean(before), after: clean(text) } };
}
