import exceljs from '@protobi/exceljs';
import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { findOpenProposal, withdrawProposal } from '#platform/access/four-eyes.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { fetchKeptExport, keepExport, listKeptExports } from '#platform/privacy/kept-export.server.ts';
import { aPerson } from '#platform/privacy/testing.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../../words.ts';
import { EXPORT } from '../four-eyes.ts';
import { readListAddress } from '../list-address.ts';
import type { OrganisationId } from '../model.ts';
import { getExportProposal } from '../persons-export.ts';
import { anAllianceId, anExportOfTwo, aRow, savedRows } from '../testing.ts';
import { approvePersonsExport } from './approve-persons-export.ts';
import { proposePersonsExport } from './propose-persons-export.ts';
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
const leader = await aPerson(system, 'Lãnh đạo duyệt', [{ role: 'leader', scope: 'alliance:LMHTX-QB' }]);
const ALL = readListAddress(new URLSearchParams('?cot=xa'));

const WISH = { format: 'csv', purpose: 'contact', note: '' } as const;

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

test('PDP-09 a workbook with persons carries who, by whose word, when, why and until when, above the head and on each printed page', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ & xuất tệp', OFFICER);

  const id = await anExportOfTwo(ctx, leader.ctx, ALL, { format: 'xlsx', purpose: 'report' });
  const { bytes } = await fetchKeptExport(ctx, id);

  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const [sheet] = book.worksheets;
  const mark =
    'CÓ DỮ LIỆU CÁ NHÂN. Người xuất: Cán bộ & xuất tệp; người duyệt: Lãnh đạo duyệt; lúc 24/06/2024 09:00; mục đích: Lập báo cáo, tổng hợp; hết hạn dùng: 27/06/2024 09:00.';
  expect(sheet?.getCell('A1').value).toBe(mark);
  expect(sheet?.headerFooter.oddHeader).toBe(`&C${mark.replace('&', '&&')}`);
  expect(sheet?.headerFooter.oddFooter).toBe(`&C${mark.replace('&', '&&')}`);
  expect(sheet?.getRow(2).values).toEqual([undefined, 'STT', 'Tên', 'Xã', 'Người đại diện', 'Điện thoại']);
  expect(JSON.stringify(sheet?.getSheetValues())).toContain('0912345678');
  expect(JSON.stringify(sheet?.getSheetValues())).not.toContain('Quảng Trị');
});

test('PDP-09 a comma separated file carries the mark in every row', async () => {
  const { ctx } = await aPerson(system, 'Cán bộ xuất CSV', OFFICER);

  const id = await anExportOfTwo(ctx, leader.ctx, ALL, { format: 'csv', purpose: 'verify' });
  const lines = new TextDecoder()
    .decode((await fetchKeptExport(ctx, id)).bytes)
    .trim()
    .split('\r\n');

  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/,Dấu bản xuất$/);
  expect(
    lines
      .slice(1)
      .every((line) => line.includes('Người xuất: Cán bộ xuất CSV; người duyệt: Lãnh đạo duyệt; lúc 24/06/2024 09:00')),
  ).toBe(true);
});

test('PDP-09, PDP-06 making and each fetching are kept: of how many people, for which purpose', async () => {
  const person = await aPerson(system, 'Cán bộ tải hai lần', OFFICER);

  const id = await anExportOfTwo(person.ctx, leader.ctx, ALL, { format: 'csv', purpose: 'support' });
  await fetchKeptExport(person.at('2024-06-24T03:00:00Z'), id);
  await fetchKeptExport(person.at('2024-06-24T04:00:00Z'), id);

  expect(await readsBy('Cán bộ tải hai lần')).toEqual([
    { context: 'export', purpose: 'support', people: 1 },
    { context: 'export-fetched', purpose: 'support', people: 1 },
    { context: 'export-fetched', purpose: 'support', people: 1 },
  ]);
  const { rows } = await sql<{
    kind: string;
  }>`select kind from platform.event where subject_id = ${id}`.execute(system.owner.kysely);
  // Three of them happened in one moment.
  expect(rows.map(({ kind }) => kind).sort()).toEqual([
    'platform.act-approved',
    'platform.act-proposed',
    'platform.kept-export-fetched',
    'platform.kept-export-fetched',
    'register.persons-exported',
  ]);
});

