import type { IsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { text } from '../messages.vi.ts';
import type { ChecklistItem } from '../model.ts';
import { ItemBoxes } from './items.tsx';

interface OpenFormProps {
  readonly checklist: readonly ChecklistItem[];
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
}

/** Takes a dossier in. */
export function OpenForm({ checklist, today, problem }: OpenFormProps) {
  const mine = problem?.values.act === 'open' ? problem : undefined;
  return (
    <section className="box pad stack">
      <h2>{text.open}</h2>
      <CommandForm problem={mine} submitLabel={text.open}>
        <input type="hidden" name="act" value="open" />
        <Field
          name="appliedOn"
          label={text.appliedOn}
          hint={text.dayHint}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={formatDate(today)}
          problem={mine}
          required
        />
        <ItemBoxes checklist={checklist} present={[]} />
      </CommandForm>
    </section>
  );
}
