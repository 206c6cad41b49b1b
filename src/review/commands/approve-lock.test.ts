import { afterAll, beforeAll, expect, test } from 'vitest';
import { declineProposal, getProposal, withdrawProposal } from '#platform/access/four-eyes.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { later, testPerson } from '#platform/testing/person.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, COOPERATIVES_2024, cooperatives, PERIOD } from '#reporting/testing.ts';
import { buildReview } from '../build.ts';
import { closePress } from '../papers/render-pdf.ts';
import { latestLock } from '../queries.ts';
import { changesSince } from '../seen.ts';
import { reportView } from '../views/report-view.ts';
import { approveLock } from './approve-lock.ts';
import { approveRestatement } from './approve-restatement.ts';
import { editSection } from './edit-section.ts';
import { lockReview } from './lock-review.ts';
import { proposeLock } from './propose-lock.ts';
import { proposeRestatement } from './propose-restatement.ts';
import { restateReview } from './restate-review.ts';

const SCOPE = `cluster:${CLUSTER}` as const;
const today = '2024-06-28';
const system = await testSystem();
const operator = testCtx(system, { today });
const secretary = await testPerson(system, { name: 'Thư ký', today, grants: [{ role: 'secretary', scope: SCOPE }] });
const leader = await testPerson(system, { name: 'Lãnh đạo', today, grants: [{ role: 'leader', scope: SCOPE }] });
const deputy = await testPerson(system, { name: 'Phó', today, grants: [{ role: 'leader', scope: SCOPE }] });
const admin = await testPerson(system, { name: 'Quản trị', today, grants: [{ role: 'admin', scope: 'system' }] });
const unitLeader = await testPerson(system, {
  name: 'Lãnh đạo đơn vị',
  today,
  grants: [{ role: 'leader', scope: 'alliance:LMHTX-NA' }],
});
afterAll(closePress);

const QUERY = { periodCode: PERIOD, version: null, formCode: null, open: null };
const refused = (code: string) => ({ refusal: { code } });
const proposed = () => proposeLock(secretary, CLUSTER, PERIOD, { note: 'Đã đối chiếu.' });

beforeAll(async () => {
  await anOpenCall(operator);
});

test('IAM-04 what may not be locked is not proposed either', async () => {
  await expect(proposed()).rejects.toMatchObject(refused('review.lock.nothing-submitted'));

  for (const [unit, count] of Object.entries(COOPERATIVES_2024))
    await aSubmittedUnit(operator, unit, cooperatives(count));
});

test('IAM-04 nobody who has signed in locks alone, not the secretary, not an administrator', async () => {
  await expect(lockReview(admin, CLUSTER, PERIOD)).rejects.toMatchObject(
    refused('platform.proposal.needs-second-person'),
  );
  for (const person of [secretary, leader])
    await expect(lockReview(person, CLUSTER, PERIOD)).rejects.toMatchObject(refused('platform.access.denied'));
});

test('IAM-04 a proposal is offered to the leader of the cluster with its figures, to nobody else', async () => {
  const id = await proposed();

  const seen = await Promise.all([leader, secretary, unitLeader].map(async (who) => await reportView(who, QUERY)));

  expect(seen.map(({ fourEyes }) => fourEyes.open?.may)).toEqual([
    { decide: true, withdraw: false },
    { decide: false, withdraw: true },
    { decide: false, withdraw: false },
  ]);
  expect(seen[0]?.fourEyes.keyRows.map(({ total }) => total.text)).toContain('4.425');
  expect(seen[0]?.fourEyes.open?.words).toContain('bản 1');
  await expect(approveLock(unitLeader, CLUSTER, PERIOD, id)).rejects.toMatchObject(refused('platform.access.denied'));
  await expect(approveLock(secretary, CLUSTER, PERIOD, id)).rejects.toMatchObject(refused('platform.access.denied'));
  await withdrawProposal(secretary, id);
});

