import { parseAddress, parseRange } from './address.ts';
import type { CellRange } from './model.ts';
import type { Part } from './package.ts';
import { PACKED, type PackedRows } from './packed.ts';
import type { TextPacker } from './packed-texts.ts';
import { RowPacker } from './row-packer.ts';
import { TextGatherer, unescaped } from './scan-texts.ts';
import { scanXml, type XmlListener } from './scan-xml.ts';
import { shifted } from './shift-formula.ts';
import { type CellStyle, NO_STYLE } from './styles.ts';

export interface ScannedSheet {
  readonly rows: PackedRows;
  readonly merges: readonly CellRange[];
  readonly filter: CellRange | null;
  /** All cells that the file names, also those without content. */
  readonly cellCount: number;
}

export interface SheetScanTerms {
  readonly texts: TextPacker;
  /** How many of the texts are the shared ones. */
  readonly sharedTexts: number;
  readonly styles: readonly CellStyle[];
  /** By name, the place of each font. */
  readonly fonts: Map<string, number>;
  readonly counts1904: boolean;
  /** Beyond so many cells none is kept; they are only counted. */
  readonly cellsMax: number;
}

/** Days from 1900 (as Excel counts them) or from 1904 to 1970. */
const TO_1970 = { from1900: 25_569, from1904: 24_107 };
const DAY_MS = 86_400_000;

/** Reads a worksheet's XML; undefined when it has no cells part. Throws where it is no XML. */
export function scanSheet(part: Part, terms: SheetScanTerms): ScannedSheet | undefined {
  const scan = new SheetScan(terms, new RowPacker(part.size));
  scanXml(part, scan);
  return scan.result();
}

class SheetScan implements XmlListener {
  readonly #terms: SheetScanTerms;
  readonly #rows: RowPacker;
  readonly #merges: CellRange[] = [];
  readonly #inline = new TextGatherer();
  readonly #masters = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  #filter: CellRange | null = null;
  #hasCells = false;
  #cellCount = 0;
  #row = 0;
  #column = 0;
  #isInCell = false;
  #isInline = false;
  #cell: Readonly<Record<string, string>> = {};
  #formulaKind: Readonly<Record<string, string>> | undefined;
  #formula = '';
  #value: string | undefined;
  #collecting: 'v' | 'f' | undefined;

  constructor(terms: SheetScanTerms, rows: RowPacker) {
    this.#terms = terms;
    this.#rows = rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#isInline) this.#inline.open(name, attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'row') this.#beginRow(attributes);
    else if (name === 'is') this.#isInline = true;
    else if (name === 'sheetData') this.#hasCells = true;
    else if (name === 'mergeCell') this.#addMerge(attributes.ref ?? '');
    else if (name === 'autoFilter') this.#filter ??= parseRange(attributes.ref ?? '') ?? null;
    else if (name === 'v') {
      this.#value = '';
      this.#collecting = 'v';
    } else if (name === 'f') {
      this.#formulaKind = attributes;
      this.#collecting = 'f';
    }
  }

