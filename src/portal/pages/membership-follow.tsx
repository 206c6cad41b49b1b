import { applicationMoveLabels, applicationStateLabels, text as words } from '#membership/messages.vi.ts';
import type { Followed } from '#membership/public.ts';
import { followApplication } from '#membership/public.ts';
import { load } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/membership-follow';

const text = words.follow;

export const meta: Route.MetaFunction = () => [{ title: text.title }, { name: 'robots', content: 'noindex' }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const code = new URL(args.request.url).searchParams.get('ma') ?? '';
    return { code, followed: code.trim() === '' ? null : await followApplication(ctx, code) };
  });

/** `/tra-cuu/ho-so`: for whoever holds the receipt of a dossier: where it stands and what is missing. */
export default function MembershipFollow({ loaderData: { code, followed } }: Route.ComponentProps) {
  return (
    <SimplePage title={text.title}>
      <p>{text.intro}</p>
      <form action="/tra-cuu/ho-so" className="spaced">
        <label htmlFor="ma">{text.code}</label>
        <div className="find big">
          <input id="ma" name="ma" defaultValue={code} autoComplete="off" aria-describedby="ma-hint" required />
          <button type="submit">{text.submit}</button>
        </div>
        <p className="small muted" id="ma-hint">
          {text.codeHint}
        </p>
      </form>
      {followed ? <State followed={followed} /> : null}
    </SimplePage>
  );
}

function State({ followed }: { followed: Followed }) {
  const labels: Readonly<Record<string, string>> = applicationMoveLabels;
  return (
    <>
      <section className="fact spaced" aria-label={text.state}>
        <b className="hash receipt">{followed.receiptCode}</b>
        <dl className="spaced">
          <dt>{text.applied}</dt>
          <dd>{formatDate(followed.appliedOn)}</dd>
          <dt>{text.state}</dt>
          <dd>{applicationStateLabels[followed.state]}</dd>
        </dl>
      </section>
      {followed.missing.length > 0 ? (
        <>
          <h2 className="spaced">{text.missing}</h2>
          <p>{text.missingWhy}</p>
          <ul className="agreed">
            {followed.missing.map((item) => (
              <li key={item}>
                <span>{item}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 className="spaced">{text.steps}</h2>
      <ol className="agreed">
        <li>
          <span>
            {text.received} <small className="muted">{formatDate(followed.appliedOn)}</small>
          </span>
        </li>
        {followed.steps.map((step) => (
          <li key={step.act}>
            <span>
              {labels[step.act]} <small className="muted">{formatDate(step.effectiveOn)}</small>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
