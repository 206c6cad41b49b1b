import { LastDecision, ProposalPanel } from '#platform/access/ui/proposal-panel.tsx';
import type { FormProblem } from '#platform/http/problem.ts';
import { text } from '../messages.pages.vi.ts';
import { PAPERS } from '../paper-names.ts';
import { hrefs } from '../views/hrefs.ts';
import type { ReportView } from '../views/report-view.ts';

const words = text.fourEyes;

interface PanelProps {
  readonly view: ReportView;
  readonly problem: FormProblem | undefined;
}

/** Above the report: what waits for a second person, with what would be locked; or how the last proposal ended. */
export function PeriodProposalPanel({ view, problem }: PanelProps) {
  const { open, last, act, changes, keyRows } = view.fourEyes;
  if (!open) return view.may.edit ? <LastDecision last={last} /> : null;
  return (
    <ProposalPanel
      proposal={open}
      problem={problem}
      changes={changes}
      approveLabel={act === 'lock' ? words.approveLock : words.approveRestatement}
    >
      {act === 'lock' ? (
        <>
          <dl className="strip key-figures" aria-label={words.toBeLocked}>
            {keyRows.map((row) => (
              <div key={row.code}>
                <dt>{row.label}</dt>
                <dd>
                  {row.total.text ?? text.report.missing}
                  <small className="small">{[row.unit, row.coverage].filter(Boolean).join(' · ')}</small>
                </dd>
              </div>
            ))}
          </dl>
          <p className="tools">
            <a className="btn" href={hrefs.figures(view.periodCode, null, 'B01')}>
              {words.allFigures}
            </a>
            <a className="btn" href={hrefs.paper(view.periodCode, PAPERS.pdf, null)}>
              {words.preview}
            </a>
          </p>
        </>
      ) : null}
    </ProposalPanel>
  );
}
