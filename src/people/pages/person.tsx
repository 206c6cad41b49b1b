import { redirect } from 'react-router';
import { z } from 'zod';
import { isoDate, parseIsoDate } from '#kernel/time.ts';
import {
  closeAccount,
  endAllSessions,
  endGrant,
  reopenAccount,
  resetPassword,
} from '#platform/auth/account-acts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { placePerson } from '../commands/place-person.ts';
import { text } from '../messages.vi.ts';
import type { PersonDetails } from '../model.ts';
import { orphanedTasks } from '../orphans.ts';
import { mayManage } from '../permissions.ts';
import { placementInput } from '../placement-input.ts';
import { getPerson } from '../queries.ts';
import { PersonChip } from '../ui/grants.tsx';
import { OrphanTable } from '../ui/orphan-table.tsx';
import peopleCss from '../ui/people.css?url';
import { actOf, PersonDrawer } from '../ui/person-drawer.tsx';
import { GrantHistory } from '../ui/person-grants.tsx';
import { unitOf, unitsOn } from '../units.ts';
import type { Route } from './+types/person.ts';

const LIST = '/van-phong/nguoi-dung';
const DAY = z.string().max(10);

const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('give'), ...placementInput }),
  z.object({ act: z.literal('move'), ...placementInput }),
  z.object({
    act: z.literal('end'),
    role: z.string().max(40),
    scope: z.string().max(120),
    validFrom: z.string().refine((day) => parseIsoDate(day) !== undefined),
    from: DAY,
  }),
  z.object({ act: z.literal('close'), from: DAY, reason: z.string().max(300) }),
  z.object({ act: z.literal('reopen') }),
  z.object({ act: z.literal('sessions') }),
  z.object({ act: z.literal('password') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const person = await getPerson(ctx, args.params.person);
    const { all, nameOf } = await unitsOn(ctx);
    const params = new URL(args.request.url).searchParams;
    const act = mayManage(ctx.actor) ? actOf(params) : null;
    const history = person.history.map((grant) => ({ ...grant, place: nameOf(grant.scope) }));
    return {
      person: { ...person, history },
      units: all,
      isManager: mayManage(ctx.actor),
      act,
      today: ctx.today,
      orphans: act?.kind === 'dong' ? await leftBy(ctx, person, all) : [],
      seen: person.lastSeenAt ? formatMoment(person.lastSeenAt) : '',
    };
  });

/** What nobody would do any more in the units where this person has a right today. */
async function leftBy(ctx: Ctx, person: PersonDetails, all: Parameters<typeof orphanedTasks>[1]) {
  const own = new Set(person.grants.map(({ scope }) => unitOf(scope)));
  const units = all.filter(({ scope }) => own.has(scope));
  return await orphanedTasks(ctx, units, person.id);
}

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, input) => {
    const { id } = await getPerson(ctx, args.params.person);
    if (input.act === 'password') return { password: await resetPassword(ctx, id) };
    if (input.act === 'give' || input.act === 'move')
      await placePerson(ctx, id, { ...input, isMove: input.act === 'move' });
    if (input.act === 'end') await endGrant(ctx, id, { ...input, validFrom: isoDate(input.validFrom) }, input.from);
    if (input.act === 'close') await closeAccount(ctx, id, { day: input.from, reason: input.reason });
    if (input.act === 'reopen') await reopenAccount(ctx, id);
    if (input.act === 'sessions') await endAllSessions(ctx, id);
    return redirect(`${LIST}/${id}`);
  });

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { person, units, isManager, act, today, orphans, seen } = loaderData;
  const password = actionData && 'password' in actionData ? actionData.password : undefined;
  const problem: FormProblem | undefined = actionData && !('password' in actionData) ? actionData : undefined;
  const here = `${LIST}/${person.id}`;
  return (
    <Shell
      title={person.name}
      crumbs={[{ label: text.area, href: LIST }, { label: text.list.title, href: LIST }, { label: person.name }]}
      drawer={
        act && password === undefined ? (
          <PersonDrawer act={act} person={person} units={units} today={today} problem={problem} closeHref={here}>
            {orphans.length > 0 ? (
              <>
                <Note tone="warn">{text.orphans.wouldBe}</Note>
                <OrphanTable tasks={orphans} />
              </>
            ) : null}
          </PersonDrawer>
        ) : undefined
      }
    >
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader
        title={person.name}
        chip={<PersonChip state={person.state} boxed />}
        actions={isManager ? <Acts person={person} here={here} /> : null}
      />
      {act ? null : <ErrorSummary problem={problem} />}
      {password === undefined ? null : <NewPassword password={password} />}
      <Facts person={person} seen={seen} isManager={isManager} />
      <GrantHistory
        grants={person.history}
        today={today}
        here={here}
        isManager={isManager && person.state !== 'closed'}
      />
    </Shell>
  );
}

function NewPassword({ password }: { password: string }) {
  return (
    <section className="sheet-form part" aria-label={text.form.passwordReset}>
      <h2>{text.form.passwordReset}</h2>
      <p className="once">{password}</p>
      <Note tone="warn">{text.form.passwordOnce}</Note>
    </section>
  );
}

function Acts({ person, here }: { person: PersonDetails; here: string }) {
  const words = text.person.acts;
  if (person.state === 'closed')
    return (
      <a className="btn" href={`${here}?viec=mo-lai#drawer`}>
        {words.reopen}
      </a>
    );
  const links = [
    ['chuyen', words.move],
    ...(person.sessions > 0 ? [['phien', words.sessions]] : []),
    ['mat-khau', words.password],
    person.state === 'leaving' ? ['mo-lai', words.reopen] : ['dong', words.close],
  ];
  return (
    <>
      {links.map(([kind, label]) => (
        <a className="btn" key={kind} href={`${here}?viec=${kind}#drawer`}>
          {label}
        </a>
      ))}
      <a className="btn primary" href={`${here}?viec=cap-quyen#drawer`}>
        {words.give}
      </a>
    </>
  );
}

function Facts({ person, seen, isManager }: { person: PersonDetails; seen: string; isManager: boolean }) {
  const words = text.person;
  return (
    <dl className="kv person-facts">
      <dt>{words.login}</dt>
      <dd className="code">{person.login}</dd>
      <dt>{words.made}</dt>
      <dd>{words.madeBy(formatMoment(person.createdAt), person.createdBy)}</dd>
      <dt>{words.sessions}</dt>
      <dd>{words.lastSeen(person.sessions, seen)}</dd>
      {person.closedAt ? (
        <>
          <dt>{words.closed}</dt>
          <dd>{words.closedWhy(formatMoment(person.closedAt), person.closedBy ?? '', person.closeReason)}</dd>
        </>
      ) : null}
      {isManager ? (
        <>
          <dt />
          <dd>
            <a href={`/van-phong/nhat-ky?ve=${person.id}`}>{words.log}</a>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
