import type { ReactNode } from 'react';
import type { SetUpDoor } from '#platform/http/context.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, fieldId } from '#platform/ui/forms.tsx';
import { text } from '../messages.vi.ts';
import type { SetUpStep } from '../model.ts';

const words = text.setUp;

interface StepProps {
  readonly problem: FormProblem | undefined;
}

/** The form of one step; what was typed stays when it comes back. */
export function SetUpForm({
  step,
  problem,
  backups,
}: StepProps & { step: SetUpStep; backups: SetUpDoor['backups'] | null }) {
  const fields: Readonly<Record<SetUpStep, ReactNode>> = {
    code: <CodeFields problem={problem} />,
    site: <SiteFields problem={problem} />,
    administrator: <AdministratorFields problem={problem} />,
    backups: backups ? <BackupFields problem={problem} backups={backups} /> : null,
  };
  const submitLabel = step === 'backups' ? words.backups.finish : words.next;
  return (
    <CommandForm problem={problem} submitLabel={submitLabel} errorTitle={words.failed}>
      <input type="hidden" name="step" value={step} />
      {fields[step]}
    </CommandForm>
  );
}

function CodeFields({ problem }: StepProps) {
  const { label, hint } = words.code;
  return (
    <Field
      name="code"
      label={label}
      hint={hint}
      problem={problem}
      className="code"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      aria-required
    />
  );
}

function SiteFields({ problem }: StepProps) {
  const site = words.site;
  return (
    <>
      <Field
        name="owner"
        label={site.owner}
        hint={site.ownerHint}
        problem={problem}
        autoComplete="organization"
        aria-required
      />
      <Field name="tagline" label={site.tagline} problem={problem} />
      <Field name="responsible" label={site.responsible} problem={problem} />
      <Field name="address" label={site.address} problem={problem} autoComplete="street-address" />
      <div className="pair">
        <Field name="phone" label={site.phone} problem={problem} type="tel" autoComplete="tel" />
        <Field name="email" label={site.email} problem={problem} type="email" autoComplete="email" />
      </div>
      <Field name="licence" label={site.licence} problem={problem} />
    </>
  );
}

function AdministratorFields({ problem }: StepProps) {
  const person = words.administrator;
  return (
    <>
      <Field name="displayName" label={person.displayName} problem={problem} autoComplete="name" aria-required />
      <Field
        name="login"
        label={person.login}
        hint={person.loginHint}
        problem={problem}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        aria-required
      />
      <Field
        name="password"
        label={person.password}
        hint={person.passwordHint}
        problem={problem}
        type="password"
        autoComplete="new-password"
        aria-required
      />
      <Field
        name="passwordAgain"
        label={person.again}
        problem={problem}
        type="password"
        autoComplete="new-password"
        aria-required
      />
    </>
  );
}

function BackupFields({ problem, backups }: StepProps & { backups: SetUpDoor['backups'] }) {
  const say = words.backups;
  const id = fieldId('confirmed');
  const sentence = problem?.fields.confirmed;
  return (
    <>
      <dl className="kv">
        <dt>{say.folder}</dt>
        <dd className="code">{backups.folder ?? say.off}</dd>
        <dt>{say.key}</dt>
        <dd>{backups.hasOwnKey ? say.ownKey : say.keyFile(backups.keyFile)}</dd>
      </dl>
      <Note tone="warn">{say.warning}</Note>
      <p className="small muted">{say.otherDisk}</p>
      <div className="field">
        <label className="confirm" htmlFor={id}>
          <input
            type="checkbox"
            name="confirmed"
            id={id}
            aria-invalid={sentence ? true : undefined}
            aria-describedby={sentence ? `${id}-err` : undefined}
          />
          <span>{say.confirm}</span>
        </label>
        {sentence ? (
          <p className="err" id={`${id}-err`}>
            {sentence}
          </p>
        ) : null}
      </div>
    </>
  );
}
