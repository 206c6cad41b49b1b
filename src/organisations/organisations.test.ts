import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { appointClusterOffice } from './commands/appoint-cluster-office.ts';
import { fillPosition } from './commands/fill-position.ts';
import { joinCluster } from './commands/join-cluster.ts';
import { clusterOffices, getAlliance, getCluster, listPositions } from './queries.ts';
import { headGaps, orderByCount } from './rules.ts';

const system = await testSystem();
const conference = isoDate('2024-07-05');
const SEED_COUNTS: Readonly<Record<string, number>> = {
  'LMHTX-TH': 1331,
  'LMHTX-HT': 1031,
  'LMHTX-NA': 903,
  'LMHTX-QB': 490,
  'LMHTX-QT': 347,
  'LMHTX-TTH': 323,
};

test('ORG-01 the cluster on 05/07/2024 has exactly six members, north to south, and the count is computed', async () => {
  const cluster = await getCluster(system.app.kysely, 'CUM-BTB', conference);

  expect(cluster.members.map((member) => member.provinceName)).toEqual([
    'Thanh Hóa',
    'Nghệ An',
    'Hà Tĩnh',
    'Quảng Bình',
    'Quảng Trị',
    'Thừa Thiên Huế',
  ]);
  expect(cluster.name).toContain('06 tỉnh');
});

test('ORG-01 a membership that overlaps another is refused, naming that one', async () => {
  const ctx = testCtx(system);

  const second = joinCluster(ctx, {
    clusterCode: 'CUM-BTB',
    allianceCode: 'LMHTX-NA',
    validFrom: isoDate('2024-06-01'),
    validUntil: null,
  });

  await expect(second).rejects.toMatchObject({
    refusal: { code: 'organisations.membership.overlaps', facts: { cluster: 'Cụm Bắc Trung Bộ', from: '2024-01-01' } },
  });
});

test('ORG-02 head and deputy are found with their representative and the title of that day', async () => {
  const ctx = testCtx(system);
  const personId = await fillPosition(ctx, {
    allianceCode: 'LMHTX-NA',
    title: 'Chủ tịch',
    person: { id: null, fullName: 'Người Giữ Ghế', honorific: 'đồng chí', source: 'bản thử' },
    protocolRank: 1,
    isSingleSeat: true,
    validFrom: isoDate('2024-01-01'),
    validUntil: isoDate('2024-12-31'),
    confirmsSecondHolder: false,
  });
  const term = { clusterCode: 'CUM-BTB', validFrom: isoDate('2024-01-01'), validUntil: isoDate('2025-01-01') };
  await appointClusterOffice(ctx, { ...term, office: 'head', allianceCode: 'LMHTX-NA', personId });
  await appointClusterOffice(ctx, { ...term, office: 'deputy', allianceCode: 'LMHTX-QB', personId: null });

  const cluster = await getCluster(ctx.read, 'CUM-BTB', conference);
  const offices = await clusterOffices(ctx.read, cluster.id, conference);

  expect(offices).toMatchObject([
    { office: 'head', unitCode: 'LMHTX-NA', fullName: 'Người Giữ Ghế', title: 'Chủ tịch' },
    { office: 'deputy', unitCode: 'LMHTX-QB', fullName: '' },
  ]);
  expect(await clusterOffices(ctx.read, cluster.id, isoDate('2025-01-01'))).toEqual([]);
});

test('ORG-02 two heads at once, an end before the start and a unit from outside are refused', async () => {
  const ctx = testCtx(system);
  const head = { clusterCode: 'CUM-BTB', office: 'head', allianceCode: 'LMHTX-TH', personId: null } as const;
  await appointClusterOffice(ctx, { ...head, validFrom: isoDate('2026-01-01'), validUntil: isoDate('2027-01-01') });

  await expect(
    appointClusterOffice(ctx, { ...head, validFrom: isoDate('2026-12-31'), validUntil: null }),
  ).rejects.toMatchObject({ refusal: { code: 'organisations.office.two-heads', facts: { from: '2026-01-01' } } });
  await expect(
    appointClusterOffice(ctx, { ...head, validFrom: isoDate('2028-01-01'), validUntil: isoDate('2028-01-01') }),
  ).rejects.toMatchObject({ refusal: { code: 'organisations.office.ends-before-it-begins' } });
});

