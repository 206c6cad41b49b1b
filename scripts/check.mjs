// npm run check: everything about the code that needs no browser; independent steps two at a time.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { ensureInstalled, environment, ROOT, run, say } from './bootstrap.mjs';

const STEPS = [
  { name: 'format and lint', command: ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'boundaries, conventions, schema', command: ['vitest', 'run', '--config', 'vitest.tools.config.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--exclude', 'types'] },
  { name: 'licences', command: ['node', 'tools/licences.ts'] },
  { name: 'list of what is shipped', command: ['node', 'tools/sbom.ts'], tells: true },
  { name: 'known weaknesses', command: ['node', 'tools/audit-dependencies.ts'], tells: true },
];
const AT_ONCE = 2;

ensureInstalled();
const started = performance.now();
if ((await run('react-router', ['typegen'], { stdio: ['ignore', 2, 2] })) !== 0) process.exit(1);

const waiting = [...STEPS];
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, worker));
say(`${STEPS.length - failed.length} of ${STEPS.length} checks passed in ${seconds(started)}`);
process.exit(failed.length === 0 ? 0 : 1);

async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const stepStarted = performance.now();
    const { status, output } = await collect(step.command);
    say(`${status === 0 ? '✓' : '✗'} ${step.name} (${seconds(stepStarted)})`);
    if (step.tells && output.trim() !== '') say(`  ${output.trim().replaceAll('\n', '\n  ')}`);
    if (status === 0) continue;
    failed.push(step.name);
    if (!step.tells) say(output);
  }
}

function collect([command, ...args]) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: environment({ NO_COLOR: '1', FORCE_COLOR: '0' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 1, output: String(error) }));
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
