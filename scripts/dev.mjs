// npm run dev: the same system as npm start, built and started anew when a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, environment, ROOT, say, watchNpm } from './bootstrap.mjs';

const QUIET_MS = 300;
let server;
let timer;
let isBuilding = false;
let isStale = false;

ensureInstalled();
for (const folder of ['src', 'migrations', 'seed']) {
  watch(path.join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, QUIET_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, async () => process.exit(await stop(signal)));
watchNpm(async () => process.exit(await stop('SIGTERM')));
await restart();

async function restart() {
  isStale = isBuilding;
  if (isBuilding) return;
  isBuilding = true;
  const status = await ended(begin('react-router', ['build'], {}));
  isBuilding = false;
  if (isStale) return restart();
  if (status !== 0) return say('Dựng không thành công; đang chờ sửa mã nguồn…');
  await stop('SIGTERM');
  server = begin('node', ['--enable-source-maps', 'build/server/index.js'], { NODE_ENV: 'development' });
}

async function stop(signal) {
  if (!server || server.exitCode !== null) return 0;
  const isOver = ended(server);
  server.kill(signal);
  return await isOver;
}

function begin(command, args, env) {
  return spawn(command, args, { cwd: ROOT, env: environment(env), stdio: 'inherit' });
}

function ended(child) {
  return new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
}
