import type { ReactNode } from 'react';
import type { IsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { text } from '../messages.vi.ts';

interface StepFormProps {
  /** `step` or `member`. */
  readonly act: string;
  readonly version: number;
  readonly moves: readonly { readonly value: string; readonly label: string }[];
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
  /** Says which file it is about. */
  readonly children: ReactNode;
}

/** One lawful step: which, on which day, on what paper, why. */
export function StepForm({ act, version, moves, today, problem, children }: StepFormProps) {
  return (
    <CommandForm problem={problem} submitLabel={text.submit}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="seenVersion" value={version} />
      {children}
      <SelectField name="move" label={text.move} problem={problem} options={moves} />
      <Field
        name="effectiveOn"
        label={text.day}
        hint={text.dayHint}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={formatDate(today)}
        problem={problem}
        required
      />
      <Field name="paperNo" label={text.paper} hint={text.paperHint} maxLength={200} problem={problem} />
      <TextField name="note" label={text.note} rows={2} maxLength={2000} problem={problem} />
    </CommandForm>
  );
}
