import type { IsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { applicationMoveLabels, applicationStateLabels, text } from '../messages.vi.ts';
import type { Application, ApplicationState } from '../model.ts';
import { allowedMoves, markRefusal, rightOf } from '../rules.ts';
import { ItemBoxes, ItemList } from './items.tsx';
import { StepForm } from './step-form.tsx';
import { Steps } from './steps.tsx';

const SIGNS: Readonly<Record<ApplicationState, { tone: Tone; sign: string }>> = {
  received: { tone: 'wait', sign: 'N' },
  returned: { tone: 'warn', sign: '!' },
  complete: { tone: 'wait', sign: 'Đ' },
  submitted: { tone: 'wait', sign: 'T' },
  approved: { tone: 'ok', sign: '✓' },
  admitted: { tone: 'ok', sign: '✓' },
  refused: { tone: 'bad', sign: '×' },
  withdrawn: { tone: 'idle', sign: '–' },
};

interface ApplicationBoxProps {
  readonly application: Application;
  readonly may: { readonly handle: boolean; readonly decide: boolean };
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
}

/** A dossier: where it stands, what it holds, what was done, and the next step for whoever may take it. */
export function ApplicationBox({ application, may, today, problem }: ApplicationBoxProps) {
  const { id, state, version, receiptCode, checklist, present, gaps } = application;
  const of = (act: string) =>
    problem?.values.act === act && problem.values.applicationId === id ? problem : undefined;
  const all = allowedMoves(state);
  const mine = all.filter((move) => (rightOf(move) === 'membership.decide' ? may.decide : may.handle));
  const isMarking = may.handle && markRefusal(application) === undefined;
  return (
    <section className="box pad stack">
      <div className="tools">
        <h2>{text.application(application.appliedOn)}</h2>
        <StateChip {...SIGNS[state]} boxed>
          {applicationStateLabels[state]}
        </StateChip>
      </div>
      <p className="small">
        <span className="muted">{text.receipt}:</span> <b className="num">{receiptCode}</b>
        <br />
        <span className="muted">
          {text.receiptHint} <a href={`/tra-cuu/ho-so?ma=${receiptCode}`}>/tra-cuu/ho-so</a>.
        </span>
      </p>
      {isMarking ? (
        <form className="command" method="post">
          <input type="hidden" name="act" value="mark" />
          <input type="hidden" name="seenVersion" value={version} />
          <input type="hidden" name="applicationId" value={id} />
          <ItemBoxes checklist={checklist} present={present} />
          <div>
            <button className="btn" type="submit">
              {text.itemsSubmit}
            </button>
          </div>
        </form>
      ) : (
        <ItemList checklist={checklist} present={present} gaps={gaps} />
      )}
      <Steps steps={application.steps} labels={applicationMoveLabels} />
      {mine.length > 0 ? (
        <>
          <h3>{text.step}</h3>
          <StepForm
            act="step"
            version={version}
            moves={mine.map((move) => ({ value: move, label: applicationMoveLabels[move] }))}
            today={today}
            problem={of('step')}
          >
            <input type="hidden" name="applicationId" value={id} />
          </StepForm>
        </>
      ) : all.length > 0 && (may.handle || may.decide) ? (
        <p className="small muted">{may.handle ? text.noRight : text.noRightOfficer}</p>
      ) : null}
    </section>
  );
}
