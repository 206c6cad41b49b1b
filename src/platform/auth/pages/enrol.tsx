import { data, redirect } from 'react-router';
import { z } from 'zod';
import { pageRequest } from '#platform/http/context.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, ErrorSummary, Field } from '#platform/ui/forms.tsx';
import { isFresh } from '../factor-policy.ts';
import type { Enrolled } from '../factors.server.ts';
import { enrolPasskey, enrolTotp } from '../factors.server.ts';
import { text } from '../messages.account.vi.ts';
import { ownLogin } from '../own-account.server.ts';
import {
  ACCOUNT,
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
import { passkeyCreation } from '../passkeys.server.ts';
import type { TotpOffer } from '../totp.server.ts';
import { totpOffer } from '../totp.server.ts';
import accountCss from '../ui/account.css?url';
import { Gate } from '../ui/gate.tsx';
import { PasskeyForm } from '../ui/passkey-form.tsx';
import { RecoveryCodes } from '../ui/recovery-codes.tsx';
import type { Route } from './+types/enrol.ts';

const words = text.enrol;

const name = z.string().trim().min(1, words.nameNeeded).max(60, words.nameNeeded);
const ByTotp = z.object({ name, code: z.string().trim().min(1, words.totp.codeNeeded).max(20, words.totp.codeNeeded) });
const ByPasskey = z.object({ passkeyName: name, answer: passkeyAnswer });

export const loader = (args: Route.LoaderArgs) =>
  load(args, async () => {
    const { ctx, session } = ownDoor(args);
    const isOwed = session.owes === 'enrolment';
    if (session.owes === 'proof') throw redirect(withWayBack(SECOND_STEP, wayBack(args.request)));
    if (!isOwed && !isFresh(session, ctx.now)) throw redirect(withWayBack(SECOND_STEP, ENROL));
    const login = await ownLogin(ctx, session);
    const desk = deskOf(args);
    return {
      isOwed,
      back: isOwed ? wayBack(args.request) : ACCOUNT,
      login,
      totp: totpOffer(desk.secret, session, login),
      options: await passkeyCreation(desk, ctx.read, session, login),
    };
  });

export const action = async (args: Route.ActionArgs) => {
  const { ctx, session } = ownDoor(args);
  const desk = deskOf(args);
  const back = session.owes === 'enrolment' ? wayBack(args.request) : `${ACCOUNT}?da=added`;
  const answer = ({ token, codes }: Enrolled) => {
    const headers = { 'set-cookie': args.context.get(pageRequest).signIn.keep(token) };
    return codes ? data({ codes, at: ctx.now, doneHref: back }, { headers }) : redirect(back, { headers });
  };
  return isByPasskey(args.request)
    ? await submit(args, ByPasskey, async (_, input) =>
        answer(await enrolPasskey(ctx, session, { name: input.passkeyName, answer: input.answer }, desk)),
      )
    : await submit(args, ByTotp, async (_, input) => answer(await enrolTotp(ctx, session, input, desk.secret)));
};

export default function Enrol({ loaderData, actionData }: Route.ComponentProps) {
  const { isOwed, back, login, totp, options } = loaderData;
  if (actionData && 'codes' in actionData)
    return (
      <Gate title={text.codes.title} lead={text.codes.lead}>
        <link rel="stylesheet" href={accountCss} precedence="page" />
        <RecoveryCodes codes={actionData.codes} login={login} at={actionData.at} doneHref={actionData.doneHref} />
      </Gate>
    );
  return (
    <Gate title={isOwed ? words.title : words.addTitle} lead={isOwed ? words.lead : words.addLead}>
      <link rel="stylesheet" href={accountCss} precedence="page" />
      <ErrorSummary problem={actionData} title={words.failed} />
      <TotpWay totp={totp} action={withWayBack(ENROL, back)} problem={actionData} />
      <section className="way" aria-labelledby="by-passkey">
        <h2 id="by-passkey">{words.passkey.title}</h2>
        <p className="small muted">{words.passkey.what}</p>
        <p className="small" data-without-passkey>
          {words.passkey.noScript}
        </p>
        <PasskeyForm
          act="create"
          options={options}
          action={withWayBack(`${ENROL}?${BY_PASSKEY}`, back)}
          label={text.passkey.make}
        >
          <Field
            name="passkeyName"
            label={words.totp.name}
            problem={actionData}
            defaultValue={words.passkey.begin}
            maxLength={60}
          />
        </PasskeyForm>
      </section>
      {isOwed ? (
        <form method="post" action="/dang-xuat">
          <button className="link" type="submit">
            {text.second.other}
          </button>
        </form>
      ) : (
        <a href={back}>{words.cancel}</a>
      )}
    </Gate>
  );
}

function TotpWay({ totp, action: to, problem }: { totp: TotpOffer; action: string; problem: FormProblem | undefined }) {
  return (
    <section className="way" aria-labelledby="by-totp">
      <h2 id="by-totp">{words.totp.title}</h2>
      <ol>
        {words.totp.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <svg
        className="qr"
        viewBox={`0 0 ${totp.qr.size} ${totp.qr.size}`}
        role="img"
        aria-label={words.totp.qr}
        shapeRendering="crispEdges"
      >
        {/* Apps read dark on white only, whatever the colours of the page. */}
        <rect width={totp.qr.size} height={totp.qr.size} fill="white" />
        <path d={totp.qr.path} fill="black" />
      </svg>
      <p className="small muted">{words.totp.key}</p>
      <p className="code secret">{totp.secret}</p>
      <CommandForm action={to} submitLabel={words.totp.submit}>
        <Field
          name="code"
          label={words.totp.code}
          problem={problem}
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-required
        />
        <Field name="name" label={words.totp.name} problem={problem} defaultValue={words.totp.begin} maxLength={60} />
      </CommandForm>
    </section>
  );
}
