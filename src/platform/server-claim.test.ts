import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { refusals } from './messages.vi.ts';
import { claimDataFolder } from './server-claim.server.ts';

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-claim-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  return path.join(folder, 'data');
}

test('a second server on a data folder is refused with the process and port of the first, by whatever path it comes', async () => {
  const folder = await aFolder();
  const first = await claimDataFolder(folder, 0);
  first.listensOn(3107);
  await symlink(folder, `${folder}-link`);

  const second = claimDataFolder(`${folder}-link`, 3000);

  const facts = { pid: process.pid, port: 3107, dataFolder: `${folder}-link` };
  await expect(second).rejects.toMatchObject({ refusal: { code: 'platform.server.already-running', facts } });
  expect(refusals['platform.server.already-running'](facts)).toContain(`tiến trình ${process.pid}, cổng 3107`);
  await first.release();
});

test('a claimed folder is free again when it is released, and was made for its owner alone', async () => {
  const folder = await aFolder();
  await (await claimDataFolder(folder, 3000)).release();

  const again = await claimDataFolder(folder, 3000);

  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await again.release();
});

test('a server that was killed leaves no claim behind', async () => {
  const folder = await aFolder();
  const program = `import { claimDataFolder } from '#platform/server-claim.server.ts';
    await claimDataFolder(process.argv[1], 3000);
    process.stdout.write('claimed');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    cwd: path.join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect(claimDataFolder(folder, 3000)).rejects.toMatchObject({ refusal: { facts: { pid: child.pid } } });

  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));

  await (await claimDataFolder(folder, 3000)).release();
});
