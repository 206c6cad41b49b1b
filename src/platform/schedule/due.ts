import { Cron } from 'croner';

const ZONE = 'Asia/Ho_Chi_Minh';
export const ATTEMPTS_MAX = 3;
const RETRY_MS = 30 * 60_000;

export type Outcome = 'running' | 'done' | 'failed' | 'cut-off';

/** One run of a job, as it is kept. */
export interface JobRun {
  readonly job: string;
  readonly dueAt: Date;
  /** Counts from 1; a run that failed is tried again. */
  readonly attempt: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: Outcome;
  readonly sentence: string;
}

/** The last moment at or before `now` for which the pattern (five parts of cron, the clock of Việt Nam) stands. */
export function lastDue(pattern: string, now: Date): Date | undefined {
  // What croner calls previous excludes the moment itself, and it counts in whole seconds.
  const after = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
  return cron(pattern).previousRuns(1, after)[0];
}

/** The first moment after `now` for which the pattern stands. */
export function nextDue(pattern: string, now: Date): Date | null {
  return cron(pattern).nextRun(now);
}

/**
 * What must run now, if anything: the due moment that was missed, by a machine that was off or a run that failed.
 * A job that never ran is due at once; of several missed moments only the last counts. `last` is the newest run, of which
 * `running` means here that its process died: this is asked while holding the job's lock.
 */
export function whatIsDue(
  pattern: string,
  last: JobRun | undefined,
  now: Date,
): { readonly dueAt: Date; readonly attempt: number } | undefined {
  const dueAt = lastDue(pattern, now);
  if (!dueAt) return undefined;
  if (!last || last.dueAt < dueAt) return { dueAt, attempt: 1 };
  if (last.outcome === 'done' || last.attempt >= ATTEMPTS_MAX) return undefined;
  const waited = last.outcome !== 'failed' || now.getTime() - last.startedAt.getTime() >= RETRY_MS;
  return waited ? { dueAt: last.dueAt, attempt: last.attempt + 1 } : undefined;
}

function cron(pattern: string): Cron {
  return new Cron(pattern, { timezone: ZONE, paused: true, mode: '5-part' });
}
