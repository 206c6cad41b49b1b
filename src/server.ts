import path from 'node:path';
import * as build from 'virtual:react-router/server-build';
import type { ServerBuild } from 'react-router';
import { loadDemo } from '#demo/public.ts';
import { text as setUpText } from '#installation/messages.vi.ts';
import { Refused } from '#kernel/refusal.ts';
import type { DemoAccount } from '#platform/auth/demo-accounts.server.ts';
import { ensureDemoAccounts } from '#platform/auth/demo-accounts.server.ts';
import { text } from '#platform/auth/messages.vi.ts';
import { installationSecret } from '#platform/auth/secret.server.ts';
import type { Clock } from '#platform/clock.server.ts';
import { clockOf, refuseSetClockOnRealData } from '#platform/clock.server.ts';
import type { Environment } from '#platform/env.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import { checkHost } from '#platform/health/check.server.ts';
import { check } from '#platform/health/messages.vi.ts';
import { makeLog } from '#platform/http/log.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { projectRoot } from '#platform/root.server.ts';
import type { Claim } from '#platform/server-claim.server.ts';
import { claimDataFolder } from '#platform/server-claim.server.ts';
import { demoLoading } from './demo-loading.ts';
import { makeOperations } from './operations.ts';
import { makeSetUp } from './set-up.ts';
import type { System } from './system.ts';
import { openSystem, systemActor } from './system.ts';
import { backUpBeforeUpgrade } from './upgrade.ts';
import { makeWeb } from './web.ts';
import './kept.ts';
import './words.ts';

const STOP_MS_MAX = 4500;
const SAME_SIGNAL_MS = 1000;
const REFUSED = 2;
const FAILED = 1;

try {
  await serve();
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? sayRefusal(error.refusal) : String((error as Error).stack)}\n`);
  process.exit(error instanceof Refused ? REFUSED : FAILED);
}

/** Opens everything, listens, says where; then loads the demonstration data if this is the first start. */
async function serve(): Promise<void> {
  // Workers run from source and look for it here, whatever folder the bundle lies in.
  process.env.HOPLUC_ROOT ??= projectRoot();
  const environment = readEnvironment();
  const clock = clockOf(environment);
  await warnOfMachine(environment, clock());
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  stopOnSignal(close);
  try {
    const claim = await claimDataFolder(environment.dataFolder, environment.port);
    opened.push(() => claim.release());
    const system = await openSystem(environment, clock(), backUpBeforeUpgrade(environment));
    opened.push(() => system.close());
    await serveOn(system, { environment, clock, claim, opened });
  } catch (error) {
    // Else the embedded PostgreSQL would live on.
    await close();
    throw error;
  }
}

/** What should be mended on this machine is said, and the start goes on: whoever needs to know can see. */
async function warnOfMachine(environment: Environment, now: Date): Promise<void> {
  const findings = await checkHost(environment, now).catch(() => []);
  // A clock that was set on purpose tells nothing of the machine's.
  const bad = findings.filter(({ what, state }) => state === 'bad' && !(what === 'clock' && environment.now));
  for (const { what, says } of bad) process.stderr.write(`${check.names[what]}: ${says}\n`);
}

interface Running {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly claim: Claim;
  readonly opened: (() => Promise<void>)[];
}

async function serveOn(system: System, { environment, clock, claim, opened }: Running): Promise<void> {
  const log = makeLog(environment.logLevel);
  const demo = await demoLoading(system, clock, log, environment.demo);
  refuseSetClockOnRealData(environment, demo.isDemo());
  const secret = await installationSecret(environment.dataFolder);
  const operations = makeOperations({ system, clock, environment, log, isDemo: () => demo.isDemo() });
  const setUp = await makeSetUp(system, environment, demo.isDemo(), clock());
  const parts = { system, clock, environment, demo, log, secret, operations, setUp };
  const app = await makeWeb(parts, build as unknown as ServerBuild, path.join(import.meta.dirname, '../client'));
  const stopping = new AbortController();
  opened.push(async () => await app.close());
  opened.push(async () => stopping.abort());
  const address = await listen(app, environment);
  claim.listensOn(address.port);
  const invitation = setUp.code === null ? '' : `${setUpText.invitation(address.port, setUp.code)}\n`;
  process.stdout.write(`Hợp Lực: http://localhost:${address.port}\n${invitation}`);
  opened.push(async () => await operations.schedule.stop());
  if (demo.isDemo()) {
    const ctx = system.ctx(systemActor('Hệ thống'), clock());
    printAccounts(await ensureDemoAccounts(ctx, environment.dataFolder));
  }
  await demo.run(loadDemo, stopping.signal);
  if (!stopping.signal.aborted) operations.schedule.start();
}

async function listen(
  app: Awaited<ReturnType<typeof makeWeb>>,
  { port, host }: { port: number; host: string },
): Promise<{ port: number }> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Refused({ code: 'platform.server.port-taken', facts: { host, port } });
  }
  const bound = app.server.address();
  return { port: bound !== null && typeof bound === 'object' ? bound.port : port };
}

/**
 * A stop that takes too long ends the process at once, and so does a signal that comes again later. One that comes
 * twice within a moment is one: a terminal tells the whole group of processes, and whoever started us tells us too.
 */
function stopOnSignal(close: () => Promise<void>): void {
  let askedMs: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (askedMs !== undefined && performance.now() - askedMs > SAME_SIGNAL_MS) process.exit(FAILED);
      if (askedMs !== undefined) return;
      askedMs = performance.now();
      setTimeout(() => process.exit(0), STOP_MS_MAX).unref();
      close().then(
        () => process.exit(0),
        () => process.exit(FAILED),
      );
    });
}

function printAccounts(demo: { accounts: readonly DemoAccount[]; password: string }): void {
  const lines = demo.accounts.map(
    (account) => `  ${account.login.padEnd(12)} ${account.displayName} · ${account.scope}`,
  );
  process.stdout.write(`${text.demoPassword(demo.password)}\n${lines.join('\n')}\n`);
}
