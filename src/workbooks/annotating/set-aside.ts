import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sheetEntries, targets, withoutPrefix } from '../reading/package.ts';
import { withRoomyNotes } from '../template/pack.ts';

/** Parts of a workbook that the library would unfold cell by cell: kept as text while it works, put back afterwards. */
interface Aside {
  readonly definedNames: string;
  /** By sheet name. */
  readonly merges: ReadonlyMap<string, string>;
  readonly validations: ReadonlyMap<string, string>;
}

const NAMES = /<definedNames>[\s\S]*?<\/definedNames>/;
const MERGES = /<mergeCells\b[\s\S]*?<\/mergeCells>/;
const VALIDATIONS = /<dataValidations\b[\s\S]*?<\/dataValidations>/;
/** What may follow merges, and what may follow validations, in the order of the format. */
const AFTER_MERGES =
  /<(phoneticPr|conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|drawing|legacyDrawing|picture|tableParts|extLst)\b|<\/worksheet>/;
const AFTER_VALIDATIONS =
  /<(hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|drawing|legacyDrawing|picture|tableParts|extLst)\b|<\/worksheet>/;
const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Takes the costly parts out of a workbook that has been opened before; `restore` puts them back into its successor. */
export function setAside(bytes: Uint8Array): { lean: Uint8Array; restore: (written: Uint8Array) => Uint8Array } {
  const parts = textsOf(bytes);
  const sheets = sheetParts(parts);
  const aside: Aside = {
    definedNames: NAMES.exec(parts.get(WORKBOOK) ?? '')?.[0] ?? '',
    merges: matched(parts, sheets, MERGES),
    validations: matched(parts, sheets, VALIDATIONS),
  };
  edit(parts, WORKBOOK, (xml) => xml.replace(NAMES, ''));
  for (const part of sheets.values()) edit(parts, part, (xml) => xml.replace(MERGES, '').replace(VALIDATIONS, ''));
  return { lean: zipped(bytes, parts, 0), restore: (written) => restored(written, aside) };
}

function restored(written: Uint8Array, aside: Aside): Uint8Array {
  const parts = textsOf(written);
  for (const [name, part] of sheetParts(parts)) {
    edit(parts, part, (xml) => before(xml, AFTER_MERGES, aside.merges.get(name) ?? ''));
    edit(parts, part, (xml) => before(xml, AFTER_VALIDATIONS, aside.validations.get(name) ?? ''));
  }
  edit(parts, WORKBOOK, (xml) => xml.replace(NAMES, '').replace('</sheets>', () => `</sheets>${aside.definedNames}`));
  for (const name of parts.keys()) if (name.startsWith('xl/drawings/vmlDrawing')) edit(parts, name, withRoomyNotes);
  return zipped(written, parts, 6);
}

/** The parts that are edited, as text: list of sheets, relations, sheets, drawings of notes. */
function textsOf(bytes: Uint8Array): Map<string, string> {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(workbook\.xml|_rels\/|worksheets\/[^/]+$|drawings\/vmlDrawing)/i.test(name),
  });
  return new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

function sheetParts(parts: ReadonlyMap<string, string>): Map<string, string> {
  const relations = targets(parts.get(RELATIONS) ?? '');
  const entries = sheetEntries(withoutPrefix(parts.get(WORKBOOK) ?? ''));
  return new Map(entries.map(({ name, relation }) => [name, relations.get(relation) ?? '']));
}

function matched(
  parts: ReadonlyMap<string, string>,
  sheets: ReadonlyMap<string, string>,
  pattern: RegExp,
): Map<string, string> {
  return new Map([...sheets].map(([name, part]) => [name, pattern.exec(parts.get(part) ?? '')?.[0] ?? '']));
}

function edit(parts: Map<string, string>, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml !== undefined) parts.set(name, change(xml));
}

function before(xml: string, pattern: RegExp, inserted: string): string {
  const at = pattern.exec(xml)?.index;
  return at === undefined || inserted === '' ? xml : xml.slice(0, at) + inserted + xml.slice(at);
}

function zipped(bytes: Uint8Array, texts: ReadonlyMap<string, string>, level: 0 | 6): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, text] of texts) parts[name] = strToU8(text);
  return zipSync(parts, { level });
}
