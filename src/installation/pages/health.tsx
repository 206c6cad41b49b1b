import { pageRequest } from '#platform/http/context.ts';
import { load } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.vi.ts';
import { requireInstallation } from '../permissions.ts';
import healthCss from '../ui/health.css?url';
import { HealthStrip } from '../ui/health-strip.tsx';
import { HealthSystem } from '../ui/health-system.tsx';
import { JobTable } from '../ui/job-table.tsx';
import type { Route } from './+types/health.ts';

const words = text.health;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireInstallation(ctx, 'installation.see-health');
    return { health: await args.context.get(pageRequest).operations.health(ctx), now: ctx.now };
  });

/** How the installation is: figures, backups, jobs. What needs attention stands above, as on every page of the office. */
export default function Health({ loaderData }: Route.ComponentProps) {
  const { health, now } = loaderData;
  const count = health.alerts.length;
  return (
    <Shell title={words.title} crumbs={[{ label: words.area }, { label: words.title }]}>
      <link rel="stylesheet" href={healthCss} precedence="page" />
      <PageHeader
        title={words.title}
        chip={
          <StateChip tone={count === 0 ? 'ok' : 'warn'} sign={count === 0 ? '✓' : '!'} boxed>
            {count === 0 ? words.allWell : words.alertCount(count)}
          </StateChip>
        }
        sub={words.sub(health.version, health.upSince)}
      />
      <HealthStrip health={health} />
      <JobTable jobs={health.jobs} />
      <HealthSystem health={health} now={now} />
    </Shell>
  );
}
