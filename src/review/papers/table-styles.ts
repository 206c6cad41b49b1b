import type { Alignment, Borders, Cell, Fill, Font, Row, Worksheet } from '@protobi/exceljs';
import { MISSING } from '#platform/i18n/format.ts';

const INK = { argb: 'FF1E2A2A' };
const FACE = 'Times New Roman';
/** A form is printed at about two thirds of its size. */
const BODY_SIZE = 12;
const HAIR = { style: 'thin', color: { argb: 'FF7C8984' } } as const;
const BOX: Partial<Borders> = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR };
const HEAD_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE4EFEB' } };
/** No data: hatched, so that it is seen in black and white as well. */
const HATCH: Fill = {
  type: 'pattern',
  pattern: 'lightUp',
  fgColor: { argb: 'FF8A9690' },
  bgColor: { argb: 'FFFFFFFF' },
};
export const CENTRE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
export const LEFT: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };
const RIGHT: Partial<Alignment> = { horizontal: 'right', vertical: 'middle' };

export function face(size: number, how: Partial<Font> = {}): Partial<Font> {
  return { name: FACE, size, color: INK, ...how };
}

export function headCell(cell: Cell): void {
  cell.font = face(BODY_SIZE, { bold: true });
  cell.fill = HEAD_FILL;
  cell.border = BOX;
  cell.alignment = CENTRE;
}

export function textCell(cell: Cell, how: { bold?: boolean; indent?: number; centre?: boolean } = {}): void {
  cell.font = face(BODY_SIZE, { bold: how.bold ?? false });
  cell.border = BOX;
  cell.alignment = how.centre ? CENTRE : { ...LEFT, indent: how.indent ?? 0 };
}

/** `#,##0` with so many digits: each office program writes it with the marks of its own country. */
export function numberFormat(digits: number): string {
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}

export function numberCell(
  cell: Cell,
  how: { digits: number; bold?: boolean; italic?: boolean; isMissing: boolean },
): void {
  cell.font = face(BODY_SIZE, { bold: how.bold ?? false, italic: how.italic ?? false });
  cell.border = BOX;
  cell.numFmt = numberFormat(how.digits);
  cell.alignment = how.isMissing ? { ...RIGHT, horizontal: 'center' } : RIGHT;
  if (how.isMissing) cell.fill = HATCH;
}

export function isDash(value: unknown): boolean {
  return value === MISSING;
}

/** Text that came from people and begins like a formula is written so that no program takes it for one. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A4 held sideways, one page wide, head rows on every page, version and hash at the foot. */
export function printSetup(sheet: Worksheet, footer: string, headRows: string | undefined): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headRows ? { printTitlesRow: headRows } : {}),
  };
  sheet.headerFooter = { oddFooter: footer };
}

const LINE_POINTS = 16;

/** Office programs do not all fit rows to wrapped text by themselves: as many lines as the longest cell needs. */
export function fitHeight(row: Row, texts: readonly string[], widths: readonly number[]): void {
  const lines = texts.map((text, at) => Math.ceil(text.length / Math.max(1, (widths[at] ?? 1) - 2)));
  row.height = LINE_POINTS * Math.max(1, ...lines);
}
