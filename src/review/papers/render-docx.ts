import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Inline, OfficialPaper, PaperAppendix, PaperBarChart, PaperBlock } from '../model.ts';
import { letterheadOf, runsOf, signatureOf, titleOf } from './docx-letterhead.ts';
import { FONT, points, STYLES, sectionOf, textWidthMm } from './docx-page.ts';
import { tableBlocks } from './docx-table.ts';
import { fixedZip, withFixedMoment, withStableNames } from './fixed-zip.ts';

type Content = (Paragraph | Table)[];

const PIXELS_PER_MM = 96 / 25.4;
const BAR_GREY = '595959';

/** The paper as a Word file. The same paper gives the same bytes. */
export async function renderDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const title = `${paper.typeName}: ${paper.subject.replaceAll('\n', ' ')}`;
  const issuer = paper.issuingBody.replaceAll('\n', ' ');
  const document = new Document({
    title,
    subject: paper.subject.replaceAll('\n', ' '),
    creator: issuer,
    lastModifiedBy: issuer,
    keywords: paper.snapshotHash,
    description: paper.footer,
    revision: 1,
    customProperties: [{ name: 'hopluc-snapshot', value: paper.snapshotHash }],
    styles: STYLES,
    compatabilityModeVersion: 15,
    sections: [
      sectionOf(paper, 'portrait', true, bodyOf(paper)),
      ...paper.appendices.map((appendix) => sectionOf(paper, appendix.orientation, false, appendixOf(appendix))),
    ],
  });
  const packed = await Packer.toBuffer(document);
  const [named, dated] = [withStableNames(), withFixedMoment(paper.madeAt)];
  return fixedZip(packed, (path, bytes) => dated(path, named(path, bytes)));
}

function bodyOf(paper: OfficialPaper): Content {
  const width = textWidthMm('portrait');
  return [
    letterheadOf(paper),
    ...titleOf(paper),
    ...paper.grounds.map((ground) => bodyParagraph([{ kind: 'text', text: ground, italic: true }])),
    ...paper.blocks.flatMap((block) => contentOf(block, width)),
    ...(paper.closing === '' ? [] : [bodyParagraph([{ kind: 'text', text: paper.closing }], true)]),
    ...signatureOf(paper),
  ];
}

function appendixOf(appendix: PaperAppendix): Content {
  const width = textWidthMm(appendix.orientation);
  const attached = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: points(6) },
    children: runsOf(appendix.attachedTo, 13, { italics: true }),
  });
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 0 },
      children: runsOf(`${appendix.number}\n${appendix.title}`, 14),
    }),
    ...(appendix.attachedTo === '' ? [] : [attached]),
    ...appendix.blocks.flatMap((block) => contentOf(block, width)),
  ];
}

function contentOf(block: PaperBlock, widthMm: number): Content {
  switch (block.kind) {
    case 'part':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(`${block.number}\n${block.title}`, 14) }),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: runsOf(block.text, 14),
        }),
      ];
    case 'paragraph':
      return [bodyParagraph(block.inlines)];
    case 'table':
      return tableBlocks(block, widthMm);
    case 'bar-chart':
      return chartBlocks(block, widthMm);
  }
}

function bodyParagraph(inlines: readonly Inline[], keepNext = false): Paragraph {
  const runs = inlines.map((inline) => {
    const face = inline.kind === 'text' ? { bold: inline.bold ?? false, italics: inline.italic ?? false } : {};
    return new TextRun({ text: inline.text, ...face });
  });
  return new Paragraph({ style: 'BodyText', keepNext, children: runs });
}

/** A native chart: its data can be opened in Word. First unit on top, direct labels, one grey. */
function chartBlocks(chart: PaperBarChart, widthMm: number): Content {
  const said = chart.bars.map((bar) => `${bar.label} ${bar.text}`).join('; ');
  const font = { name: FONT, color: '000000' };
  const caption = `${chart.title} (${chart.unit})`;
  return [
    new Paragraph({ style: 'Caption', children: runsOf(caption, 13, { italics: true }) }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: points(8) },
      children: [
        new ChartRun({
          type: 'bar',
          categories: chart.bars.map((bar) => (bar.value === null ? `${bar.label}: ${bar.text}` : bar.label)),
          series: [
            {
              name: chart.unit,
              values: chart.bars.map((bar) => bar.value),
              color: BAR_GREY,
              pointLabels: chart.bars.map((bar) => ({ text: bar.text })),
            },
          ],
          gapWidth: 60,
          legend: false,
          font,
          dataLabels: { value: true, position: 'outsideEnd', numberFormat: '#,##0', font: { ...font, size: 12 } },
          categoryAxis: { reverseOrder: true, font: { ...font, size: 12 } },
          valueAxis: { visible: false, gridlines: false, minimum: 0 },
          chartArea: { fill: 'none', border: 'none' },
          transformation: {
            width: Math.round(widthMm * PIXELS_PER_MM),
            height: Math.round((12 + 9 * chart.bars.length) * PIXELS_PER_MM),
          },
          altText: { name: chart.title, title: chart.title, description: `${caption}: ${said}` },
        }),
      ],
    }),
  ];
}
