import type { Logger } from 'pino';
import { lastBackup, lastDrill } from '#platform/backup/note.server.ts';
import type { Clock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Environment } from '#platform/env.server.ts';
import { settingsInForce } from '#platform/env.server.ts';
import { alertsOf } from '#platform/health/alerts.ts';
import type { GaugeSource } from '#platform/health/gauges.server.ts';
import {
  databaseOf,
  diskOf,
  memoryOf,
  migrationsOf,
  newestSample,
  poolOf,
  productVersion,
} from '#platform/health/measure.server.ts';
import type { HealthFacts } from '#platform/health/model.ts';
import { newestRuns } from '#platform/schedule/runs.server.ts';
import type { Schedule } from '#platform/schedule/schedule.server.ts';
import { makeSchedule } from '#platform/schedule/schedule.server.ts';
import { jobsOf } from './jobs.ts';
import type { System } from './system.ts';
import { systemActor } from './system.ts';

export interface OperationsParts {
  readonly system: System;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly log: Logger;
  isDemo(): boolean;
}

/** The running of the installation: its schedule, what is measured of it, what its administrator must know. */
export interface Operations {
  readonly schedule: Schedule;
  readonly gauges: GaugeSource;
  health(ctx: Ctx): Promise<HealthFacts>;
  /** For administrators of the system, on every page of the office; nothing for everybody else. */
  alerts(ctx: Ctx): Promise<readonly string[]>;
}

export function makeOperations({ system, clock, environment, log, isDemo }: OperationsParts): Operations {
  const schedule = makeSchedule({ host: system, clock, jobs: jobsOf(environment, isDemo), log });
  const upSince = clock();
  const { dataFolder, backupFolder, databaseUrl } = environment;
  const ownCtx = () => system.ctx(systemActor('Hệ thống'), clock());

  async function alerts(ctx: Ctx): Promise<readonly string[]> {
    if (!ctx.actor.grants.some((grant) => grant.role === 'admin' && grant.scope === 'system')) return [];
    const [sample, runs] = [await newestSample(ctx), await newestRuns(ctx)];
    return alertsOf({
      now: ctx.now,
      isDemo: isDemo(),
      backup: (await lastBackup(ctx)) ?? null,
      drill: (await lastDrill(ctx)) ?? null,
      disk: sample?.disk ?? null,
      certificate: sample?.certificate ?? null,
      runs: [...runs.values()],
    });
  }

  return {
    schedule,
    alerts,
    gauges: {
      runs: async () => [...(await newestRuns(ownCtx())).values()],
      async backupAge() {
        const last = await lastBackup(ownCtx());
        return last && (clock().getTime() - Date.parse(last.at)) / 1000;
      },
      disk: () => diskOf(dataFolder),
      pool: () => poolOf(system.app),
    },
    async health(ctx) {
      const [sample, monthAgo] = [await newestSample(ctx), await newestSample(ctx, 30)];
      return {
        version: await productVersion(),
        node: process.versions.node,
        upSince,
        database: {
          ...(await databaseOf(ctx.read)),
          isEmbedded: databaseUrl === undefined,
          bytesAMonthAgo: monthAgo?.databaseBytes ?? null,
        },
        pool: poolOf(system.app),
        disk: await diskOf(dataFolder),
        memory: memoryOf(),
        migrations: await migrationsOf(ctx.read),
        certificate: sample?.certificate ?? null,
        certificateSeenAt: sample?.takenAt ?? null,
        backup: (await lastBackup(ctx)) ?? null,
        drill: (await lastDrill(ctx)) ?? null,
        backupFolder,
        jobs: await schedule.states(ctx),
        settings: settingsInForce(),
        alerts: await alerts(ctx),
      };
    },
  };
}
