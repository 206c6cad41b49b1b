import type { FormProblem } from '#platform/http/problem.ts';
import { Field, SelectField } from '#platform/ui/forms.tsx';
import { departmentNames, personaNames, text } from '../messages.vi.ts';
import type { Unit } from '../model.ts';
import { PERSONA_CODES } from '../personas.ts';

/** Work, place and days of a right that is to be given: the same in every form that gives one. */
export function PlacementFields({ units, problem }: { units: readonly Unit[]; problem: FormProblem | undefined }) {
  const words = text.form;
  return (
    <>
      <SelectField
        name="persona"
        label={words.persona}
        problem={problem}
        options={PERSONA_CODES.map((value) => ({ value, label: personaNames[value] }))}
      />
      <SelectField
        name="unit"
        label={words.unit}
        hint={words.unitHint}
        problem={problem}
        options={lowestFirst(units).map(({ scope, name }) => ({ value: scope, label: name }))}
      />
      <div className="two-fields">
        <SelectField
          name="department"
          label={words.department}
          hint={words.departmentHint}
          problem={problem}
          options={[
            { value: '', label: words.noDepartment },
            ...Object.entries(departmentNames).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Field name="code" label={words.code} hint={words.codeHint} problem={problem} maxLength={60} className="code" />
      </div>
      <div className="two-fields">
        <Field name="from" label={words.from} hint={words.fromHint} problem={problem} type="date" />
        <Field name="until" label={words.until} hint={words.untilHint} problem={problem} type="date" />
      </div>
    </>
  );
}

/** Most people work for an alliance: those come first, then clusters, the whole system last. */
function lowestFirst(units: readonly Unit[]): readonly Unit[] {
  const rank = ({ scope }: Unit) => ['alliance', 'cluster', 'system'].indexOf(scope.split(':', 1)[0] ?? '');
  return units.toSorted((a, b) => rank(a) - rank(b));
}
