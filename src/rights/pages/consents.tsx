import { redirect } from 'react-router';
import { z } from 'zod';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, ErrorSummary, Field, SelectField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { GiveConsents, giveConsents } from '../commands/give-consents.ts';
import { HoldData, holdData } from '../commands/hold-data.ts';
import { WithdrawConsent, withdrawConsent } from '../commands/withdraw-consent.ts';
import { CONTACT } from '../kept.ts';
import { channelLabels, holdLabels, roleLabels, text as words } from '../messages.vi.ts';
import { alliancesWhere, requireRights } from '../permissions.ts';
import { consentsOf, consentTexts, findOrganisations, holdsInForce, placeOfOrganisation } from '../queries.ts';
import { FindOrganisation } from '../ui/find-organisation.tsx';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/consents.ts';

const text = words.consent;
const PAGE = '/van-phong/dong-y';
const FOUND_MAX = 20;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const within = alliancesWhere(ctx, 'rights.record-consents');
    const { searchParams } = new URL(args.request.url);
    const asked = (searchParams.get('tim') ?? '').slice(0, 100);
    const chosen = searchParams.get('to-chuc') ?? '';
    const saved = searchParams.get('da-ghi');
    if (chosen === '')
      return { asked, saved, found: await findOrganisations(ctx.read, asked, within, FOUND_MAX), at: null };
    const place = await placeOfOrganisation(ctx.read, chosen);
    requireRights(ctx, 'rights.record-consents', place.allianceCode);
    const [consents, texts, holds] = await Promise.all([
      consentsOf(ctx.read, place.id),
      consentTexts(ctx.read, ctx.today),
      holdsInForce(ctx.read, place.id),
    ]);
    const offered = texts.filter(({ purpose }) => purpose !== CONTACT);
    return { asked, saved, found: [], at: { place, consents, texts: offered, holds, today: ctx.today } };
  });

const Sent = z.discriminatedUnion('intent', [
  GiveConsents.extend({ intent: z.literal('give') }),
  WithdrawConsent.extend({ intent: z.literal('withdraw') }),
  HoldData.extend({ intent: z.literal('hold') }),
]);

export const action = (args: Route.ActionArgs) =>
  submit(args, Sent, async (ctx, input) => {
    const back = `${PAGE}?to-chuc=${input.organisationId}`;
    if (input.intent === 'give') return redirect(`${back}&da-ghi=${await giveConsents(ctx, input)}`);
    if (input.intent === 'withdraw') await withdrawConsent(ctx, input);
    else await holdData(ctx, input);
    return redirect(back);
  });

export default function Consents({ loaderData, actionData }: Route.ComponentProps) {
  const { at, asked, found, saved } = loaderData;
  const intent = actionData?.values.intent;
  return (
    <Shell
      title={text.title}
      crumbs={[
        { label: words.area },
        at ? { label: text.title, href: PAGE } : { label: text.title },
        ...(at ? [{ label: at.place.name }] : []),
      ]}
    >
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader
        title={at?.place.name ?? text.title}
        sub={text.sub}
        actions={
          at ? (
            <a className="btn" href={`${PAGE}/in?to-chuc=${at.place.id}`}>
              {text.print}
            </a>
          ) : null
        }
      />
      {saved !== null && actionData === undefined ? (
        <Note>{Number(saved) > 0 ? text.saved(Number(saved)) : text.nothing}</Note>
      ) : null}
      {intent === 'withdraw' ? <ErrorSummary problem={actionData} /> : null}
      {at ? (
        <div className="rights-two">
          <div className="stack">
            <Given at={at} />
            <Holds at={at} problem={intent === 'hold' ? actionData : undefined} />
          </div>
          <Give at={at} problem={intent === 'give' ? actionData : undefined} />
        </div>
      ) : (
        <>
          <FindOrganisation words={text} asked={asked} found={found} hrefOf={(id) => `?to-chuc=${id}`} />
          {asked === '' ? (
            <div className="box">
              <Empty icon="person" title={text.start}>
                {text.startWhy}
              </Empty>
            </div>
          ) : null}
        </>
      )}
    </Shell>
  );
}

type At = NonNullable<Route.ComponentProps['loaderData']['at']>;

