import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { ORGANISATIONS } from '../fields.ts';
import { fold } from '../ledger.ts';
import type { OrganisationId } from '../model.ts';
import { readRecordsById } from '../records.ts';
import { getOrganisationHead, historyOf, provenanceOf } from '../subjects.ts';
import { anAllianceId, anImportId, aRow, savedRows } from '../testing.ts';
import { changeOrganisation } from './change-organisation.ts';
import { decideConflict } from './decide-conflict.ts';
import { recordAct } from './record-act.ts';
import { verifyField } from './verify-field.ts';

const system = await testSystem();
const officer = testCtx(system, {
  name: 'Cán bộ Quảng Bình',
  grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }],
});
const stranger = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QT' }] });
let count = 0;

/** An organisation of Quảng Bình with a name of its own. */
async function anOrganisation(says: Parameters<typeof aRow>[0] = {}) {
  count += 1;
  const row = aRow({ name: `HTX Lệnh ${count}`, establishedOn: isoDate('2015-05-20'), ...says });
  const allianceId = await anAllianceId(officer);
  const saved = await savedRows(officer, allianceId, [row], { importId: anImportId(officer) });
  return { id: saved.rows[0]?.subjectId as OrganisationId, row, allianceId };
}

async function factsOf(id: OrganisationId) {
  const [record] = await readRecordsById(system.app.kysely, ORGANISATIONS, [id], '2024-H1');
  return record?.facts ?? {};
}

test('REG-01 a change by hand keeps who, when, and old and new value of each field', async () => {
  const { id } = await anOrganisation({ workPhone: '0232 000 0001' });

  await changeOrganisation(officer, { id, seenVersion: 1, fields: { workPhone: '0232 000 0002', note: 'Đã gọi' } });

  const [newest] = await historyOf(system.app.kysely, id);
  expect(newest).toMatchObject({
    source: 'manual',
    recordedBy: 'Cán bộ Quảng Bình',
    fields: { workPhone: ['0232 000 0001', '0232 000 0002'], note: ['', 'Đã gọi'] },
  });
  expect((await getOrganisationHead(system.app.kysely, id)).version).toBe(2);
});

test.each([
  ['tomorrow', '2024-06-25', 'register.day.in-future'],
  ['31/12/1944', '1944-12-31', 'register.day.too-early'],
])('REG-01 a day of registration of %s is refused', async (_, registeredOn, code) => {
  const { id } = await anOrganisation();

  const change = changeOrganisation(officer, { id, seenVersion: 1, fields: { registeredOn } });

  await expect(change).rejects.toMatchObject({ refusal: { code } });
  expect((await factsOf(id)).registeredOn).toBeNull();
});

test('a change that rests on an older version is refused with what became of each field', async () => {
  const { id } = await anOrganisation({ address: 'Xóm 1' });
  await changeOrganisation(officer, { id, seenVersion: 1, fields: { address: 'Xóm 2' } });

  const late = changeOrganisation(officer, { id, seenVersion: 1, fields: { address: 'Xóm 3' } });

  await expect(late).rejects.toMatchObject({
    refusal: {
      code: 'register.organisation.changed-meanwhile',
      facts: { version: 2, fields: ['address'], seen: { address: 'Xóm 1' }, now: { address: 'Xóm 2' } },
    },
  });
});

