import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TableCell as PaperCell, PaperTable } from '../model.ts';
import { runsOf } from './docx-letterhead.ts';
import { mm, points } from './docx-page.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
/** A table so short is kept on one page. */
const TOGETHER_MAX = 9;
const INDENT_POINTS = 8;

interface Look {
  readonly style: string;
  readonly fontPoints: number;
  readonly sideMm: number;
}
const LOOKS: Readonly<Record<NonNullable<PaperTable['density']>, Look>> = {
  normal: { style: 'TableText', fontPoints: 13, sideMm: 2 },
  dense: { style: 'TableTextDense', fontPoints: 11, sideMm: 0.7 },
  tight: { style: 'TableTextDense', fontPoints: 9, sideMm: 0.7 },
};

/** Caption, unit, the table with a head that repeats on each page and rows that never split, and its note. */
export function tableBlocks(table: PaperTable, widthMm: number): (Paragraph | Table)[] {
  const look = LOOKS[table.density ?? 'normal'];
  const widths = columnWidths(table, widthMm);
  const isShort = table.rows.length <= TOGETHER_MAX;
  const rows = [
    ...table.head.map((cells) => rowOf(cells, look, { isHead: true, keepNext: true })),
    ...table.rows.map((cells, at) => {
      const isGroup = cells.length === 1;
      return rowOf(cells, look, {
        isHead: false,
        keepNext: isGroup || (isShort && (at < table.rows.length - 1 || table.note !== '')),
      });
    }),
  ];
  const unit = table.unitLine
    ? [
        new Paragraph({
          style: 'TableNote',
          keepNext: true,
          alignment: AlignmentType.RIGHT,
          children: runsOf(table.unitLine, 11),
        }),
      ]
    : [];
  return [
    new Paragraph({ style: 'Caption', children: runsOf(table.caption, 13, { italics: true }) }),
    ...unit,
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders: BORDERS,
      margins: {
        left: mm(look.sideMm),
        right: mm(look.sideMm),
        top: points(1),
        bottom: points(1),
        marginUnitType: WidthType.DXA,
      },
      tableLook: {
        firstRow: true,
        lastRow: false,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows,
    }),
    noteOf(table),
  ];
}

/** Word needs a paragraph after a table; without a note it is a thin one. */
function noteOf(table: PaperTable): Paragraph {
  if (table.note === '') {
    return new Paragraph({ spacing: { line: points(6), lineRule: LineRuleType.EXACT }, children: [] });
  }
  return new Paragraph({
    style: 'TableNote',
    spacing: { before: points(3), after: points(8) },
    children: runsOf(table.note, 11, { italics: true }),
  });
}

function columnWidths(table: PaperTable, widthMm: number): number[] {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  return table.widths.map((width) => mm((width / whole) * widthMm));
}

function rowOf(cells: readonly PaperCell[], look: Look, how: { isHead: boolean; keepNext: boolean }): TableRow {
  return new TableRow({
    tableHeader: how.isHead,
    cantSplit: true,
    keepNext: how.keepNext,
    children: cells.map((cell) => cellOf(cell, look)),
  });
}

function cellOf(cell: PaperCell, look: Look): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columnSpan ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
    children: [
      new Paragraph({
        style: look.style,
        alignment: ALIGNMENT[cell.align],
        ...(cell.indent ? { indent: { left: points(cell.indent * INDENT_POINTS) } } : {}),
        children: runsOf(cell.text, look.fontPoints, { bold: cell.bold ?? false, italics: cell.italic ?? false }),
      }),
    ],
  });
}
