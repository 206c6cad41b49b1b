import type { IsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { offeredSteps } from '../edit-form.ts';
import { actLabels, statusLabels } from '../messages.vi.ts';
import { editText, actText as text } from '../messages-pages.vi.ts';
import type { OrganisationStatus } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { statusAfter } from '../statuses.ts';

interface StatusActDrawerProps {
  readonly view: OrganisationView;
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
}

/** Records a step in the organisation's life; says before the click which steps are lawful. */
export function StatusActDrawer({ view, today, problem }: StatusActDrawerProps) {
  const status = view.card.facts.status as OrganisationStatus;
  const by = view.card.acts.find(({ act }) => statusAfter(act) !== undefined)?.act;
  const allowed = offeredSteps(status, by);
  return (
    <Drawer title={text.title} sub={text.now(statusLabels[status])} closeHref="?">
      <CommandForm
        problem={problem}
        submitLabel={text.submit}
        cancelHref="?"
        {...(allowed.length === 0 ? { disabledReason: text.final } : {})}
      >
        <input type="hidden" name="act" value="status" />
        <input type="hidden" name="seenVersion" value={view.card.head.version} />
        {allowed.length === 0 ? null : (
          <>
            <SelectField
              name="step"
              label={text.act}
              problem={problem}
              options={allowed.map((act) => ({ value: act, label: actLabels[act] }))}
            />
            <Field
              name="effectiveOn"
              label={text.effectiveOn}
              hint={editText.dayHint}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={formatDate(today)}
              problem={problem}
              required
            />
            <Field
              name="evidence"
              label={text.evidence}
              hint={text.evidenceHint}
              problem={problem}
              maxLength={500}
              required
            />
            <p className="small muted">{text.effect}</p>
          </>
        )}
      </CommandForm>
    </Drawer>
  );
}
