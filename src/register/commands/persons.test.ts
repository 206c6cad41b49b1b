import exceljs from '@protobi/exceljs';
import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { fetchKeptExport, listKeptExports } from '#platform/privacy/kept-export.server.ts';
import { aPerson } from '#platform/privacy/testing.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../../words.ts';
import { readListAddress } from '../list-address.ts';
import type { OrganisationId } from '../model.ts';
import { anAllianceId, aRow, savedRows } from '../testing.ts';
import { exportPersons } from './export-persons.ts';
import { unmaskPhone } from './unmask-phone.ts';

const system = await testSystem();
const admin = testCtx(system);
const OFFICER = [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] as const;
const someone = { representativeName: 'Người Đại Diện', workPhone: '0912345678' };
await savedRows(admin, await anAllianceId(admin, 'LMHTX-QB'), [
  aRow({ rowNo: 8, name: 'HTX Một', ...someone }),
  aRow({ rowNo: 9, name: 'HTX Không Người', representativeName: '', workPhone: '' }),
]);
await savedRows(admin, await anAllianceId(admin, 'LMHTX-QT'), [aRow({ rowNo: 8, name: 'HTX Quảng Trị', ...someone })]);
const ALL = readListAddress(new URLSearchParams('?cot=xa'));

async function organisation(name: string): Promise<OrganisationId> {
  const { rows } = await sql<{ id: OrganisationId }>`select id from register.organisation where name = ${name}`.execute(
    system.owner.kysely,
  );
  return rows[0]?.id as OrganisationId;
}

async function readsBy(name: string) {
  const { rows } = await sql<{ context: string; purpose: string; people: number }>`
    select context, purpose, people from privacy.read_log where read_by = ${name} order by read_at, context`.execute(
    system.owner.kysely,
  );
  return rows;
}

test('PDP-02 the whole number is shown for a purpose, which is kept', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ gọi điện', OFFICER);

  const phone = await unmaskPhone(ctx, { id: await organisation('HTX Một'), purpose: 'contact' });

  expect(phone).toBe('0912345678');
  expect(await readsBy('Cán bộ gọi điện')).toEqual([{ context: 'unmask', purpose: 'contact', people: 1 }]);
});

test('PDP-02 whoever may not see persons is shown no number, and nothing is kept as read', async () => {
  const id = await organisation('HTX Một');
  const other = await aPerson(system, 'Cán bộ tỉnh khác', [{ role: 'officer', scope: 'alliance:LMHTX-QT' }]);
  const secretary = await aPerson(system, 'Thư ký', [{ role: 'secretary', scope: 'cluster:CUM-BTB' }]);

  await expect(unmaskPhone(other.ctx, { id, purpose: 'contact' })).rejects.toMatchObject({
    refusal: { code: 'register.organisation.not-found' },
  });
  await expect(unmaskPhone(secretary.ctx, { id, purpose: 'contact' })).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  expect(await readsBy('Thư ký')).toEqual([]);
});

test('PDP-09 a workbook with persons carries who, when, why and until when, above the head and on each printed page', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ & xuất tệp', OFFICER);

  const id = await exportPersons(ctx, { address: ALL, format: 'xlsx', purpose: 'report' });
  const { bytes } = await fetchKeptExport(ctx, id);

  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const [sheet] = book.worksheets;
  const mark =
    'CÓ DỮ LIỆU CÁ NHÂN. Người xuất: Cán bộ & xuất tệp; lúc 24/06/2024 09:00; mục đích: Lập báo cáo, tổng hợp; hết hạn dùng: 27/06/2024 09:00.';
  expect(sheet?.getCell('A1').value).toBe(mark);
  expect(sheet?.headerFooter.oddHeader).toBe(`&C${mark.replace('&', '&&')}`);
  expect(sheet?.headerFooter.oddFooter).toBe(`&C${mark.replace('&', '&&')}`);
  expect(sheet?.getRow(2).values).toEqual([undefined, 'STT', 'Tên', 'Xã', 'Người đại diện', 'Điện thoại']);
  expect(JSON.stringify(sheet?.getSheetValues())).toContain('0912345678');
  expect(JSON.stringify(sheet?.getSheetValues())).not.toContain('Quảng Trị');
});

