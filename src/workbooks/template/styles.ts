import type { Alignment, Borders, Fill, Font, Style } from '@protobi/exceljs';
import type { CellKind } from '../columns/model.ts';

/** The colours of the house (rice green, ripe grain), as Excel writes them. */
export const COLOUR = {
  green: 'FF0F5C4D',
  greenWash: 'FFE4EFEB',
  greenPale: 'FFF1F7F4',
  sunken: 'FFF3F5F2',
  white: 'FFFFFFFF',
  ink: 'FF1E2A2A',
  muted: 'FF56635F',
  line: 'FFC3CDC7',
  lineStrong: 'FF7C8984',
  grain: 'FFF2C14E',
  grainWash: 'FFFFF4D6',
  link: 'FF0B5394',
  bad: 'FFB3261E',
} as const;

/** The typeface of official papers, which every office has. */
const FACE = 'Times New Roman';

export function font(size: number, colour: string = COLOUR.ink, how: Partial<Font> = {}): Partial<Font> {
  return { name: FACE, size, color: { argb: colour }, ...how };
}

export function fill(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } };
}

function box(colour: string): Partial<Borders> {
  const side = { style: 'thin', color: { argb: colour } } as const;
  return { top: side, left: side, bottom: side, right: side };
}

const LOCKED = { locked: true };
const OPEN = { locked: false };
const LEFT: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };
const CENTRE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const RIGHT: Partial<Alignment> = { horizontal: 'right', vertical: 'middle' };

export const STYLE = {
  title: { font: font(15, COLOUR.green, { bold: true }), alignment: { vertical: 'middle' }, protection: LOCKED },
  line: { font: font(11, COLOUR.muted), alignment: { vertical: 'middle' }, protection: LOCKED },
  mark: { font: font(11, COLOUR.ink, { bold: true }), fill: fill(COLOUR.grain), alignment: CENTRE, protection: LOCKED },
  group: {
    font: font(11, COLOUR.green, { bold: true }),
    fill: fill(COLOUR.greenWash),
    alignment: CENTRE,
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  head: {
    font: font(11, COLOUR.white, { bold: true }),
    fill: fill(COLOUR.green),
    alignment: CENTRE,
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  unit: {
    font: font(10, COLOUR.muted, { italic: true }),
    fill: fill(COLOUR.sunken),
    alignment: CENTRE,
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  code: { font: font(9, COLOUR.muted), protection: LOCKED },
  groupRow: {
    font: font(11, COLOUR.green, { bold: true }),
    fill: fill(COLOUR.greenWash),
    alignment: { ...LEFT, wrapText: false },
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  fixedText: {
    font: font(11),
    fill: fill(COLOUR.sunken),
    alignment: LEFT,
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  fixedStrong: {
    font: font(11, COLOUR.ink, { bold: true }),
    fill: fill(COLOUR.sunken),
    alignment: LEFT,
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  fixedCentre: {
    font: font(10, COLOUR.muted),
    fill: fill(COLOUR.sunken),
    alignment: CENTRE,
    border: box(COLOUR.line),
    protection: LOCKED,
  },
  footing: { font: font(12, COLOUR.ink, { bold: true }), alignment: CENTRE, protection: LOCKED },
  footingHint: { font: font(11, COLOUR.muted, { italic: true }), alignment: CENTRE, protection: LOCKED },
} as const satisfies Record<string, Partial<Style>>;

const NUMBER_FORMAT: Readonly<Record<CellKind, string>> = {
  'running-number': '0',
  'record-id': '@',
  text: '@',
  choice: '@',
  'yes-no': '@',
  'organisation-code': '@',
  digits: '@',
  phone: '@',
  day: 'dd/mm/yyyy',
  'day-or-coarser': 'dd/mm/yyyy',
  count: '#,##0',
  money: '#,##0',
  figure: '#,##0',
  formula: '#,##0',
};

const CENTRED: ReadonlySet<CellKind> = new Set(['running-number', 'choice', 'yes-no', 'day', 'day-or-coarser']);
const NUMERIC: ReadonlySet<CellKind> = new Set(['count', 'money', 'figure', 'formula']);

/** A cell that the officer fills; `numFmt` where the row decides, as in the forms. */
export function entryStyle(kind: CellKind, numFmt: string = NUMBER_FORMAT[kind]): Partial<Style> {
  const plain = kind === 'text' ? LEFT : { ...LEFT, wrapText: false };
  const alignment = NUMERIC.has(kind) ? RIGHT : CENTRED.has(kind) ? CENTRE : plain;
  return { font: font(11), alignment, border: box(COLOUR.line), numFmt, protection: OPEN };
}

/** A cell that Excel computes: locked and sunken. */
export function computedStyle(numFmt: string): Partial<Style> {
  return {
    font: font(11, COLOUR.muted),
    fill: fill(COLOUR.sunken),
    alignment: RIGHT,
    border: box(COLOUR.line),
    numFmt,
    protection: LOCKED,
  };
}

/** `#,##0.0` for one digit after the point; zeros of an amount are shown. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
