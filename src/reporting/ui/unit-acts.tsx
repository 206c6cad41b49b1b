import type { ReactNode } from 'react';
import type { IsoDate } from '#kernel/time.ts';
import { type FormProblem, typed } from '#platform/http/problem.ts';
import type { FormDrawer } from '../drawer.ts';
import { drawer as words } from '../messages.screens.vi.ts';

interface UnitActsProps {
  readonly drawer: FormDrawer;
  readonly lockByOn: IsoDate;
  readonly problem: FormProblem | undefined;
}

/** What the person may do with this unit now, one small form each. */
export function UnitActs({ drawer, lockByOn, problem }: UnitActsProps) {
  const { acts, form } = drawer;
  const unitCode = drawer.unit.code;
  return (
    <>
      {acts.ask || acts.approve ? <SendForm drawer={drawer} lockByOn={lockByOn} problem={problem} /> : null}
      <div className="tools">
        {acts.pass ? (
          <>
            {drawer.isPassed ? null : (
              <ActForm unitCode={unitCode} act="dat" label={words.passForm}>
                <input type="hidden" name="bieu" value={form} />
              </ActForm>
            )}
            <ActForm unitCode={unitCode} act="dat" label={words.passUnit}>
              <input type="hidden" name="bieu" value="" />
            </ActForm>
          </>
        ) : null}
        {acts.fill ? <ActForm unitCode={unitCode} act="lay-so-bo" label={words.fill} /> : null}
        {acts.sendBack ? <ActForm unitCode={unitCode} act="send-back" label={words.sendBack} /> : null}
        {acts.recall ? <ActForm unitCode={unitCode} act="recall" label={words.recall} /> : null}
      </div>
    </>
  );
}

interface ActFormProps {
  readonly unitCode: string;
  readonly act: string;
  readonly label: string;
  readonly children?: ReactNode;
}

function ActForm({ unitCode, act, label, children }: ActFormProps) {
  return (
    <form method="post">
      <input type="hidden" name="viec" value={act} />
      <input type="hidden" name="donVi" value={unitCode} />
      {children}
      <button className="btn s" type="submit">
        {label}
      </button>
    </form>
  );
}

/** To the leader, or by the leader to the cluster; with figures missing it asks for the reason and the promised day. */
function SendForm({ drawer, lockByOn, problem }: UnitActsProps) {
  const isLeader = drawer.acts.approve;
  const label = drawer.unit.submission?.roundNo ? words.approveAgain : words.approve;
  return (
    <form method="post" className="inner">
      <input type="hidden" name="viec" value={isLeader ? 'duyet-gui' : 'trinh'} />
      <input type="hidden" name="donVi" value={drawer.unit.code} />
      {drawer.missing > 0 ? (
        <>
          <p className="small">{words.missing(drawer.missing)}</p>
          <div className="field">
            <label htmlFor="ly-do-thieu">{words.missingReason}</label>
            <textarea className="in" id="ly-do-thieu" name="lyDo" rows={2} defaultValue={typed(problem, 'lyDo')} />
          </div>
          <div className="field">
            <label htmlFor="hen">{words.missingByOn}</label>
            <input className="in" id="hen" name="hen" type="date" max={lockByOn} defaultValue={typed(problem, 'hen')} />
          </div>
        </>
      ) : null}
      <div className="tools">
        <button className="btn s" type="submit">
          {isLeader ? label : words.ask}
        </button>
      </div>
    </form>
  );
}
