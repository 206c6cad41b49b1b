import { redirect } from 'react-router';
import { z } from 'zod';
import { pageRequest } from '#platform/http/context.ts';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { text as accountText } from '../messages.account.vi.ts';
import { text } from '../messages.vi.ts';
import {
  BY_PASSKEY,
  deskOf,
  ENROL,
  isByPasskey,
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
    return { back, options: await passkeyRequest(deskOf(args), ctx.read, null) };
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
  return (
    <Gate title={words.title} lead={words.lead}>
      <CommandForm
        action={withWayBack(SIGN_IN, loaderData.back)}
        problem={actionData}
        submitLabel={words.submit}
        errorTitle={words.failed}
      >
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
      <Or />
      <PasskeyForm
        act="get"
        options={loaderData.options}
        action={withWayBack(`${SIGN_IN}?${BY_PASSKEY}`, loaderData.back)}
        label={accountText.passkey.signIn}
      />
    </Gate>
  );
}
