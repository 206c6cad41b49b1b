import { redirect } from 'react-router';
import { z } from 'zod';
import { dayInVietnam } from '#kernel/time.ts';
import { listAlliances } from '#organisations/public.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { ActOnRequest, actOnRequest } from '../commands/act-on-request.ts';
import { PlaceRequest, placeRequest } from '../commands/place-request.ts';
import { actLabels, kindLabels, outcomeLabels, text as words } from '../messages.vi.ts';
import { alliancesWhere, requireRights } from '../permissions.ts';
import { findOrganisations, getRequest, holdsInForce, holidaysOn, placeOfOrganisation, termsOf } from '../queries.ts';
import { actsOpen, clocksOf } from '../request-rules.ts';
import { ClockChip } from '../ui/clock-chip.tsx';
import { FindOrganisation } from '../ui/find-organisation.tsx';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/request.ts';

const text = words.requests;
const PAGE = '/van-phong/yeu-cau-du-lieu';
const FOUND_MAX = 10;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const request = await getRequest(ctx.read, args.params.code);
    requireRights(ctx, 'rights.handle-requests', request.allianceCode);
    const { searchParams } = new URL(args.request.url);
    const asked = (searchParams.get('tim') ?? '').slice(0, 100);
    const chosen = searchParams.get('to-chuc') ?? '';
    const mayMove = alliancesWhere(ctx, 'rights.handle-requests') === 'all';
    const within = request.allianceCode === null ? 'all' : [request.allianceCode];
    const [terms, holidays, holds, organisation, offered, found] = await Promise.all([
      termsOf(ctx.read, request.kind, dayInVietnam(request.receivedAt)),
      holidaysOn(ctx.read, ctx.today),
      request.organisationId === null ? [] : holdsInForce(ctx.read, request.organisationId),
      request.organisationId === null ? null : placeOfOrganisation(ctx.read, request.organisationId),
      chosen === '' ? null : placeOfOrganisation(ctx.read, chosen),
      findOrganisations(ctx.read, asked, within, FOUND_MAX),
    ]);
    return {
      request,
      source: { citation: terms.citation, isVerified: terms.isVerified },
      clocks: clocksOf(request, terms, ctx.today, holidays),
      open: actsOpen(request, holds, terms.extendDays),
      holds,
      organisation: organisation?.name ?? null,
      offered: offered && { id: offered.id, name: offered.name },
      asked,
      found,
      units: mayMove ? await listAlliances(ctx.read, ctx.today) : [],
    };
  });

const Sent = z.union([PlaceRequest.extend({ intent: z.literal('place') }), ActOnRequest]);

export const action = (args: Route.ActionArgs) =>
  submit(args, Sent, async (ctx, input) => {
    const { code } = args.params;
    if ('intent' in input) await placeRequest(ctx, code, input);
    else await actOnRequest(ctx, code, input);
    return redirect(`${PAGE}/${code}`);
  });

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { request, clocks, holds, source } = loaderData;
  const title = `${kindLabels[request.kind]} · ${request.code}`;
  return (
    <Shell title={title} crumbs={[{ label: words.area }, { label: text.title, href: PAGE }, { label: request.code }]}>
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader
        title={title}
        chip={
          <>
            <ClockChip clock={clocks.answer} of={text.columns.answer} boxed />
            <ClockChip clock={clocks.execute} of={text.columns.execute} boxed />
          </>
        }
        sub={text.terms(source.citation, source.isVerified)}
      />
      {holds.map((hold) => (
        <Note tone="warn" key={hold.id}>
          {text.held(hold.reason)} ({hold.ground}). {text.heldWhy}
        </Note>
      ))}
      <div className="rights-two">
        <div className="stack">
          <Words data={loaderData} />
          <History request={request} />
        </div>
        <div className="stack">
          {request.closedAt === null ? <NextAct data={loaderData} problem={actionData} /> : null}
          {request.closedAt === null ? <Place data={loaderData} /> : null}
        </div>
      </div>
    </Shell>
  );
}

type Data = Route.ComponentProps['loaderData'];

function Words({ data: { request, organisation } }: { data: Data }) {
  const nothing = request.erasedAt ? text.erased : text.noContact;
  return (
    <section className="rights-card" aria-label={text.wish}>
      <dl className="kv">
        <dt>{text.wish}</dt>
        <dd>{request.wish || text.erased}</dd>
        <dt>{text.who}</dt>
        <dd>{request.requesterName || nothing}</dd>
        <dt>{text.contact}</dt>
        <dd>{request.contact || nothing}</dd>
        <dt>{text.columns.unit}</dt>
        <dd>{request.allianceCode ?? text.noUnit}</dd>
        <dt>{text.placed}</dt>
        <dd>{organisation ?? text.placeNone}</dd>
      </dl>
    </section>
  );
}

function History({ request }: { request: Data['request'] }) {
  return (
    <section className="rights-card" aria-label={text.history}>
      <h2>{text.history}</h2>
      <ol className="chain">
        <li>
          <b>{text.received}</b>
          <small>{formatMoment(request.receivedAt)}</small>
        </li>
        {request.acts.map((act) => (
          <li key={`${act.act}${act.actedAt.getTime()}`}>
            <b>{actLabels[act.act]}</b>
            {act.note}
            {act.ground ? <small>{words.follow.ground(act.ground)}</small> : null}
            <small>{`${formatMoment(act.actedAt)}, ${act.actedBy}`}</small>
          </li>
        ))}
        {request.outcome ? (
          <li className="end">
            <b>{outcomeLabels[request.outcome]}</b>
          </li>
        ) : null}
      </ol>
    </section>
  );
}

function NextAct({ data: { open }, problem }: { data: Data; problem: FormProblem | undefined }) {
  return (
    <section className="rights-card" aria-label={text.next}>
      <h2>{text.next}</h2>
      <CommandForm problem={problem} submitLabel={text.save}>
        <SelectField
          name="act"
          label={text.act}
          problem={problem}
          options={open.map((value) => ({ value, label: actLabels[value] }))}
        />
        <TextField name="note" label={text.note} hint={text.noteHint} rows={4} problem={problem} />
        <Field name="ground" label={text.ground} hint={text.groundHint} problem={problem} />
      </CommandForm>
    </section>
  );
}

function Place({ data: { request, asked, found, offered, units } }: { data: Data }) {
  return (
    <section className="rights-card" aria-label={text.place}>
      <h2>{text.place}</h2>
      <p className="small muted">{text.placeHint}</p>
      {units.length > 0 ? (
        <form className="rights-find" method="post" action={`${PAGE}/${request.code}`}>
          <input type="hidden" name="intent" value="place" />
          <SelectField
            name="allianceCode"
            label={text.moveTo}
            defaultValue={request.allianceCode ?? ''}
            options={units.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          />
          <button className="btn" type="submit">
            {text.move}
          </button>
        </form>
      ) : null}
      {offered ? (
        <form className="tools" method="post" action={`${PAGE}/${request.code}`}>
          <input type="hidden" name="intent" value="place" />
          <input type="hidden" name="organisationId" value={offered.id} />
          <span>{offered.name}</span>
          <button className="btn" type="submit">
            {text.choose}
          </button>
        </form>
      ) : null}
      <FindOrganisation words={text} asked={asked} found={found} hrefOf={(id) => `?to-chuc=${id}`} />
    </section>
  );
}
