import { beforeAll, expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { findUnits } from '../places/finding.ts';
import '../words.ts';
import type { ComparisonAddress } from './address.ts';
import { readBehindAddress, readComparisonAddress, writeBehindAddress, writeComparisonAddress } from './address.ts';
import { readBehind } from './behind.ts';
import { takeOutComparison } from './commands/take-out-comparison.ts';
import { readComparison } from './comparison.ts';
import { readMap, readMapAddress } from './map-view.ts';
import { draw } from './outlines.ts';

const system = await testSystem();
const ctx = testCtx(system, { today: '2026-01-15' });
const writer = testCtx(system);
const first = isoDate('2024-06-30');
const second = isoDate('2025-12-31');

async function communeId(name: string, provinceCode: string) {
  const found = await findUnits(system.app.kysely, { text: name, on: first, limit: 20 });
  return present(
    found.find((unit) => unit.fullName === name && unit.provinceCode === provinceCode),
    `${name} is in the list`,
  ).id;
}

beforeAll(async () => {
  const rows = (name: string, count: number, says: Parameters<typeof aRow>[0]) =>
    Array.from({ length: count }, (_, at) => aRow({ name: `HTX ${name} ${at}`, rowNo: at + 1, ...says }));
  const [ducNinh, gioChau, kyLoi] = [
    await communeId('Xã Đức Ninh', '44'),
    await communeId('Xã Gio Châu', '45'),
    await communeId('Xã Kỳ Lợi', '42'),
  ];
  await savedRows(writer, await anAllianceId(writer, 'LMHTX-QB'), [
    ...rows('Đức Ninh', 488, { communeId: ducNinh, membersTotal: 10, membersWomen: 4 }),
    ...rows('không rõ xã', 2, { membersTotal: 10, membersWomen: 0 }),
  ]);
  await savedRows(writer, await anAllianceId(writer, 'LMHTX-QT'), rows('Gio Châu', 347, { communeId: gioChau }));
  await savedRows(
    writer,
    await anAllianceId(writer, 'LMHTX-HT'),
    rows('Kỳ Lợi', 7, { communeId: kyLoi, membersTotal: 30 }),
  );
});

const asked = (says: Partial<ComparisonAddress> = {}): ComparisonAddress => ({
  measure: 'counted',
  first,
  second,
  borders: 'second',
  provinceCode: null,
  wrong: [],
  ...says,
});

async function figures(address: ComparisonAddress) {
  const { comparison } = await readComparison(ctx, address);
  return new Map(comparison.rows.map((row) => [row.name, [row.first.value, row.second.value]]));
}

test('ORG-05 the new Quảng Trị of 2024 is 490 + 347 = 837 under the new borders, and two provinces under the old', async () => {
  const now = await figures(asked());
  const then = await figures(asked({ borders: 'first' }));

  expect(now.get('Tỉnh Quảng Trị')).toEqual(['837', '837']);
  expect(now.has('Tỉnh Quảng Bình')).toBe(false);
  expect([then.get('Tỉnh Quảng Bình'), then.get('Tỉnh Quảng Trị')]).toEqual([
    ['490', '490'],
    ['347', '347'],
  ]);
});

test('ORG-05 no choice of borders changes the total, and records without a place are counted and told', async () => {
  for (const borders of ['first', 'second', 'own', isoDate('2020-02-01')] as const) {
    const { comparison } = await readComparison(ctx, asked({ borders }));
    expect([comparison.total.first.value, comparison.total.second.value]).toEqual(['844', '844']);
    expect(comparison.withoutCommune).toEqual({ first: 2, second: 2 });
  }
  const { comparison } = await readComparison(ctx, asked());
  expect(comparison.unrecorded).toEqual({ first: 347, second: 347 });
});

test('ORG-05 in the communes of a province a split is apportioned and told, with the commune and its organisations', async () => {
  const { comparison } = await readComparison(ctx, asked({ provinceCode: '42' }));
  const parts = comparison.rows.filter((row) => row.first.value !== '0');

  expect(parts.map((row) => row.name)).toEqual(['Phường Sông Trí', 'Phường Vũng Áng', 'Phường Hoành Sơn']);
  expect(parts.every((row) => row.first.dividedUnits === 1 && row.first.apportioned === row.first.value)).toBe(true);
  expect(comparison.total.first).toEqual({ value: '7', apportioned: '0', dividedUnits: 0 });
  expect(comparison.divided.map((each) => [each.unit.fullName, each.records, each.into.length])).toEqual([
    ['Xã Kỳ Lợi', 7, 3],
    ['Xã Kỳ Lợi', 7, 3],
  ]);
});

test('ORG-05 each day under its own borders: where the area changed there is a break and no growth', async () => {
  const { comparison } = await readComparison(ctx, asked({ borders: 'own' }));
  const row = (name: string) => comparison.rows.find((each) => each.name === name);

  expect(
    comparison.rows
      .filter((each) => each.name.startsWith('Tỉnh Quảng'))
      .map((each) => [each.uid, each.first.value, each.second.value]),
  ).toEqual([
    ['44@2019-01-01', '490', null],
    ['45@2019-01-01', '347', null],
    ['44@2025-07-01', null, '837'],
  ]);
  expect(row('Tỉnh Hà Tĩnh')).toMatchObject({ isBroken: false, growth: '0' });
  expect(comparison.rows.filter((each) => each.isBroken).length).toBeGreaterThan(0);
  expect(comparison.rows.filter((each) => each.isBroken && each.growth !== null)).toEqual([]);
});

test('ORG-05 sums are regrouped like counts, ratios are made again from their parts', async () => {
  const members = await figures(asked({ measure: 'sum:members_total' }));
  const women = await figures(asked({ measure: 'ty-le:women-share', borders: 'first' }));

  expect(members.get('Tỉnh Hà Tĩnh')).toEqual(['210', '210']);
  expect(women.get('Tỉnh Quảng Bình')?.[0]).toBe('0.398367346939');
  await expect(readComparison(ctx, asked({ measure: 'no-such' }))).rejects.toThrow('borders.measure.not-found');
});

test('ORG-05 behind a figure stand its organisations, with the share to which each counts', async () => {
  const address = readBehindAddress(
    new URLSearchParams(
      new URL(
        writeBehindAddress({
          measure: 'counted',
          on: first,
          bordersOn: second,
          grouping: { by: 'commune', provinceCode: '42' },
          group: '18823@2025-07-01',
        }),
        'http://x',
      ).search,
    ),
  );

  const view = await readBehind(ctx, address);

  expect([view.groupName, view.total, view.records[0]?.communeName]).toEqual(['Phường Vũng Áng', 7, 'Xã Kỳ Lợi']);
  await expect(readBehind(ctx, undefined)).rejects.toThrow('borders.figure.not-found');
});

test('ORG-05 ✘ an officer counts their own alliance only, an editor nothing', async () => {
  const officer = testCtx(system, { today: '2026-01-15', grants: [{ role: 'officer', scope: 'alliance:LMHTX-HT' }] });
  const editor = testCtx(system, { grants: [{ role: 'editor', scope: 'cluster:CUM-BTB' }] });

  expect((await readComparison(officer, asked())).comparison.total.first.value).toBe('7');
  await expect(readComparison(editor, asked())).rejects.toThrow('platform.access.denied');
  await expect(takeOutComparison(editor, asked(), 'csv')).rejects.toThrow('platform.access.denied');
});

test('ORG-05 the comparison is taken out as a file that says its borders and its estimates', async () => {
  const file = await takeOutComparison(ctx, asked({ provinceCode: '42' }), 'csv');
  const text = new TextDecoder().decode(file.bytes);

  expect(file.name).toBe('so-sanh-counted-2024-06-30-2025-12-31.csv');
  expect(text).toMatch(/18823,Phường Vũng Áng,2\.\d,2\.\d,/);
  expect(text).toContain('Địa giới từ 01/07/2025');
  expect((await takeOutComparison(ctx, asked(), 'xlsx')).bytes.length).toBeGreaterThan(2000);
});

test('REG-13 the map of communes holds every commune, and the shaded ones lead to their organisations', async () => {
  const view = await readMap(ctx, readMapAddress(new URLSearchParams('ngay=2025-12-31'), isoDate('2026-01-15')));

  expect([view.areas.length, view.drawing.edges.length]).toEqual([483, 5]);
  expect(view.areas.filter((area) => area.group === '')).toEqual([]);
  expect(view.areas.find((area) => area.code === '18823')).toMatchObject({ figure: { dividedUnits: 1 } });
  expect(view.outside).toBe('349');
  expect(view.areas.every((area) => /^M[\d.,LMZ -]+$/.test(area.d))).toBe(true);
});

test('REG-13 before 01/07/2025 districts are drawn, and where nobody has the number the area is without data', async () => {
  const address = readMapAddress(new URLSearchParams('ngay=30/06/2024&dem=sum:revenue_dong'), isoDate('2026-01-15'));
  const counted = readMapAddress(new URLSearchParams('ngay=30/06/2024'), isoDate('2026-01-15'));

  expect(address.layer).toBe('districts-2024');
  expect((await readMap(ctx, address)).areas.every((area) => area.step === null)).toBe(true);
  const map = await readMap(ctx, counted);
  expect(map.areas.find((area) => area.name === 'Thành phố Đồng Hới')?.figure.value).toBe('488');
  expect((await draw('communes-2025', '46')).areas).toHaveLength(40);
});

test('ORG-05 an address says a comparison, and what it says wrongly falls back', () => {
  const today = isoDate('2026-01-15');
  const written = readComparisonAddress(
    new URLSearchParams(writeComparisonAddress(asked({ provinceCode: '42' }))),
    today,
  );

  expect(written).toEqual(asked({ provinceCode: '42' }));
  expect(readComparisonAddress(new URLSearchParams('tu=31/02/2024&gioi=x&tinh=abc'), today)).toEqual({
    measure: 'counted',
    first: '2025-01-15',
    second: '2026-01-15',
    borders: 'second',
    provinceCode: null,
    wrong: ['tu'],
  });
});
