import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { makeDoor, NOBODY } from '#platform/door.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import {
  closeAccount,
  endAllSessions,
  endGrant,
  giveGrant,
  movePerson,
  reopenAccount,
  resetPassword,
} from './account-acts.server.ts';
import { addUser } from './accounts.server.ts';
import type { AccountId, GrantKey } from './grants.server.ts';
import { signIn } from './sign-in.server.ts';

const PASSWORD = 'gánh lúa qua cầu chiều';
const NINE = new Date('2024-06-24T02:00:00Z');
const OFFICER = { role: 'officer', scope: 'alliance:LMHTX-NA' } as const;
let system: TestSystem;
let count = 0;

beforeAll(async () => {
  system = await testSystem();
});

const admin = (today = '2024-06-24') => testCtx(system, { today });
const at = (text: string) => new Date(text);
const door = () => makeDoor(system, async () => ({ name: 'Nơi thử', covers: [] }));

async function aPerson(grant: { role: string; scope: string; from?: string } = OFFICER) {
  count += 1;
  return await addUser(admin(), { login: `nguoi-${count}`, password: PASSWORD, ...grant });
}

async function signedIn(login: string, now = NINE, password = PASSWORD): Promise<string> {
  const attempt = { login, password, address: `203.0.113.${count}`, userAgent: 'thử' };
  return await signIn(system.ctx(NOBODY, now), attempt, 'khóa thử');
}

async function grantsOf(token: string, now: Date) {
  const { ctx } = await door()(token, now);
  return ctx.actor.accountId === null ? null : ctx.actor.grants.map(({ role, scope }) => `${role} ${scope}`);
}

async function rowsOf(accountId: AccountId) {
  const found = await sql<{ role: string; scope: string; from: string; until: string | null }>`
    select role, scope, valid_from as from, valid_until as until from platform.account_grant
    where account_id = ${accountId} order by valid_from, role`.execute(system.owner.kysely);
  return found.rows;
}

async function kindsOf(accountId: AccountId): Promise<readonly string[]> {
  const found = await sql<{ kind: string }>`select kind from platform.event where subject_id = ${accountId}
    and kind <> 'platform.signed-in' order by created_at, id`.execute(system.owner.kysely);
  return found.rows.map(({ kind }) => kind);
}

const key = (validFrom = '2024-06-24') => ({ ...OFFICER, validFrom }) as GrantKey;
const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (error) => error.refusal?.code ?? error,
  );

describe('joiner', () => {
  test('IAM-05 a right that begins later works from that day on and not before', async () => {
    const { login, accountId } = await aPerson({ ...OFFICER, from: '2024-06-25' });
    const token = await signedIn(login, at('2024-06-24T16:55:00Z'));

    expect(await grantsOf(token, at('2024-06-24T16:59:59Z'))).toEqual([]);
    expect(await grantsOf(token, at('2024-06-24T17:00:00Z'))).toEqual(['officer alliance:LMHTX-NA']);
    expect((await rowsOf(accountId)).map(({ from }) => from)).toEqual(['2024-06-25']);
  });

  test.each([
    { wanted: { ...OFFICER, from: '2024-06-23' }, code: 'platform.account.day-past' },
    { wanted: { ...OFFICER, from: 'mai' }, code: 'platform.account.day-past' },
    { wanted: { ...OFFICER, from: '2024-07-01', until: '2024-07-01' }, code: 'platform.account.until-invalid' },
    { wanted: { role: 'secretary', scope: 'alliance:LMHTX-NA' }, code: 'platform.account.scope-unfit' },
    { wanted: { ...OFFICER, from: '2024-07-01' }, code: 'platform.account.grant-taken' },
  ])('IAM-05 a right is not given: $code', async ({ wanted, code }) => {
    const { accountId } = await aPerson();

    expect(await codeOf(giveGrant(admin(), accountId, wanted))).toBe(code);
  });
});

