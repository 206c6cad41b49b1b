import type { FormProblem } from '#platform/http/problem.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly problem: FormProblem | undefined;
  readonly isOn?: boolean;
}

/** A box to tick, with its words beside it; keeps what was ticked when the form comes back. */
export function CheckField({ name, label, problem, isOn = false }: Props) {
  const checked = problem ? (problem.values[name] ?? '') !== '' : isOn;
  return (
    <p className="field">
      <label htmlFor={`f-${name}`}>
        <input type="checkbox" id={`f-${name}`} name={name} value="1" defaultChecked={checked} /> {label}
      </label>
    </p>
  );
}
