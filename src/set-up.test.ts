import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { finishSetUp } from '#installation/commands/finish-set-up.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import { NOBODY } from '#platform/door.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { makeSetUp } from './set-up.ts';

const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc cài '));
afterAll(async () => await rm(scratch, { recursive: true }));

async function anInstallation() {
  const system = await testSystem();
  const dataFolder = await mkdtemp(path.join(scratch, 'dữ liệu '));
  const nobody = system.ctx(NOBODY, new Date('2024-06-24T02:00:00Z'));
  const started = async (isDemo = false) =>
    await makeSetUp(system, { dataFolder, backupFolder: null, backupKey: undefined }, isDemo, nobody.now);
  return { system, nobody, started, codeFile: path.join(dataFolder, 'setup-code') };
}

test('ADM-01 an installation without accounts has a code, the same at every start, for its owner alone', async () => {
  const { started, codeFile } = await anInstallation();

  const [first, second] = [await started(), await started()];

  expect(first.code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  expect(second.code).toBe(first.code);
  expect(await first.isOpen()).toBe(true);
  expect((await stat(codeFile)).mode & 0o777).toBe(0o600);
  expect((await readFile(codeFile, 'utf8')).trim()).toBe(first.code);
});

test('ADM-01 only the code opens the set-up, in whatever capitals it was typed', async () => {
  const { started, nobody } = await anInstallation();
  const setUp = await started();
  const door = setUp.door(`a=b; hopluc_setup=${setUp.code}`, true);

  expect(door.enter(nobody, null)).toBeUndefined();
  expect(door.enter(nobody, 'aaaa-bbbb-cccc-dddd')).toBeUndefined();
  expect(door.enter(nobody, '')).toBeUndefined();
  expect(door.enter(nobody, ` ${setUp.code?.toUpperCase()}`)?.actor.grants).toEqual([
    { role: 'admin', scope: 'system' },
  ]);
  expect(door.shown).toBe(setUp.code);
  expect(door.cookie('x')).toBe('hopluc_setup=x; Path=/cai-dat; HttpOnly; SameSite=Strict; Secure');
  expect(setUp.door('hopluc_setup=<script>', false).shown).toBeNull();
});

test('ADM-01 a set-up that was finished is closed for every process, and its code is worth nothing', async () => {
  const { started, nobody, codeFile } = await anInstallation();
  const [here, elsewhere] = [await started(), await started()];
  const door = here.door(undefined, false);
  const inside = door.enter(nobody, here.code);

  await finishSetUp(inside ?? nobody);
  await door.close();

  expect([await here.isOpen(), await elsewhere.isOpen()]).toEqual([false, false]);
  expect(door.enter(nobody, here.code)).toBeUndefined();
  expect(existsSync(codeFile)).toBe(false);
  expect((await started()).code).toBeNull();
});

test('ADM-01 nobody but the holder of the code may finish it', async () => {
  const { nobody } = await anInstallation();

  await expect(finishSetUp(nobody)).rejects.toThrow('platform.access.denied');
});

test('an installation that has accounts, or demonstration data, is not set up', async () => {
  const [withAccounts, demo] = [await anInstallation(), await anInstallation()];
  const before = await withAccounts.started();
  await addUser(testCtx(withAccounts.system), { login: 'quan.tri', role: 'admin', scope: 'system' });

  expect(before.code).not.toBeNull();
  expect(await before.isOpen()).toBe(false);
  expect((await withAccounts.started()).code).toBeNull();
  expect(await (await demo.started(true)).isOpen()).toBe(false);
  expect(existsSync(demo.codeFile)).toBe(false);
});
