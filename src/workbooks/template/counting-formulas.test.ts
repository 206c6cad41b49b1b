import { expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { workbookDefinition } from '../queries.ts';
import { countingFormula } from './counting-formulas.ts';
import { columnNames } from './layout.ts';

const system = await testSystem();
const ctx = testCtx(system);
const definition = await workbookDefinition(ctx.read, 'LMHTX-NA', '2024-H1');

test('IMP-01 every count that the dictionary names stands beside its figure as a formula', () => {
  const counted = definition.indicators.filter((indicator) => indicator.countedBy !== null);

  const without = counted.filter((indicator) => countingFormula(indicator, definition) === null);

  expect(counted.length).toBeGreaterThan(50);
  expect(without.map((indicator) => indicator.countedBy)).toEqual([]);
});

test('IMP-01 the formulas use only columns that the workbook names', () => {
  const known = new Set(columnNames().map(({ name }) => name));
  const formulas = definition.indicators.map((indicator) => countingFormula(indicator, definition) ?? '').join(' ');

  const used = [...formulas.matchAll(/\b(?:SB|QT)_[A-Z_]*/g)].map(([name]) => name);

  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

test('IMP-01 statuses are counted as the rule value of the day says', () => {
  const total = definition.indicators.find((indicator) => indicator.code === 'HTX.SO');
  const narrow = { ...definition, countedStatuses: ['operating' as const] };

  expect(total && countingFormula(total, definition)).toContain(
    '{"Đang hoạt động","Tạm ngừng","Ngừng hoạt động","Đang giải thể"}',
  );
  expect(total && countingFormula(total, narrow)).toBe(
    'IF(COUNTA(SB_TEN)=0,"",SUMPRODUCT(COUNTIFS(SB_LOAI,"HTX",SB_TINH_TRANG,"Đang hoạt động")))',
  );
});
