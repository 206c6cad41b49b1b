import { z } from 'zod';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { addPerson } from '../commands/add-person.ts';
import { personaDuties, personaNames, text } from '../messages.vi.ts';
import { requireManaging } from '../permissions.ts';
import { PERSONA_CODES } from '../personas.ts';
import { placementInput } from '../placement-input.ts';
import peopleCss from '../ui/people.css?url';
import { PlacementFields } from '../ui/placement-fields.tsx';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/new-person.ts';

const LIST = '/van-phong/nguoi-dung';
const words = text.form;

const NewPerson = z.object({
  login: z.string().trim().min(1, words.loginNeeded).max(200),
  name: z.string().trim().min(1, words.nameNeeded).max(120),
  ...placementInput,
});

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireManaging(ctx);
    return { units: (await unitsOn(ctx)).all };
  });

/** The password is in this one answer and nowhere else, so the page does not lead on to another. */
export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    NewPerson,
    async (ctx, input) => ({ added: await addPerson(ctx, input) }),
    async (ctx) => requireManaging(ctx),
  );

export default function NewPersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const added = actionData && 'added' in actionData ? actionData.added : undefined;
  const problem: FormProblem | undefined = actionData && !('added' in actionData) ? actionData : undefined;
  return (
    <Shell
      title={words.addTitle}
      crumbs={[{ label: text.area, href: LIST }, { label: text.list.title, href: LIST }, { label: words.addTitle }]}
    >
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader title={added ? words.added : words.addTitle} />
      {added ? (
        <Added login={added.login} password={added.password} href={`${LIST}/${added.accountId}`} />
      ) : (
        <>
          <div className="sheet-form">
            <CommandForm problem={problem} submitLabel={words.add} cancelHref={LIST}>
              <div className="two-fields">
                <Field
                  name="login"
                  label={words.login}
                  hint={words.loginHint}
                  problem={problem}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={60}
                />
                <Field
                  name="name"
                  label={words.name}
                  hint={words.nameHint}
                  problem={problem}
                  maxLength={120}
                  autoComplete="off"
                />
              </div>
              <PlacementFields units={loaderData.units} problem={problem} />
            </CommandForm>
          </div>
          <Duties />
        </>
      )}
    </Shell>
  );
}

function Added({ login, password, href }: { login: string; password: string; href: string }) {
  return (
    <div className="sheet-form part">
      <p>{`${words.login}: ${login}`}</p>
      <p>{words.password}</p>
      <p className="once">{password}</p>
      <Note tone="warn">{words.passwordOnce}</Note>
      <p className="tools">
        <a className="btn" href={href}>
          {words.toPerson}
        </a>
        <a className="btn plain" href={`${LIST}/them`}>
          {words.addAnother}
        </a>
      </p>
    </div>
  );
}

function Duties() {
  return (
    <section className="part" aria-labelledby="duties">
      <h2 id="duties">{words.duties}</h2>
      <dl className="duties">
        {PERSONA_CODES.map((code) => (
          <div key={code}>
            <dt>{personaNames[code]}</dt>
            <dd>{personaDuties[code]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
