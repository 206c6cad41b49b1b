import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { assert } from '#kernel/assert.ts';
import { openDatabase, sql } from './db.server.ts';
import { attachOrStart, OWNER, stopServer } from './embedded.server.ts';
import type { Databases } from './open.server.ts';
import { openDatabases } from './open.server.ts';

const WRITER = path.join(import.meta.dirname, '../testing/writer.ts');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const programs = process.env.HOPLUC_TEST_PROGRAMS;
const embedded = programs ? { programs } : {};

async function aDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc có dấu cách '));
  onTestFinished(async () => {
    await stopServer(path.join(folder, 'data', 'postgres'));
    await rm(folder, { recursive: true, force: true });
  });
  return path.join(folder, 'data');
}

async function open(dataFolder: string): Promise<Databases> {
  return await openDatabases({ dataFolder, databaseUrl: undefined, embedded: { ...embedded, durable: false } });
}

async function postmasterOf(dataFolder: string): Promise<number> {
  return Number((await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function one(databases: Databases): Promise<number | undefined> {
  return (await sql<{ one: number }>`select 1 as one`.execute(databases.owner.kysely)).rows[0]?.one;
}

/** Runs the writer until it has printed some numbers; answers the process and the greatest number acknowledged so far. */
async function aWriter(dataFolder: string): Promise<{ child: ChildProcess; acknowledged(): number }> {
  const child = spawn(process.execPath, [WRITER, dataFolder, ...(programs ? [programs] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  while (text.length < 200) {
    assert(child.exitCode === null, 'the writer goes on writing');
    await wait(10);
  }
  return { child, acknowledged: () => Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1)) };
}

test('the data folder is for its owner alone', async () => {
  const dataFolder = await aDataFolder();

  const databases = await open(dataFolder);
  await databases.close();

  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
  expect((await stat(path.join(dataFolder, 'postgres'))).mode & 0o777).toBe(0o700);
});

test('the last one out stops the server, also when another came by another path', async () => {
  const dataFolder = await aDataFolder();
  const other = `${dataFolder} khác`;
  await mkdir(dataFolder);
  await symlink(dataFolder, other);
  const [first, second] = await Promise.all([open(dataFolder), open(other)]);

  await first.close();
  const whileHeld = await one(second);
  await second.close();

  expect(whileHeld).toBe(1);
  expect(existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('who comes while the last one leaves gets a server all the same', async () => {
  const dataFolder = await aDataFolder();
  const first = await open(dataFolder);

  const [, second] = await Promise.all([first.close(), open(dataFolder)]);

  expect(await one(second)).toBe(1);
  await second.close();
});

test('killing the server and its client at any moment loses no acknowledged write', async () => {
  const dataFolder = await aDataFolder();
  await (await open(dataFolder)).close();

  for (const first of ['postgres', 'client', 'both']) {
    const { child, acknowledged } = await aWriter(dataFolder);
    const postmaster = await postmasterOf(dataFolder);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (first !== 'client') process.kill(postmaster, 'SIGKILL');
    if (first !== 'postgres') child.kill('SIGKILL');
    await wait(30);
    const promised = acknowledged();
    child.kill('SIGKILL');
    await gone;

    const databases = await open(dataFolder);
    const kept = await sql<{ count: number; last: number }>`
      select count(*)::int as count, max(number) as last from public.written`.execute(databases.owner.kysely);
    await databases.close();

    expect(promised).toBeGreaterThan(10);
    expect(kept.rows[0]?.last).toBeGreaterThanOrEqual(promised);
    expect(kept.rows[0]?.count).toBe(kept.rows[0]?.last);
  }
});

test('a pid file whose number now belongs to another program does not keep the server from starting', async () => {
  const dataFolder = await aDataFolder();
  await (await open(dataFolder)).close();
  const socketFolder = (await attachOrStart(path.join(dataFolder, 'postgres'), embedded)).socketFolder;
  const lines = (await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  await stopServer(path.join(dataFolder, 'postgres'));
  const stale = [String(process.pid), ...lines.slice(1)].join('\n');
  await writeFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), stale, { mode: 0o600 });
  await mkdir(socketFolder, { mode: 0o700 });
  await writeFile(path.join(socketFolder, '.s.PGSQL.5432.lock'), stale, { mode: 0o600 });

  const databases = await open(dataFolder);

  expect(await one(databases)).toBe(1);
  await databases.close();
});

test('an open database comes back by itself when PostgreSQL is lost', async () => {
  const dataFolder = await aDataFolder();
  const databases = await open(dataFolder);
  await one(databases);

  process.kill(await postmasterOf(dataFolder), 'SIGKILL');
  await wait(50);
  let answer: number | undefined;
  for (const deadline = performance.now() + 20_000; answer !== 1 && performance.now() < deadline; ) {
    answer = await one(databases).catch(() => undefined);
    await wait(50);
  }
  await databases.close();

  expect(answer).toBe(1);
  expect(existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a query that does not end does not hold up the shutdown', async () => {
  const dataFolder = await aDataFolder();
  const databases = await open(dataFolder);
  const endless = sql`select pg_sleep(600)`.execute(databases.app.kysely).catch((error: unknown) => error);
  await wait(100);

  const started = performance.now();
  await databases.close();

  expect(performance.now() - started).toBeLessThan(5000);
  expect(await endless).toBeInstanceOf(Error);
});

test.runIf(isRoot)('root without user namespaces runs PostgreSQL as another user in a closed folder', async () => {
  const dataFolder = await aDataFolder();

  const databases = await openDatabases({
    dataFolder,
    databaseUrl: undefined,
    embedded: { durable: false, runsAs: 'other-user' },
  });
  const answer = await one(databases);
  const owner = (await stat(path.join(dataFolder, 'postgres'))).uid;
  await databases.close();

  expect(answer).toBe(1);
  expect(owner).not.toBe(0);
  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
});

test.runIf(isRoot)('an ordinary user starts and stops a server of their own', async () => {
  const dataFolder = await aDataFolder();
  await mkdir(dataFolder, { mode: 0o700 });
  await chown(dataFolder, NOBODY, NOBODY);
  await chmod(path.dirname(dataFolder), 0o755);
  const child = spawn(process.execPath, [WRITER, dataFolder], {
    uid: NOBODY,
    gid: NOBODY,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
  });

  const first = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
  child.kill('SIGKILL');

  expect(first).toMatch(/^1\n/);
  expect((await stat(path.join(dataFolder, 'postgres'))).uid).toBe(NOBODY);
});

test('a database named by an address is used as it is, and the application there is not its owner', async () => {
  const folder = path.join(await aDataFolder(), 'postgres');
  const { socketFolder } = await attachOrStart(folder, { ...embedded, durable: false });
  const databaseUrl = `postgres:///postgres?host=${socketFolder}&user=${OWNER}`;
  const owner = openDatabase({ connectionString: databaseUrl, connectionsMax: 1 });
  await sql`create role hopluc_app`.execute(owner.kysely);
  await owner.close();

  const databases = await openDatabases({ dataFolder: '/nonexistent', databaseUrl });
  const user = await sql<{ name: string }>`select current_user::text as name`.execute(databases.app.kysely);
  await databases.close();

  expect(user.rows[0]?.name).toBe('hopluc_app');
});

test('a database that is not there or is not UTF-8 is refused with its name', async () => {
  const folder = path.join(await aDataFolder(), 'postgres');
  const { socketFolder } = await attachOrStart(folder, { ...embedded, durable: false });
  const address = (name: string) => `postgres:///${name}?host=${socketFolder}&user=${OWNER}`;
  const owner = openDatabase({ connectionString: address('postgres'), connectionsMax: 1 });
  await sql`create database old_text encoding 'SQL_ASCII' locale 'C' template template0`.execute(owner.kysely);
  await owner.close();

  const opening = (name: string) => openDatabases({ dataFolder: '/nonexistent', databaseUrl: address(name) });

  await expect(opening('absent')).rejects.toMatchObject({
    refusal: { code: 'platform.database.unreachable', facts: { where: '/absent' } },
  });
  await expect(opening('old_text')).rejects.toMatchObject({
    refusal: { code: 'platform.database.not-utf8', facts: { encoding: 'SQL_ASCII' } },
  });
});

test('a data folder of another PostgreSQL version is refused at once, with the reason', async () => {
  const dataFolder = await aDataFolder();
  await (await open(dataFolder)).close();
  await writeFile(path.join(dataFolder, 'postgres', 'PG_VERSION'), '9\n');

  const started = performance.now();
  const opened = open(dataFolder);

  await expect(opened).rejects.toMatchObject({ refusal: { code: 'platform.database.did-not-start' } });
  expect(performance.now() - started).toBeLessThan(5000);
});
