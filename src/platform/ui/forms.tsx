import type { ComponentProps, ReactNode } from 'react';
import type { FormProblem } from '#platform/http/problem.ts';
import { typed } from '#platform/http/problem.ts';
import { Icon } from './icon.tsx';
import { text } from './messages.vi.ts';

/** On top of a form that came back: what is wrong, each line leading to its field; or why the act was refused. */
export function ErrorSummary({ problem, title }: { problem: FormProblem | undefined; title?: string | undefined }) {
  if (!problem) return null;
  const fields = Object.entries(problem.fields);
  return (
    // biome-ignore lint/a11y/noAutofocus: a form that came back must tell at once why
    <div className="errsum" role="alert" tabIndex={-1} autoFocus>
      <h2>{title ?? (problem.refusal ? text.refused : text.errors(fields.length))}</h2>
      {problem.refusal ? <p>{problem.refusal.text}</p> : null}
      {problem.refusal?.law ? <p className="small">{text.ground(problem.refusal.law)}</p> : null}
      {fields.length > 0 ? (
        <ul>
          {fields.map(([name, sentence]) => (
            <li key={name}>{name ? <a href={`#${fieldId(name)}`}>{sentence}</a> : sentence}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The id of the control of a field, for labels and for links of the summary. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

interface FieldFrame {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: FormProblem | undefined;
}

/** Label above, control, then its error or its hint. */
export function Field({
  name,
  label,
  hint,
  problem,
  defaultValue,
  className,
  ...control
}: FieldFrame & ComponentProps<'input'>) {
  const isSecret = control.type === 'password' || control.type === 'file';
  return (
    <Frame name={name} label={label} hint={hint} problem={problem}>
      <input
        {...control}
        {...wired(name, hint, problem)}
        className={['in', className].filter(Boolean).join(' ')}
        defaultValue={isSecret ? undefined : typed(problem, name, String(defaultValue ?? ''))}
      />
    </Frame>
  );
}

export function TextField({
  name,
  label,
  hint,
  problem,
  defaultValue,
  ...control
}: FieldFrame & ComponentProps<'textarea'>) {
  return (
    <Frame name={name} label={label} hint={hint} problem={problem}>
      <textarea
        {...control}
        {...wired(name, hint, problem)}
        className="in"
        defaultValue={typed(problem, name, String(defaultValue ?? ''))}
      />
    </Frame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField({
  name,
  label,
  hint,
  problem,
  defaultValue,
  options,
  ...control
}: FieldFrame & ComponentProps<'select'> & { readonly options: readonly Option[] }) {
  return (
    <Frame name={name} label={label} hint={hint} problem={problem}>
      <select
        {...control}
        {...wired(name, hint, problem)}
        className="in"
        defaultValue={typed(problem, name, String(defaultValue ?? ''))}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

function Frame({ name, label, hint, problem, children }: FieldFrame & { children: ReactNode }) {
  const sentence = problem?.fields[name];
  return (
    <div className="field">
      <label htmlFor={fieldId(name)}>{label}</label>
      {children}
      {sentence ? (
        <p className="err" id={`${fieldId(name)}-err`}>
          {sentence}
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

function wired(name: string, hint: ReactNode, problem: FormProblem | undefined) {
  const hasError = problem?.fields[name] !== undefined;
  const described = [hasError ? `${fieldId(name)}-err` : '', hint ? `${fieldId(name)}-hint` : '']
    .filter(Boolean)
    .join(' ');
  return {
    name,
    id: fieldId(name),
    'aria-invalid': hasError || undefined,
    'aria-describedby': described || undefined,
  };
}

interface CommandFormProps {
  readonly problem?: FormProblem | undefined;
  readonly submitLabel: string;
  /** Why the act is not possible now; the button is then grey and says so. */
  readonly disabledReason?: string | undefined;
  readonly cancelHref?: string;
  /** Heading of the summary when the form came back. */
  readonly errorTitle?: string;
  readonly action?: string;
  /** For forms with files. */
  readonly hasFiles?: boolean;
  readonly isDangerous?: boolean;
  readonly children?: ReactNode;
}

/** A form that posts one command: summary of errors, fields, one filled button. Works before any script arrives. */
export function CommandForm(props: CommandFormProps) {
  const { problem, submitLabel, disabledReason, cancelHref, errorTitle, action, hasFiles, isDangerous, children } =
    props;
  return (
    <form className="command" method="post" action={action} encType={hasFiles ? 'multipart/form-data' : undefined}>
      <ErrorSummary problem={problem} title={errorTitle} />
      {children}
      <div className="tools">
        <button
          className={isDangerous ? 'btn danger' : 'btn primary'}
          type="submit"
          disabled={disabledReason !== undefined}
          aria-describedby={disabledReason ? 'why-not' : undefined}
        >
          {submitLabel}
        </button>
        {cancelHref ? (
          <a className="btn plain" href={cancelHref}>
            {text.cancel}
          </a>
        ) : null}
        {disabledReason ? (
          <span className="why" id="why-not">
            <Icon name="info" />
            {disabledReason}
          </span>
        ) : null}
      </div>
    </form>
  );
}
