import { redirect } from 'react-router';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { parseIsoDate } from '#kernel/time.ts';
import { scopeKindOf } from '#platform/access/roles.ts';
import type { Scope } from '#platform/ctx.ts';
import { actNames, kindNames } from '#platform/delegation/messages.vi.ts';
import { DELEGABLE } from '#platform/delegation/model.ts';
import { requireDelegatingSomewhere } from '#platform/delegation/permissions.ts';
import { peopleToSign } from '#platform/delegation/queries.server.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { Empty, Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, fieldId, SelectField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { coveredBy, giveSignature } from '../commands/give-signature.ts';
import { giversFor } from '../givers.ts';
import { words } from '../messages.delegation.vi.ts';
import { text } from '../messages.vi.ts';
import { mayManage } from '../permissions.ts';
import peopleCss from '../ui/people.css?url';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/new-delegation.ts';

const LIST = '/van-phong/uy-quyen';
const filled = z.string().trim().min(1, words.needed).max(200);
const day = z.string().transform((value, check) => {
  const parsed = parseIsoDate(value);
  if (!parsed) check.addIssue({ code: 'custom', message: words.dayNeeded });
  return parsed ?? z.NEVER;
});

const NewDelegation = z.object({
  fromAccountId: z.uuid(),
  scope: z.string().refine((value): value is Scope => scopeKindOf(value) !== undefined),
  to: z.uuid(words.pick),
  kind: z.enum(['KT', 'TL', 'TUQ', 'Q']),
  acts: z.array(z.string()).default([]),
  firstDay: day,
  lastDay: day,
  fromTitle: filled,
  toTitle: filled,
  signerName: filled,
  ground: filled,
});

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireDelegatingSomewhere(ctx);
    const { nameOf } = await unitsOn(ctx);
    const givers = (await giversFor(ctx)).map((giver) => ({ ...giver, place: nameOf(giver.scope) }));
    const asked = new URL(args.request.url).searchParams.get('nguoi-giao') ?? '';
    const giver = givers.length === 1 ? givers[0] : givers.find((each) => keyOf(each) === asked);
    const scopes = giver ? [giver.scope, ...(await coveredBy(ctx, giver.scope))] : [];
    const people = giver ? await peopleToSign(ctx, scopes, ctx.today) : [];
    return {
      givers,
      giver: giver ?? null,
      people: people.filter(({ id }) => id !== giver?.accountId),
      isAdmin: mayManage(ctx.actor),
      today: ctx.today,
    };
  });

function keyOf({ accountId, scope }: { accountId: string; scope: string }): string {
  return `${accountId} ${scope}`;
}

export const action = (args: Route.ActionArgs) =>
  submit(args, NewDelegation, async (ctx, { to, ...input }) => {
    const givers = await giversFor(ctx);
    if (!givers.some((giver) => keyOf(giver) === keyOf({ accountId: input.fromAccountId, scope: input.scope })))
      throw new Refused({
        code: 'platform.access.denied',
        facts: { action: 'platform.delegate-signing', scope: input.scope },
      });
    const id = await giveSignature(ctx, { ...input, toAccountId: to });
    return redirect(`${LIST}/${id}`);
  });

type Loaded = Route.ComponentProps['loaderData'];

export default function NewDelegationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { giver, givers } = loaderData;
  return (
    <Shell
      title={words.newTitle}
      crumbs={[{ label: text.area, href: LIST }, { label: words.title, href: LIST }, { label: words.newTitle }]}
    >
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader title={words.newTitle} sub={giver ? words.giver(giver.name, giver.place) : null} />
      {givers.length === 0 ? (
        <div className="box">
          <Empty icon="pen" title={words.noLeader}>
            {words.noLeaderWhy}
          </Empty>
        </div>
      ) : giver ? (
        <DelegationForm loaded={loaderData} giver={giver} problem={actionData} />
      ) : (
        <form className="sheet-form command" action={`${LIST}/moi`} aria-label={words.choose}>
          <SelectField
            name="nguoi-giao"
            label={words.from}
            options={givers.map((each) => ({ value: keyOf(each), label: words.giver(each.name, each.place) }))}
          />
          <p className="tools">
            <button className="btn primary" type="submit">
              {words.next}
            </button>
          </p>
        </form>
      )}
    </Shell>
  );
}

interface FormProps {
  readonly loaded: Loaded;
  readonly giver: NonNullable<Loaded['giver']>;
  readonly problem: FormProblem | undefined;
}

function DelegationForm({ loaded: { people, isAdmin, today }, giver, problem }: FormProps) {
  const kinds = Object.entries(kindNames).filter(([kind]) => isAdmin || kind !== 'Q');
  if (people.length === 0) return <Note tone="warn">{words.nobody}</Note>;
  return (
    <div className="sheet-form">
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={LIST}>
        <input type="hidden" name="fromAccountId" value={giver.accountId} />
        <input type="hidden" name="scope" value={giver.scope} />
        <SelectField
          name="to"
          label={words.to}
          hint={words.toHint}
          problem={problem}
          options={[
            { value: '', label: words.pick },
            ...people.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` })),
          ]}
        />
        <SelectField
          name="kind"
          label={words.kind}
          problem={problem}
          options={kinds.map(([value, label]) => ({ value, label }))}
        />
        <Acts kind={scopeKindOf(giver.scope)} problem={problem} />
        <div className="two-fields">
          <Field name="firstDay" label={words.firstDay} problem={problem} type="date" defaultValue={today} />
          <Field name="lastDay" label={words.lastDay} problem={problem} type="date" />
        </div>
        <div className="two-fields">
          <Field
            name="fromTitle"
            label={words.fromTitle}
            hint={words.fromTitleHint}
            problem={problem}
            maxLength={120}
          />
          <Field name="toTitle" label={words.toTitle} hint={words.toTitleHint} problem={problem} maxLength={120} />
        </div>
        <div className="two-fields">
          <Field name="signerName" label={words.signerName} problem={problem} maxLength={120} />
          <Field name="ground" label={words.ground} hint={words.groundHint} problem={problem} maxLength={200} />
        </div>
        <p className="hint muted small">{words.rules}</p>
      </CommandForm>
    </div>
  );
}

function Acts({ kind, problem }: { kind: string | undefined; problem: FormProblem | undefined }) {
  const known = Object.entries(DELEGABLE).filter(([, at]) => at === kind);
  const names: Readonly<Record<string, string>> = actNames;
  const chosen = problem?.values.acts;
  const isChosen = (act: string) => (Array.isArray(chosen) ? chosen.includes(act) : problem === undefined);
  return (
    <fieldset className="checks" id={fieldId('acts')} tabIndex={-1}>
      <legend>{words.acts}</legend>
      {known.map(([act]) => (
        <label key={act}>
          <input type="checkbox" name="acts[]" value={act} defaultChecked={isChosen(act)} />
          {names[act]}
        </label>
      ))}
      {problem?.fields.acts ? <p className="err">{problem.fields.acts}</p> : null}
    </fieldset>
  );
}
