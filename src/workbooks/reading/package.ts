import { archiveKindProblem } from './file-kind.ts';
import type { PhysicalSheet } from './model.ts';
import { DECLARATION, DeclaredEntities } from './scan-xml.ts';
import { type FileProblem, inflateEntry, listZip, type ZipEntry } from './zip.ts';

/** A workbook taken apart: which sheets it lists, and its parts still packed. */
export type Unpacked =
  | { readonly ok: true; readonly package: Package }
  | { readonly ok: false; readonly problem: FileProblem };

export interface Package {
  readonly sheets: readonly { readonly name: string; readonly state: PhysicalSheet['state']; readonly part: string }[];
  readonly counts1904: boolean;
  readonly pictures: number;
  /** Undefined where there is no part of that name. */
  part(name: string): Part | undefined;
}

/** A part of the package, read piece by piece. */
export interface Part {
  /** In bytes. */
  readonly size: number;
  /** Throws `DamagedPart` at the latest when the last piece was read. */
  read(take: (piece: Uint8Array) => void): void;
}

/** A part whose bytes are not those that were packed. */
export class DamagedPart extends Error {}

interface SheetEntry {
  readonly name: string;
  readonly state: PhysicalSheet['state'];
  readonly relation: string;
}

const STATES: Readonly<Record<string, PhysicalSheet['state']>> = { hidden: 'hidden', veryHidden: 'veryHidden' };
const PICTURE = /^xl\/media\/.+\.(png|jpe?g|gif|bmp|tiff?|webp|heic)$/i;
const DAMAGED: FileProblem = { code: 'workbooks.file.damaged', facts: {} };

/** Lists the parts of a workbook without opening its sheets. Rules, drawings, links and defined names are never read. */
export function unpackWorkbook(bytes: Uint8Array): Unpacked {
  const listing = listZip(bytes);
  if (!listing.ok) return listing;
  const problem = archiveKindProblem(listing.entries);
  if (problem) return { ok: false, problem };
  const entries = new Map(listing.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string): Part | undefined => {
    const entry = entries.get(name.toLowerCase());
    return entry && { size: entry.size, read: (take) => readPart(bytes, entry, take) };
  };
  const workbook = textOf(part('xl/workbook.xml'));
  if (workbook === undefined) return { ok: false, problem: DAMAGED };
  const relations = targets(textOf(part('xl/_rels/workbook.xml.rels')) ?? '');
  const plain = withoutPrefix(workbook);
  return {
    ok: true,
    package: {
      // Chart and dialog sheets hold no cells.
      sheets: sheetEntries(plain).flatMap(({ name, state, relation }) => {
        const target = relations.get(relation);
        return target === undefined || !/worksheets\//.test(target) ? [] : [{ name, state, part: target }];
      }),
      counts1904: /<workbookPr\b[^<>]*\bdate1904="(1|true)"/.test(plain),
      pictures: listing.entries.filter(({ name }) => PICTURE.test(name)).length,
      part,
    },
  };
}

function readPart(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  if (!inflateEntry(bytes, entry, take)) throw new DamagedPart(entry.name);
}

function textOf(part: Part | undefined): string | undefined {
  if (!part) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  part.read((piece) => {
    text += decoder.decode(piece, { stream: true });
  });
  text += decoder.decode();
  if (DECLARATION.test(text)) throw new DeclaredEntities();
  return text;
}

/** The list of sheets in a workbook's XML. */
export function sheetEntries(workbook: string): SheetEntry[] {
  return [...workbook.matchAll(/<sheet\b([^<>]*)\/?>/g)].map(([, attributes = '']) => ({
    name: decoded(attribute(attributes, 'name')),
    state: STATES[attribute(attributes, 'state')] ?? 'visible',
    relation: attribute(attributes, '[\\w.-]+:id'),
  }));
}

/** Relation id → part name inside the package. */
export function targets(relations: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, attributes = ''] of relations.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)) {
    const target = decoded(attribute(attributes, 'Target'));
    found.set(
      attribute(attributes, 'Id'),
      target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
    );
  }
  return found;
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).join('') ?? '';
}

function decoded(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]{1,7});/gi, (_, hex: string, code: string) =>
      characterOf(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** What is no character of Unicode shows as the sign for that. */
function characterOf(code: number): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** The same XML with elements of the main namespace unprefixed: some programs write `<x:row>`. */
export function withoutPrefix(xml: string): string {
  const prefix = /<([A-Za-z_][\w.-]*):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml)?.[1];
  if (prefix === undefined) return xml;
  return xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</').replace(`xmlns:${prefix}=`, 'xmlns=');
}
