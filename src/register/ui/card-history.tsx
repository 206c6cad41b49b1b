import { compareVi } from '#kernel/text-vi.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import type { HistoryPage } from '../history-filter.ts';
import { HISTORY_PAGE, historyHref } from '../history-filter.ts';
import { fieldLabels } from '../messages.vi.ts';
import { tabText } from '../messages-card.vi.ts';
import { periodLabel, cardText as text } from '../messages-pages.vi.ts';
import type { FieldChange } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import type { DatedEntry } from '../subjects.ts';
import { standingFields } from '../undo-planning.ts';
import { valueText } from '../value-text.ts';

/** More fields than this are folded away. */
const FIELDS_OPEN_MAX = 8;
const words = tabText.history;
const UNSAID = new Set(['communeId', 'establishedPrecision']);

interface CardHistoryProps {
  readonly view: OrganisationView;
  readonly page: HistoryPage;
}

/** All that happened, newest first, each with old and new value of every field; narrowed by field, way and period. */
export function CardHistory({ view, page }: CardHistoryProps) {
  if (view.history.length === 0)
    return (
      <div className="box">
        <Empty icon="clock" title={text.historyEmpty} />
      </div>
    );
  const { filter, total, pages } = page;
  const first = (filter.page - 1) * HISTORY_PAGE + 1;
  return (
    <>
      <Filter page={page} />
      {total === 0 ? (
        <div className="box">
          <Empty icon="clock" title={words.none}>
            {words.noneWhy}
          </Empty>
        </div>
      ) : (
        <ol className="stack">
          {page.entries.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} view={view} />
            </li>
          ))}
        </ol>
      )}
      {pages > 1 ? (
        <Pager
          previousHref={filter.page > 1 ? historyHref(filter, filter.page - 1) : null}
          nextHref={filter.page < pages ? historyHref(filter, filter.page + 1) : null}
        >
          {words.shown(first, first + page.entries.length - 1, total)}
        </Pager>
      ) : null}
    </>
  );
}

/** A plain form that asks by address, so that a narrowed history can be sent as a link. */
function Filter({ page: { filter, fields, periods } }: { page: HistoryPage }) {
  const isNarrowed = filter.field !== '' || filter.source !== '' || filter.periodCode !== '';
  return (
    <form className="tools card-filter" aria-label={words.filter}>
      <input type="hidden" name="the" value="nhat-ky" />
      <Choice
        name="truong"
        label={words.field}
        any={words.anyField}
        chosen={filter.field}
        options={fields
          .filter((field) => !UNSAID.has(field))
          .map((field): [string, string] => [field, fieldLabels[field] ?? field])
          .toSorted(([, a], [, b]) => compareVi(a, b))}
      />
      <Choice
        name="tu"
        label={words.source}
        any={words.anySource}
        chosen={filter.source}
        options={Object.entries(text.changedBy)}
      />
      <Choice
        name="ky"
        label={words.period}
        any={words.anyPeriod}
        chosen={filter.periodCode}
        options={periods.map((code): [string, string] => [code, periodLabel(code)])}
      />
      <button className="btn" type="submit">
        {words.submit}
      </button>
      {isNarrowed ? <a href="?the=nhat-ky">{words.clear}</a> : null}
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  return (
    <label>
      <span className="small muted">{label}</span>
      <select className="in" name={name} defaultValue={chosen}>
        <option value="">{any}</option>
        {options.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </label>
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
          <Diff fields={fields} rowNo={entry.rowNo} view={view} />
        </details>
      ) : (
        <Diff fields={fields} rowNo={entry.rowNo} view={view} />
      )}
    </section>
  );
}

interface DiffProps {
  readonly fields: readonly [string, FieldChange][];
  readonly rowNo: number | null;
  readonly view: OrganisationView;
}

function Diff({ fields, rowNo, view }: DiffProps) {
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
        {fields.map(([field, [old, next, column]]) => (
          <tr key={field}>
            <th scope="row">{fieldLabels[field] ?? field}</th>
            <td className="wraps muted">{valueText(field, old, sectors) || text.empty}</td>
            <td className="wraps">
              {valueText(field, next, sectors) || text.empty}
              {column && rowNo !== null ? <span className="src small">{`${column}${rowNo}`}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
