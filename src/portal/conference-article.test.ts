import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSeed } from '#platform/files/seed.server.ts';
import { newsTimeLine } from '#platform/i18n/format.ts';
import { aSnapshot } from '../review/testing.ts';
import { publishRefusal } from './commands/publish-article.ts';
import { figureSource } from './figure-source.ts';
import { figuresFile } from './figures-file.ts';
import { plainOf } from './plain.ts';
import type { DrawnBlock } from './resolve.ts';
import { drawArticle, figureTable } from './resolve.ts';
import type { ConferenceFacts } from './template/conference-article.ts';
import { conferenceArticle } from './template/conference-article.ts';

const FACTS: ConferenceFacts = {
  when: 'Sáng ngày 05/7/2024',
  reportingUnitCode: 'LMHTX-QB',
  tasks: ['Việc một.', 'Việc hai.'],
  sourceLine: 'Quang Binh Portal',
  penName: 'PV Mai Anh',
};

/** Everything a reader reads, a block a line. */
function textOf(blocks: readonly DrawnBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'photo') return block.caption;
      if (block.kind === 'tasks') return block.items.join('\n');
      if (block.kind === 'figure-table')
        return [...block.rows.map((row) => `${row.provinceName} ${row.value} ${row.share}`), block.total].join('\n');
      return plainOf(block.inlines);
    })
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

const RULES = (await readSeed('rule-values.csv')).rows.map((row) => ({
  key: row.key ?? '',
  value: JSON.parse(row.value_json ?? 'null'),
  citation: row.citation ?? '',
  verified: false,
}));

const OFFICES = (['head', 'deputy'] as const).map((office) => ({
  office,
  unitCode: office === 'head' ? 'LMHTX-NA' : 'LMHTX-QB',
  honorific: 'đồng chí',
  fullName: office === 'head' ? 'Nguyễn Bá Châu' : 'Ngô Gia Thởi',
  title: 'Chủ tịch',
}));

/** A locked review with the rules that ship and the two office-holders of the published page. */
function aReview(wishes: Parameters<typeof aSnapshot>[0] = {}) {
  return aSnapshot({ ...wishes, body: { rules: RULES, offices: OFFICES, ...wishes?.body } });
}

function drawn(file = aReview()) {
  const draft = conferenceArticle(file.snapshot, FACTS);
  return { draft, article: drawArticle(draft, file.snapshot), file };
}

test('NEW-02 the drafted article has every fact of the published page: counts in their order, chairs, captions', () => {
  const { article } = drawn();

  const read = textOf(article.blocks);

  expect(article.title).toBe(
    'Cụm Liên minh Hợp tác xã 06 tỉnh Bắc Trung Bộ: Triển khai nhiệm vụ 6 tháng cuối năm 2024',
  );
  expect(plainOf(article.lead)).toContain(
    'đồng chí Ngô Gia Thởi, Chủ tịch Liên minh HTX tỉnh Quảng Bình, Cụm phó chủ trì hội nghị.',
  );
  expect(plainOf(article.lead)).toContain('Nguyễn Bá Châu, Chủ tịch Liên minh HTX tỉnh Nghệ An, Cụm trưởng');
  expect(read).toContain(
    'toàn cụm có 4.425 HTX, trong đó Thanh Hóa 1.331 HTX, Hà Tĩnh 1.031 HTX, Nghệ An 903 HTX, Quảng Bình 490 HTX, Quảng Trị 347 HTX và Thừa Thiên Huế 323 HTX.',
  );
  expect(read).toContain('Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị');
  expect(read).toContain('Toàn cụm có 200 Quỹ Tín dụng nhân dân');
  expect(article.blocks.filter((block) => block.kind === 'photo').map((block) => block.caption)).toEqual([
    'Toàn cảnh hội nghị',
    'Cụm trưởng Cụm Liên minh HTX 06 tỉnh Bắc Trung Bộ phát biểu tại hội nghị',
    'Chủ tịch Liên minh HTX tỉnh Quảng Bình phát biểu tại hội nghị',
    'Phó Chủ tịch Liên minh HTX tỉnh Quảng Bình trình bày báo cáo sơ kết',
  ]);
  expect(article.unresolved).toEqual([]);
});

