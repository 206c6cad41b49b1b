import { Refused } from '#kernel/refusal.ts';
import { load } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { getIncident } from '../incident-queries.ts';
import { text, notice as words } from '../messages-incidents.vi.ts';
import { requireRights } from '../permissions.ts';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/notice.ts';

const PAGE = '/van-phong/su-co-du-lieu';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { number, to } = args.params;
    const incident = await getIncident(ctx.read, number);
    requireRights(ctx, 'rights.handle-incidents', incident.allianceCode);
    if (to !== 'co-quan' && to !== 'nguoi-dan')
      throw new Refused({ code: 'rights.incident.not-found', facts: { number } });
    return { incident, isForPeople: to === 'nguoi-dan' };
  });

/** A letter filled from the facts of the incident; what is not known yet says so. */
export default function Notice({ loaderData: { incident, isForPeople } }: Route.ComponentProps) {
  const { title, to } = isForPeople ? words.people : words.authority;
  const back = `${PAGE}/${incident.number}`;
  return (
    <Shell
      title={title}
      crumbs={[{ label: text.title, href: PAGE }, { label: incident.number, href: back }, { label: text.notices }]}
    >
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader title={title} sub={incident.isDrill ? words.drillMark : words.number(incident.number)} />
      <p className="small muted rights-noprint">
        {words.print} · <a href={back}>{words.back}</a>
      </p>
      <div className="rights-sheet">
        {isForPeople ? null : (
          <p className="centre">
            <b>{words.country}</b>
            <br />
            {words.motto}
          </p>
        )}
        {incident.isDrill ? (
          <p className="centre">
            <b>{words.drillMark}</b>
          </p>
        ) : null}
        <p>{to}</p>
        {isForPeople ? <p>{words.people.opening(incident.detectedAt)}</p> : null}
        <dl className="kv">
          {(isForPeople ? linesForPeople(incident) : linesForAuthority(incident)).map(([term, detail]) => (
            <div key={term} className="rights-pair">
              <dt>{term}</dt>
              <dd>{detail || words.unknown}</dd>
            </div>
          ))}
        </dl>
        {isForPeople ? (
          <>
            <p>{words.people.rights}</p>
            <p>{words.people.sorry}</p>
          </>
        ) : null}
        <div className="rights-lines">
          <p>{words.day}</p>
          <p>{words.sign}</p>
        </div>
      </div>
    </Shell>
  );
}

type Incident = Route.ComponentProps['loaderData']['incident'];

function linesForAuthority(incident: Incident): readonly (readonly [string, string])[] {
  const said = words.authority;
  return [
    [said.what, incident.title],
    [said.when, formatMoment(incident.detectedAt)],
    [said.dataKinds, incident.dataKinds],
    [said.people, incident.peopleCount === null ? '' : formatNumber(incident.peopleCount)],
    [said.harm, incident.harm],
    [said.measures, incident.measures],
    [said.contact, '……'],
    [said.late, '……'],
  ];
}

function linesForPeople(incident: Incident): readonly (readonly [string, string])[] {
  const said = words.people;
  return [
    [said.what, incident.title],
    [said.dataKinds, incident.dataKinds],
    [said.harm, incident.harm],
    [said.measures, incident.measures],
  ];
}
