import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { DayChooser, dayAsked } from '#platform/ui/day-chooser.tsx';
import { Note, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { AllianceView } from '../alliance-view.ts';
import { allianceView, getAllianceEver } from '../alliance-view.ts';
import { ChangeAlliance, changeAlliance } from '../commands/change-alliance.ts';
import { ChangePosition, changePosition } from '../commands/change-position.ts';
import { CloseAlliance, closeAlliance } from '../commands/close-alliance.ts';
import { fillPosition } from '../commands/fill-position.ts';
import { KeepDepartment, keepDepartment } from '../commands/keep-department.ts';
import { RecordFounding, recordFounding } from '../commands/record-founding.ts';
import { ReopenAlliance, reopenAlliance } from '../commands/reopen-alliance.ts';
import { organisationHrefs as hrefs } from '../hrefs.ts';
import { titleShown } from '../messages.vi.ts';
import { pageText } from '../messages-pages.vi.ts';
import { requireOrganisations } from '../permissions.ts';
import { FillPost, positionInput } from '../post-form.ts';
import { AllianceDrawer } from '../ui/alliance-drawers.tsx';
import { AllianceHistory } from '../ui/alliance-history.tsx';
import organisationsCss from '../ui/organisations.css?url';
import type { Route } from './+types/alliance.ts';

const words = pageText.alliance;

const Act = z.discriminatedUnion('act', [
  ChangeAlliance.extend({ act: z.literal('name') }),
  RecordFounding.extend({ act: z.literal('founding') }),
  CloseAlliance.extend({ act: z.literal('close') }),
  ReopenAlliance.extend({ act: z.literal('reopen') }),
  FillPost.extend({ act: z.literal('fill') }),
  ChangePosition.extend({ act: z.literal('correct-position') }),
  KeepDepartment.extend({ act: z.literal('department') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const open = new URL(args.request.url).searchParams.get('mo') ?? '';
    return { view: await allianceView(ctx, args.params.code, dayAsked(args.request.url, ctx.today)), open };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    Act,
    async (ctx, input) => {
      const { id, code } = await getAllianceEver(ctx, args.params.code);
      if (input.act === 'name') await changeAlliance(ctx, id, input);
      else if (input.act === 'founding') await recordFounding(ctx, id, input);
      else if (input.act === 'close') await closeAlliance(ctx, id, input);
      else if (input.act === 'reopen') await reopenAlliance(ctx, id, input);
      else if (input.act === 'fill') await fillPosition(ctx, positionInput(code, input));
      else if (input.act === 'correct-position') await changePosition(ctx, id, input);
      else await keepDepartment(ctx, id, input);
      return redirect(hrefs.alliance(code, dayAsked(args.request.url, ctx.today)));
    },
    async (ctx) => requireOrganisations(ctx, 'organisations.configure'),
  );

/** `/van-phong/to-chuc/lien-minh/:code`: one alliance as it stood on a day, and its past. */
export default function AlliancePage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, open } = loaderData;
  const { alliance, on, today } = view;
  return (
    <Shell
      title={alliance.name}
      crumbs={[{ label: pageText.area, href: hrefs.overview(on) }, { label: alliance.shortName }]}
      drawer={view.mayConfigure && open ? <AllianceDrawer open={open} view={view} problem={actionData} /> : undefined}
    >
      <link rel="stylesheet" href={organisationsCss} precedence="page" />
      <PageHeader
        title={alliance.name}
        chip={
          view.closedOn ? (
            <StateChip boxed tone="idle" sign="×">
              {words.closed(formatDate(view.closedOn))}
            </StateChip>
          ) : undefined
        }
        sub={`${alliance.code} · ${alliance.provinceName}`}
        actions={view.mayConfigure ? <Acts view={view} /> : null}
      />
      <DayChooser on={on} today={today} />
      {view.wasThen ? null : <Note tone="warn">{words.notThen(formatDate(on))}</Note>}
      <Facts view={view} />
      <h2>{words.posts}</h2>
      <Posts view={view} />
      <h2>{words.departments}</h2>
      <Departments view={view} />
      <AllianceHistory view={view} />
    </Shell>
  );
}

function Acts({ view: { alliance, on, closedOn } }: { view: AllianceView }) {
  const links = [
    ['chuc-danh', words.acts.fill],
    ['phong', words.acts.department],
    ['ten', words.acts.name],
    ['thanh-lap', words.acts.founding],
    closedOn === null ? ['ngung', words.acts.close] : ['dung-lai', words.acts.reopen],
  ] as const;
  return links.map(([open, label]) => (
    <a key={open} className="btn s" href={hrefs.alliance(alliance.code, on, open)}>
      {label}
    </a>
  ));
}

function Facts({ view }: { view: AllianceView }) {
  const { alliance, parentBody, foundedOn, cluster } = view;
  const { facts } = words;
  const rows: readonly (readonly [string, string])[] = [
    [facts.parentBody, parentBody],
    [facts.address, alliance.address],
    [facts.phone, alliance.phone],
    [facts.email, alliance.email],
    [facts.founded, foundedOn ? formatDate(foundedOn) : ''],
  ];
  return (
    <dl className="kv org-facts box pad">
      {rows.map(([name, value]) => (
        <Fact key={name} name={name}>
          {value || <span className="muted">{facts.none}</span>}
        </Fact>
      ))}
      <Fact name={facts.cluster}>
        {cluster ? (
          <a href={hrefs.cluster(cluster.clusterCode, view.on)}>{cluster.clusterName}</a>
        ) : (
          <span className="muted">{pageText.overview.outside}</span>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Posts({ view: { posts } }: { view: AllianceView }) {
  if (posts.length === 0) return <p className="muted">{words.noPosts}</p>;
  return (
    <TableBox label={words.posts}>
      <table className="chart">
        <thead>
          <tr>
            <th scope="col">{words.columns.title}</th>
            <th scope="col">{words.columns.holder}</th>
            <th scope="col">{words.columns.from}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={`${post.id}-${post.fullName}`}>
              <th scope="row">{titleShown(post)}</th>
              <td className={post.fullName ? undefined : 'vacant'}>
                {post.fullName ? `${post.honorific} ${post.fullName}` : words.vacant}
              </td>
              <td className="num">{formatDate(post.validFrom)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Departments({ view: { departments, alliance, on, mayConfigure } }: { view: AllianceView }) {
  if (departments.length === 0) return <p className="muted">{words.noDepartments}</p>;
  return (
    <ul className="box pad">
      {departments.map((one) => (
        <li key={one.id}>
          {one.name} {one.phone ? <span className="num">· {one.phone}</span> : null}{' '}
          {mayConfigure ? (
            <a href={hrefs.alliance(alliance.code, on, `phong:${one.id}`)}>
              {words.correct}
              <span className="sr"> {one.name}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
