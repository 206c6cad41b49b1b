import { beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { closeAccount, endGrant } from '#platform/auth/account-acts.server.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import type { AccountId, GrantKey } from '#platform/auth/grants.server.ts';
import { signIn } from '#platform/auth/sign-in.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { makeDoor, NOBODY } from '#platform/door.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { NewDelegation } from './delegate.server.ts';
import { delegateSigning, endDelegation } from './delegate.server.ts';
import { delegationFor, getDelegation, listDelegations } from './queries.server.ts';

const NINE = new Date('2024-06-24T02:00:00Z');
const PASSWORD = 'gánh lúa qua cầu chiều';
const NA = 'alliance:LMHTX-NA' as const;
let system: TestSystem;
let count = 0;

beforeAll(async () => {
  system = await testSystem();
});

const admin = (today = '2024-06-24') => testCtx(system, { today });

async function aPerson(role: string, scope: string = NA) {
  count += 1;
  return await addUser(admin(), {
    login: `nguoi-${count}`,
    displayName: `Người ${count}`,
    password: PASSWORD,
    role,
    scope,
  });
}

function as(accountId: AccountId, role: 'leader' | 'officer', today = '2024-06-24'): Ctx {
  return testCtx(system, { grants: [{ role, scope: NA }], today, accountId });
}

const wish = (from: AccountId, to: AccountId, more: Partial<NewDelegation> = {}): NewDelegation => ({
  fromAccountId: from,
  toAccountId: to,
  kind: 'KT',
  scope: NA,
  acts: ['reporting.submit-unit'],
  firstDay: isoDate('2024-06-24'),
  lastDay: isoDate('2024-06-30'),
  fromTitle: 'Chủ tịch',
  toTitle: 'Phó Chủ tịch',
  signerName: 'Cấp phó',
  ground: 'Phân công số 12, ngày 20/6/2024',
  ...more,
});

async function aPair() {
  const [leader, deputy] = [await aPerson('leader'), await aPerson('officer')];
  return { leader, deputy, asLeader: as(leader.accountId, 'leader') };
}

async function grantsOf(login: string, now: Date) {
  const attempt = { login, password: PASSWORD, address: `203.0.113.${count}`, userAgent: 'thử' };
  const token = await signIn(system.ctx(NOBODY, now), attempt, 'khóa thử');
  const { ctx } = await makeDoor(system, async () => ({ name: 'Nơi thử', covers: [] }))(token, now);
  return ctx.actor.grants.map(({ role, delegated }) =>
    delegated ? `${delegated.kind}. ${delegated.of}: ${delegated.acts}` : role,
  );
}

const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (error) => error.refusal?.code ?? error,
  );

test('IAM-03 the delegate comes in with the delegated right, on the days of the delegation and no others', async () => {
  const { leader, deputy, asLeader } = await aPair();
  await delegateSigning(asLeader, wish(leader.accountId, deputy.accountId), []);

  const [leaderName] = [`Người ${count - 1}`];
  expect(await grantsOf(deputy.login, NINE)).toEqual(['officer', `KT. ${leaderName}: reporting.submit-unit`]);
  expect(await grantsOf(deputy.login, new Date('2024-06-30T16:59:00Z'))).toHaveLength(2);
  expect(await grantsOf(deputy.login, new Date('2024-06-30T17:00:00Z'))).toEqual(['officer']);
});

test('IAM-03 a delegation ends early, with the delegator’s own right, and with either account', async () => {
  const first = await aPair();
  const id = await delegateSigning(first.asLeader, wish(first.leader.accountId, first.deputy.accountId), []);
  await endDelegation(first.asLeader, id, 'đã về');
  expect(await grantsOf(first.deputy.login, NINE)).toEqual(['officer']);
  expect(await codeOf(endDelegation(first.asLeader, id, ''))).toBe('platform.delegation.over');

  const second = await aPair();
  await delegateSigning(second.asLeader, wish(second.leader.accountId, second.deputy.accountId), []);
  await endGrant(
    admin(),
    second.leader.accountId,
    { role: 'leader', scope: NA, validFrom: '2024-06-24' } as GrantKey,
    '',
  );
  expect(await grantsOf(second.deputy.login, NINE)).toEqual(['officer']);

  const third = await aPair();
  await delegateSigning(third.asLeader, wish(third.leader.accountId, third.deputy.accountId), []);
  await closeAccount(admin(), third.leader.accountId, { day: '', reason: 'nghỉ' });
  expect(await grantsOf(third.deputy.login, NINE)).toEqual(['officer']);
});

