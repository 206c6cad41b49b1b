import { redirect } from 'react-router';
import { listAlliances } from '#organisations/public.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { OpenIncident, openIncident } from '../commands/open-incident.ts';
import { incidentTerms, listIncidents } from '../incident-queries.ts';
import { isDrillDue, noticeClock, notifiedAt } from '../incident-rules.ts';
import { text } from '../messages-incidents.vi.ts';
import { alliancesWhere } from '../permissions.ts';
import { NoticeChip } from '../ui/notice-chip.tsx';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/incidents.ts';

const PAGE = '/van-phong/su-co-du-lieu';
const SHOWN_MAX = 200;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const within = alliancesWhere(ctx, 'rights.handle-incidents');
    const [incidents, alliances, { noticeHours, isVerified, drillMonths }] = await Promise.all([
      listIncidents(ctx.read, within, SHOWN_MAX),
      listAlliances(ctx.read, ctx.today),
      incidentTerms(ctx.read, ctx.today),
    ]);
    const drills = incidents.filter(({ isDrill }) => isDrill).map(({ detectedAt }) => detectedAt);
    const lastDrill = drills.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
    return {
      noticeHours,
      isVerified,
      lastDrill,
      isDue: isDrillDue(lastDrill, drillMonths, ctx.now),
      units: alliances.filter(({ code }) => within === 'all' || within.includes(code)),
      mayBeWhole: within === 'all',
      rows: incidents.map(({ steps, ...incident }) => ({
        ...incident,
        clock: noticeClock(incident.detectedAt, notifiedAt(steps), noticeHours, ctx.now),
      })),
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, OpenIncident, async (ctx, input) => redirect(`${PAGE}/${await openIncident(ctx, input)}`));

export default function Incidents({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, lastDrill, isDue, noticeHours, isVerified } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: text.area }, { label: text.title }]}>
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader title={text.title} sub={isVerified ? text.sub : `${text.sub} ${text.unverified(noticeHours)}`} />
      {isDue ? <Note tone="warn">{text.drillDue}</Note> : null}
      {lastDrill && !isDue ? <p className="small muted">{text.lastDrill(lastDrill)}</p> : null}
      {rows.length === 0 ? (
        <div className="box">
          <Empty icon="shield" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <IncidentTable rows={rows} />
      )}
      <OpenForm data={loaderData} problem={actionData} />
    </Shell>
  );
}

type Data = Route.ComponentProps['loaderData'];

function IncidentTable({ rows }: { rows: Data['rows'] }) {
  return (
    <TableBox label={text.caption}>
      <table className="rights-table fits">
        <thead>
          <tr>
            {Object.values(text.columns).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row" className="rights-nowrap">
                <a href={`${PAGE}/${row.number}`}>{row.number}</a>
                {row.isDrill ? <small className="muted"> {text.drill}</small> : null}
              </th>
              <td data-label={text.columns.what}>{row.title}</td>
              <td className="rights-nowrap" data-label={text.columns.unit}>
                {row.allianceCode ?? text.wholeSystem}
              </td>
              <td className="rights-nowrap" data-label={text.columns.detected}>
                {formatMoment(row.detectedAt)}
              </td>
              <td data-label={text.columns.clock}>
                <NoticeChip clock={row.clock} />
              </td>
              <td className="rights-nowrap" data-label={text.columns.state}>
                <StateChip tone={row.closedAt ? 'ok' : 'wait'} sign={row.closedAt ? '✓' : 'M'}>
                  {row.closedAt ? text.isClosed : text.isOpen}
                </StateChip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function OpenForm({ data: { units, mayBeWhole }, problem }: { data: Data; problem: FormProblem | undefined }) {
  const whole = mayBeWhole ? [{ value: '', label: text.wholeSystem }] : [];
  return (
    <section className="rights-card" aria-label={text.open}>
      <h2>{text.open}</h2>
      <CommandForm problem={problem} submitLabel={text.submit}>
        <Field name="title" label={text.what} problem={problem} />
        <Field name="detected" label={text.detected} hint={text.momentHint} problem={problem} />
        <SelectField
          name="unit"
          label={text.unit}
          problem={problem}
          options={[...whole, ...units.map(({ code, shortName }) => ({ value: code, label: shortName }))]}
        />
        <TextField name="note" label={text.firstNote} rows={3} problem={problem} />
        <label className="rights-tick">
          <input type="checkbox" name="isDrill" value="co" />
          <span>{text.isDrill}</span>
        </label>
      </CommandForm>
    </section>
  );
}
