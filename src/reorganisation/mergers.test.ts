import { beforeEach, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import {
  appointClusterOffice,
  clusterOffices,
  fillPosition,
  getCluster,
  listPositions,
} from '#organisations/public.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { anOpenCall } from '#reporting/testing.ts';
import { approveMerger } from './commands/approve-merger.ts';
import { proposeMerger } from './commands/propose-merger.ts';
import { grantsAt } from './grants.ts';
import { getMerger } from './mergers.ts';
import { aPlan, merged, twoAdmins, unmerged } from './testing.ts';

const system = await testSystem();
const db = system.app.kysely;
const ctx = testCtx(system, { today: '2026-01-05' });
const admins = await twoAdmins(system, '2026-01-05');
const [one, other] = admins;
const DAY = isoDate('2025-07-01');
const CLUSTER = 'CUM-BTB';
let made = 0;

/** Everything that a merger touches, as text that compares. */
async function everything(): Promise<string> {
  const tables = ['alliance', 'alliance_version', 'cluster_membership', 'cluster_office', 'position', 'department'];
  const rows = [];
  for (const table of tables)
    rows.push(
      ...(
        await sql<{ row: string }>`select to_jsonb(row)::text as row from ${sql.table(`organisations.${table}`)} row
          where (to_jsonb(row) ->> 'valid_until') is distinct from (to_jsonb(row) ->> 'valid_from') order by 1`.execute(
          db,
        )
      ).rows,
    );
  const spans = await sql<{ row: string }>`select to_jsonb(span)::text as row from register.span order by 1`.execute(
    db,
  );
  const owners = await sql<{ row: string }>`
    select id || ' ' || alliance_id as row from register.organisation union all select id || ' ' || alliance_id from register.credit_fund order by 1`.execute(
    db,
  );
  return JSON.stringify([rows, spans.rows, owners.rows], null, 1);
}

async function anOrganisation(code: string): Promise<void> {
  made += 1;
  const row = aRow({ name: `HTX Số ${made}`, rowNo: 7 + made, establishedOn: isoDate('2010-01-01') });
  await savedRows(ctx, await anAllianceId(ctx, code), [row]);
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.refusal?.code ?? String(error),
  );

beforeEach(async () => {
  await anOrganisation('LMHTX-QB');
  await anOrganisation('LMHTX-QT');
});

test('ORG-05 a merger taken back leaves everything as it was before it', async () => {
  await appointClusterOffice(ctx, {
    clusterCode: CLUSTER,
    office: 'head',
    allianceCode: 'LMHTX-QB',
    personId: null,
    validFrom: isoDate('2025-01-01'),
    validUntil: isoDate('2026-01-01'),
  });
  const before = await everything();

  const id = await merged(admins, aPlan(ctx));
  const during = await everything();
  await unmerged(admins, id);

  expect(during).not.toBe(before);
  expect(await everything()).toBe(before);
  expect(await getMerger(db, id)).toMatchObject({ undoneBy: 'Quản trị hai', undoneReason: 'Ghi nhầm' });
});

test('ORG-05 the term of a head unit that ends with the merger ends on its day, and its posts too', async () => {
  await fillPosition(ctx, {
    allianceCode: 'LMHTX-QB',
    title: 'Chánh Văn phòng',
    person: { id: null, fullName: 'Người Giữ Ghế', honorific: 'ông', source: 'bản thử' },
    protocolRank: 3,
    isSingleSeat: true,
    validFrom: isoDate('2024-01-01'),
    validUntil: null,
    confirmsSecondHolder: false,
  });
  const cluster = await getCluster(db, CLUSTER, DAY);
  const qb = await anAllianceId(ctx, 'LMHTX-QB');
  const headOn = async (on: string) =>
    (await clusterOffices(db, cluster.id, isoDate(on))).map(({ unitCode }) => unitCode);
  expect(await headOn('2025-07-01')).toEqual(['LMHTX-QB']);

  const id = await merged(admins, aPlan(ctx));

  expect([await headOn('2025-06-30'), await headOn('2025-07-01')]).toEqual([['LMHTX-QB'], []]);
  expect((await listPositions(db, qb, DAY)).map(({ fullName }) => fullName)).toEqual(['']);
  await unmerged(admins, id);
});

test('ORG-05 a new alliance takes the place of both in the cluster, and their people get their rights in it', async () => {
  const { accountId } = await addUser(ctx, { login: 'can-bo-qb', role: 'officer', scope: 'alliance:LMHTX-QB' });
  const plan = aPlan(ctx, { successor: 'LMHTX-QTM', isNew: true });

  const id = await merged(admins, plan);

  const members = (await getCluster(db, CLUSTER, DAY)).members.map(({ code }) => code);
  const rights = await grantsAt(db, ['alliance:LMHTX-QTM', 'alliance:LMHTX-QB'], ctx.today);
  expect(members).toEqual(['LMHTX-TH', 'LMHTX-NA', 'LMHTX-HT', 'LMHTX-QTM', 'LMHTX-TTH']);
  expect(rights.filter((right) => right.accountId === accountId).map(({ scope }) => scope)).toEqual([
    'alliance:LMHTX-QB',
    'alliance:LMHTX-QTM',
  ]);
  const seen = async (...codes: string[]) => {
    const grants = codes.map((code) => ({ role: 'officer', scope: `alliance:${code}` }) as const);
    const person = testCtx(system, { today: '2026-01-05', grants });
    return (await sql`select from register.organisation`.execute(person.read)).rows.length;
  };
  expect(await seen('LMHTX-QB')).toBe(0);
  expect(await seen('LMHTX-QB', 'LMHTX-QTM')).toBeGreaterThanOrEqual(2);
  await unmerged(admins, id);
  expect(await seen('LMHTX-QB')).toBeGreaterThanOrEqual(1);
  expect((await grantsAt(db, ['alliance:LMHTX-QTM'], ctx.today)).length).toBe(0);
});

test('ORG-05 a merger is the act of two people: the proposer does not approve, and what has changed since is named', async () => {
  const plan = aPlan(ctx);
  const proposal = await proposeMerger(one, plan, '');

  expect(await codeOf(approveMerger(one, proposal))).toBe('platform.proposal.own.denied');
  await anOrganisation('LMHTX-QB');
  await expect(approveMerger(other, proposal)).rejects.toMatchObject({
    refusal: {
      code: 'reorganisation.merger.changed-since-proposal',
      facts: { changes: [expect.stringContaining('tổ chức trong sổ bộ')] },
    },
  });
});

test('ORG-05 what was done on top of a merger keeps it from being taken back, and is listed', async () => {
  const plan = aPlan(ctx);
  const id = await merged(admins, plan);
  const later = testCtx(system, { today: '2026-01-06' });
  const qt = await anAllianceId(ctx, 'LMHTX-QT');
  const row = aRow({ name: 'HTX Số 1', rowNo: 8, establishedOn: isoDate('2010-01-01'), note: 'Đã sửa sau' });
  await savedRows(later, qt, [row]);

  await expect(unmerged(admins, id)).rejects.toMatchObject({
    refusal: {
      code: 'reorganisation.merger.acted-since',
      facts: { what: [expect.stringMatching(/1 thay đổi hồ sơ/)] },
    },
  });
});

test('ORG-05 an alliance under another name goes on in everything, and the days before keep the old name', async () => {
  const names = { ...aPlan(ctx).names, name: 'Liên minh Hợp tác xã tỉnh Thanh Hóa mới', shortName: 'Thanh Hóa' };
  const plan = aPlan(ctx, { kind: 'rename', sources: ['LMHTX-TH'], successor: 'LMHTX-TH', names });

  await merged(admins, plan);

  const named = async (on: string) =>
    (await getCluster(db, CLUSTER, isoDate(on))).members.find(({ code }) => code === 'LMHTX-TH')?.name;
  expect(await named('2025-06-30')).toBe('Liên minh Hợp tác xã tỉnh Thanh Hóa');
  expect(await named('2025-07-01')).toBe('Liên minh Hợp tác xã tỉnh Thanh Hóa mới');
});

test('ORG-05 an open data call of one of them stops a merger and is named; a day to come, one unit alone and a stranger do too', async () => {
  await anOpenCall(testCtx(system), '2024-H1');
  const plan = aPlan(ctx, { sources: ['LMHTX-NA', 'LMHTX-HT'], successor: 'LMHTX-HT' });

  await expect(proposeMerger(one, plan, '')).rejects.toMatchObject({
    refusal: { code: 'reorganisation.merger.calls-open', facts: { calls: ['2024-H1 (Cụm Bắc Trung Bộ)'] } },
  });
  expect(await codeOf(proposeMerger(one, { ...plan, transfersCalls: true }, ''))).toBe('done');
  const tomorrow = { ...plan, mergerId: aPlan(ctx).mergerId, effectiveOn: isoDate('2026-01-06') };
  expect(await codeOf(proposeMerger(one, tomorrow, ''))).toBe('reorganisation.merger.not-yet');
  expect(await codeOf(proposeMerger(one, { ...plan, sources: ['LMHTX-HT'] }, ''))).toBe(
    'reorganisation.merger.too-few',
  );
  const secretary = testCtx(system, { grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] });
  expect(await codeOf(proposeMerger(secretary, plan, ''))).toBe('platform.access.denied');
});
