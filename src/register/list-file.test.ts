import exceljs from '@protobi/exceljs';
import { expect, test } from 'vitest';
import { csvFile, harmless } from '#kernel/csv.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { exportOrganisations } from './commands/export-organisations.ts';
import { readListAddress } from './list-address.ts';
import { xlsxFile } from './list-file.ts';
import { anAllianceId, aRow, savedRows } from './testing.ts';

const system = await testSystem();
const admin = testCtx(system);
const secretary = testCtx(system, {
  grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB', covers: ['alliance:LMHTX-QB', 'alliance:LMHTX-QT'] }],
});
const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] });
const person = { representativeName: 'Người Đại Diện', workPhone: '0232 000 0001' };
await savedRows(admin, await anAllianceId(admin, 'LMHTX-QB'), [
  aRow({ rowNo: 8, name: '=HYPERLINK("x")', communeText: '+Xã', membersTotal: 7, profitDong: -5n, ...person }),
]);
await savedRows(admin, await anAllianceId(admin, 'LMHTX-QT'), [aRow({ rowNo: 8, name: 'HTX Quảng Trị', ...person })]);

async function textOf(ctx: typeof admin, search: string): Promise<string> {
  const address = readListAddress(new URLSearchParams(search));
  const file = await exportOrganisations(ctx, { address, format: 'csv' });
  return new TextDecoder().decode(file.bytes);
}

test.each(['=1+1', '+84', '-1', '@x', '\tx', '\rx'])(
  'a cell that begins like the formula %j is neutralised',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  },
);

test('a negative number stays a number, a dash inside a text stays as it is', () => {
  expect([harmless(-5), harmless('a-b'), harmless(null)]).toEqual([-5, 'a-b', null]);
});

test('X-01 the file has the columns shown, neutralised, quoted, and opens with Vietnamese letters', async () => {
  const text = await textOf(officer, '?cot=xa&cot=thanh-vien');

  expect(text).toBe('STT,Tên,Xã,Thành viên (người)\r\n1,"\'=HYPERLINK(""x"")",\'+Xã,7\r\n');
  expect([...csvFile([['Tên']])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});

test('PDP-09 persons are left out of the list as a file, whoever asks and whatever columns are shown', async () => {
  for (const ctx of [admin, officer, secretary]) {
    const text = await textOf(ctx, '?cot=xa&cot=dai-dien&cot=dien-thoai');
    expect(text).toContain('Xã');
    expect(text).not.toMatch(/Người Đại Diện|0232|Điện thoại/);
  }
});

test('X-01 a file holds what the reader may see and no more, and its taking out is recorded', async () => {
  const taker = testCtx(system, { name: 'Người xuất tệp', grants: officer.actor.grants });

  const text = await textOf(taker, '');

  expect(text).not.toContain('Quảng Trị');
  const events = await system.owner.pool.query(
    `select facts from platform.event where kind = 'register.list-exported' and created_by = 'Người xuất tệp'`,
  );
  expect(events.rows).toHaveLength(1);
  expect(events.rows[0].facts).toMatchObject({ rows: 1, format: 'csv' });
});

test('a workbook keeps numbers as numbers and text as text', async () => {
  const bytes = await xlsxFile(
    [
      ['STT', 'Tên', 'Lãi'],
      [1, '=1+1', -5],
    ],
    'Sổ bộ',
  );
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);

  expect(book.worksheets[0]?.getRow(2).values).toEqual([undefined, 1, "'=1+1", -5]);
});

test('a comma, a quote and a line end do not break a row', () => {
  const text = new TextDecoder().decode(csvFile([['a,b', 'c"d', 'e\nf', null]]));

  expect(text).toBe('"a,b","c""d","e\nf",\r\n');
});
