import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from './accounts.server.ts';
import { DEMO_ACCOUNTS, ensureDemoAccounts } from './demo-accounts.server.ts';

let system: TestSystem;
let folder: string;

beforeAll(async () => {
  system = await testSystem();
  folder = await mkdtemp(path.join(tmpdir(), 'hopluc-accounts-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

test('a new account gets a random password, a grant from today on and an entry in the record of acts', async () => {
  const added = await addUser(testCtx(system), {
    login: 'Mai.Lan@LienMinh',
    role: 'officer',
    scope: 'alliance:LMHTX-QB',
  });

  expect(added).toMatchObject({
    login: 'mai.lan@lienminh',
    password: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/),
  });
  const grants =
    await sql`select role, scope, valid_from from platform.account_grant where account_id = ${added.accountId}`.execute(
      system.app.kysely,
    );
  expect(grants.rows).toEqual([{ role: 'officer', scope: 'alliance:LMHTX-QB', valid_from: '2024-06-24' }]);
  const acts = await sql`select kind, facts from platform.event where subject_id = ${added.accountId}`.execute(
    system.app.kysely,
  );
  expect(acts.rows).toEqual([
    {
      kind: 'platform.account-added',
      facts: { login: 'mai.lan@lienminh', role: 'officer', scope: 'alliance:LMHTX-QB' },
    },
  ]);
});

test.each([
  { wanted: { login: 'có dấu', role: 'officer', scope: 'system' }, code: 'platform.account.login-invalid' },
  { wanted: { login: 'nguoi', role: 'boss', scope: 'system' }, code: 'platform.account.role-unknown' },
  { wanted: { login: 'nguoi', role: 'toString', scope: 'system' }, code: 'platform.account.role-unknown' },
  { wanted: { login: 'nguoi', role: 'officer', scope: 'tỉnh' }, code: 'platform.account.scope-unknown' },
  { wanted: { login: 'nguoi', role: 'officer', scope: 'system' }, code: 'platform.account.scope-unfit' },
  { wanted: { login: 'nguoi', role: 'secretary', scope: 'alliance:LMHTX-NA' }, code: 'platform.account.scope-unfit' },
  {
    wanted: { login: 'nguoi', role: 'fund-officer', scope: 'alliance:LMHTX-NA' },
    code: 'platform.account.scope-unfit',
  },
  {
    wanted: { login: 'nguoi', role: 'officer', scope: 'alliance:LMHTX-NA', password: '123456789012' },
    code: 'platform.password.too-common',
  },
])('IAM-01 refuses $wanted with $code', async ({ wanted, code }) => {
  await expect(addUser(testCtx(system), wanted)).rejects.toMatchObject({ refusal: { code } });
});

test('a login belongs to one person', async () => {
  const wanted = { login: 'trung-ten', role: 'editor', scope: 'cluster:CUM-BTB' };
  await addUser(testCtx(system), wanted);

  await expect(addUser(testCtx(system), wanted)).rejects.toMatchObject({
    refusal: { code: 'platform.account.login-taken' },
  });
});

test('only the administrator of the system adds people', async () => {
  const secretary = testCtx(system, { grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] });

  const attempt = addUser(secretary, { login: 'ai-do', role: 'admin', scope: 'system' });

  await expect(attempt).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
});

test('a second start finds the demonstration accounts and prints the same password, which only the owner may read', async () => {
  const first = await ensureDemoAccounts(testCtx(system), folder);
  const second = await ensureDemoAccounts(testCtx(system), folder);

  expect(second).toEqual(first);
  const kept = path.join(folder, 'demo-password');
  expect((await readFile(kept, 'utf8')).trim()).toBe(first.password);
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  const made = await sql<{ count: number }>`select count(*)::int as count from platform.account where is_demo`.execute(
    system.app.kysely,
  );
  expect(made.rows[0]?.count).toBe(DEMO_ACCOUNTS.length);
});

test.each(['2024-06-24', '2024-02-30', 'mai'])('AUD-03 a grant cannot end on %s', async (until) => {
  const wanted = { login: 'kiem-tra-vien', role: 'inspector', scope: 'system', until };

  await expect(addUser(testCtx(system), wanted)).rejects.toMatchObject({
    refusal: { code: 'platform.account.until-invalid', facts: { field: 'until' } },
  });
});