test('ORG-02 a gap between two heads is allowed and reported', () => {
  const gaps = headGaps([
    { validFrom: isoDate('2025-02-01'), validUntil: null },
    { validFrom: isoDate('2024-01-01'), validUntil: isoDate('2025-01-01') },
  ]);

  expect(gaps).toEqual([{ from: '2025-01-01', until: '2025-02-01' }]);
});

test('ORG-03 both orders of the seed come out: by geography and by count', async () => {
  const cluster = await getCluster(system.app.kysely, 'CUM-BTB', conference);

  const byCount = orderByCount(cluster.members, (code) => SEED_COUNTS[code] ?? null);

  expect(byCount.map((unit) => unit.provinceName)).toEqual([
    'Thanh Hóa',
    'Hà Tĩnh',
    'Nghệ An',
    'Quảng Bình',
    'Quảng Trị',
    'Thừa Thiên Huế',
  ]);
});

test('ORG-03 an alliance keeps its name of the time and cannot be deleted by the application', async () => {
  expect((await getAlliance(system.app.kysely, 'LMHTX-TTH', isoDate('2024-12-31'))).name).toContain('Thừa Thiên Huế');
  expect((await getAlliance(system.app.kysely, 'LMHTX-TTH', isoDate('2025-01-01'))).name).toContain('thành phố Huế');
  await expect(system.app.pool.query('delete from organisations.alliance')).rejects.toThrow(/permission denied/);
});

test('ORG-06 the title is the one that was valid on the day of the event', async () => {
  const ctx = testCtx(system);
  const seat = { allianceCode: 'LMHTX-QT', protocolRank: 1, isSingleSeat: true, confirmsSecondHolder: false } as const;
  const person = { id: null, fullName: 'Người Một', honorific: 'ông', source: 'bản thử' };
  const first = await fillPosition(ctx, {
    ...seat,
    title: 'Phó Chủ tịch',
    person,
    validFrom: isoDate('2023-01-01'),
    validUntil: isoDate('2024-06-01'),
  });
  await fillPosition(ctx, {
    ...seat,
    title: 'Chủ tịch',
    person: { ...person, id: first },
    validFrom: isoDate('2024-06-01'),
    validUntil: null,
  });
  const { id } = await getAlliance(ctx.read, 'LMHTX-QT', conference);

  expect((await listPositions(ctx.read, id, isoDate('2024-05-31')))[0]?.title).toBe('Phó Chủ tịch');
  expect((await listPositions(ctx.read, id, conference))[0]?.title).toBe('Chủ tịch');
});

test('ORG-06 a second holder of a single seat needs a confirmation', async () => {
  const ctx = testCtx(system);
  const seat = {
    allianceCode: 'LMHTX-HT',
    title: 'Chủ tịch',
    protocolRank: 1,
    isSingleSeat: true,
    validFrom: isoDate('2024-01-01'),
    validUntil: null,
  } as const;
  const named = (fullName: string) => ({ id: null, fullName, honorific: 'ông', source: 'bản thử' });
  await fillPosition(ctx, { ...seat, person: named('Người Một'), confirmsSecondHolder: false });

  const second = { ...seat, person: named('Người Hai') };

  await expect(fillPosition(ctx, { ...second, confirmsSecondHolder: false })).rejects.toMatchObject({
    refusal: { code: 'organisations.position.second-holder', facts: { holder: 'Người Một' } },
  });
  await expect(fillPosition(ctx, { ...second, confirmsSecondHolder: true })).resolves.toBeTruthy();
});

test('ORG-02 an officer of an alliance may not appoint the head of the cluster', async () => {
  const ctx = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

  const appointed = appointClusterOffice(ctx, {
    clusterCode: 'CUM-BTB',
    office: 'head',
    allianceCode: 'LMHTX-NA',
    personId: null,
    validFrom: isoDate('2030-01-01'),
    validUntil: null,
  });

  await expect(appointed).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
});
