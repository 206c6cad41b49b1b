import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { isoDate } from '#kernel/time.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { ImportId } from '../model.ts';
import { getUnitPlace, knownContent } from '../queries.ts';
import { undoRefusal } from '../rules.ts';
import { aWorkbook, sampleValue, typedOver } from '../testing.ts';
import { importWorkbooks } from './import-workbooks.ts';
import { undoImport } from './undo-import.ts';
import { writeTemplate } from './write-template.ts';

const system = await testSystem();
const ctx = testCtx(system);

async function importedId(bytes: Uint8Array, as = ctx): Promise<ImportId> {
  const { files } = await importWorkbooks(as, [{ name: 'tep.xlsx', bytes }]);
  return present(files[0]?.importId, 'the file was taken in');
}

async function known(unitCode: string) {
  return await knownContent(ctx.read, await getUnitPlace(ctx.read, { unitCode, periodCode: '2024-H1' }));
}

async function prefilled(unitCode: string, cells: Parameters<typeof typedOver>[1]): Promise<Uint8Array> {
  return typedOver(await writeTemplate(ctx, { unitCode, periodCode: '2024-H1', prefill: true }), cells);
}

test('IMP-03 undo gives back every value of register, funds, forms and text, and marks the import', async () => {
  const change = (content: Parameters<NonNullable<Parameters<typeof aWorkbook>[1]>['change'] & object>[0]) => ({
    ...content,
    values: [sampleValue('HTX.MOI', '3'), sampleValue('DT.TONG', '12500000')],
    narrative: [{ sectionCode: 'TM.TDKT', body: 'Phát động ba phong trào.' }],
  });
  await importedId(await aWorkbook(ctx, { unitCode: 'LMHTX-NA', change }));
  const before = await known('LMHTX-NA');
  const second = await importedId(
    await prefilled('LMHTX-NA', {
      'Sổ bộ HTX': { W7: 91, D8: 'HTX mẫu', Q9: 'Dịch vụ điện' },
      QTDND: { I7: 1234 },
      'Thuyết minh': { D10: null },
    }),
  );
  const between = await known('LMHTX-NA');

  const report = await undoImport(ctx, second);

  expect(between).not.toEqual(before);
  expect(report).toMatchObject({ importId: second, restoredRows: 4, excluded: [] });
  expect(withoutOrigins(await known('LMHTX-NA'))).toEqual(withoutOrigins(before));
  const { rows } = await sql`select state, undone_by from workbooks.import where id = ${second}`.execute(ctx.read);
  expect(rows).toEqual([{ state: 'undone', undone_by: 'Người thử' }]);
});

test('IMP-03 rows that came in with the import go with it', async () => {
  const id = await importedId(await aWorkbook(ctx, { unitCode: 'LMHTX-HT', count: 3 }));

  const report = await undoImport(ctx, id);

  expect(report.restoredRows).toBe(5);
  expect((await known('LMHTX-HT')).register).toEqual([]);
});

test('IMP-03 what was changed after the import stays and is listed', async () => {
  await importedId(await aWorkbook(ctx, { unitCode: 'LMHTX-QT', count: 3 }));
  const first = await importedId(await prefilled('LMHTX-QT', { 'Sổ bộ HTX': { W7: 91, W8: 92 } }));
  await importedId(await prefilled('LMHTX-QT', { 'Sổ bộ HTX': { W7: 95 } }));

  const report = await undoImport(ctx, first);

  const members = (await known('LMHTX-QT')).register.map((row) => row.membersTotal);
  expect(report.restoredRows).toBe(1);
  expect(report.excluded).toHaveLength(1);
  expect(report.excluded[0]?.reason).toContain('Tổng số thành viên');
  expect(members.slice(0, 2)).toEqual([95, 54]);
});

test('IMP-03 an import is undone once only', async () => {
  const id = await importedId(await aWorkbook(ctx, { unitCode: 'LMHTX-TTH', count: 2 }));
  await undoImport(ctx, id);

  await expect(undoImport(ctx, id)).rejects.toMatchObject({ refusal: { code: 'workbooks.import.already-undone' } });
});

test('IMP-03 after seven days an import cannot be undone', async () => {
  const id = await importedId(await aWorkbook(ctx, { unitCode: 'LMHTX-TH', count: 2 }));
  const later = testCtx(system, { today: '2024-07-02' });

  const late = undoImport(later, id);

  await expect(late).rejects.toMatchObject({ refusal: { code: 'workbooks.import.too-old-to-undo' } });
});

test.each([
  { today: '2024-06-24', code: undefined },
  { today: '2024-07-01', code: undefined },
  { today: '2024-07-02', code: 'workbooks.import.too-old-to-undo' },
])('IMP-03 an import of 24/06 asked back on $today', ({ today, code }) => {
  const found = { importedAt: new Date('2024-06-24T02:00:00Z'), undoneAt: null, undoneBy: null };

  expect(undoRefusal(found, isoDate(today))?.code).toBe(code);
});

test('IMP-03 the import of another unit is not undone by an officer', async () => {
  const id = await importedId(await aWorkbook(ctx, { unitCode: 'LMHTX-QB', count: 2 }));
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

  await expect(undoImport(officer, id)).rejects.toMatchObject({ refusal: { code: 'workbooks.import.not-found' } });
});

/** A value that came back has a newer entry with its old origin; what it says is compared. */
function withoutOrigins(content: Awaited<ReturnType<typeof known>>) {
  const values = content.values.map(({ indicatorCode, aspect, amount, basis, note }) => ({
    indicatorCode,
    aspect,
    amount,
    basis,
    note,
  }));
  return { ...content, values };
}
