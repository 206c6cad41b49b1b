import ExcelJS from '@protobi/exceljs';
import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { aPerson } from '#platform/privacy/testing.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { REGISTER_SHEET } from '../columns.ts';
import type { ImportId } from '../model.ts';
import { readOriginalFile } from '../original-file.ts';
import { aWorkbook } from '../testing.ts';
import { importWorkbooks } from './import-workbooks.ts';
import { writeTemplate } from './write-template.ts';

const system = await testSystem();
const admin = testCtx(system);
const bytes = await aWorkbook(admin, { unitCode: 'LMHTX-NA', count: 5 });
const { files } = await importWorkbooks(admin, [{ name: 'NA.xlsx', bytes }], {});
const importId = files[0]?.importId as ImportId;
const OFFICER = [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] as const;
const SECRETARY = [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] as const;
const INSPECTOR = [{ role: 'inspector', scope: 'cluster:CUM-BTB' }] as const;
const H1 = { unitCode: 'LMHTX-NA', periodCode: '2024-H1', prefill: true };

async function registerText(file: Uint8Array): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer);
  return JSON.stringify(book.getWorksheet(REGISTER_SHEET)?.getSheetValues());
}

async function readsBy(name: string) {
  const { rows } = await sql<{ context: string; purpose: string; people: number }>`
    select context, purpose, people from privacy.read_log where read_by = ${name}`.execute(system.owner.kysely);
  return rows;
}

test('PDP-06 a workbook filled with the register is a reading of all in it, kept as one', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ lấy mẫu', OFFICER);

  expect(await registerText(await writeTemplate(ctx, H1))).toContain('Nguyễn Văn Mẫu');

  expect(await readsBy('Cán bộ lấy mẫu')).toEqual([{ context: 'file', purpose: 'fill-form', people: 5 }]);
});

test('PDP-06 an empty workbook is no reading', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ lấy mẫu trống', OFFICER);

  await writeTemplate(ctx, { ...H1, prefill: false });

  expect(await readsBy('Cán bộ lấy mẫu trống')).toEqual([]);
});

test('PDP-02 a cluster takes no names and telephones of an alliance away in a workbook', async () => {
  const { ctx } = await aPerson(system, 'Thư ký lấy mẫu', SECRETARY);

  expect(await registerText(await writeTemplate(ctx, H1))).not.toMatch(/Nguyễn Văn Mẫu|0912/);
  await expect(readOriginalFile(ctx, importId)).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
  expect(await readsBy('Thư ký lấy mẫu')).toEqual([]);
});

test('PDP-06 reading the file as it came is kept, an inspector with the purpose of inspecting', async () => {
  const [officer, inspector] = [
    await aPerson(system, 'Cán bộ xem tệp', OFFICER),
    await aPerson(system, 'Kiểm tra viên xem tệp', INSPECTOR),
  ];

  expect((await readOriginalFile(officer.ctx, importId)).bytes.byteLength).toBe(bytes.byteLength);
  await readOriginalFile(inspector.ctx, importId);

  expect(await readsBy('Cán bộ xem tệp')).toEqual([{ context: 'file', purpose: 'fill-form', people: 5 }]);
  expect(await readsBy('Kiểm tra viên xem tệp')).toEqual([{ context: 'file', purpose: 'inspect', people: 5 }]);
});
