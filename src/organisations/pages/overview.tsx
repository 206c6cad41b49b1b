import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { DayChooser, dayAsked } from '#platform/ui/day-chooser.tsx';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { AddAlliance, addAlliance } from '../commands/add-alliance.ts';
import { AddCluster, addCluster } from '../commands/add-cluster.ts';
import { organisationHrefs as hrefs } from '../hrefs.ts';
import { pageText } from '../messages-pages.vi.ts';
import type { OverviewView } from '../overview-view.ts';
import { overviewView } from '../overview-view.ts';
import { requireOrganisations } from '../permissions.ts';
import { AllianceDrawer, ClusterDrawer } from '../ui/adding-drawers.tsx';
import type { Route } from './+types/overview.ts';

const words = pageText.overview;

const Act = z.discriminatedUnion('act', [
  AddAlliance.extend({ act: z.literal('alliance') }),
  AddCluster.extend({ act: z.literal('cluster') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const open = new URL(args.request.url).searchParams.get('mo');
    return { view: await overviewView(ctx, dayAsked(args.request.url, ctx.today)), open };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    Act,
    async (ctx, input) => {
      if (input.act === 'alliance') {
        await addAlliance(ctx, input);
        return redirect(hrefs.alliance(input.code, input.from));
      }
      await addCluster(ctx, input);
      return redirect(hrefs.cluster(input.code, input.from));
    },
    async (ctx) => requireOrganisations(ctx, 'organisations.configure'),
  );

/** `/van-phong/to-chuc`: clusters and alliances as they stood on a day. */
export default function Overview({ loaderData, actionData }: Route.ComponentProps) {
  const { view, open } = loaderData;
  const { on, today } = view;
  const drawer = { problem: actionData, on, closeHref: hrefs.overview(on) };
  return (
    <Shell
      title={words.title}
      crumbs={[{ label: words.title }]}
      drawer={
        !view.mayConfigure ? undefined : open === 'lien-minh' ? (
          <AllianceDrawer {...drawer} />
        ) : open === 'cum' ? (
          <ClusterDrawer {...drawer} />
        ) : undefined
      }
    >
      <PageHeader
        title={words.title}
        sub={words.sub}
        actions={
          <>
            <a className="btn" href={`/gioi-thieu/co-cau?ngay=${on}`}>
              {words.chart}
            </a>
            {view.mayConfigure ? (
              <>
                <a className="btn" href={hrefs.overview(on, 'cum')}>
                  {words.addCluster}
                </a>
                <a className="btn" href={hrefs.overview(on, 'lien-minh')}>
                  {words.addAlliance}
                </a>
              </>
            ) : null}
          </>
        }
      />
      <DayChooser on={on} today={today} />
      <Clusters view={view} />
      <Alliances view={view} />
    </Shell>
  );
}

function Clusters({ view: { clusters, on } }: { view: OverviewView }) {
  if (clusters.length === 0)
    return (
      <div className="box">
        <Empty icon="search" title={words.none}>
          {words.noneWhy}
        </Empty>
      </div>
    );
  return (
    <TableBox label={words.clusters}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.cluster}</th>
            <th scope="col" className="r">
              {words.members}
            </th>
            <th scope="col">{words.head}</th>
          </tr>
        </thead>
        <tbody>
          {clusters.map((cluster) => (
            <tr key={cluster.code}>
              <th scope="row" className="msg">
                <a href={hrefs.cluster(cluster.code, on)}>{cluster.shortName}</a>
                <small className="muted block">{cluster.name}</small>
              </th>
              <td className="r">{cluster.members}</td>
              <td>{cluster.headUnit ?? <span className="muted">{words.noHead}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Alliances({ view: { alliances, on } }: { view: OverviewView }) {
  if (alliances.length === 0)
    return (
      <div className="box">
        <Empty icon="search" title={words.noAlliances}>
          {words.noAlliancesWhy}
        </Empty>
      </div>
    );
  return (
    <TableBox label={words.alliances}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.alliance}</th>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.province}</th>
            <th scope="col">{words.cluster}</th>
          </tr>
        </thead>
        <tbody>
          {alliances.map((alliance) => (
            <tr key={alliance.code}>
              <th scope="row">
                <a href={hrefs.alliance(alliance.code, on)}>{alliance.name}</a>
              </th>
              <td className="code">{alliance.code}</td>
              <td>{alliance.provinceName}</td>
              <td>{alliance.clusterName ?? <span className="muted">{words.outside}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
