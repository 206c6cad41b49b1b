import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { later, testPerson } from '#platform/testing/person.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import {
  approve,
  closeProposal,
  countWaiting,
  declineProposal,
  findLastDecision,
  findOpenProposal,
  getProposal,
  listProposals,
  propose,
  withdrawProposal,
} from './four-eyes.server.ts';
import type { ProposalId } from './four-eyes.ts';
import { aloneRefusal, BULK_ROWS_MAX, isOperator, listedAct, needsSecondPerson, WAITS_HOURS } from './four-eyes.ts';
import { action } from './permissions.ts';
import { proposalView } from './proposal-view.ts';

const CLUSTER = 'cluster:CUM-BTB';
const ACT = listedAct({
  name: 'test.send',
  label: 'Gửi thử',
  payload: z.object({ what: z.string() }),
  proposing: action('test.propose-sending', { secretary: 'own' }),
  approving: action('test.approve-sending', { leader: 'own' }),
  carriedOutAs: 'secretary',
  href: ({ what }) => `/thu/${what}`,
});
const OTHER = listedAct({ ...ACT, name: 'test.other' });

const system = await testSystem();
const secretary = await testPerson(system, { name: 'Thư ký', grants: [{ role: 'secretary', scope: CLUSTER }] });
const leader = await testPerson(system, { name: 'Lãnh đạo', grants: [{ role: 'leader', scope: CLUSTER }] });
const second = await testPerson(system, { name: 'Phó', grants: [{ role: 'leader', scope: CLUSTER }] });
const stranger = await testPerson(system, { name: 'Xa', grants: [{ role: 'leader', scope: 'cluster:CUM-KHAC' }] });
const admin = await testPerson(system, { name: 'Quản trị', grants: [{ role: 'admin', scope: 'system' }] });

let subject = '';
let subjects = 0;
beforeEach(() => {
  subjects += 1;
  subject = `việc ${subjects}`;
});

async function proposed(by: Ctx = secretary, act = ACT): Promise<ProposalId> {
  return await by.transact(
    async (tx) =>
      await propose(tx, by, act, {
        scope: CLUSTER,
        subject,
        payload: { what: 'thư' },
        words: 'Gửi thư',
        seen: { total: '4425' },
        seenHash: 'sha256:x',
        note: '',
      }),
  );
}

async function approved(by: Ctx, id: ProposalId, work: () => void = () => {}) {
  return await by.transact(async (tx) => {
    const taken = await approve(tx, by, ACT, id);
    work();
    return taken;
  });
}

const refused = (code: string) => ({ refusal: { code } });

test('IAM-04 what one proposes another approves, and the act is done with the roles of both', async () => {
  const id = await proposed();

  const { proposal, both } = await approved(leader, id);

  expect(proposal).toMatchObject({ id, payload: { what: 'thư' }, seen: { total: '4425' }, proposedBy: 'Thư ký' });
  expect(both.actor).toMatchObject({ name: 'Lãnh đạo', accountId: leader.actor.accountId });
  expect(both.actor.grants.map(({ role }) => role)).toEqual(['leader', 'secretary']);
  expect(await findOpenProposal(leader, ACT, subject)).toBeUndefined();
  expect(await getProposal(leader, id)).toMatchObject({ state: 'approved', decidedBy: 'Lãnh đạo' });
  const acts = await sql<{ kind: string; created_by: string }>`
    select kind, created_by from platform.event where subject_id = ${subject} order by kind desc`.execute(
    system.owner.kysely,
  );
  expect(acts.rows).toEqual([
    { kind: 'platform.act-proposed', created_by: 'Thư ký' },
    { kind: 'platform.act-approved', created_by: 'Lãnh đạo' },
  ]);
});

