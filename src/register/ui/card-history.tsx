import { formatMoment } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { fieldLabels } from '../messages.vi.ts';
import { periodLabel, cardText as text } from '../messages-pages.vi.ts';
import type { FieldChange } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import type { DatedEntry } from '../subjects.ts';
import { standingFields } from '../undo-planning.ts';
import { valueText } from '../value-text.ts';

/** More fields than this are folded away. */
const FIELDS_OPEN_MAX = 8;
const UNSAID = new Set(['communeId', 'establishedPrecision']);

/** All that happened, newest first, each with old and new value of every field. */
export function CardHistory({ view }: { view: OrganisationView }) {
  if (view.history.length === 0)
    return (
      <div className="box">
        <Empty icon="clock" title={text.historyEmpty} />
      </div>
    );
  return (
    <ol className="stack">
      {view.history.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} view={view} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, view }: { entry: DatedEntry; view: OrganisationView }) {
  const fields = Object.entries(entry.fields).filter(([field]) => !UNSAID.has(field));
  const isUndone = entry.source !== 'undo' && standingFields(entry, view.history).length === 0;
  const source = [entry.fileName, entry.sheet, entry.rowNo === null ? '' : text.row(entry.rowNo)].filter(Boolean);
  return (
    <section className="box">
      <div className="cap">
        <h2>{entry.isCreation ? text.created : text.changedBy[entry.source]}</h2>
        {isUndone ? <span className="small muted">{text.undone}</span> : null}
        <span className="end">
          {formatMoment(entry.recordedAt)} · {entry.recordedBy}
        </span>
      </div>
      <p className="pad-s small muted">
        {[...source, entry.periodCode ? periodLabel(entry.periodCode) : '', text.fieldsChanged(fields.length)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {fields.length > FIELDS_OPEN_MAX ? (
        <details>
          <summary className="pad-s">{text.moreFields(fields.length)}</summary>
          <Diff fields={fields} view={view} />
        </details>
      ) : (
        <Diff fields={fields} view={view} />
      )}
    </section>
  );
}

function Diff({ fields, view }: { fields: readonly [string, FieldChange][]; view: OrganisationView }) {
  const sectors = new Map(view.sectors.map((sector) => [sector.code, sector.name]));
  if (fields.length === 0) return null;
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{text.sourceHeads.field}</th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([field, [old, next]]) => (
          <tr key={field}>
            <th scope="row">{fieldLabels[field] ?? field}</th>
            <td className="wraps muted">{valueText(field, old, sectors) || text.empty}</td>
            <td className="wraps">{valueText(field, next, sectors) || text.empty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
