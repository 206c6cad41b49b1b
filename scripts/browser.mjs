// The browser of the tests: Chromium from the npm registry, unpacked once beside the packages.
import { spawnSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ROOT } from './bootstrap.mjs';

const PACKED = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'bin');
const UNPACKED = path.join(ROOT, 'node_modules', '.cache', 'hopluc-browser');

/** What the tests' environment needs: the program's path, and its libraries where the machine lacks them. */
export async function browserEnvironment() {
  if (process.env.HOPLUC_TEST_BROWSER) return {};
  const program = await unpacked('chromium.br', 'chromium');
  chmodSync(program, 0o755);
  const env = { HOPLUC_TEST_BROWSER: program };
  const needs = spawnSync('ldd', [program], { encoding: 'utf8' }).stdout ?? '';
  if (needs.includes('not found')) {
    const own = [path.join(await folderOf('al2023.tar.br'), 'lib'), process.env.LD_LIBRARY_PATH];
    env.LD_LIBRARY_PATH = own.filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = await folderOf('fonts.tar.br');
  return env;
}

async function unpacked(packed, name) {
  const target = path.join(UNPACKED, name);
  if (existsSync(target)) return target;
  mkdirSync(UNPACKED, { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  await pipeline(createReadStream(path.join(PACKED, packed)), createBrotliDecompress(), createWriteStream(unfinished));
  renameSync(unfinished, target);
  return target;
}

async function folderOf(packed) {
  const folder = path.join(UNPACKED, path.basename(packed, '.tar.br'));
  if (existsSync(folder)) return folder;
  const archive = await unpacked(packed, path.basename(packed, '.br'));
  mkdirSync(`${folder}.${process.pid}`);
  spawnSync('tar', ['-xf', archive, '-C', `${folder}.${process.pid}`], { stdio: 'inherit' });
  renameSync(`${folder}.${process.pid}`, folder);
  return folder;
}
