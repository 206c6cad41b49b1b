import { strToU8, zipSync } from 'fflate';
import { archiveKindProblem } from './file-kind.ts';
import type { PhysicalSheet } from './model.ts';
import { type SheetParts, splitSheet, withoutPrefix } from './sheet-xml.ts';
import { type FileProblem, inflateEntry, listZip, type ZipEntry } from './zip.ts';

/** A sheet as the workbook's list of sheets has it, with its split XML. */
export interface PackedSheet {
  readonly name: string;
  readonly state: PhysicalSheet['state'];
  readonly parts: SheetParts;
}

export type Unpacked =
  | { readonly ok: true; readonly sheets: readonly PackedSheet[]; readonly lean: Uint8Array; readonly pictures: number }
  | { readonly ok: false; readonly problem: FileProblem };

interface SheetEntry {
  readonly name: string;
  readonly state: PhysicalSheet['state'];
  readonly relation: string;
}

/** What a reader may be asked to hold in memory. */
const CELLS_MAX = 1_500_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STATES: Readonly<Record<string, PhysicalSheet['state']>> = { hidden: 'hidden', veryHidden: 'veryHidden' };
const PICTURE = /^xl\/media\/.+\.(png|jpe?g|gif|bmp|tiff?|webp|heic)$/i;
const DECLARATION = /<!(DOCTYPE|ENTITY)/i;
const DAMAGED: FileProblem = { code: 'workbooks.file.damaged', facts: {} };

/**
 * Takes a workbook apart and puts what a reader needs into a lean one: cells, texts and styles. Rules, drawings,
 * links, defined names and merges stay out; they are slow to load, and a hostile file hides traps in them.
 */
export function unpackWorkbook(bytes: Uint8Array): Unpacked {
  const listing = listZip(bytes);
  if (!listing.ok) return listing;
  const problem = archiveKindProblem(listing.entries);
  if (problem) return { ok: false, problem };
  const texts = new PartTexts(bytes, listing.entries);
  const workbook = texts.get('xl/workbook.xml');
  const relations = targets(texts.get('xl/_rels/workbook.xml.rels') ?? '');
  if (workbook === undefined || texts.problem) return { ok: false, problem: texts.problem ?? DAMAGED };

  const sheets: PackedSheet[] = [];
  for (const { name, state, relation } of sheetEntries(withoutPrefix(workbook))) {
    const target = relations.get(relation);
    // Chart and dialog sheets hold no cells.
    if (target === undefined || !/worksheets\//.test(target)) continue;
    const parts = splitSheet(texts.get(target) ?? '');
    if (!parts) return { ok: false, problem: texts.problem ?? DAMAGED };
    sheets.push({ name, state, parts });
  }
  const cells = sheets.reduce((total, sheet) => total + sheet.parts.cellCount, 0);
  if (cells > CELLS_MAX)
    return { ok: false, problem: { code: 'workbooks.file.too-many-cells', facts: { cells, max: CELLS_MAX } } };
  const lean = leanPackage(workbook, sheets, texts);
  const pictures = listing.entries.filter(({ name }) => PICTURE.test(name)).length;
  return texts.problem ? { ok: false, problem: texts.problem } : { ok: true, sheets, lean, pictures };
}

/** Reads parts as text one by one and keeps the first problem met. */
class PartTexts {
  problem: FileProblem | undefined;
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[]) {
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  get(name: string): string | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const inflated = inflateEntry(this.#bytes, entry);
    if (!inflated) {
      this.problem ??= DAMAGED;
      return undefined;
    }
    const text = new TextDecoder().decode(inflated);
    if (DECLARATION.test(text)) this.problem ??= { code: 'workbooks.file.entities', facts: { name } };
    return text;
  }
}

function leanPackage(workbook: string, sheets: readonly PackedSheet[], texts: PartTexts): Uint8Array {
  const uses1904 = /<workbookPr\b[^<>]*\bdate1904="(1|true)"/.test(withoutPrefix(workbook));
  const listed = sheets.map((_, index) => `<sheet name="s${index + 1}" sheetId="${index + 1}" r:id="r${index + 1}"/>`);
  const linked = [
    ...sheets.map((_, index) => relationship(`r${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relationship('rStyles', 'styles', 'styles.xml'),
    relationship('rStrings', 'sharedStrings', 'sharedStrings.xml'),
  ];
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${uses1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${linked.join('')}</Relationships>`,
    'xl/styles.xml': withoutPrefix(texts.get('xl/styles.xml') ?? `<styleSheet xmlns="${MAIN}"/>`),
    'xl/sharedStrings.xml': withoutPrefix(texts.get('xl/sharedStrings.xml') ?? `<sst xmlns="${MAIN}"/>`),
  };
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.parts.cells;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 0 });
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
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