test('PDP-09 a comma separated file carries the mark in every row', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ xuất CSV', OFFICER);

  const id = await exportPersons(ctx, { address: ALL, format: 'csv', purpose: 'verify' });
  const lines = new TextDecoder()
    .decode((await fetchKeptExport(ctx, id)).bytes)
    .trim()
    .split('\r\n');

  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/,Dấu bản xuất$/);
  expect(lines.slice(1).every((line) => line.includes('Người xuất: Cán bộ xuất CSV; lúc 24/06/2024 09:00'))).toBe(true);
});

test('PDP-09, PDP-06 making and each fetching are kept: of how many people, for which purpose', async () => {
  const person = await aPerson(system, 'Cán bộ tải hai lần', OFFICER);

  const id = await exportPersons(person.ctx, { address: ALL, format: 'csv', purpose: 'support' });
  await fetchKeptExport(person.at('2024-06-24T03:00:00Z'), id);
  await fetchKeptExport(person.at('2024-06-24T04:00:00Z'), id);

  expect(await readsBy('Cán bộ tải hai lần')).toEqual([
    { context: 'export', purpose: 'support', people: 1 },
    { context: 'export-fetched', purpose: 'support', people: 1 },
    { context: 'export-fetched', purpose: 'support', people: 1 },
  ]);
  const { rows } = await sql<{
    kind: string;
  }>`select kind from platform.event where subject_id = ${id} order by created_at, id`.execute(system.owner.kysely);
  expect(rows.map(({ kind }) => kind)).toEqual([
    'register.persons-exported',
    'platform.kept-export-fetched',
    'platform.kept-export-fetched',
  ]);
});

test('PDP-09 an export opens for 72 hours, then nobody opens it again: its key is gone', async () => {
  const person = await aPerson(system, 'Cán bộ quay lại muộn', OFFICER);
  const id = await exportPersons(person.ctx, { address: ALL, format: 'csv', purpose: 'contact' });

  await expect(fetchKeptExport(person.at('2024-06-27T01:59:59Z'), id)).resolves.toMatchObject({
    mediaType: 'text/csv; charset=utf-8',
  });
  const late = await fetchKeptExport(person.at('2024-06-27T02:00:00Z'), id).catch((error) => error);
  const early = await fetchKeptExport(person.ctx, id).catch((error) => error);

  expect(late.refusal).toMatchObject({ code: 'platform.kept-export.expired' });
  expect(sayRefusal(late.refusal)).toContain('hết hạn lúc 27/06/2024 09:00');
  expect(early.refusal).toMatchObject({ code: 'platform.kept-export.expired' });
  const { rows } = await sql`select key from privacy.kept_export where id = ${id}`.execute(system.owner.kysely);
  expect(rows).toEqual([{ key: null }]);
});

test('PDP-09 an export is for its maker alone, and lies in the file store so that nobody can read it there', async () => {
  const maker = await aPerson(system, 'Người lập bản xuất', OFFICER);
  const other = await aPerson(system, 'Đồng nghiệp', OFFICER);
  const id = await exportPersons(maker.ctx, { address: ALL, format: 'csv', purpose: 'contact' });

  await expect(fetchKeptExport(other.ctx, id)).rejects.toMatchObject({
    refusal: { code: 'platform.kept-export.not-found' },
  });
  expect(await listKeptExports(other.ctx)).toEqual([]);
  expect((await listKeptExports(maker.ctx)).map((one) => one.id)).toEqual([id]);
  const { rows } = await sql<{ sha256: string }>`select sha256 from privacy.kept_export where id = ${id}`.execute(
    system.owner.kysely,
  );
  const stored = await maker.ctx.files.get(rows[0]?.sha256 ?? '');
  expect(stored?.byteLength).toBeGreaterThan(100);
  expect(stored?.includes('0912345678')).toBe(false);
});

test('PDP-09 whoever may not see persons takes none out, and an export of nobody is not made', async () => {
  const secretary = testCtx(system, { grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] });
  const { ctx } = await aPerson(system, 'Cán bộ lọc rỗng', OFFICER);
  const nobody = readListAddress(new URLSearchParams('?tim=khong+nguoi'));

  await expect(exportPersons(secretary, { address: ALL, format: 'csv', purpose: 'contact' })).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  await expect(exportPersons(ctx, { address: nobody, format: 'csv', purpose: 'contact' })).rejects.toMatchObject({
    refusal: { code: 'register.persons-export.empty' },
  });
});
