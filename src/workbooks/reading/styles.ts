import type { Part } from './package.ts';
import { scanXml } from './scan-xml.ts';

/** What a cell's style says that a reader needs. */
export interface CellStyle {
  readonly font: string;
  readonly shows: 'number' | 'percent' | 'date';
}

export const NO_STYLE: CellStyle = { font: '', shows: 'number' };

const PERCENT_FORMATS = new Set([9, 10]);
/** Formats that the standard numbers and files do not write out: days and times, also those of East Asia. */
const DATE_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** The styles of a workbook's cells in the order that cells refer to. Throws where the part is no XML. */
export function readStyles(part: Part | undefined): readonly CellStyle[] {
  if (!part) return [];
  const formats = new Map<number, string>();
  const fonts: string[] = [];
  const styles: CellStyle[] = [];
  let within = '';
  scanXml(part, {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs') within = name;
      else if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'font' && within === 'fonts') fonts.push('');
      else if (name === 'name' && within === 'fonts') fonts[fonts.length - 1] = attributes.val ?? '';
      else if (name === 'xf' && within === 'cellXfs') {
        const format = Number(attributes.numFmtId ?? 0);
        styles.push({ font: fonts[Number(attributes.fontId ?? 0)] ?? '', shows: shownBy(format, formats.get(format)) });
      }
    },
    text: () => undefined,
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles;
}

function shownBy(id: number, written: string | undefined): CellStyle['shows'] {
  if (written === undefined) {
    if (PERCENT_FORMATS.has(id)) return 'percent';
    return DATE_FORMATS.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
  }
  // What stands in quotes or brackets is shown as it is, or names a colour or a language.
  const letters = written.replace(/\[[^\]]*\]|"[^"]*"/g, '');
  if (/[ymdhMsb]/.test(letters)) return 'date';
  return written.includes('%') ? 'percent' : 'number';
}
