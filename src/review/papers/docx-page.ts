import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { OfficialPaper } from '../model.ts';

/** Twips of a millimetre and of a point. */
const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_POINT = 20;
/** Sizes of text are given in half points. */
export const FONT = 'Times New Roman';
const LANGUAGE = { value: 'vi-VN', eastAsia: 'vi-VN' };

export function mm(length: number): number {
  return Math.round(length * TWIPS_PER_MM);
}

export function points(length: number): number {
  return Math.round(length * TWIPS_PER_POINT);
}

export function size(inPoints: number): number {
  return inPoints * 2;
}

const A4 = { short: 210, long: 297 };
const MARGINS = { top: 20, right: 17, bottom: 20, left: 30 };
/** Width of the text in mm: 163 on a page held upright, 250 held sideways. */
export function textWidthMm(orientation: 'portrait' | 'landscape'): number {
  return (orientation === 'portrait' ? A4.short : A4.long) - MARGINS.left - MARGINS.right;
}

/** Space after a body paragraph, line pitch in 240ths of a line, and first-line indent. The rule is said: left out, some readers take the pitch as exact. */
const BODY = { spacing: { after: points(6), line: 264, lineRule: LineRuleType.AUTO }, indent: { firstLine: mm(12.7) } };

/** Real styles, so that the navigation pane, tables of contents and screen readers see the outline. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: size(14), color: '000000', language: LANGUAGE },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { bold: true, size: size(14), font: FONT, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: points(14) }, keepNext: true },
    },
    heading1: {
      run: { bold: true, size: size(14), font: FONT, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: points(12), after: points(6) }, keepNext: true },
    },
    heading2: headingStyle(),
    heading3: headingStyle(),
    caption: {
      run: { italics: true, size: size(13), color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: points(8), after: points(4) }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { ...BODY, alignment: AlignmentType.BOTH },
    },
    { id: 'Letterhead', name: 'Đầu văn bản', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER } },
    { id: 'TableText', name: 'Chữ trong bảng', basedOn: 'Normal', run: { size: size(13) } },
    { id: 'TableTextDense', name: 'Chữ trong bảng dày', basedOn: 'Normal', run: { size: size(11) } },
    { id: 'TableNote', name: 'Ghi chú bảng', basedOn: 'Normal', run: { size: size(11), italics: true } },
  ],
};

function headingStyle() {
  return {
    run: { bold: true, size: size(14), font: FONT, color: '000000' },
    paragraph: {
      spacing: { ...BODY.spacing, before: points(3) },
      indent: BODY.indent,
      keepNext: true,
    },
  };
}

/** A4 with the margins of the decree; the number stands in the top margin, on the first page only the mark. */
export function sectionOf(
  paper: OfficialPaper,
  orientation: 'portrait' | 'landscape',
  isFirst: boolean,
  children: ISectionOptions['children'],
): ISectionOptions {
  const properties: ISectionPropertiesOptions = {
    ...(isFirst ? { titlePage: true } : {}),
    page: {
      size: {
        width: mm(A4.short),
        height: mm(A4.long),
        orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: mm(MARGINS.top),
        right: mm(MARGINS.right),
        bottom: mm(MARGINS.bottom),
        left: mm(MARGINS.left),
        header: mm(9),
        footer: mm(8),
      },
    },
  };
  const width = textWidthMm(orientation);
  const footer = footerOf(paper);
  return {
    properties,
    headers: {
      default: headerOf(paper, width, true),
      ...(isFirst ? { first: headerOf(paper, width, false) } : {}),
    },
    footers: { default: footer, ...(isFirst ? { first: footer } : {}) },
    children,
  };
}

function headerOf(paper: OfficialPaper, widthMm: number, isNumbered: boolean): Header {
  const number = isNumbered ? [new TextRun({ size: size(13), children: [PageNumber.CURRENT] })] : [];
  const box = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' };
  const mark = paper.mark
    ? [new TextRun({ text: `\u00a0${paper.mark}\u00a0`, bold: true, size: size(9), border: box })]
    : [];
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: mm(widthMm / 2) },
          { type: TabStopType.RIGHT, position: mm(widthMm) },
        ],
        children: [new TextRun({ children: [new Tab()] }), ...number, new TextRun({ children: [new Tab()] }), ...mark],
      }),
    ],
  });
}

function footerOf(paper: OfficialPaper): Footer {
  const line = (text: string, border: boolean) =>
    new Paragraph({
      ...(border ? { border: { top: { style: BorderStyle.SINGLE, size: 4, space: 2, color: '000000' } } } : {}),
      children: [new TextRun({ text, size: size(8) })],
    });
  return new Footer({ children: [line(paper.footer, true), line(paper.snapshotHash, false)] });
}