test('NEW-04 the time line carries the computed weekday', () => {
  expect(newsTimeLine(new Date('2024-07-05T07:59:00Z'))).toBe('14:59, Thứ Sáu, 05/7/2024');
});

test('NEW-02 figures that are not locked, and a chip that names nothing, block publishing', () => {
  const open = aReview({ body: { isLocked: false } });
  const { draft, article } = drawn(open);
  const misspelt = { ...draft, lead: 'Có {HTX.KHONGCO} HTX.' };

  expect(publishRefusal(draft, article, open.snapshot)?.code).toBe('portal.article.figures-not-locked');
  expect(publishRefusal(misspelt, drawArticle(misspelt, open.snapshot), open.snapshot)?.code).toBe(
    'portal.article.unresolved-chip',
  );
});

test('RPT-06 a unit that sent nothing is a dash in the article and last in the list, never 0', () => {
  const { article } = drawn(aReview({ absentUnits: ['LMHTX-HT'] }));

  const table = article.blocks.find((block) => block.kind === 'figure-table');

  expect(table?.rows.at(-1)).toMatchObject({ provinceName: 'Hà Tĩnh', value: '—', share: '—' });
  expect(textOf(article.blocks)).not.toContain('Hà Tĩnh 0 HTX');
});

test('RPT-08 every figure chip of the article equals the snapshot, whatever the numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const file = aReview({ seed });
      const { article } = drawn(file);
      const inlines = article.blocks.flatMap((block) => ('inlines' in block ? block.inlines : []));
      const current = inlines.filter((inline) => inline.kind === 'figure' && inline.aspect === undefined);
      for (const inline of current) {
        if (inline.kind !== 'figure') continue;
        expect(figureSource(file, inline.ref)?.value).toBe(inline.text);
      }
      expect(current.length).toBeGreaterThan(8);
    }),
    { numRuns: 25 },
  );
});

test('AUD-02 a figure of the cluster opens into its units, one of a unit into its workbook, and the public stops there', () => {
  const file = aSnapshot();

  const cluster = figureSource(file, 'HTX.SO@2024-H1');
  const unit = figureSource(file, 'HTX.SO/LMHTX-NA@2024-H1');

  expect(cluster?.parts.map((part) => part.value)).toEqual(['1.331', '903', '1.031', '490', '347', '323']);
  expect(unit).toMatchObject({ value: '903', workbook: { fileName: 'LMHTX-NA-2024-H1.xlsx' }, parts: [] });
});

test('AUD-02 a figure that the locked review does not have is not made up', () => {
  expect(figureSource(aSnapshot(), 'HTX.KHONGCO@2024-H1')).toBeUndefined();
  expect(figureSource(aSnapshot(), 'HTX.SO/LMHTX-XX@2024-H1')).toBeUndefined();
  expect(figureSource(aSnapshot(), 'không phải mã')).toBeUndefined();
});

test('the open file has a row per unit and one for the cluster, and a missing figure is empty', () => {
  const file = aSnapshot({ absentUnits: ['LMHTX-HT'] });

  const csv = new TextDecoder().decode(figuresFile(file, 'HTX.SO', 'csv')?.bytes);

  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines[1]).toContain('LMHTX-TH,Thanh Hóa,1331,HTX.SO');
  expect(lines[3]).toContain('LMHTX-HT,Hà Tĩnh,,HTX.SO');
  expect(figuresFile(file, 'KHONG.CO', 'json')).toBeUndefined();
});

test('both orders of the units come out of one table: by count and by geography', () => {
  const { snapshot } = aSnapshot();

  const names = (order: 'count' | 'geography') =>
    figureTable(snapshot, 'HTX.SO', order).rows.map((row) => row.provinceName);

  expect(names('count')[1]).toBe('Hà Tĩnh');
  expect(names('geography')[1]).toBe('Nghệ An');
});
