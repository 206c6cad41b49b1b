import ExcelJS from '@protobi/exceljs';
import { expect, test } from 'vitest';
import type { Message } from '../reading/model.ts';
import { annotatedWorkbook } from './annotated-workbook.ts';
import { errorWorkbook } from './error-workbook.ts';

const message: Message = { sheet: 'Sổ bộ HTX', cell: 'A1', severity: 'error', code: 'x', text: 'Sửa ô này.' };

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sổ bộ HTX').addRow(['HTX Một', 12]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('IMP-02 the error workbook made in a thread is the one made here', async () => {
  const bytes = await workbook();

  const sizes = [await errorWorkbook(bytes, [message]), await annotatedWorkbook(bytes, [message])].map(
    ({ length }) => length,
  );

  expect(sizes[0]).toBeGreaterThan(bytes.length);
  expect(sizes[0]).toBe(sizes[1]);
});

test('IMP-02 bytes that are no workbook get no error workbook, and the refusal says what they are', async () => {
  const csv = new TextEncoder().encode('STT;Tên;Mã số\n1;A;2\n');

  await expect(errorWorkbook(csv, [message])).rejects.toMatchObject({ refusal: { code: 'workbooks.file.csv' } });
  await expect(errorWorkbook((await workbook()).slice(0, 900), [message])).rejects.toMatchObject({
    refusal: { code: 'workbooks.file.truncated' },
  });
});
