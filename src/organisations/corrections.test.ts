import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { AddAlliance, addAlliance } from './commands/add-alliance.ts';
import { addCluster } from './commands/add-cluster.ts';
import { appointClusterOffice } from './commands/appoint-cluster-office.ts';
import { changeAlliance } from './commands/change-alliance.ts';
import { changeMembership } from './commands/change-membership.ts';
import { changePosition } from './commands/change-position.ts';
import { changeTerm } from './commands/change-term.ts';
import { closeAlliance } from './commands/close-alliance.ts';
import { fillPosition } from './commands/fill-position.ts';
import { joinCluster } from './commands/join-cluster.ts';
import { keepDepartment } from './commands/keep-department.ts';
import { nameCluster } from './commands/name-cluster.ts';
import { recordFounding } from './commands/record-founding.ts';
import { reopenAlliance } from './commands/reopen-alliance.ts';
import { departmentsOf, termsOf } from './history.ts';
import { titleShown } from './messages.vi.ts';
import { clusterOf, findAlliance, getAlliance, getCluster, lifeOf, listPositions, positionsEver } from './queries.ts';
import { planVersion } from './versions.ts';

const system = await testSystem();
const ctx = testCtx(system);
const db = system.app.kysely;
const CLUSTER = 'CUM-BTB';
const day = isoDate;
const reason = 'Bản thử';
let made = 0;

const names = (shortName: string) => ({
  name: `Liên minh Hợp tác xã ${shortName}`,
  shortName,
  provinceName: shortName,
  provinceCode: '44',
  parentBody: '',
  address: '',
  phone: '',
  email: '',
  geographicRank: 9,
});

async function anAlliance(): Promise<{ readonly id: Awaited<ReturnType<typeof addAlliance>>; readonly code: string }> {
  made += 1;
  const code = `LMHTX-T${made}`;
  return {
    id: await addAlliance(ctx, { code, foundedOn: null, from: day('2020-01-01'), reason, ...names(`Thử ${made}`) }),
    code,
  };
}

const seat = { title: 'Chủ tịch', protocolRank: 1, isSingleSeat: true, confirmsSecondHolder: false } as const;
const named = (fullName: string) => ({ id: null, fullName, honorific: 'ông', source: reason });
const shown = async (id: Awaited<ReturnType<typeof addAlliance>>, on: string) =>
  (await listPositions(db, id, day(on))).map((one) => `${titleShown(one)}: ${one.fullName || 'khuyết'}`);

test('ORG-01 a unit leaves its cluster on a day, and a membership entered by mistake is taken back', async () => {
  const { id, code } = await anAlliance();
  await joinCluster(ctx, { clusterCode: CLUSTER, allianceCode: code, validFrom: day('2024-03-01'), validUntil: null });
  const correct = (from: string, until: string | null) =>
    changeMembership(ctx, CLUSTER, {
      allianceCode: code,
      recordedFrom: day('2024-03-01'),
      from: day(from),
      until: until === null ? null : day(until),
      reason,
    });

  await correct('2024-03-01', '2024-09-01');
  expect([await clusterOf(db, id, day('2024-08-31')), await clusterOf(db, id, day('2024-09-01'))]).toEqual([
    CLUSTER,
    undefined,
  ]);
  await correct('2024-03-01', '2024-03-01');
  expect(await clusterOf(db, id, day('2024-03-01'))).toBeUndefined();
  await joinCluster(ctx, { clusterCode: CLUSTER, allianceCode: code, validFrom: day('2024-03-01'), validUntil: null });
  expect(await clusterOf(db, id, day('2024-03-01'))).toBe(CLUSTER);
  await correct('2024-03-01', '2024-03-01');
});

test('ORG-01 a correction that overlaps another membership is refused, naming that one, and so is leaving a head behind', async () => {
  const { code } = await anAlliance();
  await addCluster(ctx, { code: 'CUM-THU', name: 'Cụm thử', shortName: 'Cụm thử', from: day('2020-01-01') });
  const join = (clusterCode: string, from: string, until: string) =>
    joinCluster(ctx, { clusterCode, allianceCode: code, validFrom: day(from), validUntil: day(until) });
  await join('CUM-THU', '2021-01-01', '2022-01-01');
  await join('CUM-THU', '2023-01-01', '2024-01-01');
  const wrong = { allianceCode: code, recordedFrom: day('2023-01-01'), from: day('2021-06-01'), until: null, reason };

  await expect(changeMembership(ctx, 'CUM-THU', wrong)).rejects.toMatchObject({
    refusal: { code: 'organisations.membership.overlaps', facts: { from: '2021-01-01', cluster: 'Cụm thử' } },
  });
  await appointClusterOffice(ctx, {
    clusterCode: 'CUM-THU',
    office: 'head',
    allianceCode: code,
    personId: null,
    validFrom: day('2023-01-01'),
    validUntil: day('2024-01-01'),
  });
  const leaving = { ...wrong, from: day('2023-01-01'), until: day('2023-06-01') };
  await expect(changeMembership(ctx, 'CUM-THU', leaving)).rejects.toMatchObject({
    refusal: { code: 'organisations.membership.head-remains' },
  });
});

