import { execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readdir, readFile, readlink, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { assert } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Runner, RunsAs } from './programs.server.ts';
import { howToRun, npmPrograms, ownerOfSockets, runnerFor } from './programs.server.ts';

const run = promisify(execFile);
export const OWNER = 'hopluc_owner';
const PORT = 5432;
/** A server that neither answers nor lives by then will not come. */
const SOCKET_FOLDER_TRIES_MAX = 10;
const START_WAIT_MS = 30_000;
/** A server that is recovering after a crash may take longer, and says so when asked. */
const RECOVERY_WAIT_MS = 600_000;
const GENTLE_STOP_MS = 3500;
/** What PostgreSQL says when another try would end the same way. */
const HOPELESS = /not compatible with this version|initialized by PostgreSQL version/;
const STARTING_UP = '57P03';

export interface EmbeddedServer {
  readonly socketFolder: string;
  /** Whether this call started the server; false: another process of ours had. */
  readonly startedHere: boolean;
}

export interface EmbeddedOptions {
  /** Folder of the server's programs; the ones from the npm registry when left out. */
  readonly programs?: string;
  /** False for tests: no wait for the disk. */
  readonly durable?: boolean;
  readonly runsAs?: RunsAs;
}

/** Starts PostgreSQL on the data folder, or attaches when it already runs there. Works as root and as an ordinary user. */
export async function attachOrStart(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  await mkdir(path.dirname(path.resolve(dataFolder)), { recursive: true, mode: 0o700 });
  const folder = await resolvedPath(dataFolder);
  const running = await socketFolderInUse(folder);
  if (running && (await canConnect(running)) === 'yes') return { socketFolder: running, startedHere: false };

  const runsAs = options.runsAs ?? howToRun();
  const programs = options.programs ?? npmPrograms();
  const durable = options.durable ?? true;
  await initialise(folder, programs, runsAs, durable);
  return await start(folder, await runnerFor(folder, programs, runsAs), runsAs, durable);
}

/**
 * Asks the server to end its connections and stop, and waits until it has.
 * One that does not stop in time is told to stop at once; what was committed is then recovered at the next start.
 */
export async function stopServer(dataFolder: string): Promise<void> {
  const folder = await resolvedPath(dataFolder);
  const pid = await postmasterPid(folder);
  if (pid === undefined || !(await isPostmasterOf(folder, pid))) return;
  const socketFolder = await socketFolderInUse(folder);
  process.kill(pid, 'SIGINT');
  if (!(await isGone(folder, pid, GENTLE_STOP_MS))) {
    process.kill(pid, 'SIGQUIT');
    await isGone(folder, pid, GENTLE_STOP_MS);
  }
  // Only when empty: another process may be starting the server again just now.
  if (socketFolder) await rmdir(socketFolder).catch(() => {});
}

async function isGone(folder: string, pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (await isPostmasterOf(folder, pid)) {
    if (performance.now() > deadline) return false;
    await wait(20);
  }
  return true;
}

/** One folder has one path here, however it was reached: the socket's place follows from it. */
async function resolvedPath(folder: string): Promise<string> {
  const whole = path.resolve(folder);
  if (existsSync(whole)) return await realpath(whole);
  const above = path.dirname(whole);
  return path.join(existsSync(above) ? await realpath(above) : above, path.basename(whole));
}

/** Another process that leaves may take the folder away between two of our steps; then it is made again. */
async function makeSocketFolder(folder: string, runsAs: RunsAs): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryToMakeSocketFolder(folder, runsAs);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === SOCKET_FOLDER_TRIES_MAX) throw error;
    }
  }
}

/** A path of at most 107 bytes is allowed for a Unix socket, so it lies in the temporary folder under a short name. */
async function tryToMakeSocketFolder(folder: string, runsAs: RunsAs): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const name = `hopluc-${uid}-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const temporary = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp';
  const socketFolder = path.join(temporary, name);
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  const owner = ownerOfSockets(runsAs);
  const found = await lstat(socketFolder);
  const isOurs = found.isDirectory() && (found.uid === uid || found.uid === owner?.uid);
  assert(isOurs, `${socketFolder} is a folder that nobody else has put there`);
  await chmod(socketFolder, 0o700);
  if (owner) await chown(socketFolder, owner.uid, owner.gid);
  return socketFolder;
}

/** Made aside and renamed, so that a folder under its name is always a whole one. */
async function initialise(folder: string, programs: string, runsAs: RunsAs, durable: boolean): Promise<void> {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  await removeUnfinished(folder);
  const unfinished = `${folder}.new-${process.pid}-${randomUUID()}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const runner = await runnerFor(unfinished, programs, runsAs);
  const [program, args] = runner.commandOf('initdb', [
    ...['-D', runner.dataArgument, '-U', OWNER, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ]);
  await run(program, args, runner.options);
  await rename(unfinished, folder).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'PG_VERSION'))) throw error;
  });
}

