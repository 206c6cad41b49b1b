import { expect, test } from 'vitest';
import { referenceId } from '#kernel/ids.ts';
import { isoDate } from '#kernel/time.ts';
import { clusterOf, findAlliance, getCluster } from '#organisations/public.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { registerCounts } from '#register/public.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, cooperatives } from '#reporting/testing.ts';
import { latestSnapshot, lockReview, verifyLocks } from '#review/public.ts';
import { readComparison } from '../borders/comparison.ts';
import '../words.ts';
import { aPlan, merged, twoAdmins } from './testing.ts';

/**
 * The register before and after, written by hand. Gio Thành was divided in 2020: 2.069 of its 2.410 people went to Gio Hải,
 * 341 to Gio Mai; both became Cửa Việt in 2025. Organisations registered at Gio Thành stay so.
 *
 *   group                              unit  commune         2024-06-30  2025-06-30  2025-12-31
 *   14 that go on                      QB    Bảo Ninh                14          14          14
 *    2 dissolved on 2023-05-01         QB    Bảo Ninh                 0           0           0
 *    2 dissolved on 2025-03-01         QB    Lộc Ninh                 2           0           0
 *    2 founded on 2024-10-01           QB    Lộc Ninh                 0           2           2
 *   12 that go on                      QT    Đông Lễ                 12          12          12
 *    1 suspended on 2022-01-01         QT    Đông Lễ                  1           1           1
 *    3 that go on                      QT    Gio Thành                3           3           3
 *    2 dissolved on 2025-09-01         QT    Đông Lễ                  2           2           0
 *    2 founded on 2025-10-01           new   Đồng Hới (2025)          –           –           2
 *   40 together                                                      34          34          34
 */
const COUNTED = {
  '2024-06-30': { 'LMHTX-QB': 16, 'LMHTX-QT': 18 },
  '2025-06-30': { 'LMHTX-QB': 16, 'LMHTX-QT': 18 },
  '2025-07-01': { 'LMHTX-QB': 0, 'LMHTX-QT': 34 },
  '2025-12-31': { 'LMHTX-QB': 0, 'LMHTX-QT': 34 },
} as const;

const system = await testSystem();
const db = system.app.kysely;
const before = testCtx(system, { today: '2024-06-24' });
const after = testCtx(system, { today: '2026-01-05' });
const unit = (uid: string) => referenceId<'places.unit'>(`places.unit:${uid}`);
const BAO_NINH = unit('18889@2019-01-01');
const LOC_NINH = unit('18886@2019-01-01');
const DONG_LE = unit('19336@2019-01-01');
const GIO_THANH = unit('19528@2019-01-01');
const DONG_HOI = unit('18880@2025-07-01');
const OLD = isoDate('2010-03-01');

let rowNo = 7;
function rows(count: number, name: string, says: Parameters<typeof aRow>[0]) {
  return Array.from({ length: count }, (_, at) => {
    rowNo += 1;
    return aRow({ rowNo, name: `HTX ${name} ${at + 1}`, establishedOn: OLD, sectorCode: 'nong-nghiep', ...says });
  });
}

const dissolved = (on: string) => ({ status: 'dissolved', statusSince: isoDate(on) }) as const;

/** The register as it was in 2024, then what happened in the years after. */
async function loadRegister(): Promise<void> {
  const [qb, qt] = [await anAllianceId(before, 'LMHTX-QB'), await anAllianceId(before, 'LMHTX-QT')];
  const ending = rows(2, 'Lộc Ninh cũ', { communeId: LOC_NINH });
  const late = rows(2, 'Đông Lễ cũ', { communeId: DONG_LE });
  await savedRows(before, qb, [
    ...rows(14, 'Bảo Ninh', { communeId: BAO_NINH }),
    ...rows(2, 'Bảo Ninh cũ', { communeId: BAO_NINH, ...dissolved('2023-05-01') }),
    ...ending,
  ]);
  await savedRows(before, qt, [
    ...rows(12, 'Đông Lễ', { communeId: DONG_LE }),
    ...rows(1, 'Đông Lễ nghỉ', { communeId: DONG_LE, status: 'suspended', statusSince: isoDate('2022-01-01') }),
    ...rows(3, 'Gio Thành', { communeId: GIO_THANH }),
    ...late,
  ]);
  const in2025 = { periodCode: '2025-H2', cutOff: isoDate('2025-12-14') };
  await savedRows(
    after,
    qb,
    ending.map((row) => ({ ...row, ...dissolved('2025-03-01') })),
    in2025,
  );
  await savedRows(
    after,
    qb,
    rows(2, 'Lộc Ninh mới', { communeId: LOC_NINH, establishedOn: isoDate('2024-10-01') }),
    in2025,
  );
  await savedRows(
    after,
    qt,
    late.map((row) => ({ ...row, ...dissolved('2025-09-01') })),
    in2025,
  );
}

async function counted(on: string): Promise<Record<string, number>> {
  const codes = ['LMHTX-QB', 'LMHTX-QT'];
  const ids = await Promise.all(codes.map(async (code) => await anAllianceId(before, code)));
  const day = isoDate(on);
  const counts = await registerCounts(db, ids, { code: on, firstDay: day, lastDay: day });
  return Object.fromEntries(codes.map((code, at) => [code, Number(counts.get(ids[at] as never)?.get('counted'))]));
}

const declared = {
  'LMHTX-TH': '1331',
  'LMHTX-NA': '903',
  'LMHTX-HT': '1031',
  'LMHTX-QB': '16',
  'LMHTX-QT': '18',
  'LMHTX-TTH': '323',
};

