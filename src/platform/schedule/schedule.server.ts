import type { Logger } from 'pino';
import { Refused } from '#kernel/refusal.ts';
import type { Clock } from '#platform/clock.server.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { withJobLock } from '#platform/db/lock.server.ts';
import type { Host } from '#platform/host.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { traced } from '#platform/trace/trace.server.ts';
import type { JobRun } from './due.ts';
import { nextDue, whatIsDue } from './due.ts';
import { text } from './messages.vi.ts';
import { beginRun, endRun, newestRun, newestRuns } from './runs.server.ts';

/** Something that is done by itself at its time. */
export interface Job {
  readonly name: string;
  /** Five parts of cron, by the clock of Việt Nam. */
  readonly pattern: string;
  /** Why it does not run on this installation, in words; null: it runs. */
  idle(): string | null;
  /** Does the work and answers one sentence on what came of it. */
  run(ctx: Ctx): Promise<string>;
}

export interface JobState {
  readonly name: string;
  readonly idle: string | null;
  readonly last: JobRun | null;
  readonly nextAt: Date | null;
}

export interface Schedule {
  /** Runs what is due, one job after another; a job that another process is running is passed over. Never throws. */
  runDue(): Promise<void>;
  /** From now on runs by itself what comes due, beginning with what was missed. */
  start(): void;
  /** No new run begins. A run under way gets a moment to end; a longer one is cut off and is tried again at the next start. */
  stop(): Promise<void>;
  states(ctx: Pick<Ctx, 'read' | 'now'>): Promise<readonly JobState[]>;
}

interface ScheduleParts {
  readonly host: Host;
  readonly clock: Clock;
  readonly jobs: readonly Job[];
  readonly log: Pick<Logger, 'error' | 'info'>;
}

const JOB: Actor = { accountId: null, name: text.actor, grants: [{ role: 'admin', scope: 'system' }] };
/** A clock that was set, or a machine that slept, is noticed after this long. */
const LOOK_EVERY_MS = 30_000;
const STOP_MS = 1500;

/** The jobs of this process; of several processes on one database one runs each due job. */
export function makeSchedule(parts: ScheduleParts): Schedule {
  const { clock, jobs, log } = parts;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();

  async function runDue(): Promise<void> {
    for (const job of jobs) {
      if (isStopping) return;
      if (job.idle() !== null) continue;
      await runIfDue(parts, job).catch((error: unknown) => log.error({ err: error, job: job.name }, 'a job was lost'));
    }
  }
  function look(): void {
    current = runDue().then(() => {
      if (!isStopping) timer = setTimeout(look, LOOK_EVERY_MS).unref();
    });
  }
  return {
    runDue,
    start: look,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await Promise.race([current, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    },
    async states(ctx) {
      const newest = await newestRuns(ctx);
      return jobs.map((job) => ({
        name: job.name,
        idle: job.idle(),
        last: newest.get(job.name) ?? null,
        nextAt: job.idle() === null ? nextDue(job.pattern, clock()) : null,
      }));
    },
  };
}

async function runIfDue({ host, clock, log }: ScheduleParts, job: Job): Promise<void> {
  // Most looks end here, without a lock; what it saw is asked again under the lock.
  const seen = await newestRun(host.ctx(JOB, clock()), job.name);
  if (seen?.outcome !== 'running' && !whatIsDue(job.pattern, seen, clock())) return;
  await withJobLock(host.app, job.name, async () => {
    const ctx = host.ctx(JOB, clock());
    const due = whatIsDue(job.pattern, await newestRun(ctx, job.name), ctx.now);
    if (!due) return;
    const id = await beginRun(ctx, { job: job.name, ...due });
    const ended = await traced('job', { 'hopluc.job': job.name, 'hopluc.attempt': due.attempt }, () =>
      job.run(ctx),
    ).then(
      (sentence) => ({ outcome: 'done' as const, sentence }),
      (error: unknown) => {
        log.error({ err: error, job: job.name }, 'a job failed');
        return { outcome: 'failed' as const, sentence: reasonOf(error) };
      },
    );
    await endRun(host.ctx(JOB, clock()), id, ended);
    log.info({ job: job.name, outcome: ended.outcome }, 'a job ended');
  });
}

/** A refusal in its words; of anything else the kind of fault alone, since its text may quote rows. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return sayRefusal(error.refusal);
  const { code, syscall } = error as NodeJS.ErrnoException;
  return text.failed([syscall, code].filter(Boolean).join(' ') || (error as Error).name);
}
