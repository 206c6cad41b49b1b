import { expect, test } from 'vitest';
import { transact } from '#platform/db/transact.server.ts';
import { readSeed } from '#platform/files/seed.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { formulaRefusal } from './dictionary.ts';
import { saveIndicators } from './reference.ts';
import { theDictionary } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);

function row(code: string, numerator: string | null = null, denominator: string | null = null) {
  return { code, numerator, denominator, aggregation: numerator === null ? 'sum' : 'ratio' };
}

async function aSeedRow(code: string): Promise<Record<string, string | null>> {
  const { rows } = await readSeed('indicators.csv');
  const found = rows.find((one) => one.code === code) ?? {};
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, value === '' ? null : value]));
}

test('REG-11 every indicator of the dictionary has a code, definition, unit, version and owner', async () => {
  const dictionary = await theDictionary(ctx);

  const total = dictionary.find((indicator) => indicator.code === 'HTX.SO');
  expect(total).toMatchObject({ version: 1, unit: 'HTX', countedBy: 'counted', aggregation: 'sum' });
  expect(total?.definition).toContain('Đang hoạt động, tạm ngừng và ngừng hoạt động chưa giải thể');
  expect(dictionary.length).toBeGreaterThan(130);
  expect(dictionary.every((one) => one.definition !== '' && one.unit !== '')).toBe(true);
});

test('REG-11 the row of a form may be renamed in place, its definition needs a new version', async () => {
  const known = await aSeedRow('TV.DTTS');
  const renamed = { ...known, name: 'Thành viên dân tộc thiểu số' };
  const redefined = { ...known, definition: 'Số người theo hộ khẩu.' };

  await transact(system.owner.kysely, (tx) => saveIndicators(tx, [renamed]));
  const refused = transact(system.owner.kysely, (tx) => saveIndicators(tx, [redefined]));

  await expect(refused).rejects.toMatchObject({
    refusal: {
      code: 'reporting.indicator.changed-without-version',
      facts: { code: 'TV.DTTS', version: 1, field: 'definition' },
    },
  });
  const now = (await theDictionary(ctx)).find((one) => one.code === 'TV.DTTS');
  expect(now).toMatchObject({ name: 'Thành viên dân tộc thiểu số', definition: known.definition });
});

test('REG-11 a new version counts from its day on and the old one before', async () => {
  const known = await aSeedRow('XT.LUOT');
  const rows = [
    { ...known, valid_until: '2024-12-15' },
    { ...known, version: '2', definition: 'Lượt HTX dự hội chợ có gian hàng.', valid_from: '2024-12-15' },
  ];

  await transact(system.owner.kysely, (tx) => saveIndicators(tx, rows));

  const then = (await theDictionary(ctx)).find((one) => one.code === 'XT.LUOT');
  expect(then).toMatchObject({ version: 1, definition: known.definition });
});

test('a circle of formulas is refused with its codes in order', () => {
  const rows = [row('A', 'B', 'D'), row('B', 'C', 'D'), row('C', 'A', 'D'), row('D')];

  expect(formulaRefusal(rows)).toEqual({
    code: 'reporting.indicator.formula-circular',
    facts: { codes: ['A', 'B', 'C', 'A'] },
  });
});

test('a formula on itself, on an unknown code or on another ratio is refused', () => {
  expect(formulaRefusal([row('A', 'A', 'B'), row('B')])?.facts).toEqual({ codes: ['A', 'A'] });
  expect(formulaRefusal([row('A', 'B', 'C'), row('B')])).toMatchObject({
    code: 'reporting.indicator.part-unknown',
    facts: { indicator: 'A', part: 'C' },
  });
  expect(formulaRefusal([row('A', 'B', 'C'), row('B', 'C', 'D'), row('C'), row('D')])).toMatchObject({
    code: 'reporting.indicator.part-not-summed',
    facts: { indicator: 'A', part: 'B' },
  });
});

test('a ratio without both parts, or a sum with parts, is refused', () => {
  const half = { code: 'A', aggregation: 'ratio', numerator: 'B', denominator: null };

  expect(formulaRefusal([half, row('B')])?.code).toBe('reporting.indicator.formula-incomplete');
  expect(formulaRefusal([{ ...row('A', 'B', 'B'), aggregation: 'sum' }, row('B')])?.code).toBe(
    'reporting.indicator.formula-incomplete',
  );
});
