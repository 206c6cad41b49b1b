import { redirect } from 'react-router';
import { listAlliances } from '#organisations/public.ts';
import { pageRequest } from '#platform/http/context.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { typed } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { kindLabels, text as words } from '#rights/messages.vi.ts';
import { AskForData, answerTerm, askForData, CONTACT, consentTexts } from '#rights/public.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/data-request';

const text = words.ask;
const PAGE = '/yeu-cau-du-lieu';

export const meta: Route.MetaFunction = () => [{ title: text.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const code = new URL(args.request.url).searchParams.get('ma')?.trim().toLowerCase();
    if (code) throw redirect(`${PAGE}/${encodeURIComponent(code)}`);
    const [alliances, texts, days] = await Promise.all([
      listAlliances(ctx.read, ctx.today),
      consentTexts(ctx.read, ctx.today),
      answerTerm(ctx.read, ctx.today),
    ]);
    return {
      units: alliances.map(({ code: unit, shortName }) => ({ unit, shortName })),
      consent: texts.find(({ purpose }) => purpose === CONTACT) ?? null,
      days,
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, AskForData, async (ctx, input) => {
    const { address } = args.context.get(pageRequest);
    return redirect(`${PAGE}/${await askForData(ctx, input, { address })}`);
  });

export default function DataRequest({ loaderData, actionData: problem }: Route.ComponentProps) {
  return (
    <SimplePage title={text.title}>
      <p className="sub">{text.lead}</p>
      {problem ? (
        <div className="fact spaced" role="alert">
          <b>{text.notSent}</b>
          {problem.refusal ? <p>{problem.refusal.text}</p> : null}
          {Object.entries(problem.fields).map(([name, sentence]) => (
            <p key={name}>
              <a href={`#${name}`}>{sentence}</a>
            </p>
          ))}
        </div>
      ) : null}
      <form className="ask spaced" method="post" action={PAGE}>
        <Kinds problem={problem} />
        <div>
          <label htmlFor="unit">{text.unit}</label>
          <select id="unit" name="unit" className="file" defaultValue={typed(problem, 'unit')}>
            <option value="">{text.unitUnknown}</option>
            {loaderData.units.map(({ unit, shortName }) => (
              <option key={unit} value={unit}>
                {shortName}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="wish">{text.wish}</label>
          <textarea
            id="wish"
            name="wish"
            className="file"
            rows={4}
            aria-describedby="wish-hint"
            aria-invalid={problem?.fields.wish ? true : undefined}
            defaultValue={typed(problem, 'wish')}
          />
          <Wrong problem={problem} name="wish" />
          <p className="asof" id="wish-hint">
            {text.wishHint}
          </p>
        </div>
        <Reach problem={problem} consent={loaderData.consent} />
        <p className="trap" aria-hidden="true">
          <label htmlFor="website">{text.trap}</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </p>
        <p>
          <button className="go" type="submit">
            {text.send}
          </button>
        </p>
        <p className="asof">{text.deadline(loaderData.days)}</p>
      </form>
      <FollowForm />
    </SimplePage>
  );
}

function Kinds({ problem }: { problem: FormProblem | undefined }) {
  return (
    <fieldset id="kind">
      <legend>{text.kind}</legend>
      <Wrong problem={problem} name="kind" />
      {Object.entries(kindLabels).map(([kind, label]) => (
        <label className="tick" key={kind}>
          <input type="radio" name="kind" value={kind} defaultChecked={typed(problem, 'kind') === kind} />
          <span>
            {label} <small>{text.kindHints[kind as keyof typeof kindLabels]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type Consent = Route.ComponentProps['loaderData']['consent'];

function Wrong({ problem, name }: { problem: FormProblem | undefined; name: string }) {
  const sentence = problem?.fields[name];
  return sentence ? <p className="wrong">{sentence}</p> : null;
}

/** Optional, and kept only when the box is ticked; a form that comes back has it empty again. */
function Reach({ problem, consent }: { problem: FormProblem | undefined; consent: Consent }) {
  return (
    <fieldset>
      <legend>{text.reach}</legend>
      <p className="asof">{text.reachHint}</p>
      <label htmlFor="name">{text.name}</label>
      <input id="name" name="name" className="file" autoComplete="off" defaultValue={typed(problem, 'name')} />
      <Wrong problem={problem} name="name" />
      <label htmlFor="contact">{text.contact}</label>
      <input id="contact" name="contact" className="file" autoComplete="off" defaultValue={typed(problem, 'contact')} />
      <Wrong problem={problem} name="contact" />
      <label className="tick">
        <input type="checkbox" name="consent" value="co" />
        <span>{text.consent}</span>
      </label>
      <p className="asof">{text.notConsented}</p>
      {consent ? (
        <details>
          <summary>{text.consentMore}</summary>
          <dl>
            {Object.entries(text.parts).map(([part, label]) => (
              <div key={part}>
                <dt>{label}</dt>
                <dd>{consent[part as keyof typeof text.parts]}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </fieldset>
  );
}

function FollowForm() {
  return (
    <form className="ask spaced" action={PAGE}>
      <h2>{text.follow}</h2>
      <label htmlFor="ma">{text.code}</label>
      <div className="find">
        <input id="ma" name="ma" autoCapitalize="none" autoComplete="off" spellCheck={false} />
        <button type="submit">{text.open}</button>
      </div>
    </form>
  );
}
