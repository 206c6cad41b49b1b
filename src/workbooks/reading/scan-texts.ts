import type { TextRun } from './model.ts';
import type { Part } from './package.ts';
import type { TextPacker } from './packed-texts.ts';
import { scanXml } from './scan-xml.ts';

/** One text as the format writes it, in one stretch or in runs of their own fonts; readings of signs are left out. */
export class TextGatherer {
  #whole = '';
  #runs: TextRun[] = [];
  #run: { text: string; font: string } | undefined;
  #isReading = false;
  #isText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'rPh') this.#isReading = true;
    else if (name === 'r') this.#run = { text: '', font: '' };
    else if (name === 'rFont' && this.#run) this.#run.font = attributes.val ?? '';
    else if (name === 't') this.#isText = !this.#isReading;
  }

  text(text: string): void {
    if (!this.#isText) return;
    if (this.#run) this.#run.text += text;
    else this.#whole += text;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'r' && this.#run) {
      this.#runs.push({ text: unescaped(this.#run.text), font: this.#run.font });
      this.#run = undefined;
    }
  }

  /** Packs what was gathered and begins anew. */
  packInto(texts: TextPacker): number {
    const place =
      this.#runs.length > 0
        ? texts.add(this.#runs.map(({ text }) => text).join(''), this.#runs)
        : texts.add(unescaped(this.#whole));
    this.#whole = '';
    this.#runs = [];
    return place;
  }
}

/** The list of texts that cells refer to by number: the first of the packer's texts, in this order. */
export function readSharedTexts(part: Part | undefined, texts: TextPacker): void {
  if (!part) return;
  const gatherer = new TextGatherer();
  scanXml(part, {
    open: (name, attributes) => gatherer.open(name, attributes),
    text: (text) => gatherer.text(text),
    close(name) {
      gatherer.close(name);
      if (name === 'si') gatherer.packInto(texts);
    },
  });
}

/** The format writes what XML cannot hold as `_x000D_`, and an underscore before such letters as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