test('IAM-05 a mover has the old right until that day and the new one from it, in one act', async () => {
  const { login, accountId } = await aPerson();
  await movePerson(admin(), accountId, { role: 'leader', scope: 'alliance:LMHTX-HT', from: '2024-06-25' });
  const token = await signedIn(login, at('2024-06-24T16:50:00Z'));

  expect(await grantsOf(token, at('2024-06-24T16:59:59Z'))).toEqual(['officer alliance:LMHTX-NA']);
  expect(await grantsOf(token, at('2024-06-24T17:00:00Z'))).toEqual(['leader alliance:LMHTX-HT']);
  expect((await kindsOf(accountId)).toSorted()).toEqual(['platform.account-added', 'platform.person-moved']);
});

test('IAM-05 a mover whose new right means nothing keeps the old one', async () => {
  const { accountId } = await aPerson();

  expect(await codeOf(movePerson(admin(), accountId, { role: 'secretary', scope: 'alliance:LMHTX-NA' }))).toBe(
    'platform.account.scope-unfit',
  );
  expect((await rowsOf(accountId)).map(({ until }) => until)).toEqual([null]);
});

describe('leaver', () => {
  test('IAM-05 a leaver has nothing at the very next request, and cannot come back in', async () => {
    const { login, accountId } = await aPerson();
    const token = await signedIn(login);
    expect(await grantsOf(token, NINE)).toEqual(['officer alliance:LMHTX-NA']);

    await closeAccount(admin(), accountId, { day: '', reason: 'chuyển cơ quan' });

    expect(await grantsOf(token, NINE)).toBeNull();
    expect(await codeOf(signedIn(login, at('2024-06-24T02:00:01Z')))).toBe('platform.sign-in.wrong');
    const kept = await sql`select from platform.session where account_id = ${accountId}`.execute(system.owner.kysely);
    expect(kept.rows).toHaveLength(0);
  });

  test('IAM-05 a leaver whose last day is known is out from midnight in Việt Nam, though still signed in', async () => {
    const { login, accountId } = await aPerson();
    await closeAccount(admin(), accountId, { day: '2024-06-25', reason: 'nghỉ hưu' });
    const token = await signedIn(login, at('2024-06-24T16:45:00Z'));

    expect(await grantsOf(token, at('2024-06-24T16:59:59Z'))).toEqual(['officer alliance:LMHTX-NA']);
    expect(await grantsOf(token, at('2024-06-24T17:00:00Z'))).toBeNull();
    expect(await codeOf(signedIn(login, at('2024-06-24T17:00:00Z')))).toBe('platform.sign-in.wrong');
  });

  test('IAM-05 opened again, an account has none of its old rights', async () => {
    const { login, accountId } = await aPerson();
    await closeAccount(admin(), accountId, { day: '', reason: 'nghỉ thai sản' });
    expect(await codeOf(giveGrant(admin(), accountId, OFFICER))).toBe('platform.account.is-closed');

    await reopenAccount(admin('2024-07-01'), accountId);

    expect(await grantsOf(await signedIn(login, at('2024-07-01T02:00:00Z')), at('2024-07-01T02:00:00Z'))).toEqual([]);
    expect(await codeOf(reopenAccount(admin('2024-07-01'), accountId))).toBe('platform.account.not-closed');
  });

  test.each([
    { day: '2024-06-23', reason: 'nghỉ', code: 'platform.account.day-past' },
    { day: '', reason: '  ', code: 'platform.account.reason-missing' },
  ])('IAM-05 an account does not close: $code', async ({ code, ...how }) => {
    const { accountId } = await aPerson();

    expect(await codeOf(closeAccount(admin(), accountId, how))).toBe(code);
  });
});