  text(text: string): void {
    if (this.#isInline) this.#inline.text(text);
    else if (this.#collecting === 'v') this.#value = (this.#value ?? '') + text;
    else if (this.#collecting === 'f') this.#formula += text;
  }

  close(name: string): void {
    if (name === 'is') this.#isInline = false;
    else if (this.#isInline) this.#inline.close(name);
    else if (name === 'v' || name === 'f') this.#collecting = undefined;
    else if (name === 'c' && this.#isInCell) this.#endCell();
  }

  result(): ScannedSheet | undefined {
    if (!this.#hasCells) return undefined;
    return { rows: this.#rows.packed(), merges: this.#merges, filter: this.#filter, cellCount: this.#cellCount };
  }

  #beginRow(attributes: Readonly<Record<string, string>>): void {
    this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
    this.#column = 0;
    this.#rows.begin(this.#row, attributes.hidden === '1' || attributes.hidden === 'true');
  }

  #beginCell(attributes: Readonly<Record<string, string>>): void {
    this.#cellCount += 1;
    this.#cell = attributes;
    this.#isInCell = true;
    this.#value = undefined;
    this.#formula = '';
    this.#formulaKind = undefined;
    const stated = attributes.r === undefined ? undefined : parseAddress(attributes.r)?.column;
    this.#column = stated ?? this.#column + 1;
  }

  #endCell(): void {
    this.#isInCell = false;
    const isInline = this.#cell.t === 'inlineStr';
    if (this.#cellCount > this.#terms.cellsMax) {
      if (isInline) this.#inline.packInto(this.#terms.texts);
      return;
    }
    const style = this.#terms.styles[Number(this.#cell.s ?? 0)] ?? NO_STYLE;
    const formula = this.#formulaKind && this.#formulaOf(this.#formulaKind);
    const [kind, value] = this.#contentOf(style, formula !== undefined, isInline);
    if (kind === 0) return;
    this.#rows.add(this.#column, {
      kind,
      value,
      font: this.#fontOf(style),
      formula: formula === undefined ? 0 : this.#terms.texts.add(formula) + 1,
    });
  }

  /** Kind 0: nothing that anybody sees. */
  #contentOf(style: CellStyle, isFormula: boolean, isInline: boolean): readonly [kind: number, value: number] {
    const { texts, sharedTexts } = this.#terms;
    if (isInline) return this.#textAt(this.#inline.packInto(texts));
    if (this.#value === undefined) return isFormula ? [PACKED.notCalculated, 0] : [0, 0];
    switch (this.#cell.t) {
      case 's': {
        const place = Number(this.#value);
        return Number.isInteger(place) && place >= 0 && place < sharedTexts ? this.#textAt(place) : [0, 0];
      }
      case 'str':
        return this.#textAt(texts.add(unescaped(this.#value)));
      case 'b':
        return [PACKED.boolean, this.#value.trim() === '1' ? 1 : 0];
      case 'e':
        return [PACKED.error, texts.add(this.#value)];
      case 'd':
        return [PACKED.date, Math.floor(Date.parse(this.#value) / DAY_MS)];
      default:
        return this.#numberOf(style);
    }
  }

  #numberOf(style: CellStyle): readonly [kind: number, value: number] {
    const number = (this.#value ?? '').trim() === '' ? Number.NaN : Number(this.#value);
    if (!Number.isFinite(number)) return [0, 0];
    if (style.shows !== 'date') return [style.shows === 'percent' ? PACKED.percent : PACKED.number, number];
    const from = this.#terms.counts1904 ? TO_1970.from1904 : TO_1970.from1900;
    // A time of day ends in fractions that are a hair below the whole second.
    return [PACKED.date, Math.floor(Math.round((number - from) * DAY_MS) / DAY_MS)];
  }

  #textAt(place: number): readonly [kind: number, value: number] {
    return this.#terms.texts.isBlank(place) ? [0, 0] : [PACKED.text, place];
  }

  /** A shared formula is written once; the other cells say only whose they share. */
  #formulaOf({ t, si }: Readonly<Record<string, string>>): string {
    const here = { row: this.#row, column: this.#column };
    if (t !== 'shared' || si === undefined) return this.#formula;
    if (this.#formula !== '') {
      this.#masters.set(si, { formula: this.#formula, ...here });
      return this.#formula;
    }
    const master = this.#masters.get(si);
    return master ? shifted(master.formula, here.row - master.row, here.column - master.column) : '';
  }

  #fontOf({ font }: CellStyle): number {
    const { fonts } = this.#terms;
    const known = fonts.get(font);
    if (known !== undefined) return known;
    fonts.set(font, fonts.size);
    return fonts.size - 1;
  }

  #addMerge(ref: string): void {
    const range = parseRange(ref);
    if (range) this.#merges.push(range);
  }
}
