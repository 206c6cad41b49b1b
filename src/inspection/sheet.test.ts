import { beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { readSampleAddress, SIZE_MAX, writeSampleAddress } from './address.ts';
import { takeOutSample } from './commands/take-out-sample.ts';
import { readSheet } from './sheet.ts';

const system = await testSystem();
const admin = testCtx(system);
const inspector = testCtx(system, {
  grants: [{ role: 'inspector', scope: 'cluster:CUM-BTB', covers: ['alliance:LMHTX-QB', 'alliance:LMHTX-QT'] }],
});
const asked = (query: string) => readSampleAddress(new URLSearchParams(query));

beforeAll(async () => {
  for (const [code, count] of [
    ['LMHTX-QB', 12],
    ['LMHTX-QT', 6],
    ['LMHTX-NA', 5],
  ] as const) {
    const rows = Array.from({ length: count }, (_, at) => aRow({ rowNo: 8 + at, name: `=HTX ${code} ${at}` }));
    await savedRows(admin, await anAllianceId(admin, code), rows);
  }
});

test('AUD-04 an inspector draws from their scope by strata, and draws the same again', async () => {
  const sheet = await readSheet(inspector, asked('hat=QĐ-12&co=6&tang=lien-minh'));
  const again = await readSheet(inspector, asked('hat=QĐ-12&co=6&tang=lien-minh'));

  expect(sheet.population).toBe(18);
  expect(sheet.draw?.strata).toEqual([
    { stratum: 'Quảng Bình', population: 12, drawn: 4 },
    { stratum: 'Quảng Trị', population: 6, drawn: 2 },
  ]);
  expect(sheet.rows).toHaveLength(6);
  expect(sheet.rows.every(({ cells }) => !cells.join(' ').includes('LMHTX-NA'))).toBe(true);
  expect(again).toEqual(sheet);
});

test('AUD-04 a sample larger than its population is all of it', async () => {
  const sheet = await readSheet(inspector, asked(`hat=x&co=${SIZE_MAX}&lien-minh=LMHTX-QT`));

  expect(sheet.rows).toHaveLength(6);
});

test.each(['hat=&co=5', 'hat=x&co=0', 'hat=x&co=1.5', `hat=x&co=${SIZE_MAX + 1}`, 'hat=x&co=nhiều'])(
  'nothing is drawn by %s, and no file is given',
  async (query) => {
    expect((await readSheet(inspector, asked(query))).draw).toBeNull();
    await expect(takeOutSample(inspector, asked(query))).rejects.toThrow('inspection.sample.not-drawn');
  },
);

test('AUD-04 the file has what is needed to draw again, formulas defused, and its taking out is recorded', async () => {
  const address = asked('hat=QĐ-12&co=3&lien-minh=LMHTX-QB');
  const file = await takeOutSample(inspector, address);
  const [head = '', ...lines] = new TextDecoder().decode(file.bytes).trim().split('\r\n');
  const { draw } = await readSheet(inspector, address);

  expect(file.name).toBe('phieu-mau-QĐ-12.csv');
  expect(head).toContain('Kết quả kiểm tra,Việc phải làm');
  expect(lines).toHaveLength(3);
  expect(lines.every((line) => line.includes("'=HTX LMHTX-QB") && line.endsWith(`,QĐ-12,${draw?.fingerprint}`))).toBe(
    true,
  );
  const acts = await sql<{ facts: object }>`
    select facts from platform.event where kind = 'inspection.sample-taken-out'`.execute(system.app.kysely);
  expect(acts.rows.map(({ facts }) => facts)).toMatchObject([{ seed: 'QĐ-12', drawn: 3, of: 12 }]);
});

test('AUD-04 imports can be drawn from too', async () => {
  const sheet = await readSheet(inspector, asked('tu=lan-nhap&hat=x&co=5&tang=ky'));

  expect(sheet.columns[0]).toBe('Tệp');
  expect(sheet.population).toBe(0);
});

test.each(['secretary', 'leader', 'officer', 'editor'] as const)('a %s draws no samples', async (role) => {
  const ctx = testCtx(system, { grants: [{ role, scope: 'cluster:CUM-BTB' }] });

  await expect(readSheet(ctx, asked('hat=x&co=1'))).rejects.toThrow('platform.access.denied');
  await expect(takeOutSample(ctx, asked('hat=x&co=1'))).rejects.toThrow('platform.access.denied');
});

test('an address says what was read from it', () => {
  const query = '?tu=lan-nhap&tang=ky&hat=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh+12%2FQ%C4%90&co=7&lien-minh=LMHTX-QB';

  expect(writeSampleAddress(asked(query))).toBe(query);
  expect(asked('')).toEqual({ population: 'to-chuc', allianceCode: '', strata: 'lien-minh', seed: '', size: 30 });
});
