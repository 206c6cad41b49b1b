import { ProposalNote } from '#platform/access/ui/proposal-panel.tsx';
import type { FormProblem } from '#platform/http/problem.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, TextField } from '#platform/ui/forms.tsx';
import { text } from '../messages.pages.vi.ts';
import { hrefs } from '../views/hrefs.ts';
import type { ReportView } from '../views/report-view.ts';

interface ConfirmProps {
  readonly view: ReportView;
  readonly problem: FormProblem | undefined;
}

/** Says what a lock does before it is done; grey with its reasons while it may not be. */
export function LockDrawer({ view, problem }: ConfirmProps) {
  const silent = view.units.filter((unit) => !unit.isSubmitted).map((unit) => unit.name);
  const words = text.lockForm;
  return (
    <Drawer title={words.title(view.periodName)} closeHref={hrefs.report(view.periodCode)}>
      <p>{words.effect}</p>
      <ul className="lines">
        {words.effects(view.units.length - silent.length, view.units.length).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {silent.length > 0 ? <Note tone="warn">{words.partial(silent.join(', '))}</Note> : null}
      <CommandForm
        problem={problem}
        submitLabel={words.submit}
        cancelHref={hrefs.report(view.periodCode)}
        disabledReason={view.blockedBy[0]}
      >
        <input type="hidden" name="act" value="propose-lock" />
        <ProposalNote problem={problem} />
      </CommandForm>
    </Drawer>
  );
}

/** Says what opening a locked period does, and asks why. */
export function RestateDrawer({ view, problem }: ConfirmProps) {
  const words = text.restateForm;
  return (
    <Drawer title={words.title} closeHref={hrefs.report(view.periodCode)}>
      <p>{words.effect}</p>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={hrefs.report(view.periodCode)}>
        <input type="hidden" name="act" value="propose-restatement" />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} problem={problem} rows={5} required />
      </CommandForm>
    </Drawer>
  );
}
