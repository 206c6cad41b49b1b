import { StateChip } from '#platform/ui/state-chip.tsx';
import { severityTones, drawer as words } from '../messages.screens.vi.ts';
import { labels } from '../messages.vi.ts';
import type { Finding } from '../model.ts';

interface FindingListProps {
  readonly unitCode: string;
  readonly findings: readonly Finding[];
  readonly mayDismiss: boolean;
}

/** What validation says, worst first; a warning may be let stand with a reason. */
export function FindingList({ unitCode, findings, mayDismiss }: FindingListProps) {
  return (
    <section className="sect">
      <h3>{words.findings}</h3>
      {findings.length === 0 ? <p className="muted">{words.noFindings}</p> : null}
      <div>
        {findings.map((finding) => (
          <div className="finding" key={finding.key}>
            <StateChip {...severityTones[finding.severity]}>{labels.severity[finding.severity]}</StateChip>
            <p>{finding.text}</p>
            {finding.note ? <p className="kept">{words.kept(finding.note)}</p> : null}
            {mayDismiss && finding.severity !== 'error' && finding.note === null ? (
              <KeepForm unitCode={unitCode} finding={finding} />
            ) : null}
          </div>
        ))}
      </div>
    </section>
  );
}

function KeepForm({ unitCode, finding }: { unitCode: string; finding: Finding }) {
  const id = `giu-${finding.key.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
  return (
    <details className="inner">
      <summary>{words.keep}</summary>
      <form method="post" className="sect">
        <input type="hidden" name="viec" value="giu-nguyen" />
        <input type="hidden" name="donVi" value={unitCode} />
        <input type="hidden" name="diem" value={finding.key} />
        <div className="field">
          <label htmlFor={id}>{words.reason}</label>
          <textarea className="in" id={id} name="lyDo" rows={2} required />
        </div>
        <div className="tools">
          <button className="btn s" type="submit">
            {words.keepSubmit}
          </button>
        </div>
      </form>
    </details>
  );
}
