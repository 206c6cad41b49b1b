import { redirect } from 'react-router';
import { z } from 'zod';
import { getCluster } from '#organisations/public.ts';
import { load, submit } from '#platform/http/submit.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { holidaysOf, plannedPeriod, proposedDeadlines } from '../acts/ensure-data-call.ts';
import { OpenDataCall, openDataCall } from '../commands/open-data-call.ts';
import { deadlineWarnings } from '../deadlines.ts';
import { hrefs } from '../hrefs.ts';
import { start as words } from '../messages.screens.vi.ts';
import { deadlineWarningText, labels } from '../messages.vi.ts';
import { halfYearOf } from '../periods.ts';
import { requireForCluster } from '../permissions.ts';
import reportingCss from '../ui/reporting.css?url';
import { clusterFor } from '../where.ts';
import type { Route } from './+types/open-period';

/** `/van-phong/ky/mo?ky=2024-H1`: the window of the period and its usual deadlines, to be changed before opening. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const clusterCode = await clusterFor(ctx);
    requireForCluster(ctx, 'reporting.move-call', clusterCode);
    const code = new URL(args.request.url).searchParams.get('ky') ?? halfYearOf(ctx.today);
    const period = await plannedPeriod(ctx.read, code);
    const deadlines = await proposedDeadlines(ctx.read, period);
    const { members } = await getCluster(ctx.read, clusterCode, period.lastDay);
    return {
      period,
      deadlines,
      members: members.map((member) => member.shortName),
      warnings: deadlineWarnings(deadlines, await holidaysOf(ctx.read, period.lastDay)),
    };
  });

const OpenForm = z.object({
  ky: z.string(),
  hanGui: OpenDataCall.shape.submitByOn,
  hanKhoa: OpenDataCall.shape.lockByOn,
  hoiNghi: OpenDataCall.shape.conferenceOn,
});

export const action = (args: Route.ActionArgs) =>
  submit(args, OpenForm, async (ctx, input) => {
    const { call } = await openDataCall(ctx, {
      clusterCode: await clusterFor(ctx),
      periodCode: input.ky,
      submitByOn: input.hanGui,
      lockByOn: input.hanKhoa,
      conferenceOn: input.hoiNghi,
    });
    return redirect(hrefs.board(call.period.code));
  });

export default function OpenPeriod({ loaderData, actionData }: Route.ComponentProps) {
  const { period, deadlines, members, warnings } = loaderData;
  return (
    <Shell
      title={words.open.title}
      crumbs={[{ label: words.title, href: '/van-phong/ky' }, { label: words.open.title }]}
    >
      <link rel="stylesheet" href={reportingCss} precedence="page" />
      <PageHeader title={labels.callTitle(period.code)} sub={words.open.window(period.firstDay, period.lastDay)} />
      <form method="get" className="tools">
        <label className="small" htmlFor="ky">
          {words.open.period}
        </label>
        <input className="in narrow" id="ky" name="ky" defaultValue={period.code} aria-describedby="ky-hint" />
        <button className="btn" type="submit">
          {words.open.look}
        </button>
        <span className="small muted" id="ky-hint">
          {words.open.periodHint}
        </span>
      </form>
      {warnings.map((warning) => (
        <Note tone="warn" key={warning.deadline}>
          {deadlineWarningText(warning.deadline, warning.day)}
        </Note>
      ))}
      <p className="muted">{words.open.members(members)}</p>
      <div className="narrowform">
        <CommandForm problem={actionData} submitLabel={words.open.submit} cancelHref="/van-phong/ky">
          <input type="hidden" name="ky" value={period.code} />
          <Field
            name="hanGui"
            type="date"
            label={words.open.submitByOn}
            problem={actionData}
            defaultValue={deadlines.submitByOn}
          />
          <Field
            name="hanKhoa"
            type="date"
            label={words.open.lockByOn}
            problem={actionData}
            defaultValue={deadlines.lockByOn}
          />
          <Field
            name="hoiNghi"
            type="date"
            label={words.open.conferenceOn}
            problem={actionData}
            defaultValue={deadlines.conferenceOn ?? ''}
          />
        </CommandForm>
      </div>
    </Shell>
  );
}
