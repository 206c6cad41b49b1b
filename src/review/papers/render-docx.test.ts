import { describe, expect, test } from 'vitest';
import type { OfficialPaper } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { composeReport } from './compose-report.ts';
import { renderDocx } from './render-docx.ts';
import { converted, hasProgram, pdfText, xmlFault, xmlParts } from './testing.ts';

const file = aSnapshot();
const paper = composeReport(file);
const docx = await renderDocx(paper);
const parts = xmlParts(docx);
const body = parts.get('word/document.xml') ?? '';

const canConvert = hasProgram('soffice') && hasProgram('pdftotext');

describe('the Word file', () => {
  test('RPT-12 every part is well-formed XML', () => {
    const faults = [...parts].map(([name, xml]) => [name, xmlFault(xml)]).filter(([, fault]) => fault !== undefined);

    expect(faults).toEqual([]);
    expect(parts.size).toBeGreaterThan(20);
  });

  test('RPT-12 the same paper gives the same bytes', async () => {
    const again = await renderDocx(composeReport(aSnapshot()));

    expect(Buffer.compare(docx, again)).toBe(0);
  });

  test('RPT-12 the page is A4 with the margins of the decree and the wide annex lies sideways', () => {
    const pages = [...body.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes = '']) => attributes);
    const margins = [...body.matchAll(/<w:pgMar ([^>]*)\/>/g)].map(([, attributes = '']) => attributes);

    expect(pages.map((page) => /w:w="(\d+)"/.exec(page)?.[1])).toEqual(['11906', '16838', '11906']);
    expect(pages.map((page) => /w:orient="(\w+)"/.exec(page)?.[1])).toEqual(['portrait', 'landscape', 'portrait']);
    for (const margin of margins) {
      expect(margin).toContain('w:top="1134"');
      expect(margin).toContain('w:bottom="1134"');
      expect(margin).toContain('w:left="1701"');
      expect(margin).toContain('w:right="964"');
    }
  });

  test('RPT-12 styles are real: Times New Roman 14, Vietnamese, headings for the navigation pane', () => {
    const styles = parts.get('word/styles.xml') ?? '';

    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:lang w:val="vi-VN"');
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThanOrEqual(11);
    expect([...parts.keys()].some((name) => name.includes('font') && name.endsWith('.odttf'))).toBe(false);
  });

  test('RPT-12 heads of tables repeat and no row is split', () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    const ruled = tables.filter((table) => table.includes('<w:tblHeader'));
    const rows = body.match(/<w:tr>|<w:tr /g) ?? [];

    expect(ruled).toHaveLength(14);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows.length);
  });

  test('RPT-12 the chart is a native one with its data', () => {
    const chart = parts.get('word/charts/chart1.xml') ?? '';

    expect(chart).toContain('<c:barChart>');
    expect(chart.match(/<c:v>(?:1331|903|1031|490|347|323)<\/c:v>/g)).toHaveLength(6);
    expect(body).toContain('Thanh Hóa 1.331; Nghệ An 903');
  });

  test('RPT-12 version and hash stand in every foot and in the properties', () => {
    const feet = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name)).map(([, xml]) => xml);

    expect(feet.length).toBeGreaterThanOrEqual(3);
    for (const foot of feet) {
      expect(foot).toContain(file.hash);
      expect(foot).toContain('Bản khóa 1, ngày 28/6/2024');
    }
    expect(parts.get('docProps/custom.xml')).toMatch(new RegExp(`name="hopluc-snapshot".*${file.hash}`));
    expect(parts.get('docProps/core.xml')).toContain('2024-06-28T08:30:00Z');
  });

  test('RPT-12 the number starts on the second page, the mark stands on every page', () => {
    const heads = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);

    expect(body.match(/<w:titlePg/g)).toHaveLength(1);
    expect(heads.filter((head) => head.includes('PAGE'))).toHaveLength(heads.length - 1);
    expect(heads.every((head) => head.includes('DỮ LIỆU MẪU'))).toBe(true);
  });

  test('RPT-12 a draft says so on every page and a final paper bears no mark', async () => {
    const draft = xmlParts(await renderDocx(composeReport(aSnapshot({ body: { isLocked: false } }))));
    const final = xmlParts(await renderDocx(composeReport(aSnapshot({ body: { isDemo: false } }))));

    expect(draft.get('word/header1.xml')).toContain('BẢN NHÁP · DỮ LIỆU MẪU');
    expect([...final.values()].join('')).not.toMatch(/DỮ LIỆU MẪU|BẢN NHÁP/);
  });

  test.runIf(canConvert)('RPT-12 LibreOffice opens it and prints its lines in order', () => {
    const text = pdfText(converted('bao-cao.docx', docx, 'pdf')).normalize('NFC');

    expect(positionsOf(text, paper)).toEqual([...positionsOf(text, paper)].sort((a, b) => a - b));
    expect(positionsOf(text, paper)).not.toContain(-1);
  });

  test.runIf(canConvert)('RPT-12 long Vietnamese names keep the country on one line', async () => {
    const cluster = {
      code: 'CUM-X',
      name: 'Cụm thi đua Liên minh Hợp tác xã các tỉnh, thành phố khu vực Trung du và miền núi phía Bắc',
      shortName: 'Cụm miền núi phía Bắc',
    };
    const long = await renderDocx(composeReport(aSnapshot({ body: { cluster } })));

    const text = pdfText(converted('dai.docx', long, 'pdf')).normalize('NFC');

    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text.replace(/\s+/g, ' ')).toContain('THÀNH PHỐ');
  });
});

/** Where landmarks of the paper stand in its text. */
function positionsOf(text: string, { subject }: OfficialPaper): number[] {
  const landmarks = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Nghệ An, ngày 05 tháng 7 năm 2024',
    'BÁO CÁO',
    subject.split('\n')[0] ?? '',
    'Phần thứ nhất',
    'Bảng 1. Số hợp tác xã theo tỉnh',
    'III. QUỸ TÍN DỤNG NHÂN DÂN',
    'Phần thứ hai',
    'Nơi nhận:',
    'Phụ lục I',
    'Phụ lục II',
  ];
  return landmarks.map((landmark) => text.indexOf(landmark));
}
