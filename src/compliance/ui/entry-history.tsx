import { formatMoment } from '#platform/i18n/format.ts';
import { historyText as text } from '../messages-pages.vi.ts';
import type { Entry } from '../model.ts';

interface EntryHistoryProps {
  readonly entries: readonly Entry[];
  /** A value of a closed list in words; anything else as it is. */
  readonly say: (field: string, value: string) => string;
}

/** What was added, changed and removed, by whom and why; newest first. */
export function EntryHistory({ entries, say }: EntryHistoryProps) {
  return (
    <details className="entry-history">
      <summary>{`${text.title} (${entries.length})`}</summary>
      {entries.length === 0 ? <p className="small muted">{text.empty}</p> : null}
      <ul className="past">
        {entries.map((entry) => (
          <li key={`${entry.recordedAt.toISOString()} ${JSON.stringify(entry.fields)}`}>
            <b>{text.acts[entry.act]}</b>
            {entry.reason ? `: ${entry.reason}` : ''}
            <small>
              {Object.entries(entry.fields)
                .map(([field, [old, next]]) => {
                  const name = text.fields[field] ?? field;
                  const said = (value: string | null) =>
                    value === null || value === '' ? text.nothing : say(field, value);
                  return entry.act === 'added' ? text.set(name, said(next)) : text.change(name, said(old), said(next));
                })
                .join('; ')}
            </small>
            <small>{`${formatMoment(entry.recordedAt)}, ${entry.recordedBy}`}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
