import { redirect } from 'react-router';
import { z } from 'zod';
import { pageRequest } from '#platform/http/context.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { text as accountText } from '../messages.account.vi.ts';
import { text } from '../messages.vi.ts';
import {
  BREAK_GLASS,
  BY_PASSKEY,
  deskOf,
  ENROL,
  isByPasskey,
  OPENID,
  passkeyAnswer,
  SECOND_STEP,
  SIGN_IN,
  wayBack,
  withWayBack,
} from '../own-door.ts';
import { passkeyRequest } from '../passkeys.server.ts';
import { Gate } from '../ui/gate.tsx';
import { Or, PasskeyForm } from '../ui/passkey-form.tsx';
import type { Route } from './+types/sign-in.ts';

const words = text.signIn;

const SignIn = z.object({
  login: z.string().trim().min(1, words.loginNeeded).max(200, words.loginNeeded),
  password: z.string().min(1, words.passwordNeeded),
});
const ByPasskey = z.object({ answer: passkeyAnswer });

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const back = wayBack(args.request);
    const owes = args.context.get(pageRequest).own?.session.owes;
    if (owes === 'proof') throw redirect(withWayBack(SECOND_STEP, back));
    if (owes === 'enrolment') throw redirect(withWayBack(ENROL, back));
    if (ctx.actor.accountId) throw redirect(back);
    const { openId } = args.context.get(pageRequest).signIn;
    const isBreakGlass = openId?.isOnly === true;
    const isLocal = !isBreakGlass || new URL(args.request.url).searchParams.get('noi-bo') === '1';
    return {
      back,
      openId: openId && { label: openId.label ?? words.openId },
      local: isLocal ? { isBreakGlass, options: await passkeyRequest(deskOf(args), ctx.read, null) } : null,
    };
  });

export const action = async (args: Route.ActionArgs) => {
  const { signIn, address, userAgent } = args.context.get(pageRequest);
  const enter = (cookie: string) => redirect(wayBack(args.request), { headers: { 'set-cookie': cookie } });
  return isByPasskey(args.request)
    ? await submit(args, ByPasskey, async (ctx, { answer }) =>
        enter(await signIn.openWithPasskey(ctx, { answer, address, userAgent })),
      )
    : await submit(args, SignIn, async (ctx, input) => enter(await signIn.open(ctx, { ...input, address, userAgent })));
};

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { back, openId, local } = loaderData;
  const lead = local?.isBreakGlass ? words.localLead : words.lead;
  return (
    <Gate title={words.title} lead={local ? lead : words.onlyOpenId}>
      {local ? (
        <Local
          page={local.isBreakGlass ? BREAK_GLASS : SIGN_IN}
          back={back}
          options={local.options}
          problem={actionData}
        />
      ) : null}
      {openId ? (
        <div className="tools">
          <a className={local ? 'btn' : 'btn primary'} href={withWayBack(OPENID, back)}>
            <Icon name="person" />
            {openId.label}
          </a>
        </div>
      ) : null}
    </Gate>
  );
}

interface LocalProps {
  readonly page: string;
  readonly back: string;
  readonly options: string;
  readonly problem: FormProblem | undefined;
}

/** By password, or by a passkey where the browser has them. */
function Local({ page, back, options, problem }: LocalProps) {
  return (
    <>
      <CommandForm
        action={withWayBack(page, back)}
        problem={problem}
        submitLabel={words.submit}
        errorTitle={words.failed}
      >
        <Field
          name="login"
          label={words.login}
          problem={problem}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-required
        />
        <Field
          name="password"
          label={words.password}
          problem={problem}
          type="password"
          autoComplete="current-password"
          aria-required
        />
      </CommandForm>
      <Or />
      <PasskeyForm
        act="get"
        options={options}
        action={withWayBack(`${page}${page.includes('?') ? '&' : '?'}${BY_PASSKEY}`, back)}
        label={accountText.passkey.signIn}
      />
    </>
  );
}