test('ORG-01 a cluster has another name from a day on and keeps the old one before', async () => {
  await nameCluster(ctx, CLUSTER, { name: 'Cụm 05 tỉnh', shortName: 'Cụm mới', from: day('2030-01-01'), reason });

  expect((await getCluster(db, CLUSTER, day('2029-12-31'))).shortName).toBe('Cụm Bắc Trung Bộ');
  expect((await getCluster(db, CLUSTER, day('2030-01-01'))).shortName).toBe('Cụm mới');
});

test('ORG-02 the secretary of the cluster keeps its terms: an end is set, a second head refused, another cluster out of reach', async () => {
  const secretary = testCtx(system, { grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] });
  const head = { clusterCode: CLUSTER, office: 'head', personId: null, validUntil: null } as const;
  const termId = await appointClusterOffice(secretary, {
    ...head,
    allianceCode: 'LMHTX-TH',
    validFrom: day('2027-01-01'),
  });

  await changeTerm(secretary, CLUSTER, { termId, from: day('2027-01-01'), until: day('2028-01-01'), reason });
  await appointClusterOffice(secretary, { ...head, allianceCode: 'LMHTX-NA', validFrom: day('2028-01-01') });

  const [, first] = await termsOf(db, (await getCluster(db, CLUSTER, day('2028-01-01'))).id);
  expect(first).toMatchObject({ unitCode: 'LMHTX-TH', validUntil: '2028-01-01' });
  await expect(
    changeTerm(secretary, CLUSTER, { termId, from: day('2027-01-01'), until: null, reason }),
  ).rejects.toMatchObject({ refusal: { code: 'organisations.office.two-heads' } });
  await expect(
    changeTerm(secretary, 'CUM-THU', { termId, from: day('2027-01-01'), until: null, reason }),
  ).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
});

test('ORG-02 a representative who holds no post in the unit on that day is refused', async () => {
  const { code } = await anAlliance();
  const personId = await fillPosition(ctx, {
    ...seat,
    allianceCode: code,
    person: named('Người Nơi Khác'),
    validFrom: day('2024-01-01'),
    validUntil: null,
  });

  const appointed = appointClusterOffice(ctx, {
    clusterCode: CLUSTER,
    office: 'deputy',
    allianceCode: 'LMHTX-HT',
    personId,
    validFrom: day('2024-06-01'),
    validUntil: null,
  });

  await expect(appointed).rejects.toMatchObject({ refusal: { code: 'organisations.office.representative-elsewhere' } });
});

test('ORG-03 name, province and seat are versions, a version in between fits, and one of the same day is corrected', async () => {
  const { id, code } = await anAlliance();
  await changeAlliance(ctx, id, { from: day('2024-01-01'), reason, ...names('Sau') });
  await changeAlliance(ctx, id, { from: day('2022-01-01'), reason, ...names('Giữa'), address: 'Số 1' });
  await changeAlliance(ctx, id, { from: day('2024-01-01'), reason, ...names('Sau, đã sửa') });
  await recordFounding(ctx, id, { foundedOn: day('1993-10-31'), reason });

  const nameOn = async (on: string) => (await getAlliance(db, code, day(on))).shortName;
  expect([await nameOn('2021-12-31'), await nameOn('2023-12-31'), await nameOn('2024-01-01')]).toEqual([
    expect.stringContaining('Thử'),
    'Giữa',
    'Sau, đã sửa',
  ]);
  expect((await lifeOf(db, id)).foundedOn).toBe('1993-10-31');
});

test('ORG-03 a unit is not deleted but closed from a day, not while it is in a cluster, and can be used again', async () => {
  const { id, code } = await anAlliance();
  await joinCluster(ctx, {
    clusterCode: CLUSTER,
    allianceCode: code,
    validFrom: day('2024-01-01'),
    validUntil: day('2024-04-01'),
  });

  await expect(closeAlliance(ctx, id, { on: day('2024-03-01'), reason })).rejects.toMatchObject({
    refusal: {
      code: 'organisations.alliance.in-a-cluster',
      facts: { cluster: expect.any(String), from: '2024-01-01' },
    },
  });
  await closeAlliance(ctx, id, { on: day('2024-05-01'), reason });
  expect(await findAlliance(db, code, day('2024-05-01'))).toBeUndefined();
  expect(await findAlliance(db, code, day('2024-04-30'))).toBeDefined();
  await reopenAlliance(ctx, id, { reason });
  expect(await findAlliance(db, code, day('2024-05-01'))).toBeDefined();
});

