import { redirect } from 'react-router';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { WriteIncident, writeIncident } from '../commands/write-incident.ts';
import { getIncident, incidentTerms } from '../incident-queries.ts';
import { noticeClock, notifiedAt, phasesOpen } from '../incident-rules.ts';
import { phaseLabels, text } from '../messages-incidents.vi.ts';
import { PHASES } from '../model.ts';
import { requireRights } from '../permissions.ts';
import { NoticeChip } from '../ui/notice-chip.tsx';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/incident.ts';

const PAGE = '/van-phong/su-co-du-lieu';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const incident = await getIncident(ctx.read, args.params.number);
    requireRights(ctx, 'rights.handle-incidents', incident.allianceCode);
    const { noticeHours } = await incidentTerms(ctx.read, ctx.today);
    return {
      incident,
      clock: noticeClock(incident.detectedAt, notifiedAt(incident.steps), noticeHours, ctx.now),
      open: phasesOpen(incident.steps),
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, WriteIncident, async (ctx, input) => {
    await writeIncident(ctx, args.params.number, input);
    return redirect(`${PAGE}/${args.params.number}`);
  });

export default function IncidentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { incident, clock } = loaderData;
  const problemOf = (what: string) => (actionData?.values.what === what ? actionData : undefined);
  const isOpen = incident.closedAt === null;
  return (
    <Shell
      title={incident.number}
      crumbs={[{ label: text.area }, { label: text.title, href: PAGE }, { label: incident.number }]}
    >
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader
        title={`${incident.number} · ${incident.title}`}
        chip={<NoticeChip clock={clock} boxed />}
        sub={`${text.detected} ${formatMoment(incident.detectedAt)} · ${incident.allianceCode ?? text.wholeSystem}`}
      />
      {incident.isDrill ? <Note>{text.isDrill}.</Note> : null}
      <Phases open={loaderData.open} />
      <div className="rights-two">
        <div className="stack">
          <Timeline incident={incident} />
          {isOpen ? <Facts incident={incident} problem={problemOf('facts')} /> : <Closed incident={incident} />}
        </div>
        <div className="stack">
          <Notices number={incident.number} />
          {isOpen ? <StepForm open={loaderData.open} problem={problemOf('step')} /> : null}
          {isOpen ? <CloseForm problem={problemOf('close')} /> : null}
        </div>
      </div>
    </Shell>
  );
}

type Data = Route.ComponentProps['loaderData'];

function Phases({ open }: { open: Data['open'] }) {
  return (
    <ol className="legend" aria-label={text.phases}>
      {PHASES.map((phase) => (
        <li key={phase}>
          <StateChip tone={open.includes(phase) ? 'idle' : 'ok'} sign={open.includes(phase) ? '·' : '✓'}>
            {phaseLabels[phase]}
          </StateChip>
        </li>
      ))}
    </ol>
  );
}

function Timeline({ incident }: { incident: Data['incident'] }) {
  return (
    <section className="rights-card" aria-label={text.timeline}>
      <h2>{text.timeline}</h2>
      <ol className="chain">
        {incident.steps.map((step) => (
          <li key={step.id}>
            <b>{`${phaseLabels[step.phase]} · ${formatMoment(step.happenedAt)}`}</b>
            {step.note}
            <small>{text.recorded(step.recordedAt, step.recordedBy)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Notices({ number }: { number: string }) {
  return (
    <section className="rights-card" aria-label={text.notices}>
      <h2>{text.notices}</h2>
      <p>
        <a href={`${PAGE}/${number}/thong-bao/co-quan`}>{text.toAuthority}</a>
      </p>
      <p>
        <a href={`${PAGE}/${number}/thong-bao/nguoi-dan`}>{text.toPeople}</a>
      </p>
    </section>
  );
}

function StepForm({ open, problem }: { open: Data['open']; problem: FormProblem | undefined }) {
  return (
    <section className="rights-card" aria-label={text.addStep}>
      <h2>{text.addStep}</h2>
      <CommandForm problem={problem} submitLabel={text.saveStep}>
        <input type="hidden" name="what" value="step" />
        <SelectField
          name="phase"
          label={text.phase}
          problem={problem}
          defaultValue={open[0] ?? 'learn'}
          options={PHASES.map((value) => ({ value, label: phaseLabels[value] }))}
        />
        <TextField name="note" label={text.note} rows={3} problem={problem} />
        <Field name="happened" label={text.happened} hint={text.momentHint} problem={problem} />
      </CommandForm>
    </section>
  );
}

function Facts({ incident, problem }: { incident: Data['incident']; problem: FormProblem | undefined }) {
  return (
    <section className="rights-card" aria-label={text.facts}>
      <h2>{text.facts}</h2>
      <CommandForm problem={problem} submitLabel={text.saveFacts}>
        <input type="hidden" name="what" value="facts" />
        <TextField
          name="dataKinds"
          label={text.dataKinds}
          rows={2}
          problem={problem}
          defaultValue={incident.dataKinds}
        />
        <Field
          name="peopleCount"
          label={text.peopleCount}
          hint={text.peopleHint}
          inputMode="numeric"
          problem={problem}
          defaultValue={incident.peopleCount ?? ''}
        />
        <TextField name="harm" label={text.harm} rows={2} problem={problem} defaultValue={incident.harm} />
        <TextField name="measures" label={text.measures} rows={3} problem={problem} defaultValue={incident.measures} />
      </CommandForm>
    </section>
  );
}

function CloseForm({ problem }: { problem: FormProblem | undefined }) {
  return (
    <section className="rights-card" aria-label={text.close}>
      <h2>{text.close}</h2>
      <CommandForm problem={problem} submitLabel={text.submitClose}>
        <input type="hidden" name="what" value="close" />
        <TextField name="cause" label={text.cause} rows={2} problem={problem} />
        <TextField name="lesson" label={text.lesson} rows={2} problem={problem} />
      </CommandForm>
    </section>
  );
}

function Closed({ incident }: { incident: Data['incident'] }) {
  return (
    <section className="rights-card" aria-label={text.isClosed}>
      <h2>{incident.closedAt ? text.closedBy(incident.closedAt, incident.closedBy ?? '') : text.isClosed}</h2>
      <dl className="kv">
        <dt>{text.cause}</dt>
        <dd>{incident.cause}</dd>
        <dt>{text.lesson}</dt>
        <dd>{incident.lesson}</dd>
      </dl>
    </section>
  );
}
