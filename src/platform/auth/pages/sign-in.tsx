import { redirect } from 'react-router';
import { z } from 'zod';
import { pageRequest } from '#platform/http/context.ts';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { Mark } from '#platform/ui/icon.tsx';
import { text as frame } from '#platform/ui/messages.vi.ts';
import { usePageFacts } from '#platform/ui/page-facts.tsx';
import { OfficeHead } from '#platform/ui/shell.tsx';
import { text } from '../messages.vi.ts';
import type { Route } from './+types/sign-in.ts';

const words = text.signIn;
const HOME = '/van-phong';

const SignIn = z.object({
  login: z.string().trim().min(1, words.loginNeeded).max(200, words.loginNeeded),
  password: z.string().min(1, words.passwordNeeded),
});

/** Where to go afterwards: a path of this site, nothing else. */
function wayBack(request: Request): string {
  const wanted = new URL(request.url).searchParams.get('ve') ?? HOME;
  const isOwnPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) && !wanted.startsWith('/dang-');
  return isOwnPath ? wanted : HOME;
}

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    if (ctx.actor.accountId) throw redirect(wayBack(args.request));
    return {};
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, SignIn, async (ctx, input) => {
    const { signIn, address, userAgent } = args.context.get(pageRequest);
    const cookie = await signIn.open(ctx, { ...input, address, userAgent });
    return redirect(wayBack(args.request), { headers: { 'set-cookie': cookie } });
  });

export default function SignInPage({ actionData }: Route.ComponentProps) {
  const { isDemo } = usePageFacts();
  return (
    <div className="gate">
      <OfficeHead title={words.title} />
      <aside aria-label={frame.product}>
        <span className="brand">
          <Mark />
          {frame.product}
        </span>
        <div className="claim">
          <p>{words.claim}</p>
          <dl className="kv">
            {words.points.map(([term, detail]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{detail}</dd>
              </div>
            ))}
          </dl>
        </div>
        <p className="small muted">
          {words.idle} <a href="/">{words.toPortal}</a>
        </p>
      </aside>
      <main id="main">
        <div className="gate-form">
          <span className="brand phone-only">
            <Mark />
            {frame.product}
          </span>
          <div>
            <h1>{words.title}</h1>
            <p className="muted">{words.lead}</p>
            {isDemo ? <span className="sample">{frame.sample}</span> : null}
          </div>
          <CommandForm problem={actionData} submitLabel={words.submit} errorTitle={words.failed}>
            <Field
              name="login"
              label={words.login}
              problem={actionData}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              aria-required
            />
            <Field
              name="password"
              label={words.password}
              problem={actionData}
              type="password"
              autoComplete="current-password"
              aria-required
            />
          </CommandForm>
        </div>
      </main>
    </div>
  );
}