test('IAM-05 a right ends on a day and stays in the history; one that has not begun never begins', async () => {
  const { accountId } = await aPerson();
  await giveGrant(admin(), accountId, { role: 'leader', scope: 'alliance:LMHTX-NA', from: '2024-09-01' });

  await endGrant(admin(), accountId, key(), '2024-07-01');
  await endGrant(
    admin(),
    accountId,
    { role: 'leader', scope: 'alliance:LMHTX-NA', validFrom: '2024-09-01' } as GrantKey,
    '',
  );

  expect(await rowsOf(accountId)).toMatchObject([
    { role: 'officer', until: '2024-07-01' },
    { role: 'leader', from: '2024-09-01', until: '2024-09-01' },
  ]);
  expect(await codeOf(endGrant(admin('2024-08-01'), accountId, key(), ''))).toBe('platform.account.grant-not-found');
  await expect(
    sql`delete from platform.account_grant where account_id = ${accountId}`.execute(system.app.kysely),
  ).rejects.toThrow('permission denied');
});

test('IAM-05 the last administrator can be neither closed nor lose the right', async () => {
  const last = await aPerson({ role: 'admin', scope: 'system' });
  const grant = { role: 'admin', scope: 'system', validFrom: '2024-06-24' } as GrantKey;

  expect(await codeOf(endGrant(admin(), last.accountId, grant, ''))).toBe('platform.account.last-admin');
  expect(await codeOf(closeAccount(admin(), last.accountId, { day: '', reason: 'nghỉ' }))).toBe(
    'platform.account.last-admin',
  );

  await aPerson({ role: 'admin', scope: 'system' });
  expect(await codeOf(endGrant(admin(), last.accountId, grant, ''))).toBe('done');
});

test('a reset password opens the door, the old one and the sessions do not', async () => {
  const { login, accountId } = await aPerson();
  const token = await signedIn(login);

  const password = await resetPassword(admin(), accountId);

  expect(await grantsOf(token, NINE)).toBeNull();
  expect(await codeOf(signedIn(login))).toBe('platform.sign-in.wrong');
  expect(await grantsOf(await signedIn(login, NINE, password), NINE)).toEqual(['officer alliance:LMHTX-NA']);
  expect(await kindsOf(accountId)).toContain('platform.password-reset');
});

test('all sessions of a person end at once', async () => {
  const { login, accountId } = await aPerson();
  const tokens = [await signedIn(login), await signedIn(login)];

  expect(await endAllSessions(admin(), accountId)).toBe(2);
  expect(await Promise.all(tokens.map((token) => grantsOf(token, NINE)))).toEqual([null, null]);
});

test('IAM-01 nobody but an administrator of the system manages accounts', async () => {
  const { accountId } = await aPerson();
  const leader = testCtx(system, { grants: [{ role: 'leader', scope: 'alliance:LMHTX-NA' }] });

  const attempts = [
    giveGrant(leader, accountId, OFFICER),
    movePerson(leader, accountId, OFFICER),
    endGrant(leader, accountId, key(), ''),
    closeAccount(leader, accountId, { day: '', reason: 'x' }),
    reopenAccount(leader, accountId),
    endAllSessions(leader, accountId),
    resetPassword(leader, accountId),
  ];

  expect(new Set(await Promise.all(attempts.map(codeOf)))).toEqual(new Set(['platform.access.denied']));
});

test('IAM-01 an unknown pair of role and scope found in the database gives nothing and is written down once a day', async () => {
  const { login, accountId } = await aPerson();
  await sql`insert into platform.account_grant (account_id, role, scope, valid_from)
    values (${accountId}, 'secretary', 'alliance:LMHTX-NA', '2024-06-24')`.execute(system.owner.kysely);
  const token = await signedIn(login);

  for (const now of [NINE, at('2024-06-24T02:05:00Z'), at('2024-06-24T02:06:00Z')])
    expect(await grantsOf(token, now)).toEqual(['officer alliance:LMHTX-NA']);

  expect((await kindsOf(accountId)).filter((kind) => kind === 'platform.grant-unknown')).toHaveLength(1);
  const next = await signedIn(login, at('2024-06-25T02:00:00Z'));
  expect(await grantsOf(next, at('2024-06-25T02:00:00Z'))).toEqual(['officer alliance:LMHTX-NA']);
  expect((await kindsOf(accountId)).filter((kind) => kind === 'platform.grant-unknown')).toHaveLength(2);
});