test('ORG-03 a department is kept with its days; one of the same name at the same time, a code twice and a bad code are refused', async () => {
  const { id, code } = await anAlliance();
  const department = { departmentId: '', name: 'Phòng Tổng hợp', rank: 1, phone: '', until: null } as const;
  await keepDepartment(ctx, id, { ...department, from: day('2024-01-01') });

  expect((await departmentsOf(db, id)).map(({ name }) => name)).toEqual(['Phòng Tổng hợp']);
  await expect(keepDepartment(ctx, id, { ...department, from: day('2024-02-01') })).rejects.toMatchObject({
    refusal: { code: 'organisations.department.named-already' },
  });
  await expect(
    addAlliance(ctx, { code, foundedOn: null, from: day('2020-01-01'), reason, ...names('Trùng') }),
  ).rejects.toMatchObject({ refusal: { code: 'organisations.alliance.code-taken' } });
  expect(AddAlliance.shape.code.safeParse('lm htx').success).toBe(false);
});

test('ORG-06 a post whose holder left is shown as vacant, never with the last holder, until it is filled or abolished', async () => {
  const { id, code } = await anAlliance();
  const post = { ...seat, allianceCode: code };
  await fillPosition(ctx, { ...post, person: named('Người Một'), validFrom: day('2022-01-01'), validUntil: null });
  const [position] = await positionsEver(db, id);
  await changePosition(ctx, id, {
    positionId: position?.id as never,
    from: day('2022-01-01'),
    until: day('2023-01-01'),
    reason,
    confirmed: '',
  });
  await fillPosition(ctx, {
    ...post,
    person: named('Người Hai'),
    capacity: 'acting',
    validFrom: day('2023-06-01'),
    validUntil: day('2024-01-01'),
  });
  await fillPosition(ctx, { ...post, person: null, validFrom: day('2024-01-01'), validUntil: day('2025-01-01') });

  expect(await shown(id, '2022-12-31')).toEqual(['Chủ tịch: Người Một']);
  expect(await shown(id, '2023-01-01')).toEqual(['Chủ tịch: khuyết']);
  expect(await shown(id, '2023-06-01')).toEqual(['Quyền Chủ tịch: Người Hai']);
  expect(await shown(id, '2024-06-01')).toEqual(['Chủ tịch: khuyết']);
  expect(await shown(id, '2025-01-01')).toEqual([]);
});

test('ORG-06 a second holder on any day of the span needs the word, also by a correction; an end before the start is refused', async () => {
  const { id, code } = await anAlliance();
  const post = { ...seat, allianceCode: code };
  await fillPosition(ctx, {
    ...post,
    person: named('Người Một'),
    validFrom: day('2022-01-01'),
    validUntil: day('2023-01-01'),
  });
  await fillPosition(ctx, { ...post, person: named('Người Hai'), validFrom: day('2023-01-01'), validUntil: null });
  const first = (await positionsEver(db, id)).find(({ fullName }) => fullName === 'Người Một');
  const correction = { positionId: first?.id as never, from: day('2022-01-01'), until: null, reason };

  await expect(changePosition(ctx, id, { ...correction, confirmed: '' })).rejects.toMatchObject({
    refusal: { code: 'organisations.position.second-holder', facts: { holder: 'Người Hai' } },
  });
  await changePosition(ctx, id, { ...correction, confirmed: '1' });
  expect(await shown(id, '2024-01-01')).toHaveLength(2);
  await expect(
    changePosition(ctx, id, { ...correction, until: day('2021-01-01'), confirmed: '' }),
  ).rejects.toMatchObject({ refusal: { code: 'organisations.position.ends-before-it-begins' } });
});

test('a version cuts the one that holds, ends where that did, and does not see what was taken back', () => {
  const open = { validFrom: day('2020-01-01'), validUntil: null };

  expect(planVersion([open], day('2024-01-01'))).toEqual({ validUntil: null, cuts: '2020-01-01', corrects: false });
  expect(planVersion([open], day('2019-01-01'))).toEqual({ validUntil: '2020-01-01', cuts: null, corrects: false });
  const back = { validFrom: day('2024-01-01'), validUntil: day('2024-01-01') };
  expect(planVersion([open, back], day('2024-01-01')).corrects).toBe(false);
});