test('IAM-04 nobody approves or declines what they proposed, not through another of their grants, not as administrator', async () => {
  const id = await proposed();
  const bothRoles = later(system, secretary, 1, [
    { role: 'secretary', scope: CLUSTER },
    { role: 'leader', scope: CLUSTER },
    { role: 'admin', scope: 'system' },
  ]);

  await expect(approved(bothRoles, id)).rejects.toMatchObject(refused('platform.proposal.own.denied'));
  await expect(declineProposal(bothRoles, id, 'không')).rejects.toMatchObject(refused('platform.proposal.own.denied'));
  expect(await countWaiting(bothRoles)).toBe(0);
  expect(proposalView(bothRoles.actor, ACT, await getProposal(bothRoles, id)).may).toEqual({
    decide: false,
    withdraw: true,
  });
  await withdrawProposal(secretary, id);
});

test('IAM-04 whoever lacks the right at that scope is not offered it, and refused', async () => {
  const id = await proposed();

  const colleague = await testPerson(system, { name: 'Bạn', grants: [{ role: 'secretary', scope: CLUSTER }] });
  const nameless = testCtx(system, { grants: [{ role: 'leader', scope: CLUSTER }] });
  for (const [person, code] of [
    [stranger, 'platform.proposal.not-found'],
    [colleague, 'platform.access.denied'],
    [nameless, 'platform.access.denied'],
  ] as const) {
    await expect(approved(person, id)).rejects.toMatchObject(refused(code));
    await expect(declineProposal(person, id, 'không')).rejects.toMatchObject(refused(code));
    expect(await countWaiting(person)).toBe(0);
  }
  expect((await listProposals(stranger)).filter((each) => each.subject === subject)).toEqual([]);
  expect(proposalView(colleague.actor, ACT, await getProposal(colleague, id)).may.decide).toBe(false);
  expect(await countWaiting(leader)).toBe(1);
  await expect(proposed(leader)).rejects.toMatchObject(refused('platform.access.denied'));
  await declineProposal(leader, id, 'thử');
});

test('IAM-04 an administrator is the second person like any other, and cannot act alone', async () => {
  const id = await proposed();

  expect(aloneRefusal(admin.actor, 'Khóa')).toMatchObject({ code: 'platform.proposal.needs-second-person' });
  expect(isOperator(admin.actor)).toBe(false);
  expect(aloneRefusal(testCtx(system).actor, 'Khóa')).toBeUndefined();
  expect((await approved(admin, id)).proposal.id).toBe(id);
});

test('IAM-04 the database itself refuses one person as both, and a second decision', async () => {
  const id = await proposed();
  const decide = async (as: Ctx, state: string, by: string | null) =>
    await as.transact(
      async (tx) =>
        await sql`update platform.proposal set state = ${state}, decided_at = ${as.now}, decided_by = 'x', decider_id = ${by}
          where id = ${id}`.execute(tx),
    );

  await expect(decide(secretary, 'approved', secretary.actor.accountId)).rejects.toThrow(/second_person_decides/);
  await expect(decide(leader, 'declined', null)).rejects.toThrow(/second_person_decides/);
  await expect(decide(leader, 'withdrawn', leader.actor.accountId)).rejects.toThrow(/only_the_proposer_withdraws/);
  await expect(decide(secretary, 'approved', leader.actor.accountId)).rejects.toThrow(/row-level security/);
  await expect(
    leader.transact(async (tx) => await sql`update platform.proposal set payload = '{}' where id = ${id}`.execute(tx)),
  ).rejects.toThrow(/permission denied/);
  await decide(leader, 'declined', leader.actor.accountId);
  await expect(decide(second, 'approved', second.actor.accountId)).rejects.toThrow(
    /a decided proposal is never changed/,
  );
});

test('IAM-04 the database shows a proposal to the offices of its scope only', async () => {
  const id = await proposed();
  const count = async (who: Ctx) =>
    (await sql`select from platform.proposal where id = ${id}`.execute(who.read)).rows.length;

  expect(await Promise.all([secretary, leader, admin, stranger].map(count))).toEqual([1, 1, 1, 0]);
  await withdrawProposal(secretary, id);
});

