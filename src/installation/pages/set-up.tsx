import { redirect } from 'react-router';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { SetUpDoor } from '#platform/http/context.ts';
import { pageRequest } from '#platform/http/context.ts';
import { load, submit } from '#platform/http/submit.ts';
import { Mark } from '#platform/ui/icon.tsx';
import { text as frame } from '#platform/ui/messages.vi.ts';
import { OfficeHead } from '#platform/ui/shell.tsx';
import { identifySite } from '#portal/public.ts';
import { finishSetUp } from '../commands/finish-set-up.ts';
import { text } from '../messages.vi.ts';
import type { SetUpStep } from '../model.ts';
import { nextSetUpStep } from '../queries.ts';
import setUpCss from '../ui/set-up.css?url';
import { SetUpForm } from '../ui/set-up-form.tsx';
import { SetUpSteps } from '../ui/set-up-steps.tsx';
import type { Route } from './+types/set-up.ts';

const words = text.setUp;
const PAGE = '/cai-dat';

const line = z.string().trim().max(300, words.site.tooLong).default('');
const Input = z.discriminatedUnion('step', [
  z.object({ step: z.literal('code'), code: z.string().trim().min(1, words.code.needed).max(100) }),
  z.object({
    step: z.literal('site'),
    owner: z.string().trim().min(1, words.site.ownerNeeded).max(300, words.site.tooLong),
    tagline: line,
    responsible: line,
    address: line,
    phone: line,
    email: z.union([z.literal(''), z.email(words.site.emailWrong)]).default(''),
    licence: line,
  }),
  z
    .object({
      step: z.literal('administrator'),
      displayName: z.string().trim().min(1, words.administrator.nameNeeded).max(120),
      login: z.string().trim().min(1, words.administrator.loginNeeded).max(200),
      password: z.string().min(1, words.administrator.passwordNeeded),
      passwordAgain: z.string(),
    })
    .refine((given) => given.password === given.passwordAgain, {
      path: ['passwordAgain'],
      message: words.administrator.differs,
    }),
  z.object({ step: z.literal('backups'), confirmed: z.literal('on', words.backups.confirmNeeded) }),
]);

/** After it was finished, and on an installation that has accounts, there is no such page. */
async function openDoor(args: Route.LoaderArgs | Route.ActionArgs): Promise<SetUpDoor> {
  const { setUp } = args.context.get(pageRequest).operations;
  if (!(await setUp.isOpen())) throw new Refused({ code: 'installation.set-up.not-found', facts: {} });
  return setUp;
}

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const door = await openDoor(args);
    const inside = door.enter(ctx, door.shown);
    const step: SetUpStep = inside ? await nextSetUpStep(inside.read) : 'code';
    return { step, backups: inside ? door.backups : null };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Input, async (ctx, input) => {
    const door = await openDoor(args);
    const shown = input.step === 'code' ? input.code : door.shown;
    const inside = door.enter(ctx, shown);
    if (!inside)
      throw new Refused({
        code: 'installation.set-up.wrong-code',
        facts: input.step === 'code' ? { field: 'code' } : {},
      });
    if (input.step === 'code') {
      const cookie = door.cookie(input.code.trim().toLowerCase());
      return redirect(PAGE, { headers: { 'set-cookie': cookie } });
    }
    return (await advance(inside, input)) ? await finished(inside, door) : redirect(PAGE);
  });

/** Does what this step asks, unless it was done meanwhile. True: it was the last one. */
async function advance(ctx: Ctx, input: Exclude<z.output<typeof Input>, { step: 'code' }>): Promise<boolean> {
  if ((await nextSetUpStep(ctx.read)) !== input.step) return false;
  if (input.step === 'site') {
    const { step: _, ...site } = input;
    await identifySite(ctx, site);
  }
  if (input.step === 'administrator') {
    const { login, password, displayName } = input;
    await addUser(ctx, { login, password, displayName, role: 'admin', scope: 'system' });
  }
  return input.step === 'backups';
}

async function finished(ctx: Ctx, door: SetUpDoor) {
  await finishSetUp(ctx);
  await door.close();
  return redirect('/dang-nhap', { headers: { 'set-cookie': door.cookie(null) } });
}

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  const { step, backups } = loaderData;
  return (
    <div className="gate">
      <OfficeHead title={words.title} />
      <link rel="stylesheet" href={setUpCss} precedence="page" />
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
      </aside>
      <main id="main">
        <div className="gate-form set-up">
          <span className="brand phone-only">
            <Mark />
            {frame.product}
          </span>
          <div>
            <h1>{words.title}</h1>
            <p className="muted">{words[step].lead}</p>
          </div>
          <SetUpSteps step={step} />
          <SetUpForm step={step} problem={actionData} backups={backups} />
        </div>
      </main>
    </div>
  );
}
