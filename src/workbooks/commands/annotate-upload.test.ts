import ExcelJS from '@protobi/exceljs';
import { beforeAll, expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { aWorkbook, typedOver } from '../testing.ts';
import { annotateUpload } from './annotate-upload.ts';
import { keepUpload } from './keep-upload.ts';

const system = await testSystem();
const ctx = testCtx(system);

beforeAll(async () => {
  await import('../../words.ts');
});

test('IMP-02 the copy of a file with errors bears each message as a note in its cell', async () => {
  const bytes = typedOver(await aWorkbook(ctx, { count: 2 }), { 'Sổ bộ HTX': { I8: '31/6/2023' } });
  const id = await keepUpload(ctx, { file: { name: 'quang-binh.xlsx', bytes }, assumed: null });

  const copy = await annotateUpload(ctx, id);

  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(copy.bytes) as unknown as ExcelJS.Buffer);
  const cell = book.getWorksheet('Sổ bộ HTX')?.getCell('I8');
  expect(copy.name).toBe('quang-binh-loi.xlsx');
  expect(JSON.stringify(cell?.note)).toContain('Tháng 6 chỉ có 30 ngày');
});

test("IMP-02 nobody gets the copy of another person's upload", async () => {
  const bytes = await aWorkbook(ctx, { count: 1 });
  const id = await keepUpload(ctx, { file: { name: 'quang-binh.xlsx', bytes }, assumed: null });
  const other = testCtx(system, { name: 'Người khác', grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] });

  await expect(annotateUpload(other, id)).rejects.toMatchObject({ refusal: { code: 'workbooks.upload.not-found' } });
});