test('of two people who save at once one is told of the other', async () => {
  const { id } = await anOrganisation();

  const saves = await Promise.allSettled(
    ['A', 'B'].map((note) => changeOrganisation(officer, { id, seenVersion: 1, fields: { note } })),
  );

  expect(saves.map((save) => save.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('an officer of another alliance may not change, verify, record or decide', async () => {
  const { id } = await anOrganisation();
  const denied = { refusal: { code: 'register.organisation.not-found' } };

  await expect(changeOrganisation(stranger, { id, seenVersion: 1, fields: {} })).rejects.toMatchObject(denied);
  await expect(
    verifyField(stranger, { id, seenVersion: 1, field: 'name', periodCode: null, isVerified: true }),
  ).rejects.toMatchObject(denied);
  await expect(
    recordAct(stranger, { id, seenVersion: 1, act: 'cease', effectiveOn: isoDate('2024-01-01'), evidence: 'x' }),
  ).rejects.toMatchObject(denied);
  await expect(
    decideConflict(stranger, { organisationId: id, conflictId: id, decision: 'kept' }),
  ).rejects.toMatchObject(denied);
});

test('REG-03 a step in the life of an organisation keeps its day, ground and actor, and moves its status', async () => {
  const { id } = await anOrganisation();

  await recordAct(officer, {
    id,
    seenVersion: 1,
    act: 'suspend',
    effectiveOn: isoDate('2024-03-01'),
    evidence: 'Thông báo số 12 ngày 20/02/2024',
  });

  const [record] = await readRecordsById(system.app.kysely, ORGANISATIONS, [id], '2024-H1');
  expect(record?.facts).toMatchObject({ status: 'suspended', statusSince: '2024-03-01' });
  expect(fold(record?.acts ?? [], { on: isoDate('2024-02-29') })?.status).toBe('operating');
  expect(fold(record?.acts ?? [], { on: isoDate('2024-03-01') })?.status).toBe('suspended');
  const kept = await system.owner.pool.query(
    `select evidence, recorded_by from register.act where organisation_id = $1 and act = 'suspend'`,
    [id],
  );
  expect(kept.rows).toEqual([{ evidence: 'Thông báo số 12 ngày 20/02/2024', recorded_by: 'Cán bộ Quảng Bình' }]);
});

test('REG-03 a dissolved organisation does not resume: refused, naming the steps allowed, of which there are none', async () => {
  const { id } = await anOrganisation({ status: 'dissolved', statusSince: isoDate('2023-05-01') });
  const resume = { id, seenVersion: 1, act: 'resume', effectiveOn: isoDate('2024-01-01'), evidence: 'Đơn' } as const;

  await expect(recordAct(officer, resume)).rejects.toMatchObject({
    refusal: {
      code: 'register.status.transition-not-allowed',
      facts: { from: 'dissolved', act: 'resume', allowed: [] },
    },
  });
});

test('REG-03 a step without ground, or one that could not follow on that day, is refused with those that could', async () => {
  const { id } = await anOrganisation({ status: 'ceased', statusSince: isoDate('2023-05-01') });
  const step = { id, seenVersion: 1, act: 'resume' } as const;

  await expect(
    recordAct(officer, { ...step, effectiveOn: isoDate('2024-01-01'), evidence: '  ' }),
  ).rejects.toMatchObject({ refusal: { code: 'register.status.evidence-missing' } });
  await expect(
    recordAct(officer, { ...step, effectiveOn: isoDate('2023-04-30'), evidence: 'Đơn' }),
  ).rejects.toMatchObject({
    refusal: {
      code: 'register.status.transition-not-allowed',
      facts: { from: 'operating', act: 'resume', allowed: ['suspend', 'separate'] },
    },
  });
});

test('REG-09 a value shows file, sheet, cell, day and author, and who vouches for it', async () => {
  const { id } = await anOrganisation({ rowNo: 33, membersTotal: 214 });
  await verifyField(officer, { id, seenVersion: 1, field: 'membersTotal', periodCode: '2024-H1', isVerified: true });

  const members = (await provenanceOf(system.app.kysely, id)).find((one) => one.field === 'membersTotal');

  expect(members).toMatchObject({
    periodCode: '2024-H1',
    value: 214,
    source: 'workbook',
    fileName: 'so-bo.xlsx',
    sheet: 'Sổ bộ HTX',
    cell: 'W33',
    by: 'Cán bộ Quảng Bình',
    verified: { by: 'Cán bộ Quảng Bình' },
  });
});

test('REG-09 an import does not overwrite a verified value: it waits in the queue, both values in sight', async () => {
  const { id, row, allianceId } = await anOrganisation({ membersTotal: 214 });
  await verifyField(officer, { id, seenVersion: 1, field: 'membersTotal', periodCode: '2024-H1', isVerified: true });

  const saved = await savedRows(officer, allianceId, [{ ...row, membersTotal: 300, note: 'mới' }]);
  const again = await savedRows(officer, allianceId, [{ ...row, membersTotal: 300, note: 'mới' }]);

  expect(saved.conflicts).toEqual([
    { rowNo: row.rowNo, subjectId: id, field: 'membersTotal', verified: 214, incoming: 300 },
  ]);
  expect([saved.changedRows, again.unchangedRows]).toEqual([1, 1]);
  expect(await factsOf(id)).toMatchObject({ membersTotal: 214, note: 'mới' });
  const members = (await provenanceOf(system.app.kysely, id)).find((one) => one.field === 'membersTotal');
  expect(members?.denied.map((one) => one.incoming)).toEqual([300]);
});

test('REG-09 an empty cell is a change like another, and a conflict where the value is verified', async () => {
  const { id, row, allianceId } = await anOrganisation({ membersTotal: 214, address: 'Xóm 5' });
  await verifyField(officer, { id, seenVersion: 1, field: 'address', periodCode: null, isVerified: true });

  const saved = await savedRows(officer, allianceId, [{ ...row, membersTotal: null, address: '' }]);

  expect(saved.conflicts.map((conflict) => conflict.field)).toEqual(['address']);
  expect(await factsOf(id)).toMatchObject({ membersTotal: null, address: 'Xóm 5' });
});

test('REG-09 a person takes the incoming value, and nobody vouches for it yet', async () => {
  const { id, row, allianceId } = await anOrganisation({ membersTotal: 214 });
  await verifyField(officer, { id, seenVersion: 1, field: 'membersTotal', periodCode: '2024-H1', isVerified: true });
  await savedRows(officer, allianceId, [{ ...row, membersTotal: 300 }]);
  const [waiting] = (await provenanceOf(system.app.kysely, id)).flatMap((one) => one.denied);

  await decideConflict(officer, { organisationId: id, conflictId: waiting?.id ?? '', decision: 'taken' });

  const members = (await provenanceOf(system.app.kysely, id)).find((one) => one.field === 'membersTotal');
  expect(members).toMatchObject({ value: 300, source: 'manual', verified: null, denied: [] });
});

test('REG-09 a value kept once is not asked about again when the same workbook comes back', async () => {
  const { id, row, allianceId } = await anOrganisation({ membersTotal: 214 });
  await verifyField(officer, { id, seenVersion: 1, field: 'membersTotal', periodCode: '2024-H1', isVerified: true });
  await savedRows(officer, allianceId, [{ ...row, membersTotal: 300 }]);
  const [waiting] = (await provenanceOf(system.app.kysely, id)).flatMap((one) => one.denied);
  await decideConflict(officer, { organisationId: id, conflictId: waiting?.id ?? '', decision: 'kept' });

  await savedRows(officer, allianceId, [{ ...row, membersTotal: 300 }]);

  expect((await provenanceOf(system.app.kysely, id)).flatMap((one) => one.denied)).toEqual([]);
});

test('a verification speaks of a value that is known and was seen', async () => {
  const { id } = await anOrganisation();
  const unknown = { id, seenVersion: 1, field: 'address', periodCode: null, isVerified: true };

  await expect(verifyField(officer, unknown)).rejects.toMatchObject({
    refusal: { code: 'register.field.nothing-to-verify' },
  });
  await expect(verifyField(officer, { ...unknown, field: 'name', seenVersion: 7 })).rejects.toMatchObject({
    refusal: { code: 'register.organisation.changed-meanwhile' },
  });
});

test('a value changed by hand is no longer verified', async () => {
  const { id } = await anOrganisation({ address: 'Xóm 1' });
  await verifyField(officer, { id, seenVersion: 1, field: 'address', periodCode: null, isVerified: true });

  await changeOrganisation(officer, { id, seenVersion: 1, fields: { address: 'Xóm 2' } });

  const address = (await provenanceOf(system.app.kysely, id)).find((one) => one.field === 'address');
  expect(address).toMatchObject({ value: 'Xóm 2', verified: null });
});
