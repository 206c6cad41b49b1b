import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import type { Part } from './package.ts';

/** What is told of an XML part while it is read; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** A part that declares entities: a hostile file hides traps in them, and no program of offices writes any. */
export class DeclaredEntities extends Error {}

export const DECLARATION = /<!(DOCTYPE|ENTITY)/i;

/** Reads a part piece by piece, so that it never stands in memory as one text. Throws where it is no XML. */
export function scanXml(part: Part, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new DeclaredEntities();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => listener.open(local(tag.name), tag.attributes));
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  parser.on('closetag', (tag) => listener.close(local(tag.name)));
  const decoder = new TextDecoder();
  part.read((piece) => {
    const text = decoder.decode(piece, { stream: true });
    if (DECLARATION.test(text)) throw new DeclaredEntities();
    parser.write(text);
  });
  parser.write(decoder.decode()).close();
}

/** Some programs write `<x:row>`. */
function local(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}