test('IAM-04 what was changed since it was proposed is not locked; the approver reads what it is', async () => {
  const id = await proposed();
  await editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Có {HTX.SO} HTX.', seenVersion: 0 });

  await expect(approveLock(leader, CLUSTER, PERIOD, id)).rejects.toMatchObject({
    refusal: {
      code: 'review.lock.changed-since-proposal',
      facts: { changes: ['Lời văn mục “Bài học kinh nghiệm” đã sửa'] },
    },
  });
  expect((await reportView(leader, QUERY)).fourEyes.changes).toHaveLength(1);
  expect(await getProposal(leader, id)).toMatchObject({ state: 'open' });
  await declineProposal(later(system, leader, 1), id, 'Trình lại bản mới.');
  expect((await reportView(secretary, QUERY)).fourEyes.last).toMatchObject({ decisionNote: 'Trình lại bản mới.' });
});

test('IAM-04 a figure that was entered anew is named with what it was and what it is', async () => {
  const id = await proposed();
  const { seen } = await getProposal(leader, id);
  const { snapshot } = await buildReview(leader, CLUSTER, PERIOD);
  const figure = snapshot.figures['HTX.SO'];
  const moved = { ...figure, current: { ...figure?.current, total: '4426' } };

  const changes = changesSince(seen, { ...snapshot, figures: { ...snapshot.figures, 'HTX.SO': moved as never } });

  expect(changesSince(seen, snapshot)).toEqual([]);
  expect(changes).toEqual([expect.stringMatching(/, Toàn cụm: lúc trình 4\.425, nay 4\.426$/)]);
  await withdrawProposal(secretary, id);
});

test('IAM-04 of two who approve at once one locks, and both names stand on the lock', async () => {
  const id = await proposed();

  const ends = await Promise.allSettled([leader, deputy].map((who) => approveLock(who, CLUSTER, PERIOD, id)));

  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { refusal: { code: expect.stringMatching(/decided-meanwhile|already-locked/) } },
  });
  const lock = await latestLock(operator.read, CLUSTER, PERIOD);
  expect(lock?.lockedBy).toMatch(/^(Lãnh đạo|Phó) duyệt, Thư ký trình$/);
  const { rows } = await sql<{ facts: object }>`select facts from platform.event where kind = 'review.locked'`.execute(
    system.owner.kysely,
  );
  expect(rows).toMatchObject([{ facts: { proposal: id, proposedBy: 'Thư ký' } }]);
});

test('IAM-04 a locked review is opened by two, and by the same rules', async () => {
  await expect(restateReview(admin, CLUSTER, PERIOD, { reason: 'x' })).rejects.toMatchObject(
    refused('platform.proposal.needs-second-person'),
  );
  await expect(proposeRestatement(secretary, CLUSTER, PERIOD, { reason: ' ' })).rejects.toMatchObject(
    refused('review.restatement.reason-missing'),
  );
  const id = await proposeRestatement(secretary, CLUSTER, PERIOD, { reason: 'Nghệ An đếm thiếu.' });
  await expect(approveRestatement(unitLeader, CLUSTER, PERIOD, id)).rejects.toMatchObject(
    refused('platform.access.denied'),
  );

  expect(await approveRestatement(leader, CLUSTER, PERIOD, id)).toEqual({ version: 2 });
  await expect(approveRestatement(deputy, CLUSTER, PERIOD, id)).rejects.toMatchObject(
    refused('platform.proposal.decided-meanwhile'),
  );
  await expect(proposeRestatement(secretary, CLUSTER, PERIOD, { reason: 'Nữa.' })).rejects.toMatchObject(
    refused('review.restatement.open-already'),
  );
});

test('IAM-04 the command line locks alone; the record says so, and what waited is closed', async () => {
  const id = await proposeLock(later(system, secretary, 1), CLUSTER, PERIOD, { note: '' });

  await lockReview(operator, CLUSTER, PERIOD);

  expect(await getProposal(operator, id)).toMatchObject({ state: 'expired', decidedBy: 'Người thử' });
  await expect(approveLock(leader, CLUSTER, PERIOD, id)).rejects.toMatchObject(refused('platform.proposal.expired'));
  const { rows } = await sql`select 1 from platform.event
    where kind = 'review.locked' and facts ->> 'byOperator' = 'true'`.execute(system.owner.kysely);
  expect(rows).toHaveLength(1);
});
