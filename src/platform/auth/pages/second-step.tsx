import { redirect } from 'react-router';
import { z } from 'zod';
import { pageRequest } from '#platform/http/context.ts';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { isFresh } from '../factor-policy.ts';
import { listFactors } from '../factors.server.ts';
import { text } from '../messages.account.vi.ts';
import { text as signInText } from '../messages.vi.ts';
import {
  BY_PASSKEY,
  deskOf,
  ENROL,
  isByPasskey,
  ownDoor,
  passkeyAnswer,
  SECOND_STEP,
  wayBack,
  withWayBack,
} from '../own-door.ts';
import { passkeyRequest } from '../passkeys.server.ts';
import type { Proof } from '../prove.server.ts';
import { prove } from '../prove.server.ts';
import accountCss from '../ui/account.css?url';
import { Gate } from '../ui/gate.tsx';
import { Or, PasskeyForm } from '../ui/passkey-form.tsx';
import type { Route } from './+types/second-step.ts';

const words = text.second;

const ByCode = z.object({ code: z.string().trim().min(1, words.codeNeeded).max(40, words.codeNeeded) });
const ByPassword = z.object({ password: z.string().min(1, signInText.signIn.passwordNeeded) });
const ByPasskey = z.object({ answer: passkeyAnswer });

export const loader = (args: Route.LoaderArgs) =>
  load(args, async () => {
    const { ctx, session } = ownDoor(args);
    const back = wayBack(args.request);
    if (session.owes === 'enrolment') throw redirect(withWayBack(ENROL, back));
    if (session.owes === null && isFresh(session, ctx.now)) throw redirect(back);
    const factors = await listFactors(ctx.read, session.accountId);
    const hasPasskey = factors.some(({ kind }) => kind === 'passkey');
    return {
      back,
      isAgain: session.owes === null,
      isByPassword: !session.isEnrolled,
      options: hasPasskey ? await passkeyRequest(deskOf(args), ctx.read, session.accountId) : null,
    };
  });

export const action = async (args: Route.ActionArgs) => {
  const { ctx, session } = ownDoor(args);
  const enter = async (proof: Proof) => {
    const token = await prove(ctx, session, proof, deskOf(args));
    const { signIn } = args.context.get(pageRequest);
    return redirect(wayBack(args.request), { headers: { 'set-cookie': signIn.keep(token) } });
  };
  if (isByPasskey(args.request))
    return await submit(args, ByPasskey, async (_, { answer }) => await enter({ passkey: answer }));
  return session.isEnrolled
    ? await submit(args, ByCode, async (_, { code }) => await enter({ code }))
    : await submit(args, ByPassword, async (_, { password }) => await enter({ password }));
};

export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  const { back, isAgain, isByPassword, options } = loaderData;
  return (
    <Gate title={isAgain ? words.again : words.title} lead={isAgain ? words.againLead : words.lead}>
      <link rel="stylesheet" href={accountCss} precedence="page" />
      <CommandForm
        action={withWayBack(SECOND_STEP, back)}
        problem={actionData}
        submitLabel={words.submit}
        errorTitle={words.failed}
      >
        {isByPassword ? (
          <Field
            name="password"
            label={signInText.signIn.password}
            problem={actionData}
            type="password"
            autoComplete="current-password"
            aria-required
          />
        ) : (
          <Field
            name="code"
            label={words.code}
            hint={words.codeHint}
            problem={actionData}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            aria-required
          />
        )}
      </CommandForm>
      {options ? (
        <>
          <Or />
          <PasskeyForm
            act="get"
            options={options}
            action={withWayBack(`${SECOND_STEP}?${BY_PASSKEY}`, back)}
            label={text.passkey.prove}
          />
        </>
      ) : null}
      {isAgain ? null : (
        <form method="post" action="/dang-xuat">
          <p className="small muted">{words.lost}</p>
          <button className="link" type="submit">
            {words.other}
          </button>
        </form>
      )}
    </Gate>
  );
}
