import { redirect } from 'react-router';
import { z } from 'zod';
import type { PersonId } from '#organisations/public.ts';
import {
  appointClusterOffice,
  ChangeMembership,
  ChangeTerm,
  changeMembership,
  changeTerm,
  dayField,
  dayOrOpen,
  JoinCluster,
  joinCluster,
  NameCluster,
  nameCluster,
  organisationHrefs,
} from '#organisations/public.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { DayChooser, dayAsked } from '#platform/ui/day-chooser.tsx';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { ClusterView, MemberOrder } from '../cluster-view.ts';
import { clusterView } from '../cluster-view.ts';
import { hrefs } from '../hrefs.ts';
import { clusterText as text } from '../messages-pages.vi.ts';
import { ClusterDrawer } from '../ui/cluster-drawers.tsx';
import { Memberships, Terms } from '../ui/cluster-history.tsx';
import type { Route } from './+types/cluster.ts';

const Appoint = z.object({
  office: z.enum(['head', 'deputy']),
  allianceCode: z.string().max(40),
  personId: z.union([z.literal(''), z.uuid()]).transform((id) => (id === '' ? null : (id as PersonId))),
  from: dayField,
  until: dayOrOpen,
});

const Act = z.discriminatedUnion('act', [
  JoinCluster.omit({ clusterCode: true }).extend({ act: z.literal('join') }),
  ChangeMembership.extend({ act: z.literal('membership') }),
  NameCluster.extend({ act: z.literal('name') }),
  Appoint.extend({ act: z.literal('appoint') }),
  ChangeTerm.extend({ act: z.literal('term') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const params = new URL(args.request.url).searchParams;
    const order: MemberOrder = params.get('thu-tu') === 'so-htx' ? 'so-htx' : 'bac-nam';
    const on = dayAsked(args.request.url, ctx.today);
    return { view: await clusterView(ctx, args.params.cluster, on, order), open: params.get('mo') ?? '' };
  });

export const action = (args: Route.ActionArgs) => {
  const code = args.params.cluster;
  return submit(args, Act, async (ctx, input) => {
    if (input.act === 'join') await joinCluster(ctx, { ...input, clusterCode: code });
    else if (input.act === 'membership') await changeMembership(ctx, code, input);
    else if (input.act === 'name') await nameCluster(ctx, code, input);
    else if (input.act === 'term') await changeTerm(ctx, code, input);
    else {
      const { office, allianceCode, personId, from: validFrom, until: validUntil } = input;
      await appointClusterOffice(ctx, { clusterCode: code, office, allianceCode, personId, validFrom, validUntil });
    }
    return redirect(organisationHrefs.cluster(code, dayAsked(args.request.url, ctx.today)));
  });
};

/** `/van-phong/to-chuc/cum/:cluster`: a cluster as it stood on a day, its members in both orders, its terms. */
export default function ClusterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, open } = loaderData;
  const { code, on, today } = view;
  return (
    <Shell
      title={view.shortName}
      crumbs={[{ label: text.area, href: organisationHrefs.overview(on) }, { label: view.shortName }]}
      drawer={open ? <ClusterDrawer open={open} view={view} problem={actionData} /> : undefined}
    >
      <PageHeader title={view.name} sub={code} actions={<Acts view={view} />} />
      <DayChooser on={on} today={today} keep={{ 'thu-tu': view.order }} />
      <Warnings view={view} />
      <Members view={view} />
      <h2>{text.terms}</h2>
      <Terms view={view} />
      <h2>{text.memberships}</h2>
      <Memberships view={view} />
    </Shell>
  );
}

function Acts({ view: { code, on, may } }: { view: ClusterView }) {
  return (
    <>
      {may.configure ? (
        <>
          <a className="btn s" href={organisationHrefs.cluster(code, on, 'tham-gia')}>
            {text.acts.join}
          </a>
          <a className="btn s" href={organisationHrefs.cluster(code, on, 'ten')}>
            {text.acts.name}
          </a>
        </>
      ) : null}
      {may.keepTerms ? (
        <a className="btn s" href={organisationHrefs.cluster(code, on, 'nhiem-ky')}>
          {text.acts.term}
        </a>
      ) : null}
      {may.seeHandover ? (
        <a className="btn s" href={hrefs.handover(code)}>
          {text.acts.handover}
        </a>
      ) : null}
    </>
  );
}

function Warnings({ view }: { view: ClusterView }) {
  return (
    <>
      {view.hasHead || view.members.length === 0 ? null : <Note tone="warn">{text.noHead(formatDate(view.on))}</Note>}
      {view.gaps.map((gap) => (
        <Note key={gap.from} tone="warn">
          {text.gap(formatDate(gap.from), formatDate(gap.until))}
        </Note>
      ))}
    </>
  );
}

function Members({ view }: { view: ClusterView }) {
  if (view.members.length === 0)
    return (
      <div className="box">
        <Empty icon="search" title={text.none}>
          {text.noneWhy}
        </Empty>
      </div>
    );
  return (
    <>
      <h2>{text.members(view.members.length)}</h2>
      {view.isCounted ? (
        <nav className="views" aria-label={text.order}>
          {Object.entries(text.orders).map(([order, label]) => (
            <a
              key={order}
              href={`?ngay=${view.on}&thu-tu=${order}`}
              aria-current={order === view.order ? 'true' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
      ) : null}
      <TableBox label={text.members(view.members.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.province}</th>
              {view.isCounted ? (
                <th scope="col" className="r">
                  {text.count}
                </th>
              ) : null}
              <th scope="col">{text.office}</th>
            </tr>
          </thead>
          <tbody>
            {view.members.map((unit) => (
              <MemberRow key={unit.code} view={view} unit={unit} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

function MemberRow({ view, unit }: { view: ClusterView; unit: ClusterView['members'][number] }) {
  const offices = view.offices.filter((one) => one.unitCode === unit.code);
  return (
    <tr>
      <th scope="row">
        <a href={organisationHrefs.alliance(unit.code, view.on)}>{unit.name}</a>
      </th>
      <td>{unit.provinceName}</td>
      {view.isCounted ? <td className="r">{formatNumber(unit.count)}</td> : null}
      <td>
        {offices.map((one) => (
          <span className="block" key={one.office}>
            {text.offices[one.office]}
            {': '}
            {one.fullName ? `${one.honorific} ${one.fullName}${one.title ? `, ${one.title}` : ''}` : text.vacant}
          </span>
        ))}
      </td>
    </tr>
  );
}
