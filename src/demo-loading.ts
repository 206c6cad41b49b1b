import { sql } from 'kysely';
import type { Logger } from 'pino';
import { DEMO_STEPS } from '#demo/public.ts';
import type { Clock } from '#platform/clock.server.ts';
import type { DemoSetting } from '#platform/settings.server.ts';
import { findSetting, setSetting } from '#platform/settings.server.ts';
import type { LoadingFacts } from '#platform/ui/page-facts.tsx';
import type { System } from './system.ts';
import { systemActor } from './system.ts';

/** Loads the demonstration cluster; may be called again after it was cut short. */
export type LoadDemo = (
  system: System,
  now: Date,
  report: (progress: { step: string; done: number; of: number }) => void,
) => Promise<void>;

const KEY = 'demo';
const ACTOR = systemActor('Hệ thống');

/** The first start on an empty register loads the demonstration data while pages are already served. */
export interface DemoLoading {
  isDemo(): boolean;
  /** Null when nothing is being loaded. */
  facts(): LoadingFacts | null;
  /** Loads what is missing; never throws: what goes wrong is logged and shown, unless the server is stopping. */
  run(load: LoadDemo, stopping: AbortSignal): Promise<void>;
}

export async function demoLoading(system: System, clock: Clock, log: Logger, wanted: boolean): Promise<DemoLoading> {
  const { read } = system.ctx(ACTOR, clock());
  const setting = await findSetting<DemoSetting>(read, KEY);
  const register = await lookAtRegister(system);
  const mustLoad = wanted && (setting?.state === 'loading' || (!setting && register.isEmpty));
  const begun: LoadingFacts = { step: 'chuẩn bị', done: 0, of: DEMO_STEPS, hasFailed: false };
  let facts: LoadingFacts | null = mustLoad ? begun : null;

  async function mark(state: DemoSetting['state']): Promise<void> {
    const ctx = system.ctx(ACTOR, clock());
    await ctx.transact((tx) => setSetting(tx, ctx, KEY, { state } satisfies DemoSetting));
  }

  return {
    isDemo: () => setting !== undefined || register.holdsDemo || mustLoad,
    facts: () => facts,
    async run(load, stopping) {
      if (!mustLoad) return;
      try {
        await mark('loading');
        await load(system, clock(), (progress) => {
          facts = { ...progress, hasFailed: false };
        });
        await mark('loaded');
        facts = null;
      } catch (error) {
        if (stopping.aborted) return;
        log.error({ err: error }, 'the demonstration data could not be loaded');
        facts = { ...(facts ?? begun), hasFailed: true };
      }
    },
  };
}

async function lookAtRegister(system: System): Promise<{ readonly isEmpty: boolean; readonly holdsDemo: boolean }> {
  const found = await sql<{ some: boolean; demo: boolean }>`
    select exists (select from register.organisation) as some,
      exists (select from register.organisation where is_demo) as demo`.execute(system.app.kysely);
  return { isEmpty: !found.rows[0]?.some, holdsDemo: found.rows[0]?.demo ?? false };
}
