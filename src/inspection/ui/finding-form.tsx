import type { FormProblem } from '#platform/http/problem.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { hrefs } from '../hrefs.ts';
import { findingText, resultLabels } from '../messages.findings.vi.ts';
import type { FollowUp, KeptItem } from '../model.ts';

const words = findingText.form;

interface FormProps {
  readonly item: KeptItem;
  readonly problem: FormProblem | undefined;
  /** Why findings of this sample are not changed any more. */
  readonly blockedBy: string | null;
}

/** What was found about one item, and what its unit has to mend. */
export function FindingDrawer({ item, problem, blockedBy }: FormProps) {
  const [name = ''] = item.cells;
  const close = hrefs.sample(item.sampleId);
  return (
    <Drawer
      title={words.title(item.itemNo)}
      sub={
        <>
          {name} · <a href={item.href}>{words.open}</a>
        </>
      }
      closeHref={close}
    >
      <CommandForm
        problem={problem}
        submitLabel={words.submit}
        cancelHref={close}
        disabledReason={blockedBy ?? undefined}
        action={`${hrefs.sample(item.sampleId)}?muc=${item.itemNo}`}
      >
        <input type="hidden" name="act" value="find" />
        <input type="hidden" name="itemNo" value={item.itemNo} />
        <SelectField
          name="result"
          label={words.result}
          problem={problem}
          defaultValue={item.result ?? ''}
          options={[
            { value: '', label: '—' },
            ...Object.entries(resultLabels).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Field
          name="figureName"
          label={words.figure}
          problem={problem}
          defaultValue={item.figureName}
          maxLength={200}
        />
        <Field name="recorded" label={words.recorded} problem={problem} defaultValue={item.recorded} maxLength={200} />
        <Field name="found" label={words.found} problem={problem} defaultValue={item.found} maxLength={200} />
        <TextField name="note" label={words.note} problem={problem} defaultValue={item.note} rows={3} />
        <TextField
          name="evidence"
          label={words.evidence}
          hint={words.evidenceHint}
          problem={problem}
          defaultValue={item.evidence}
          rows={2}
        />
        <AskedFields followUp={item.followUp} problem={problem} />
      </CommandForm>
    </Drawer>
  );
}

function AskedFields({ followUp, problem }: { followUp: FollowUp | null; problem: FormProblem | undefined }) {
  return (
    <>
      <h3>{words.followUp}</h3>
      <TextField
        name="task"
        label={words.task}
        hint={words.taskHint}
        problem={problem}
        defaultValue={followUp?.task ?? ''}
        rows={2}
      />
      <Field
        name="mendedBy"
        label={words.mendedBy}
        problem={problem}
        defaultValue={followUp?.mendedBy ?? ''}
        maxLength={200}
      />
      <Field name="dueOn" type="date" label={words.dueOn} problem={problem} defaultValue={followUp?.dueOn ?? ''} />
    </>
  );
}