await loadRegister();
await anOpenCall(before);
for (const [code, count] of Object.entries(declared))
  await aSubmittedUnit(before, code, { ...cooperatives(count), 'TV.HTX': '9', 'DT.HTX': '9' });
const locked = await lockReview(before, CLUSTER, '2024-H1');
const admins = await twoAdmins(system, '2026-01-05');
const beforeMerger = await counted('2025-12-31');
await merged(admins, aPlan(after));
await savedRows(
  after,
  await anAllianceId(before, 'LMHTX-QT'),
  rows(2, 'Đồng Hới', { communeId: DONG_HOI, establishedOn: isoDate('2025-10-01') }),
  { periodCode: '2025-H2', cutOff: isoDate('2025-12-14') },
);

test.each(Object.entries(COUNTED))('ORG-05 the counts of %s are those written by hand', async (on, expected) => {
  expect(await counted(on)).toEqual(expected);
});

test('ORG-05 a merger moves what is counted from its day and loses nothing: the sum is that of before', async () => {
  const { 'LMHTX-QB': qb = 0, 'LMHTX-QT': qt = 0 } = beforeMerger;

  const now = await counted('2025-12-31');

  expect([qb, qt]).toEqual([16, 16]);
  expect(now['LMHTX-QT']).toBe(qb + qt + 2);
});

test('ORG-05 the review locked in 2024 keeps its hash and its papers, and names six units', async () => {
  const snapshot = await latestSnapshot(db, CLUSTER, '2024-H1');

  expect(snapshot?.hash).toBe(locked.snapshot.hash);
  expect(await verifyLocks(db)).toMatchObject({ ok: true, snapshots: 1 });
  expect(locked.snapshot.snapshot.units.map(({ code }) => code)).toContain('LMHTX-QB');
});

test('ORG-05 what an alliance declared stays declared by it', async () => {
  const rows = await sql<{ code: string; amount: string }>`
    select alliance.code, entry.amount::text from reporting.value_entry entry
      join organisations.alliance on alliance.id = entry.alliance_id
     where entry.indicator_code = 'HTX.SO' and entry.aspect = 'current' and alliance.code in ('LMHTX-QB', 'LMHTX-QT')
     order by 1`.execute(db);

  expect(rows.rows).toEqual([
    { code: 'LMHTX-QB', amount: '16' },
    { code: 'LMHTX-QT', amount: '18' },
  ]);
});

test('ORG-05 the cluster has six members until the day and five from it, and the alliance of before is still found on its days', async () => {
  const [until, from] = [isoDate('2025-06-30'), isoDate('2025-07-01')];
  const qb = await anAllianceId(before, 'LMHTX-QB');

  expect((await getCluster(db, CLUSTER, until)).members).toHaveLength(6);
  expect((await getCluster(db, CLUSTER, from)).members.map(({ code }) => code)).toEqual([
    'LMHTX-TH',
    'LMHTX-NA',
    'LMHTX-HT',
    'LMHTX-QT',
    'LMHTX-TTH',
  ]);
  expect((await findAlliance(db, 'LMHTX-QB', until))?.provinceCode).toBe('44');
  expect(await findAlliance(db, 'LMHTX-QB', from)).toBeUndefined();
  expect(await clusterOf(db, qb, from)).toBeUndefined();
  expect((await findAlliance(db, 'LMHTX-QT', from))?.provinceCode).toBe('44');
});

/** By hand, from the table above: first day, second day. */
const UNDER_BORDERS = {
  first: { 'Tỉnh Quảng Bình': ['16', '18'], 'Tỉnh Quảng Trị': ['18', '16'] },
  second: { 'Tỉnh Quảng Trị': ['34', '34'] },
} as const;
const COMMUNES_OF_2025 = {
  'Phường Đồng Hới': ['14', '16'],
  'Phường Đồng Thuận': ['2', '2'],
  'Phường Nam Đông Hà': ['15', '13'],
  'Xã Cửa Việt': ['3', '3'],
};
const GIO_HAI = (3 * 2069) / 2410;

async function compared(borders: 'first' | 'second', provinceCode: string | null) {
  const [first, second] = [isoDate('2024-06-30'), isoDate('2025-12-31')];
  const asked = { measure: 'counted', first, second, borders, provinceCode, wrong: [] };
  const { comparison } = await readComparison(after, asked);
  const rows = comparison.rows.filter((row) => Number(row.first.value) + Number(row.second.value) > 0);
  return {
    ...comparison,
    figures: Object.fromEntries(rows.map((row) => [row.name, [row.first.value, row.second.value]])),
    rows,
  };
}

test.each(['first', 'second'] as const)(
  'ORG-05 2024-06-30 compared with 2025-12-31 by province, under the borders of the %s day, is what was computed by hand',
  async (borders) => {
    const { figures, total } = await compared(borders, null);

    expect(figures).toEqual(UNDER_BORDERS[borders]);
    expect([total.first.value, total.second.value]).toEqual(['34', '34']);
  },
);

test('ORG-05 by commune of 2025 nothing has to be apportioned, of 2024 the divided Gio Thành is, and is told', async () => {
  const now = await compared('second', '44');
  const then = await compared('first', '45');
  const of = (name: string) => then.rows.find((row) => row.name === name)?.first;

  expect(now.figures).toEqual(COMMUNES_OF_2025);
  expect(Number(of('Xã Gio Hải')?.value)).toBeCloseTo(GIO_HAI, 2);
  expect(Number(of('Xã Gio Mai')?.value)).toBeCloseTo(3 - GIO_HAI, 2);
  expect(
    then.divided.filter(({ on }) => on === '2024-06-30').map(({ unit, records }) => [unit.fullName, records]),
  ).toEqual([['Xã Gio Thành', 3]]);
});
