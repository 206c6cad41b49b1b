import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { isoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { OrganisationId } from '#register/public.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { exportMembers } from './commands/export-members.ts';
import { markItems } from './commands/mark-items.ts';
import { openApplication } from './commands/open-application.ts';
import { recordDue } from './commands/record-due.ts';
import { stepApplication } from './commands/step-application.ts';
import { stepMember } from './commands/step-member.ts';
import { followApplication } from './follow.ts';
import { readListAddress, readMembers } from './list-view.ts';
import type { ApplicationMove, MemberMove } from './model.ts';
import { checklistOn, membershipOf } from './queries.ts';

const system = await testSystem();
const own = 'alliance:LMHTX-QB';
const officer = testCtx(system, { name: 'Cán bộ', grants: [{ role: 'officer', scope: own }] });
const leader = testCtx(system, { name: 'Lãnh đạo', grants: [{ role: 'leader', scope: own }] });
const stranger = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QT' }] });
const nobody = testCtx(system, { grants: [] });
const ITEMS = (await checklistOn(officer.read, officer.today)).map(({ code }) => code);
let count = 0;

async function anOrganisation(): Promise<OrganisationId> {
  count += 1;
  const saved = await savedRows(officer, await anAllianceId(officer), [aRow({ name: `HTX Gia nhập ${count}` })]);
  return saved.rows[0]?.subjectId as OrganisationId;
}

async function aDossier(items: readonly string[] = ITEMS) {
  const organisationId = await anOrganisation();
  const receipt = await openApplication(officer, { organisationId, appliedOn: isoDate('2024-06-03'), present: items });
  return { organisationId, receipt };
}

async function newest(organisationId: OrganisationId) {
  const { applications, members } = await membershipOf(officer.read, organisationId);
  return { application: present(applications[0], 'there is a dossier'), member: members[0] };
}

async function step(ctx: Ctx, organisationId: OrganisationId, move: ApplicationMove, on: string, paperNo = '1/LM') {
  const { id, version } = (await newest(organisationId)).application;
  const what = { organisationId, applicationId: id, seenVersion: version, move };
  await stepApplication(ctx, { ...what, effectiveOn: isoDate(on), paperNo, note: '' });
}

async function aMember() {
  const dossier = await aDossier();
  await step(officer, dossier.organisationId, 'accept', '2024-06-04');
  await step(officer, dossier.organisationId, 'submit', '2024-06-05');
  await step(leader, dossier.organisationId, 'approve', '2024-06-10', '15/QĐ-LMHTX');
  return dossier;
}

test('REG-12 the membership is valid from the day of the decision, not from the dossier or the card', async () => {
  const { organisationId } = await aMember();
  await step(officer, organisationId, 'admit', '2024-06-20', 'QB-0007');

  const { member, application } = await newest(organisationId);
  expect(member).toMatchObject({
    validFrom: '2024-06-10',
    validUntil: null,
    decisionNo: '15/QĐ-LMHTX',
    cardNo: 'QB-0007',
  });
  expect(application.state).toBe('admitted');
  expect(application.steps.map(({ act, recordedBy }) => [act, recordedBy])).toEqual([
    ['accept', 'Cán bộ'],
    ['submit', 'Cán bộ'],
    ['approve', 'Lãnh đạo'],
    ['admit', 'Cán bộ'],
  ]);
});

test('REG-12 a dossier with gaps is returned once with the complete list, and the holder of the receipt reads it', async () => {
  const { organisationId, receipt } = await aDossier(ITEMS.slice(0, 4));
  const missing = ITEMS.slice(4);

  await step(officer, organisationId, 'return', '2024-06-04');
  const told = await followApplication(nobody, receipt.toUpperCase());
  const again = step(officer, organisationId, 'return', '2024-06-05');

  await expect(again).rejects.toMatchObject({
    refusal: { code: 'membership.application.move-not-allowed', facts: { allowed: ['accept', 'withdraw'] } },
  });
  expect((await newest(organisationId)).application.gaps).toEqual(missing);
  expect(told).toMatchObject({ state: 'returned', appliedOn: '2024-06-03' });
  expect(told.missing).toHaveLength(missing.length);
  expect(JSON.stringify(told)).not.toContain('HTX');
  const { id, version } = (await newest(organisationId)).application;
  const marks = { organisationId, applicationId: id, seenVersion: version };
  await markItems(officer, { ...marks, present: [...ITEMS, 'không có trong danh mục'] });
  expect((await followApplication(nobody, receipt)).missing).toEqual([]);
  await step(officer, organisationId, 'accept', '2024-06-12');
  expect((await newest(organisationId)).application).toMatchObject({ state: 'complete', present: ITEMS });
});

test('REG-12 a receipt that was never given shows nothing', async () => {
  await aDossier();

  await expect(followApplication(nobody, 'aaaa-bbbb-cccc-dddd')).rejects.toMatchObject({
    refusal: { code: 'membership.receipt.not-found' },
  });
});

test('REG-12 while a dossier is open, or the organisation is a member, no second is taken in', async () => {
  const { organisationId } = await aDossier();
  const open = () => openApplication(officer, { organisationId, appliedOn: isoDate('2024-06-05'), present: [] });

  await expect(open()).rejects.toMatchObject({ refusal: { code: 'membership.application.open-already' } });
  const member = await aMember();
  await step(officer, member.organisationId, 'admit', '2024-06-20');
  const second = openApplication(officer, { ...member, appliedOn: isoDate('2024-06-21'), present: [] });
  await expect(second).rejects.toMatchObject({ refusal: { code: 'membership.member.already' } });
});

test('REG-12 an officer does not decide for the Board, and another alliance finds no such organisation', async () => {
  const { organisationId } = await aDossier();
  await step(officer, organisationId, 'accept', '2024-06-04');
  await step(officer, organisationId, 'submit', '2024-06-05');

  await expect(step(officer, organisationId, 'approve', '2024-06-10')).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  await expect(step(stranger, organisationId, 'withdraw', '2024-06-10')).rejects.toMatchObject({
    refusal: { code: 'register.organisation.not-found' },
  });
  expect((await membershipOf(stranger.read, organisationId)).applications).toEqual([]);
});

test('REG-12 of two people who step at once one is told of the other', async () => {
  const { organisationId } = await aDossier();

  const { id, version } = (await newest(organisationId)).application;
  const what = { organisationId, applicationId: id, seenVersion: version, paperNo: '', note: '' };
  const accept = () => stepApplication(officer, { ...what, move: 'accept', effectiveOn: isoDate('2024-06-04') });

  const both = await Promise.allSettled([accept(), accept()]);

  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { refusal: { code: 'membership.file.changed-meanwhile' } },
  });
});

