import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { HandOver, handOver } from '../commands/hand-over.ts';
import { keepPackage } from '../commands/keep-package.ts';
import { handoverView } from '../handover-view.ts';
import { hrefs } from '../hrefs.ts';
import { clusterText, handoverText as text } from '../messages-pages.vi.ts';
import { requireOfCluster } from '../permissions.ts';
import { HandoverChoice, HandoverForm } from '../ui/handover-form.tsx';
import { HandedOver, Packages } from '../ui/handover-lists.tsx';
import reorganisationCss from '../ui/reorganisation.css?url';
import type { Route } from './+types/handover.ts';

const Act = z.discriminatedUnion('act', [
  HandOver.extend({ act: z.literal('hand-over') }),
  z.object({ act: z.literal('package') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => await handoverView(ctx, args.params.cluster, new URL(args.request.url).searchParams));

export const action = (args: Route.ActionArgs) => {
  const code = args.params.cluster;
  return submit(
    args,
    Act,
    async (ctx, input) => {
      if (input.act === 'package') await keepPackage(ctx, code);
      else await handOver(ctx, code, input);
      return redirect(`${hrefs.handover(code)}#goi`);
    },
    async (ctx) => requireOfCluster(ctx, 'reorganisation.see-handover', code),
  );
};

/** `/van-phong/to-chuc/cum/:cluster/ban-giao`: another unit becomes head: what moves, whose rights end, what is kept. */
export default function Handover({ loaderData: view, actionData }: Route.ComponentProps) {
  const cluster = `/van-phong/to-chuc/cum/${view.code}`;
  return (
    <Shell
      title={text.title}
      crumbs={[
        { label: clusterText.area, href: '/van-phong/to-chuc' },
        { label: view.shortName, href: cluster },
        { label: text.title },
      ]}
    >
      <link rel="stylesheet" href={reorganisationCss} precedence="page" />
      <PageHeader title={text.title} sub={`${text.now}: ${view.head ?? text.none}. ${text.sub}`} />
      <HandoverChoice view={view} />
      <HandedOver view={view} />
      <HandoverForm view={view} problem={actionData} />
      <Packages view={view} />
    </Shell>
  );
}