/** Giving: one form. Not one box is ticked before the person ticks it. */
function Give({ at, problem }: { at: At; problem: FormProblem | undefined }) {
  return (
    <section className="rights-card" aria-label={text.give}>
      <h2>{text.give}</h2>
      <CommandForm problem={problem} submitLabel={text.save}>
        <input type="hidden" name="intent" value="give" />
        <input type="hidden" name="organisationId" value={at.place.id} />
        <fieldset className="rights-boxes" id="f-purposes" aria-describedby="purposes-hint">
          <legend>{text.purposes}</legend>
          {at.texts.map(({ purpose, title, version }) => (
            <label key={purpose}>
              <input type="checkbox" name="purposes[]" value={purpose} />
              <span>
                {title} <small className="muted">({text.version(version)})</small>
              </span>
            </label>
          ))}
          <p className="hint" id="purposes-hint">
            {text.purposesHint}
          </p>
        </fieldset>
        <SelectField name="personRole" label={text.role} problem={problem} options={options(roleLabels)} />
        <Field
          name="personName"
          label={text.name}
          problem={problem}
          autoComplete="off"
          defaultValue={at.place.representativeName}
        />
        <Field name="givenOn" label={text.day} type="date" problem={problem} defaultValue={at.today} />
        <SelectField name="channel" label={text.channel} problem={problem} options={options(channelLabels)} />
      </CommandForm>
    </section>
  );
}

/** Withdrawing: one button beside each, on the same page. */
function Given({ at }: { at: At }) {
  if (at.consents.length === 0)
    return (
      <div className="box">
        <Empty icon="check" title={text.listEmpty} />
      </div>
    );
  return (
    <TableBox label={text.list}>
      <table className="rights-table fits">
        <thead>
          <tr>
            {Object.values(text.columns).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
            <th scope="col">{text.withdraw}</th>
          </tr>
        </thead>
        <tbody>
          {at.consents.map((consent) => (
            <tr key={consent.id}>
              <th scope="row">
                {consent.title} <small className="muted">({text.version(consent.version)})</small>
              </th>
              <td data-label={text.columns.who}>
                {consent.personName || text.erasedName}
                <small className="muted"> {roleLabels[consent.personRole]}</small>
              </td>
              <td data-label={text.columns.given}>
                {formatDate(consent.givenOn)}, {channelLabels[consent.channel]}
                <small className="muted"> {consent.givenBy}</small>
              </td>
              <td data-label={text.columns.state}>
                {consent.withdrawnOn ? (
                  <StateChip tone="idle" sign="R">
                    {text.withdrawn(formatDate(consent.withdrawnOn))}
                  </StateChip>
                ) : (
                  <StateChip tone="ok" sign="✓">
                    {text.inForce}
                  </StateChip>
                )}
              </td>
              <td>{consent.withdrawnOn ? null : <Withdraw at={at} consentId={consent.id} title={consent.title} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Withdraw({ at, consentId, title }: { at: At; consentId: string; title: string }) {
  return (
    <form method="post" action={`${PAGE}?to-chuc=${at.place.id}`}>
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="organisationId" value={at.place.id} />
      <input type="hidden" name="consentId" value={consentId} />
      <button className="btn s" type="submit" aria-label={text.withdrawOf(title)}>
        {text.withdraw}
      </button>
    </form>
  );
}

function Holds({ at, problem }: { at: At; problem: FormProblem | undefined }) {
  return (
    <section className="rights-card" aria-label={text.holds}>
      <h2>{text.holds}</h2>
      <p className="small muted">{text.holdsHint}</p>
      {at.holds.length === 0 ? <p className="small">{text.noHolds}</p> : null}
      {at.holds.map((hold) => (
        <form className="tools" method="post" key={hold.id} action={`${PAGE}?to-chuc=${at.place.id}`}>
          <input type="hidden" name="intent" value="hold" />
          <input type="hidden" name="organisationId" value={at.place.id} />
          <input type="hidden" name="holdId" value={hold.id} />
          <span>
            <b>{holdLabels[hold.kind]}</b>: {hold.reason} ({hold.ground})
          </span>
          <button className="btn s" type="submit">
            {text.holdLift}
          </button>
        </form>
      ))}
      <CommandForm problem={problem} submitLabel={text.holdSave}>
        <input type="hidden" name="intent" value="hold" />
        <input type="hidden" name="organisationId" value={at.place.id} />
        <SelectField name="kind" label={text.holdKind} problem={problem} options={options(holdLabels)} />
        <Field name="reason" label={text.holdReason} problem={problem} />
        <Field name="ground" label={text.holdGround} problem={problem} />
      </CommandForm>
    </section>
  );
}

function options(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