/** What a start that was killed left behind. */
async function removeUnfinished(folder: string): Promise<void> {
  const above = path.dirname(folder);
  for (const name of await readdir(above)) {
    const pid = name.split(`${path.basename(folder)}.new-`)[1]?.split('-')[0];
    if (pid && !existsSync(`/proc/${pid}`)) await rm(path.join(above, name), { recursive: true, force: true });
  }
}

function settings(socketFolder: string, durable: boolean): readonly string[] {
  return [
    'listen_addresses=',
    `port=${PORT}`,
    `unix_socket_directories=${socketFolder}`,
    'unix_socket_permissions=0700',
    'shared_buffers=256MB',
    'work_mem=16MB',
    'max_connections=60',
    'jit=off',
    'random_page_cost=1.1',
    'timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}

async function start(folder: string, runner: Runner, runsAs: RunsAs, durable: boolean): Promise<EmbeddedServer> {
  const deadline = performance.now() + START_WAIT_MS;
  for (;;) {
    // Made anew at each try: a server that was just stopping takes its folder away.
    const socketFolder = await makeSocketFolder(folder, runsAs);
    const child = launch(folder, runner, settings(socketFolder, durable));
    if (await answers(folder, socketFolder, child))
      return { socketFolder: (await socketFolderInUse(folder)) ?? socketFolder, startedHere: child.isAlive() };
    const log = path.join(folder, 'server.log');
    const reason = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').at(-1) ?? '';
    if (performance.now() > deadline || HOPELESS.test(reason))
      throw new Refused({ code: 'platform.database.did-not-start', facts: { folder, log, reason } });
    await removePidOfAnother(folder, socketFolder);
    await wait(250);
  }
}

interface Child {
  isAlive(): boolean;
}

function launch(folder: string, runner: Runner, configuration: readonly string[]): Child {
  const flags = configuration.flatMap((setting) => ['-c', setting]);
  const [program, args] = runner.commandOf('postgres', ['-D', runner.dataArgument, ...flags]);
  const log = openSync(path.join(folder, 'server.log'), 'a', 0o600);
  const child = spawn(program, args, { ...runner.options, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let isAlive = true;
  child.once('exit', () => {
    isAlive = false;
  });
  child.once('error', () => {
    isAlive = false;
  });
  child.unref();
  return { isAlive: () => isAlive };
}

/** Waits while the server we launched lives, or another one on this folder says that it is starting up. */
async function answers(folder: string, socketFolder: string, child: Child): Promise<boolean> {
  const deadline = performance.now() + RECOVERY_WAIT_MS;
  while (performance.now() < deadline) {
    const answer = await canConnect((await socketFolderInUse(folder)) ?? socketFolder);
    if (answer === 'yes') return true;
    if (!child.isAlive() && answer === 'no') return false;
    await wait(25);
  }
  return false;
}

/**
 * After a crash PostgreSQL takes its old pid file away by itself, unless that number now belongs to some other program.
 * Taken away here only when no process at all works in the folder: an orphan of the old server may still be writing.
 */
async function removePidOfAnother(folder: string, socketFolder: string): Promise<void> {
  if ((await processesIn(folder)).length > 0) return;
  await rm(path.join(folder, 'postmaster.pid'), { force: true });
  await rm(path.join(socketFolder, `.s.PGSQL.${PORT}.lock`), { force: true });
}

/** The ids of the processes whose working folder this is; every process of a PostgreSQL works in its data folder. */
async function processesIn(folder: string): Promise<readonly number[]> {
  const ids = (await readdir('/proc')).map(Number).filter((id) => id > 0);
  const folders = await Promise.all(ids.map((id) => workingFolder(id)));
  return ids.filter((_, index) => folders[index] === folder);
}

async function isPostmasterOf(folder: string, pid: number): Promise<boolean> {
  return (await workingFolder(pid)) === folder;
}

async function workingFolder(pid: number): Promise<string | undefined> {
  return await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

async function pidFile(folder: string): Promise<readonly string[]> {
  return (await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
}

async function postmasterPid(folder: string): Promise<number | undefined> {
  const pid = Number((await pidFile(folder))[0]);
  return pid > 1 ? pid : undefined;
}

/** Where the running server has its socket; another process's temporary folder may be another one. */
async function socketFolderInUse(folder: string): Promise<string | undefined> {
  return (await pidFile(folder))[4] || undefined;
}

async function canConnect(socketFolder: string): Promise<'yes' | 'starting' | 'no'> {
  const client = new pg.Client({
    host: socketFolder,
    port: PORT,
    ssl: false,
    user: OWNER,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'yes';
  } catch (error) {
    return (error as { code?: string }).code === STARTING_UP ? 'starting' : 'no';
  } finally {
    await client.end().catch(() => {});
  }
}
