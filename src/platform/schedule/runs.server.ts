import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { JobRun, Outcome } from './due.ts';

const KEPT_DAYS = 400;

/** The newest run of each job, by the job's name. */
export async function newestRuns(ctx: Pick<Ctx, 'read'>): Promise<ReadonlyMap<string, JobRun>> {
  const found = await sql<JobRun>`
    select distinct on (job) job, due_at as "dueAt", attempt, started_at as "startedAt", ended_at as "endedAt", outcome, sentence
      from platform.job_run order by job, due_at desc, attempt desc`.execute(ctx.read);
  return new Map(found.rows.map((run) => [run.job, run]));
}

export async function newestRun(ctx: Pick<Ctx, 'read'>, job: string): Promise<JobRun | undefined> {
  const found = await sql<JobRun>`
    select job, due_at as "dueAt", attempt, started_at as "startedAt", ended_at as "endedAt", outcome, sentence
      from platform.job_run where job = ${job} order by due_at desc, attempt desc limit 1`.execute(ctx.read);
  return found.rows[0];
}

/** Writes down that a run begins; runs of this job whose process died are closed. Asked while holding the job's lock. */
export async function beginRun(
  ctx: Ctx,
  run: { readonly job: string; readonly dueAt: Date; readonly attempt: number },
): Promise<string> {
  const id = ctx.newId<'platform.job_run'>();
  await ctx.transact(async (tx) => {
    await sql`update platform.job_run set outcome = 'cut-off', ended_at = ${ctx.now}, ended_by = ${ctx.actor.name}
      where job = ${run.job} and outcome = 'running'`.execute(tx);
    await sql`insert into platform.job_run (id, job, due_at, attempt, started_at, outcome)
      values (${id}, ${run.job}, ${run.dueAt}, ${run.attempt}, ${ctx.now}, 'running')`.execute(tx);
  });
  return id;
}

export async function endRun(
  ctx: Ctx,
  id: string,
  ended: { readonly outcome: Exclude<Outcome, 'running'>; readonly sentence: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    await sql`update platform.job_run set outcome = ${ended.outcome}, sentence = ${ended.sentence.slice(0, 2000)},
      ended_at = ${ctx.now}, ended_by = ${ctx.actor.name} where id = ${id}`.execute(tx);
  });
}

/** Takes out the runs of more than a year ago, but never the newest of a job. Answers how many. */
export async function forgetOldRuns(ctx: Ctx): Promise<number> {
  const gone = await ctx.transact(
    async (tx) =>
      await sql`delete from platform.job_run old where started_at < ${ctx.now}::timestamptz - ${KEPT_DAYS} * interval '1 day'
        and exists (select from platform.job_run newer where newer.job = old.job and newer.due_at > old.due_at)`.execute(
        tx,
      ),
  );
  return Number(gone.numAffectedRows ?? 0);
}
