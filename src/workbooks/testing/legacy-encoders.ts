import { decodeTcvn3, decodeVni } from '../cleaning/legacy-tables.ts';

/** Letters by what the old encoding wrote for them, found by decoding everything it could write. */
function inverse(decode: (text: string) => string, written: readonly string[]): ReadonlyMap<string, string> {
  return new Map(written.map((text) => [decode(text), text] as const).filter(([letter, text]) => letter !== text));
}

const LATIN = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0xa1 + index));
const VOWELS = [...'aeouyôöAEOUYÔÖ'];

const TCVN3 = inverse(decodeTcvn3, LATIN);
const VNI = inverse(decodeVni, [...LATIN, ...VOWELS.flatMap((vowel) => LATIN.map((mark) => vowel + mark))]);

/** As offices typed with .VnTime. Capitals with tones, which it lacks, stay as they are. */
export function encodeTcvn3(text: string): string {
  return [...text.normalize('NFC')].map((letter) => TCVN3.get(letter) ?? letter).join('');
}

/** As offices typed with VNI-Times. */
export function encodeVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => VNI.get(letter) ?? letter).join('');
}
