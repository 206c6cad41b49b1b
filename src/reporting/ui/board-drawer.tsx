import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import type { FormDrawer } from '../drawer.ts';
import { hrefs } from '../hrefs.ts';
import { drawer as words } from '../messages.screens.vi.ts';
import { labels } from '../messages.vi.ts';
import type { DataCall } from '../model.ts';
import { AskedCells } from './asked-cells.tsx';
import { FindingList } from './finding-list.tsx';
import { FormChip } from './form-chip.tsx';
import { ReturnForm } from './return-form.tsx';
import { UnitActs } from './unit-acts.tsx';

interface BoardDrawerProps {
  readonly drawer: FormDrawer;
  readonly call: DataCall;
  readonly problem: FormProblem | undefined;
}

/** One form of one unit: what is asked, what is doubtful, what may be done, what happened. */
export function BoardDrawer({ drawer, call, problem }: BoardDrawerProps) {
  const { unit, form } = drawer;
  const cell = unit.cells.find((one) => one.form === form);
  const roundNo = unit.submission?.roundNo ?? 0;
  return (
    <Drawer
      title={words.title(unit.shortName, form)}
      sub={words.sub(form, roundNo)}
      closeHref={hrefs.board(call.period.code)}
    >
      <div className="tools">
        {cell ? <FormChip state={cell.state} returned={cell.returned} isLong /> : null}
        {unit.daysLeft === null ? null : (
          <span className="small muted">{words.until(cell?.returned ? call.lockByOn : call.submitByOn)}</span>
        )}
      </div>
      <ErrorSummary problem={problem} />
      {drawer.isVisible ? (
        <DrawerBody drawer={drawer} call={call} problem={problem} />
      ) : (
        <p className="muted">{words.hidden}</p>
      )}
    </Drawer>
  );
}

function DrawerBody({ drawer, call, problem }: BoardDrawerProps) {
  const { unit, acts } = drawer;
  return (
    <>
      {drawer.asked.length > 0 ? (
        <AskedCells unitCode={unit.code} cells={drawer.asked} mayAnswer={acts.answer} problem={problem} />
      ) : null}
      <FindingList unitCode={unit.code} findings={drawer.findings} mayDismiss={acts.dismiss} />
      {acts.giveBack ? <ReturnForm drawer={drawer} problem={problem} /> : null}
      <UnitActs drawer={drawer} lockByOn={call.lockByOn} problem={problem} />
      <History drawer={drawer} />
    </>
  );
}

function History({ drawer }: { drawer: FormDrawer }) {
  const { submission } = drawer.unit;
  return (
    <section className="sect">
      <h3>{words.history}</h3>
      {drawer.events.length === 0 ? (
        <p className="muted">{words.noHistory}</p>
      ) : (
        <ol className="chain">
          {drawer.events.map((event, place) => (
            <li
              key={`${event.act}-${event.at.getTime()}-${drawer.events.length - place}`}
              className={place === drawer.events.length - 1 ? 'end' : undefined}
            >
              <b>
                {labels.submissionAct[event.act]}
                {event.formCode ? ` ${labels.formNumber(event.formCode).toLowerCase()}` : ''}
              </b>
              {event.note}
              <small>
                {formatMoment(event.at)} · {event.by}
              </small>
            </li>
          ))}
        </ol>
      )}
      {submission?.missingByOn ? (
        <p className="note warn">{words.sentWithGaps(submission.missingNote, submission.missingByOn)}</p>
      ) : null}
      {submission?.receipt ? (
        <p className="small">
          {words.receipt}: <span className="code">{submission.receipt}</span>
        </p>
      ) : null}
    </section>
  );
}