test('PDP-09 an export opens for 72 hours, then nobody opens it again: its key is gone', async () => {
  const person = await aPerson(system, 'Cán bộ quay lại muộn', OFFICER);
  const id = await anExportOfTwo(person.ctx, leader.ctx, ALL, { format: 'csv', purpose: 'contact' });

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

test('PDP-09 an export is for its proposer alone, not for who approved it, and lies in the file store so that nobody can read it there', async () => {
  const maker = await aPerson(system, 'Người lập bản xuất', OFFICER);
  const other = await aPerson(system, 'Đồng nghiệp', OFFICER);
  const id = await anExportOfTwo(maker.ctx, leader.ctx, ALL, { format: 'csv', purpose: 'contact' });

  await expect(fetchKeptExport(other.ctx, id)).rejects.toMatchObject({
    refusal: { code: 'platform.kept-export.not-found' },
  });
  await expect(fetchKeptExport(leader.ctx, id)).rejects.toMatchObject({
    refusal: { code: 'platform.kept-export.not-found' },
  });
  expect(await listKeptExports(other.ctx)).toEqual([]);
  expect(await listKeptExports(leader.ctx)).toEqual([]);
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

  await expect(proposePersonsExport(secretary, ALL, WISH)).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  await expect(proposePersonsExport(ctx, nobody, WISH)).rejects.toMatchObject({
    refusal: { code: 'register.persons-export.empty' },
  });
});

/** Proposed by a new officer of QB, who is the only one to see it made. */
async function aProposal(name: string) {
  const officer = await aPerson(system, name, OFFICER);
  const exportId = await proposePersonsExport(officer.ctx, ALL, WISH);
  const { id } = present(await findOpenProposal(officer.ctx, EXPORT, exportId), 'it waits');
  return { officer, exportId, id };
}

test('IAM-04 an export with persons is made only at the word of another person of the alliance, and expires from then', async () => {
  const { officer, exportId, id } = await aProposal('Cán bộ trình một mình');
  expect(await listKeptExports(officer.ctx)).toEqual([]);
  expect(await getExportProposal(leader.ctx, exportId)).toMatchObject({
    words: 'Xuất thông tin cá nhân của 1 người (Quảng Bình); mục đích: Liên hệ công việc; tệp CSV (.csv)',
    scope: 'alliance:LMHTX-QB',
  });

  await expect(approvePersonsExport(officer.ctx, id)).rejects.toMatchObject({
    refusal: { code: 'platform.proposal.own.denied' },
  });
  await approvePersonsExport(leader.at('2024-06-25T02:00:00Z'), id);

  const [made] = await listKeptExports(officer.ctx);
  expect(made).toMatchObject({ id: exportId, people: 1, expiresAt: new Date('2024-06-28T02:00:00Z') });
  expect(await readsBy('Cán bộ trình một mình')).toEqual([{ context: 'export', purpose: 'contact', people: 1 }]);
  expect((await readsBy('Lãnh đạo duyệt')).filter(({ context }) => context === 'export')).toEqual([]);
});

test('IAM-04 nobody of another alliance, and nobody who only oversees, finds or decides the proposal of an export', async () => {
  const { exportId, id } = await aProposal('Cán bộ trình, tỉnh khác xem');
  const neighbour = await aPerson(system, 'Lãnh đạo tỉnh khác', [{ role: 'leader', scope: 'alliance:LMHTX-QT' }]);
  const head = await aPerson(system, 'Lãnh đạo cụm', [{ role: 'leader', scope: 'cluster:CUM-BTB' }]);
  const inspector = await aPerson(system, 'Người kiểm tra', [{ role: 'inspector', scope: 'cluster:CUM-BTB' }]);

  for (const { ctx } of [neighbour, head])
    await expect(getExportProposal(ctx, exportId)).rejects.toMatchObject({
      refusal: { code: 'platform.proposal.not-found' },
    });
  for (const { ctx, code } of [
    { ...neighbour, code: 'platform.proposal.not-found' },
    { ...head, code: 'platform.access.denied' },
    { ...inspector, code: 'platform.access.denied' },
  ])
    await expect(approvePersonsExport(ctx, id)).rejects.toMatchObject({ refusal: { code } });
});

test('IAM-04 what waited too long, was withdrawn, or would hold other people by now is not made', async () => {
  const late = await aProposal('Cán bộ trình lâu');
  const taken = await aProposal('Cán bộ rút lại');
  const changing = await aProposal('Cán bộ trình, sổ bộ đổi');
  await withdrawProposal(taken.officer.ctx, taken.id);
  await savedRows(admin, await anAllianceId(admin, 'LMHTX-QB'), [
    aRow({ rowNo: 10, name: 'HTX Mới Có Người', ...someone }),
  ]);

  await expect(approvePersonsExport(leader.at('2024-06-27T02:00:00Z'), late.id)).rejects.toMatchObject({
    refusal: { code: 'platform.proposal.expired' },
  });
  await expect(approvePersonsExport(leader.ctx, taken.id)).rejects.toMatchObject({
    refusal: { code: 'platform.proposal.decided-meanwhile' },
  });
  const changed = await approvePersonsExport(leader.ctx, changing.id).catch((error) => error);
  expect(changed.refusal).toMatchObject({ code: 'register.persons-export.changed-since-proposal' });
  expect(sayRefusal(changed.refusal)).toContain('Người trình cần rút và trình lại');
});

test('IAM-04 a list over several alliances is between two administrators, and for nobody else', async () => {
  const both = await aPerson(system, 'Cán bộ hai tỉnh', [...OFFICER, { role: 'officer', scope: 'alliance:LMHTX-QT' }]);
  const [first, second] = [
    await aPerson(system, 'Quản trị một', [{ role: 'admin', scope: 'system' }]),
    await aPerson(system, 'Quản trị hai', [{ role: 'admin', scope: 'system' }]),
  ];

  await expect(proposePersonsExport(both.ctx, ALL, WISH)).rejects.toMatchObject({
    refusal: { code: 'register.persons-export.several-alliances', facts: { count: 2 } },
  });
  const id = await anExportOfTwo(first.ctx, second.ctx, ALL, { format: 'csv', purpose: 'inspect' });
  expect(new TextDecoder().decode((await fetchKeptExport(first.ctx, id)).bytes)).toContain('Người xuất: Quản trị một');
});

test('IAM-04 the database itself keeps no export that one person makes for themselves', async () => {
  const { officer, exportId } = await aProposal('Cán bộ lách');
  const bytes = new Uint8Array([1]);
  const kept = { name: 'x', mediaType: 'x', bytes, purpose: 'contact', mark: 'x', people: 1 } as const;
  const expiresAt = new Date('2024-06-25T02:00:00Z');

  await expect(
    officer.ctx.transact(async (tx) => await keepExport(tx, officer.ctx, { ...kept, id: exportId, expiresAt })),
  ).rejects.toThrow(/row-level security/);
});