test('IAM-03 refused: to oneself, in a circle, twice, to somebody who left, the words missing', async () => {
  const { leader, deputy, asLeader } = await aPair();
  const other = await aPerson('leader');
  const gone = await aPerson('officer');
  await closeAccount(admin(), gone.accountId, { day: '2024-06-28', reason: 'nghỉ' });
  const give = (ctx: Ctx, from: AccountId, to: AccountId, more: Partial<NewDelegation> = {}) =>
    codeOf(delegateSigning(ctx, wish(from, to, more), []));

  expect(await give(asLeader, leader.accountId, leader.accountId)).toBe('platform.delegation.to-self');
  expect(await give(asLeader, leader.accountId, other.accountId)).toBe('done');
  expect(await give(as(other.accountId, 'leader'), other.accountId, leader.accountId)).toBe(
    'platform.delegation.circular',
  );
  expect(await give(asLeader, leader.accountId, other.accountId)).toBe('platform.delegation.overlaps');
  expect(await give(asLeader, leader.accountId, gone.accountId)).toBe('platform.delegation.delegate-gone');
  expect(await give(asLeader, leader.accountId, deputy.accountId, { ground: ' ' })).toBe(
    'platform.delegation.words-missing',
  );
  expect(await give(asLeader, leader.accountId, deputy.accountId, { kind: 'Q' })).toBe(
    'platform.delegation.acting-head',
  );
});

test('IAM-03 what was delegated is not handed on, and nobody gives another’s signature', async () => {
  const { leader, deputy, asLeader } = await aPair();
  const third = await aPerson('officer');
  await delegateSigning(asLeader, wish(leader.accountId, deputy.accountId), []);
  const delegated = { delegationId: 'd', kind: 'KT', of: 'x', acts: ['reporting.submit-unit'] };
  const asDeputy = testCtx(system, {
    grants: [{ role: 'leader', scope: NA, delegated }],
    accountId: deputy.accountId,
  });

  expect(await codeOf(delegateSigning(asDeputy, wish(deputy.accountId, third.accountId), []))).toBe(
    'platform.access.denied',
  );
  expect(await codeOf(delegateSigning(admin(), wish(deputy.accountId, third.accountId), []))).toBe(
    'platform.delegation.handed-on',
  );
  expect(
    await codeOf(delegateSigning(as(third.accountId, 'leader'), wish(leader.accountId, third.accountId), [])),
  ).toBe('platform.access.denied');
});

test('IAM-03 two who delegate to one another at the same moment are not both let through', async () => {
  const [one, two] = [await aPerson('leader'), await aPerson('leader')];

  const codes = await Promise.all([
    codeOf(delegateSigning(as(one.accountId, 'leader'), wish(one.accountId, two.accountId), [])),
    codeOf(delegateSigning(as(two.accountId, 'leader'), wish(two.accountId, one.accountId), [])),
  ]);

  expect(codes.toSorted()).toEqual(['done', 'platform.delegation.circular']);
});

test('IAM-03 who signs on a day is found while the delegation is in force', async () => {
  const cluster = 'cluster:CUM-BTB' as const;
  const [head, deputy] = [await aPerson('leader', cluster), await aPerson('leader', 'alliance:LMHTX-QB')];
  const wanted = wish(head.accountId, deputy.accountId, { scope: cluster, acts: ['review.sign-report'] });
  const id = await delegateSigning(admin(), wanted, ['alliance:LMHTX-QB']);
  const on = async (day: string) =>
    (await delegationFor(system.owner.kysely, 'review.sign-report', cluster, isoDate(day)))?.id;

  expect([await on('2024-06-23'), await on('2024-06-24'), await on('2024-06-30'), await on('2024-07-01')]).toEqual([
    undefined,
    id,
    id,
    undefined,
  ]);
});

test('a delegation is seen by its two people, their unit’s leaders and inspectors', async () => {
  const { leader, deputy, asLeader } = await aPair();
  const id = await delegateSigning(asLeader, wish(leader.accountId, deputy.accountId), []);
  const stranger = testCtx(system, { grants: [{ role: 'officer', scope: NA }] });
  const inspector = testCtx(system, { grants: [{ role: 'inspector', scope: 'cluster:CUM-BTB' }] });

  expect((await getDelegation(as(deputy.accountId, 'officer'), id)).toTitle).toBe('Phó Chủ tịch');
  expect((await listDelegations(inspector)).some((each) => each.id === id)).toBe(true);
  expect(await codeOf(getDelegation(stranger, id))).toBe('platform.delegation.not-found');
  const acts = await sql`select from platform.event where subject_id = ${id}`.execute(system.owner.kysely);
  expect(acts.rows).toHaveLength(1);
});
