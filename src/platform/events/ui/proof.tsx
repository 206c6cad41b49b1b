import { formatMoment } from '#platform/i18n/format.ts';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { AuditView } from '../audit-view.server.ts';
import { text } from '../messages.vi.ts';

/** How the last verification of the chains ended, when the last backup was taken; the way to prove anew. */
export function Proof({ view }: { view: Pick<AuditView, 'verification' | 'backup' | 'mayProve'> }) {
  const { verification, backup, mayProve } = view;
  const words = text.proof;
  return (
    <section className="strip proof" aria-label={words.title}>
      <div>
        <h2 className="small muted">{words.title}</h2>
        <div className="proof-state">
          {verification === null ? (
            <StateChip tone="idle" sign="?">
              {words.never}
            </StateChip>
          ) : verification.ok ? (
            <StateChip tone="ok" sign="✓">
              {words.whole}
            </StateChip>
          ) : (
            <StateChip tone="bad" sign="!">
              {words.harmed}
            </StateChip>
          )}
          {mayProve ? (
            <form method="post" action="/van-phong/nhat-ky">
              <button className="btn s" type="submit">
                {words.now}
              </button>
            </form>
          ) : null}
        </div>
        <small>
          {verification === null ? words.how : words.last(verification.at, verification.by, verification.entries)}
        </small>
        {verification?.broken.map(({ chain, position, why, id }) => (
          <p className="err" key={chain}>
            {words.entry(chain, position, why, id)}
          </p>
        ))}
      </div>
      <div>
        <h2 className="small muted">{text.backup.title}</h2>
        <p className="proof-state">{backup === null ? text.backup.none : formatMoment(new Date(backup.at))}</p>
        {backup === null ? null : <small className="code">{`SHA-256 ${backup.sha256.slice(0, 16)}…`}</small>}
      </div>
    </section>
  );
}
