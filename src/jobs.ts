import { nightlyBackup } from '#platform/backup/nightly.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Environment } from '#platform/env.server.ts';
import { forgetOldSamples, healthSampling } from '#platform/health/sampling.server.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { forgetOldRuns } from '#platform/schedule/runs.server.ts';
import type { Job } from '#platform/schedule/schedule.server.ts';
import { runRetention } from '#rights/public.ts';

/** Something that is kept for a span only: what it is called, and the work of taking out what is over. */
export interface Sweep {
  readonly name: string;
  run(ctx: Ctx): Promise<number>;
}

/** What is taken out every night when its time is over. A slice that keeps anything for a span adds a line. */
const SWEEPS: readonly Sweep[] = [
  { name: 'lượt chạy của lịch', run: forgetOldRuns },
  { name: 'lần đo sức khỏe', run: forgetOldSamples },
  { name: 'dòng dữ liệu hết thời hạn giữ', run: removeOverdue },
];

/** By the dated rules of keeping, with a certificate; what a hold keeps stays. */
async function removeOverdue(ctx: Ctx): Promise<number> {
  const { lines } = await runRetention(ctx, { dryRun: false });
  return lines.reduce((gone, { due }) => gone + due, 0);
}

/** Everything that runs by itself. */
export function jobsOf(environment: Environment, isDemo: () => boolean): readonly Job[] {
  return [healthSampling(environment), retention(SWEEPS), nightlyBackup(environment, isDemo)];
}

/** One sweep after another; the first that fails ends the run, which is tried again. */
function retention(sweeps: readonly Sweep[]): Job {
  return {
    name: 'retention',
    pattern: '15 1 * * *',
    idle: () => null,
    async run(ctx) {
      const told: string[] = [];
      for (const { name, run } of sweeps) told.push(`${formatNumber(await run(ctx))} ${name}`);
      return `Đã bỏ ${told.join(', ')}.`;
    },
  };
}