test('IAM-04 one proposal at a time about a subject; another act or subject has its own', async () => {
  const id = await proposed();

  await expect(proposed(admin)).rejects.toMatchObject(refused('platform.proposal.already-open'));
  expect(await proposed(secretary, OTHER)).not.toBe(id);
  await expect(leader.transact(async (tx) => await approve(tx, leader, OTHER, id))).rejects.toMatchObject(
    refused('platform.proposal.not-found'),
  );
  await withdrawProposal(secretary, id);
  expect(await proposed()).not.toBe(id);
});

test('IAM-04 only the proposer withdraws, and what was withdrawn is not approved', async () => {
  const id = await proposed();

  await expect(withdrawProposal(leader, id)).rejects.toMatchObject(refused('platform.proposal.withdrawal.denied'));
  await withdrawProposal(secretary, id);

  await expect(approved(leader, id)).rejects.toMatchObject({
    refusal: { code: 'platform.proposal.decided-meanwhile', facts: { state: 'withdrawn', decidedBy: 'Thư ký' } },
  });
});

test('IAM-04 what nobody decided in time has expired and makes room for a new proposal', async () => {
  const id = await proposed();
  const justInTime = later(system, leader, WAITS_HOURS - 1);
  const tooLate = later(system, leader, WAITS_HOURS);

  expect(await findOpenProposal(justInTime, ACT, subject)).toBeDefined();
  expect(await findOpenProposal(tooLate, ACT, subject)).toBeUndefined();
  await expect(approved(tooLate, id)).rejects.toMatchObject(refused('platform.proposal.expired'));
  const next = await proposed(later(system, secretary, WAITS_HOURS));
  expect(next).not.toBe(id);
  expect(await findLastDecision(tooLate, ACT, subject)).toMatchObject({ id, state: 'expired' });
});

test('IAM-04 of two who approve at once one wins, and the act is done once; the other is told who was first', async () => {
  const id = await proposed();
  let done = 0;
  const count = () => {
    done += 1;
  };

  const ends = await Promise.allSettled([approved(leader, id, count), approved(second, id, count)]);

  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(done).toBe(1);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { refusal: { code: 'platform.proposal.decided-meanwhile', facts: { state: 'approved' } } },
  });
});

test('IAM-04 of an approval and a refusal at once one stands', async () => {
  const id = await proposed();

  const ends = await Promise.allSettled([approved(leader, id), declineProposal(second, id, 'Chưa đối chiếu.')]);

  const { state } = await getProposal(leader, id);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(state).toBe(ends[0]?.status === 'fulfilled' ? 'approved' : 'declined');
});

test('IAM-04 an act that fails after its approval leaves the proposal waiting', async () => {
  const id = await proposed();

  await expect(
    approved(leader, id, () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');

  expect((await findOpenProposal(leader, ACT, subject))?.id).toBe(id);
});

test('IAM-04 the command line proposes nothing; what it does itself closes what waited', async () => {
  const operator = testCtx(system);
  await expect(proposed(operator)).rejects.toMatchObject(refused('platform.proposal.no-account'));
  const id = await proposed();

  await operator.transact(async (tx) => await closeProposal(tx, operator, ACT, subject));

  expect(await getProposal(operator, id)).toMatchObject({ state: 'expired', decidedBy: 'Người thử' });
});

test.each([
  { rows: 0, needs: false },
  { rows: 50, needs: false },
  { rows: 51, needs: true },
])('IAM-04 an act on $rows rows needs a second person: $needs', ({ rows, needs }) => {
  expect(BULK_ROWS_MAX).toBe(50);
  expect(needsSecondPerson(rows)).toBe(needs);
});

test('an act is listed once', () => {
  expect(() => listedAct(ACT)).toThrow('test.send is listed once');
});
