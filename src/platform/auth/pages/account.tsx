import { redirect } from 'react-router';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { pageRequest } from '#platform/http/context.ts';
import { load, submit } from '#platform/http/submit.ts';
import { Note } from '#platform/ui/empty.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { usePageFacts } from '#platform/ui/page-facts.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { deviceOf } from '../device.ts';
import { isFresh, mustHaveFactor } from '../factor-policy.ts';
import { listFactors, removeFactor, renewRecoveryCodes } from '../factors.server.ts';
import { text } from '../messages.account.vi.ts';
import { changePassword, ownLogin, ownSignIns, revokeOtherSessions, revokeSession } from '../own-account.server.ts';
import { ACCOUNT, ownDoor, SIGN_IN, withWayBack } from '../own-door.ts';
import { countRecoveryCodes } from '../recovery.server.ts';
import type { Session } from '../sessions.server.ts';
import { listSessions } from '../sessions.server.ts';
import accountCss from '../ui/account.css?url';
import { FactorDrawer, factorAsked } from '../ui/factor-drawer.tsx';
import { Factors } from '../ui/factors.tsx';
import { Password } from '../ui/password.tsx';
import { RecoveryCodes } from '../ui/recovery-codes.tsx';
import { Sessions, SignIns } from '../ui/sessions.tsx';
import type { Route } from './+types/account.ts';

const words = text.account;
const typedPassword = z.string().min(1, words.password.needed);

const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('password'), presentPassword: typedPassword, password: typedPassword }),
  z.object({ act: z.literal('remove-factor'), factor: z.uuid() }),
  z.object({ act: z.literal('new-codes') }),
  z.object({ act: z.literal('revoke'), session: z.uuid() }),
  z.object({ act: z.literal('revoke-others') }),
]);

/** The page is for whoever has signed in; who still owes the second factor is led there. */
function signedIn(args: Route.LoaderArgs | Route.ActionArgs): { ctx: Ctx; session: Session } {
  const own = ownDoor(args);
  if (own.session.owes) throw redirect(withWayBack(SIGN_IN, ACCOUNT));
  return own;
}

export const loader = (args: Route.LoaderArgs) =>
  load(args, async () => {
    const { ctx, session } = signedIn(args);
    const { secret } = args.context.get(pageRequest).signIn;
    const params = new URL(args.request.url).searchParams;
    const factors = await listFactors(ctx.read, session.accountId);
    const sessions = await listSessions(ctx.read, session.accountId, ctx.now);
    return {
      login: await ownLogin(ctx, session),
      factors,
      isFresh: isFresh(session, ctx.now),
      mustHave: mustHaveFactor(session),
      codesLeft: await countRecoveryCodes(ctx.read, session.accountId),
      sessions: sessions.map((each) => ({
        ...each,
        device: deviceOf(each.userAgent),
        isHere: each.id === session.id,
      })),
      signIns: await ownSignIns(ctx, session, secret),
      asked: factorAsked(params.get('xac-nhan'), factors),
      saved: words.saved[params.get('da') ?? ''] ?? null,
    };
  });

export const action = async (args: Route.ActionArgs) => {
  const { ctx, session } = signedIn(args);
  const { signIn } = args.context.get(pageRequest);
  const done = (what: string, headers: Record<string, string> = {}) => redirect(`${ACCOUNT}?da=${what}`, { headers });
  return await submit(args, Act, async (_, input) => {
    if (input.act === 'password')
      return done('password', { 'set-cookie': signIn.keep(await changePassword(ctx, session, input, signIn.secret)) });
    if (input.act === 'new-codes') return { codes: await renewRecoveryCodes(ctx, session, signIn.secret), at: ctx.now };
    if (input.act === 'remove-factor') {
      await removeFactor(ctx, session, input.factor);
      return done('factor');
    }
    if (input.act === 'revoke') {
      await revokeSession(ctx, session, input.session);
      return done('session');
    }
    await revokeOtherSessions(ctx, session);
    return done('sessions');
  });
};

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { login, factors, isFresh: isSure, mustHave, codesLeft, sessions, signIns, asked, saved } = loaderData;
  const made = actionData && 'codes' in actionData ? actionData : undefined;
  const problem = actionData && 'fields' in actionData ? actionData : undefined;
  const isPassword = problem?.values.act === 'password';
  const title = made ? text.codes.title : words.title;
  return (
    <Shell
      title={title}
      crumbs={[{ label: words.title, ...(made ? { href: ACCOUNT } : {}) }, ...(made ? [{ label: title }] : [])]}
      drawer={asked && !made && isSure ? <FactorDrawer asked={asked} isLast={factors.length === 1} /> : undefined}
    >
      <link rel="stylesheet" href={accountCss} precedence="page" />
      <div className="mine">
        <PageHeader title={title} sub={made ? text.codes.lead : undefined} />
        {made ? (
          <RecoveryCodes codes={made.codes} login={login} at={made.at} doneHref={ACCOUNT} />
        ) : (
          <>
            {saved && !problem ? <Note>{saved}</Note> : null}
            {isPassword ? null : <ErrorSummary problem={problem} />}
            <WhoIAm login={login} />
            <Factors factors={factors} isFresh={isSure} mustHave={mustHave} codesLeft={codesLeft} />
            <Password problem={isPassword ? problem : undefined} login={login} />
            <Sessions sessions={sessions} />
            <SignIns signIns={signIns} />
          </>
        )}
      </div>
    </Shell>
  );
}

function WhoIAm({ login }: { login: string }) {
  const { signedIn: who } = usePageFacts();
  return (
    <dl className="kv">
      <dt>{words.login}</dt>
      <dd>{login}</dd>
      <dt>{words.name}</dt>
      <dd>{who?.name}</dd>
      <dt>{words.place}</dt>
      <dd>{who?.place}</dd>
    </dl>
  );
}
