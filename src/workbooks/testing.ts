import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { present } from '#kernel/assert.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { WorkbookContent, WorkbookDefinition } from './model.ts';
import { workbookDefinition } from './queries.ts';
import { buildWorkbook } from './template/build-workbook.ts';
import { formLetter, indicatorPlaces } from './template/layout.ts';
import { sampleContent } from './testing/sample.ts';

export { sampleContent, sampleRow, sampleValue } from './testing/sample.ts';

/** A workbook of a unit with so many cooperatives and forms that contradict nothing. */
export async function aWorkbook(
  ctx: Ctx,
  how: {
    unitCode?: string;
    periodCode?: string;
    count?: number;
    change?: (content: WorkbookContent, definition: WorkbookDefinition) => WorkbookContent;
  } = {},
): Promise<Uint8Array> {
  const definition = await workbookDefinition(ctx.read, how.unitCode ?? 'LMHTX-QB', how.periodCode ?? '2024-H1');
  const content = sampleContent(definition, how.count ?? 6);
  return await buildWorkbook(definition, how.change?.(content, definition) ?? content);
}

/** What a test types into a cell. */
export type Typed = string | number | null | { readonly error: string };

/** The file with some cells typed over: `{ 'Sổ bộ HTX': { Z8: 120 } }`. Only cells that the template has written. */
export function typedOver(
  bytes: Uint8Array,
  cells: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
): Uint8Array {
  const parts = unzipSync(bytes);
  const sheets = sheetNames(strFromU8(present(parts['xl/workbook.xml'], 'a workbook lists its sheets')));
  for (const [name, typed] of Object.entries(cells)) {
    const part = `xl/worksheets/sheet${sheets.indexOf(name) + 1}.xml`;
    let xml = strFromU8(present(parts[part], `the workbook has the sheet ${name}`));
    for (const [address, value] of Object.entries(typed)) xml = withCell(xml, address, value);
    parts[part] = strToU8(xml);
  }
  return zipSync(parts, { level: 1 });
}

function sheetNames(workbook: string): readonly string[] {
  return [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((found) => found[1] ?? '');
}

function withCell(xml: string, address: string, value: Typed): string {
  const cell = new RegExp(`<c r="${address}"((?: s="\\d+")?)[^>]*?(?:/>|>.*?</c>)`);
  if (!cell.test(xml)) throw new Error(`the sheet has no cell ${address}`);
  return xml.replace(cell, (_, style: string) => `<c r="${address}"${style}${contentOf(value)}`);
}

function contentOf(value: Typed): string {
  if (value === null) return '/>';
  if (typeof value === 'number') return `><v>${value}</v></c>`;
  if (typeof value === 'object') return ` t="e"><v>${value.error}</v></c>`;
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return ` t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Where an indicator's figure of this period stands in the template, e.g. `{ sheet: 'Biểu 01', cell: 'H12' }`. */
export async function figureCell(ctx: Ctx, indicatorCode: string): Promise<{ sheet: string; cell: string }> {
  const definition = await workbookDefinition(ctx.read, 'LMHTX-QB', '2024-H1');
  const place = present(indicatorPlaces(definition).get(indicatorCode), `the forms have a row ${indicatorCode}`);
  return { sheet: place.sheet, cell: `${formLetter('KY_NAY')}${place.row}` };
}
