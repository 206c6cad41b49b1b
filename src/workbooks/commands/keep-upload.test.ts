import { beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { getUpload } from '../queries.ts';
import { aWorkbook, figureCell, typedOver } from '../testing.ts';
import { answerUpload, discardUpload, keepUpload, writeUpload } from './keep-upload.ts';

const system = await testSystem();
const ctx = testCtx(system);
const officer = testCtx(system, { name: 'Cán bộ', grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

beforeAll(async () => {
  await import('../../words.ts');
  await aWorkbook(ctx, { unitCode: 'LMHTX-NA' });
  const { ensureDataCall } = await import('#reporting/public.ts');
  await ctx.transact((tx) => ensureDataCall(tx, ctx, 'CUM-BTB', '2024-H1'));
});

async function kept(bytes: Uint8Array, as = officer) {
  return await keepUpload(as, { file: { name: 'tep.xlsx', bytes }, assumed: null });
}

test('IMP-02 an upload is looked at and changes nothing; writing it makes the import and forgets the upload', async () => {
  const id = await kept(await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 3 }));
  const { preview } = await getUpload(officer.read, officer.actor, id);
  const before = await sql`select from register.organisation`.execute(ctx.read);

  const { report } = await writeUpload(officer, id);

  expect(preview).toMatchObject({
    unitName: 'Nghệ An',
    accepted: true,
    counts: { new: 5 },
    columns: { matched: 44, of: 44 },
  });
  expect(preview.rows.map((row) => row.name)).toContain('HTX nông nghiệp Đồng Tâm 1');
  expect(before.rows).toHaveLength(0);
  expect(report).toMatchObject({ accepted: true, rows: { new: 5 } });
  await expect(getUpload(officer.read, officer.actor, id)).rejects.toMatchObject({
    refusal: { code: 'workbooks.upload.not-found' },
  });
});

test('IMP-02 a file with an error is kept for looking and refused for writing', async () => {
  const bytes = typedOver(await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 3 }), {
    'Sổ bộ HTX': { W7: 98, Z7: 120 },
  });
  const id = await kept(bytes);

  const writing = writeUpload(officer, id);

  await expect(writing).rejects.toMatchObject({ refusal: { code: 'workbooks.upload.has-errors' } });
  const { preview } = await getUpload(officer.read, officer.actor, id);
  expect(preview.messages.find((message) => message.cell === 'Z7')).toMatchObject({
    head: 'Nữ',
    typed: '120',
    name: 'HTX nông nghiệp Đồng Tâm 1',
  });
});

test('IMP-04 the answer to a question holds for the column and is remembered with the upload', async () => {
  const { sheet, cell } = await figureCell(ctx, 'TN.TONG');
  const bytes = typedOver(await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 3 }), { [sheet]: { [cell]: '1.234' } });
  const id = await kept(bytes);
  const asked = (await getUpload(officer.read, officer.actor, id)).preview;

  await answerUpload(officer, id, { [`${sheet}!KY_NAY`]: ['dot-thousands'] });

  const { preview } = await getUpload(officer.read, officer.actor, id);
  expect(asked.questions).toMatchObject([{ key: `${sheet}!KY_NAY`, cell, head: 'Kỳ này' }]);
  expect(asked.questions[0]?.readings.map((reading) => reading.shown)).toEqual(['1.234', '1,234']);
  expect(preview.questions).toEqual([]);
  expect(preview.accepted).toBe(true);
});

test('IMP-02 an upload is seen by nobody else and gone when discarded', async () => {
  const id = await kept(await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 1 }));
  const other = testCtx(system, { name: 'Người khác', grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });
  const notFound = { refusal: { code: 'workbooks.upload.not-found' } };

  await discardUpload(other, id);
  await expect(getUpload(other.read, other.actor, id)).rejects.toMatchObject(notFound);
  expect((await getUpload(officer.read, officer.actor, id)).id).toBe(id);

  await discardUpload(officer, id);
  await expect(getUpload(officer.read, officer.actor, id)).rejects.toMatchObject(notFound);
});

test.each([
  { why: 'empty', size: 0, code: 'workbooks.upload.no-file' },
  { why: 'over 20 MB', size: 20 * 1024 * 1024 + 1, code: 'workbooks.upload.too-large' },
])('IMP-02 a file that is $why is refused at its field', async ({ size, code }) => {
  await expect(kept(new Uint8Array(size))).rejects.toMatchObject({ refusal: { code, facts: { field: 'file' } } });
});

test('IMP-02 whoever may import for no unit may not upload', async () => {
  const inspector = testCtx(system, { grants: [{ role: 'inspector', scope: 'cluster:CUM-BTB' }] });

  await expect(kept(new Uint8Array(10), inspector)).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
});

test('REG-04 more women than members is an error at its cell, and what was typed stays kept as a draft', async () => {
  const typed = { 'Sổ bộ HTX': { W7: 98, Z7: 99 } };
  const bytes = typedOver(await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 3 }), typed);

  const id = await kept(bytes);

  const { preview, sha256 } = await getUpload(officer.read, officer.actor, id);
  expect(preview.accepted).toBe(false);
  expect(preview.messages).toContainEqual(expect.objectContaining({ cell: 'Z7', severity: 'error', typed: '99' }));
  expect(Buffer.compare((await officer.files.get(sha256)) ?? Buffer.alloc(0), Buffer.from(bytes))).toBe(0);
});
