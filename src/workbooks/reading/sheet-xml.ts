import { parseRange } from './address.ts';
import type { CellRange } from './model.ts';

/** What a sheet's XML says beside its cells, and the XML of the cells alone. */
export interface SheetParts {
  /** A worksheet with its cells and nothing that is slow or risky to load: no rules, drawings, links or merges. */
  readonly cells: string;
  readonly merges: readonly CellRange[];
  readonly filter: CellRange | null;
  readonly hiddenRows: ReadonlySet<number>;
  readonly cellCount: number;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The same XML with elements of the main namespace unprefixed: some programs write `<x:row>`. */
export function withoutPrefix(xml: string): string {
  const prefix = /<([A-Za-z_][\w.-]*):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml)?.[1];
  if (prefix === undefined) return xml;
  return xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</').replace(`xmlns:${prefix}=`, 'xmlns=');
}

/** Splits a worksheet's XML; undefined when it has no cells part. */
export function splitSheet(xml: string): SheetParts | undefined {
  const text = withoutPrefix(xml);
  const data = sheetData(text);
  if (data === undefined) return undefined;
  return {
    cells: `<worksheet xmlns="${NAMESPACE}">${data}</worksheet>`,
    merges: rangesOf(text, /<mergeCell\b[^<>]*\bref="([^"]+)"/g),
    filter: rangesOf(text, /<autoFilter\b[^<>]*\bref="([^"]+)"/g)[0] ?? null,
    hiddenRows: hiddenRows(data),
    cellCount: data.split('<c ').length - 1,
  };
}

/** A stored result of no characters is a text to its writer and must not look like no result to our reader. */
function sheetData(text: string): string | undefined {
  if (/<sheetData\s*\/>/.test(text)) return '<sheetData/>';
  const [start, end] = [text.indexOf('<sheetData'), text.lastIndexOf('</sheetData>')];
  if (start < 0 || end < start) return undefined;
  return `${text.slice(start, end)}</sheetData>`.replace(/<v\s*\/>|<v><\/v>/g, '<v> </v>');
}

function rangesOf(text: string, pattern: RegExp): CellRange[] {
  return [...text.matchAll(pattern)].map(([, ref = '']) => parseRange(ref)).filter((range) => range !== undefined);
}

function hiddenRows(data: string): Set<number> {
  const hidden = new Set<number>();
  for (const [tag, attributes = ''] of data.matchAll(/<row\b([^<>]*)>/g)) {
    if (!tag.includes('hidden')) continue;
    const row = /\br="(\d+)"/.exec(attributes)?.[1];
    if (row && /\bhidden="(1|true)"/.test(attributes)) hidden.add(Number(row));
  }
  return hidden;
}
