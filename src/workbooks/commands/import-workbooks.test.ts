import { expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { aWorkbook, typedOver } from '../testing.ts';
import { importWorkbooks } from './import-workbooks.ts';

const system = await testSystem();
const ctx = testCtx(system);
const file = (bytes: Uint8Array, name = 'tep.xlsx') => ({ name, bytes });

test('IMP-03 the same file twice changes nothing and makes no second import', async () => {
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-QT', count: 5 });

  const first = await importWorkbooks(ctx, [file(bytes)]);
  const second = await importWorkbooks(ctx, [file(bytes)]);

  expect(first.files[0]).toMatchObject({ accepted: true, unit: 'LMHTX-QT', period: '2024-H1' });
  expect(first.files[0]?.rows).toEqual({ new: 7, changed: 0, unchanged: 0, conflict: 0, error: 0 });
  expect(second.files[0]?.rows).toEqual({ new: 0, changed: 0, unchanged: 7, conflict: 0, error: 0 });
  expect(second.files[0]?.importId).toBe(first.files[0]?.importId);
});
