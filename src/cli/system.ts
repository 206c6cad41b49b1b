import { userInfo } from 'node:os';
import { clockOf, refuseSetClockOnRealData } from '#platform/clock.server.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { readEnvironment } from '#platform/env.server.ts';
import type { DemoSetting } from '#platform/settings.server.ts';
import { findSetting } from '#platform/settings.server.ts';
import type { System } from '../system.ts';
import { openSystem, systemActor } from '../system.ts';
import { backUpBeforeUpgrade } from '../upgrade.ts';

/** Opens the system of this environment (attaching to a running one), works as the person at the command line, closes. */
export async function withSystem<T>(work: (ctx: Ctx, system: System) => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  const clock = clockOf(environment);
  const system = await openSystem(environment, clock(), backUpBeforeUpgrade(environment));
  try {
    const ctx = system.ctx(commandLineActor(), clock());
    const demo = environment.now ? await findSetting<DemoSetting>(ctx.read, 'demo') : undefined;
    refuseSetClockOnRealData(environment, demo !== undefined);
    return await work(ctx, system);
  } finally {
    await system.close();
  }
}

/** Who acts at the command line: the user of the machine. */
export function commandLineActor(): Actor {
  return systemActor(`Dòng lệnh (${userName()})`);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}
