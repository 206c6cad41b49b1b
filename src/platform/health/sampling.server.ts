import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Job } from '#platform/schedule/schedule.server.ts';
import { certificateOf } from './certificate.server.ts';
import { databaseOf, diskOf, memoryOf } from './measure.server.ts';
import { formatBytes, text } from './messages.vi.ts';

const KEPT_DAYS = 40;

export interface SamplingSettings {
  readonly dataFolder: string;
  readonly publicUrl: string | undefined;
}

/** Every quarter of an hour the machine is measured, so that an alert needs no measuring on each page. */
export function healthSampling(settings: SamplingSettings): Job {
  return {
    name: 'health',
    pattern: '*/15 * * * *',
    idle: () => null,
    run: async (ctx) => await takeSample(ctx, settings),
  };
}

async function takeSample(ctx: Ctx, { dataFolder, publicUrl }: SamplingSettings): Promise<string> {
  const [database, disk] = [await databaseOf(ctx.read), await diskOf(dataFolder)];
  const certificate = await certificateOf(publicUrl, ctx.now);
  const daysLeft = certificate && 'daysLeft' in certificate ? certificate.daysLeft : null;
  const problem = certificate && 'problem' in certificate ? certificate.problem : '';
  await ctx.transact(async (tx) => {
    await sql`insert into platform.health_sample (id, taken_at, database_bytes, answer_ms, disk_free_bytes, disk_total_bytes,
        memory_free_bytes, certificate_days_left, certificate_problem)
      values (${ctx.newId()}, ${ctx.now}, ${database.bytes}, ${database.answerMs}, ${disk.freeBytes}, ${disk.totalBytes},
        ${memoryOf().freeBytes}, ${daysLeft}, ${problem.slice(0, 200)})`.execute(tx);
  });
  return text.sampled(formatBytes(database.bytes), formatBytes(disk.freeBytes));
}

/** Takes out the samples of more than forty days ago. Answers how many. */
export async function forgetOldSamples(ctx: Ctx): Promise<number> {
  const gone = await ctx.transact(
    async (tx) =>
      await sql`delete from platform.health_sample where taken_at < ${ctx.now}::timestamptz - ${KEPT_DAYS} * interval '1 day'`.execute(
        tx,
      ),
  );
  return Number(gone.numAffectedRows ?? 0);
}
