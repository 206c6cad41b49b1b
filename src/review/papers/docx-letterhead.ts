import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { OfficialPaper } from '../model.ts';
import { mm, points, size, textWidthMm } from './docx-page.ts';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
/** So wide that the country's name at 13 pt stays on one line: it measures 95 mm. */
const LEFT_MM = 66;
const RIGHT_MM = 97;
const MOTTO_MM = 60.4;
const MM_PER_POINT = 25.4 / 72;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA };

interface Face {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** The words as runs, a line break kept. */
export function runsOf(text: string, points: number, face: Face = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, size: size(points), ...face, ...(at > 0 ? { break: 1 } : {}) }));
}

function centred(text: string, points: number, face: Face = {}): Paragraph {
  return new Paragraph({ style: 'Letterhead', children: runsOf(text, points, face) });
}

/** A solid line `lengthMm` long in the middle of a column: the lower border of an empty, two-point paragraph. */
function rule(lengthMm: number, columnMm: number, spaceAfter = 0): Paragraph {
  const side = mm(Math.max(0, (columnMm - lengthMm) / 2));
  return new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { line: points(3), lineRule: LineRuleType.EXACT, after: points(spaceAfter) },
    children: [new TextRun({ text: '', size: 4 })],
  });
}

/** Roughly how wide bold text is, in mm: good enough for a line of a third to a half of it. */
function roughWidthMm(text: string, points: number): number {
  const widths = text.split('\n').map((line) => [...line].reduce((width, letter) => width + emOf(letter), 0));
  return Math.max(...widths) * points * MM_PER_POINT;
}

function emOf(letter: string): number {
  if (/[\s.,;:]/.test(letter)) return 0.25;
  return letter !== letter.toLowerCase() ? 0.68 : 0.5;
}

/**
 * Bodies on the left, the country's name and motto on the right; number and place with date on one line.
 *
 * @law 30/2020/NĐ-CP Phụ lục I
 */
export function letterheadOf(paper: OfficialPaper): Table {
  const bodies = [
    centred(paper.superiorBody, 13),
    centred(paper.issuingBody, 13, { bold: true }),
    rule(roughWidthMm(paper.issuingBody, 13) * 0.4, LEFT_MM, 6),
  ];
  const country = [
    centred(COUNTRY, 13, { bold: true }),
    centred(MOTTO, 14, { bold: true }),
    rule(MOTTO_MM, RIGHT_MM, 6),
  ];
  const dated = paper.place === '' ? paper.dateLine : `${paper.place}, ${paper.dateLine}`;
  return bare([
    [bodies, country],
    [[centred(paper.number, 13)], [centred(dated, 14, { italics: true })]],
  ]);
}

export function titleOf(paper: OfficialPaper): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(paper.typeName, 14, { bold: true }) }),
    new Paragraph({ style: 'Letterhead', keepNext: true, children: runsOf(paper.subject, 14, { bold: true }) }),
    rule(roughWidthMm(paper.subject, 14) * 0.4, textWidthMm('portrait'), 14),
  ];
}

/** Recipients on the left, authority, room for the signature, and name on the right; never torn apart. */
export function signatureOf(paper: OfficialPaper): (Paragraph | Table)[] {
  const last = paper.recipients.length - 1;
  const recipients = [
    new Paragraph({ keepNext: true, children: runsOf('Nơi nhận:', 12, { bold: true, italics: true }) }),
    ...paper.recipients.map(
      (recipient, at) =>
        new Paragraph({ keepNext: true, children: runsOf(`- ${recipient}${at === last ? '.' : ';'}`, 11) }),
    ),
  ];
  const bold = (text: string) => centred(text, 14, { bold: true });
  const signer = [
    ...paper.signer.authority.map(bold),
    new Paragraph({ spacing: { line: mm(26), lineRule: LineRuleType.EXACT }, children: [] }),
    bold(paper.signer.name),
  ];
  return [new Paragraph({ keepNext: true, spacing: { after: points(4) }, children: [] }), bare([[recipients, signer]])];
}

/** Two columns without a line. */
function bare(rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  const widths = rows.length > 1 ? [LEFT_MM, RIGHT_MM] : [72, 91];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(textWidthMm('portrait')), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    alignment: AlignmentType.LEFT,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: mm(widths[at] ?? 0), type: WidthType.DXA },
                margins: NO_MARGINS,
                children,
              }),
          ),
        }),
    ),
  });
}