test('REG-12 dues, suspension and leaving stand in the list, with counts that agree with the rows', async () => {
  const { organisationId } = await aMember();
  const member = async () => present((await newest(organisationId)).member, 'it is a member');
  const change = async (move: MemberMove, on: string) => {
    const { id, version } = await member();
    const what = { organisationId, memberId: id, seenVersion: version, move, effectiveOn: isoDate(on) };
    await stepMember(leader, { ...what, paperNo: '20/QĐ', note: 'vì' });
  };
  const rowOf = async (ask = '') => {
    const { list } = await readMembers(officer, readListAddress(new URLSearchParams(ask), '2024-06-24'));
    expect([...list.counts.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(list.rows.length);
    return list.rows.find((row) => row.organisationId === organisationId);
  };

  expect(await rowOf('chua-dong=1')).toMatchObject({ standing: 'member', paidDong: null });
  const { id, version } = await member();
  const due = { organisationId, memberId: id, seenVersion: version, year: 2024, paidOn: isoDate('2024-06-15') };
  await recordDue(officer, { ...due, amountDong: 400_000n, paperNo: '1' });
  await recordDue(officer, { ...due, amountDong: 500_000n, paperNo: '1' });
  expect((await member()).dues).toMatchObject([{ year: 2024, amountDong: 500_000n }]);
  expect(await rowOf('chua-dong=1')).toBeUndefined();
  await change('suspend', '2024-06-16');
  expect(await rowOf('tinh-trang=suspended')).toMatchObject({ standing: 'suspended', paidDong: 500_000n });
  await change('leave', '2024-06-20');
  expect(await member()).toMatchObject({ state: 'left', validUntil: '2024-06-20' });
  await expect(change('resume', '2024-06-21')).rejects.toMatchObject({
    refusal: { code: 'membership.member.move-not-allowed', facts: { allowed: [] } },
  });
  await expect(step(officer, organisationId, 'admit', '2024-06-22')).rejects.toMatchObject({
    refusal: { code: 'membership.member.left-before-card' },
  });
  const file = await exportMembers(
    officer,
    readListAddress(new URLSearchParams('tinh-trang=left'), '2024-06-24'),
    'csv',
  );
  expect(new TextDecoder().decode(file.bytes)).toContain('Đã ra');
});
