import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Refused } from '#kernel/refusal.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { npmPrograms } from '#platform/db/programs.server.ts';
import type { Environment } from '#platform/env.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { diskIsShort } from './alerts.ts';
import { diskOf, memoryOf } from './measure.server.ts';
import { check as words } from './messages.vi.ts';
import type { Disk } from './model.ts';

/** One thing that was looked at: `bad` must be mended before the system runs, `warn` should be. */
export interface Finding {
  readonly what: keyof typeof words.names;
  readonly state: 'ok' | 'warn' | 'bad';
  /** What is so; where it is not well, how to mend it. */
  readonly says: string;
}

type Settings = Pick<Environment, 'port' | 'host' | 'dataFolder' | 'databaseUrl' | 'backupFolder'>;

const GB = 1024 ** 3;
const MEMORY = { least: GB, good: 2 * GB } as const;
const NODE_LEAST = [22, 22] as const;
const ZONES = new Set(['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'Asia/Bangkok', 'Asia/Jakarta', 'Etc/GMT-7']);

/** Looks at the machine before the system is started on it; writes nothing. */
export async function checkMachine(settings: Settings, now: Date): Promise<readonly Finding[]> {
  return [...(await checkHost(settings, now)), await checkPort(settings), await checkDatabase(settings)];
}

/** What can be looked at in a moment and while the server runs. */
export async function checkHost(settings: Settings, now: Date): Promise<readonly Finding[]> {
  const disk = await diskOf(nearest(settings.dataFolder));
  return [
    nodeFinding(process.versions.node),
    diskFinding(disk, settings.dataFolder),
    memoryFinding(memoryOf().totalBytes),
    await folderFinding('folder', settings.dataFolder),
    ...(settings.backupFolder === null ? [] : [await folderFinding('backups', settings.backupFolder)]),
    clockFinding(now, Intl.DateTimeFormat().resolvedOptions().timeZone),
  ];
}

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1]);
  return isEnough
    ? { what: 'node', state: 'ok', says: version }
    : { what: 'node', state: 'bad', says: words.nodeOld(version, NODE_LEAST.join('.')) };
}

export function diskFinding(disk: Disk, folder: string): Finding {
  if (disk.freeBytes < GB) return { what: 'disk', state: 'bad', says: words.diskFull(disk, folder) };
  if (diskIsShort(disk)) return { what: 'disk', state: 'warn', says: words.diskShort(disk, folder) };
  return { what: 'disk', state: 'ok', says: words.diskFree(disk) };
}

export function memoryFinding(totalBytes: number): Finding {
  // A machine of two gigabytes shows a little less than that.
  if (totalBytes < MEMORY.least * 0.9) return { what: 'memory', state: 'bad', says: words.memoryLittle(totalBytes) };
  if (totalBytes < MEMORY.good * 0.9) return { what: 'memory', state: 'warn', says: words.memoryShort(totalBytes) };
  return { what: 'memory', state: 'ok', says: words.memory(totalBytes) };
}

export function clockFinding(now: Date, zone: string): Finding {
  if (now.getTime() < Date.UTC(2025, 0, 1)) return { what: 'clock', state: 'bad', says: words.clockWrong(now) };
  return ZONES.has(zone)
    ? { what: 'clock', state: 'ok', says: words.clock(now, zone) }
    : { what: 'clock', state: 'warn', says: words.zoneOther(zone) };
}

/** A folder that is not there yet is made by the server, so the nearest one above it must allow that. */
async function folderFinding(what: 'folder' | 'backups', folder: string): Promise<Finding> {
  const there = nearest(folder);
  const mayWrite = await access(there, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite) return { what, state: 'bad', says: words.notWritable(there) };
  if (there !== path.resolve(folder)) return { what, state: 'ok', says: words.willBeMade(folder) };
  const facts = await stat(there);
  if (!facts.isDirectory()) return { what, state: 'bad', says: words.noFolder(there) };
  const isOpen = (facts.mode & 0o077) !== 0;
  return isOpen
    ? { what, state: 'warn', says: words.openToOthers(there) }
    : { what, state: 'ok', says: words.writable(there) };
}

async function checkPort({ port, host }: Settings): Promise<Finding> {
  const server = createServer();
  const code = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host }, () => resolve(undefined));
  });
  await new Promise((resolve) => server.close(resolve));
  if (code === undefined) return { what: 'port', state: 'ok', says: words.portFree(host, port) };
  if (code === 'EADDRINUSE') return { what: 'port', state: 'bad', says: words.portTaken(host, port) };
  return { what: 'port', state: 'bad', says: words.portRefused(host, port, code) };
}

async function checkDatabase({ databaseUrl, dataFolder }: Settings): Promise<Finding> {
  try {
    if (databaseUrl === undefined) {
      npmPrograms();
      return { what: 'database', state: 'ok', says: words.databaseEmbedded };
    }
    const databases = await openDatabases({ databaseUrl, dataFolder });
    const { rows } = await databases.owner.pool.query<{ server_version: string }>('show server_version');
    await databases.close();
    return { what: 'database', state: 'ok', says: words.databaseOwn(rows[0]?.server_version ?? '') };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { what: 'database', state: 'bad', says: sayRefusal(error.refusal) };
  }
}

/** The folder itself, or the nearest one above it that is there. */
function nearest(folder: string): string {
  let there = path.resolve(folder);
  while (!existsSync(there) && path.dirname(there) !== there) there = path.dirname(there);
  return there;
}
