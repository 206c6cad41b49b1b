import type { TextRun } from './model.ts';

/** All texts of a workbook in one stretch of UTF-8, each found by its place. */
export interface PackedTexts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each text ends; it begins where the one before it ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Texts in more than one font, by place; a run without a font has that of its cell. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();
/** A letter of JavaScript's text takes up to three bytes of UTF-8. */
const BYTES_A_LETTER = 3;

export function textAt(texts: PackedTexts, place: number): string {
  const from = place === 0 ? 0 : (texts.ends[place - 1] ?? 0);
  return DECODER.decode(texts.bytes.subarray(from, texts.ends[place] ?? from));
}

/** Gathers texts one by one; each answers its place. */
export class TextPacker {
  readonly #runs = new Map<number, readonly TextRun[]>();
  readonly #blank = new Set<number>();
  #bytes: Uint8Array<ArrayBuffer>;
  #ends = new Uint32Array(65_536);
  #length = 0;
  #count = 0;

  /** `expected`: so many bytes of texts will come at least. */
  constructor(expected = 0) {
    this.#bytes = new Uint8Array(expected + 65_536);
  }

  get count(): number {
    return this.#count;
  }

  add(text: string, runs: readonly TextRun[] = []): number {
    const place = this.#count;
    if (this.#length + text.length * BYTES_A_LETTER > this.#bytes.length)
      this.#bytes = grown(this.#bytes, this.#length + text.length * BYTES_A_LETTER);
    if (place === this.#ends.length) this.#ends = grown(this.#ends, place + 1);
    this.#length += ENCODER.encodeInto(text, this.#bytes.subarray(this.#length)).written;
    this.#ends[place] = this.#length;
    if (text.trim() === '') this.#blank.add(place);
    if (runs.length > 0) this.#runs.set(place, runs);
    this.#count += 1;
    return place;
  }

  /** Nothing but spaces. */
  isBlank(place: number): boolean {
    return this.#blank.has(place);
  }

  packed(): PackedTexts {
    return {
      bytes: this.#bytes.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#count),
      runs: this.#runs,
    };
  }
}

type Numbers = Uint8Array | Uint32Array;

/** The same numbers with room for at least so many: twice as many as before. */
function grown<Array extends Numbers>(array: Array, needed: number): Array {
  const Kind = array.constructor as new (length: number) => Array;
  const larger = new Kind(Math.max(needed, array.length * 2));
  larger.set(array as never);
  return larger;
}
