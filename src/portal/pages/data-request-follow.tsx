import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { actLabels, kindLabels, outcomeLabels, sayClock, text as words } from '#rights/messages.vi.ts';
import { followRequest, withdrawContact } from '#rights/public.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/data-request-follow';

const text = words.follow;
const PAGE = '/yeu-cau-du-lieu';

export const meta: Route.MetaFunction = () => [{ title: text.title }, { name: 'robots', content: 'noindex' }];

export const loader = (args: Route.LoaderArgs) => load(args, async (ctx) => await followRequest(ctx, args.params.code));

export const action = (args: Route.ActionArgs) =>
  submit(args, z.object({}), async (ctx) => {
    await withdrawContact(ctx, args.params.code);
    return redirect(`${PAGE}/${args.params.code}`);
  });

/** For whoever holds the receipt: state and clock, no words of a person. */
export default function DataRequestFollow({ loaderData }: Route.ComponentProps) {
  const { code, kind, receivedAt, clocks, outcome, hasContact, acts } = loaderData;
  return (
    <SimplePage title={text.title} section={{ href: PAGE, label: words.ask.title }}>
      <section className="fact" aria-label={text.code}>
        <b className="hash receipt">{code}</b>
        <p>{text.keep}</p>
        <dl className="spaced">
          <dt>{text.kind}</dt>
          <dd>{kindLabels[kind]}</dd>
          <dt>{text.received}</dt>
          <dd>{formatMoment(receivedAt)}</dd>
          <dt>{text.answer}</dt>
          <dd>{sayClock(clocks.answer)}</dd>
          <dt>{text.execute}</dt>
          <dd>{sayClock(clocks.execute)}</dd>
          <dt>{text.state}</dt>
          <dd>{outcome ? outcomeLabels[outcome] : text.open}</dd>
        </dl>
      </section>
      <h2 className="spaced">{text.steps}</h2>
      <ol className="agreed spaced">
        <li>
          <span>
            {text.receivedStep} <small className="muted">{formatMoment(receivedAt)}</small>
          </span>
        </li>
        {acts.map((act) => (
          <li key={`${act.act}${act.actedAt.getTime()}`}>
            <span>
              {actLabels[act.act as keyof typeof actLabels]}{' '}
              <small className="muted">{formatMoment(act.actedAt)}</small>
              {act.ground ? <small className="muted"> · {text.ground(act.ground)}</small> : null}
            </span>
          </li>
        ))}
      </ol>
      {hasContact ? (
        <form className="spaced" method="post" action={`${PAGE}/${code}`}>
          <p>{text.contact}</p>
          <p className="spaced">
            <button className="go" type="submit">
              {text.withdraw}
            </button>
          </p>
        </form>
      ) : null}
      <p className="pager">
        <a href={PAGE}>{text.again}</a>
      </p>
    </SimplePage>
  );
}
