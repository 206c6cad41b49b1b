import { redirect } from 'react-router';
import { load } from '#platform/http/submit.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { hrefs } from '../hrefs.ts';
import { start as words } from '../messages.screens.vi.ts';
import { halfYearOf } from '../periods.ts';
import { mayForCluster } from '../permissions.ts';
import { clusterFor, periodAtWork } from '../where.ts';
import type { Route } from './+types/periods';

/** `/van-phong/ky` leads to the board of the period being worked on; without one it says how to open one. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const clusterCode = await clusterFor(ctx);
    const period = await periodAtWork(ctx, clusterCode);
    if (period) throw redirect(hrefs.board(period));
    return {
      mayOpen: mayForCluster(ctx.actor, 'reporting.move-call', clusterCode),
      next: halfYearOf(ctx.today),
    };
  });

export default function Periods({ loaderData }: Route.ComponentProps) {
  const { mayOpen, next } = loaderData;
  return (
    <Shell title={words.title} crumbs={[{ label: words.title }]}>
      <PageHeader title={words.title} />
      <Empty
        icon="calendar"
        title={words.empty}
        action={
          mayOpen ? (
            <a className="btn primary" href={hrefs.open(next)}>
              {words.openHalfYear}
            </a>
          ) : undefined
        }
      >
        {mayOpen ? words.emptyWhy : words.emptyForUnit}
      </Empty>
    </Shell>
  );
}
