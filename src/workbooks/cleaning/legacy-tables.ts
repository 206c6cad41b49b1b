/**
 * The two 8-bit encodings of Vietnamese that offices still have in old sheets, as their bytes look when a program
 * takes them for Western European text. Both tables are pairs: what stands in the cell, what was meant.
 */

/** TCVN 5712 (ABC, fonts `.Vn…`): one byte one letter; capitals with tones come from fonts ending in H. */
const TCVN3_BYTES =
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ' +
  'µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậ' +
  'ÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị' +
  'ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ' +
  'ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ';

/** VNI-Windows: a letter, then a byte that carries its hat, its tone or both. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

/** VNI bytes that are a letter of their own. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const TCVN3 = pairs(TCVN3_BYTES);
const MARK_AFTER_VOWEL = new RegExp(`([aeouyôö])([${Object.keys(VNI_MARKS).join('')}])`, 'giu');
const OWN_LETTER = new RegExp(`[${Object.keys(VNI_LETTERS).join('')}]`, 'giu');

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = [...text];
  return new Map(letters.flatMap((letter, index) => (index % 2 === 0 ? [[letter, letters[index + 1] ?? '']] : [])));
}

export function decodeTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (byte) => TCVN3.get(byte) ?? byte);
}

export function decodeVni(text: string): string {
  return text
    .replace(MARK_AFTER_VOWEL, (_, vowel: string, mark: string) => vniLetter(vowel) + VNI_MARKS[mark.toLowerCase()])
    .replace(OWN_LETTER, vniLetter)
    .normalize('NFC');
}

/** Text in UTF-8 that some program took for Western European, put right; undefined when it is no such text. */
export function decodeMisreadUtf8(text: string): string | undefined {
  const bytes = [...text].map(windowsByte);
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return undefined;
  }
}

function vniLetter(letter: string): string {
  const small = VNI_LETTERS[letter.toLowerCase()];
  if (small === undefined) return letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

const WINDOWS_1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((letter, index) => [letter, 0x80 + index]),
);

function windowsByte(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  return WINDOWS_1252.get(letter) ?? (code < 0x100 ? code : undefined);
}
