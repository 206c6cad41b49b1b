import { formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { ORGANISATIONS } from '../fields.ts';
import { fieldLabels } from '../messages.vi.ts';
import { periodLabel, cardText as text } from '../messages-pages.vi.ts';
import type { OrganisationView } from '../organisation-view.ts';
import type { DeniedValue, Provenance } from '../subjects.ts';
import { valueText } from '../value-text.ts';

const PLACE = new Map([...ORGANISATIONS.own, ...ORGANISATIONS.report].map((field, index) => [field.name, index]));
/** Says nothing to a person: it completes another field. */
const UNSAID = new Set(['communeId', 'establishedPrecision']);

/** For each value its file, sheet and cell, when and by whom, and who vouches for it. */
export function CardSources({ view }: { view: OrganisationView }) {
  const origins = view.origins
    .filter((origin) => !UNSAID.has(origin.field))
    .toSorted((a, b) => (PLACE.get(a.field) ?? 0) - (PLACE.get(b.field) ?? 0));
  const own = origins.filter((origin) => origin.periodCode === null);
  const byPeriod = Map.groupBy(
    origins.filter((origin) => origin.periodCode !== null),
    (origin) => origin.periodCode ?? '',
  );
  const waiting = origins.reduce((count, origin) => count + origin.denied.length, 0);
  return (
    <>
      {waiting > 0 ? <Note tone="warn">{text.waiting(waiting)}</Note> : null}
      <SourceTable title={text.identity} origins={own} view={view} />
      {[...byPeriod]
        .toSorted(([a], [b]) => (a < b ? 1 : -1))
        .map(([code, rows]) => (
          <SourceTable key={code} title={periodLabel(code)} origins={rows} view={view} />
        ))}
    </>
  );
}

interface SourceTableProps {
  readonly title: string;
  readonly origins: readonly Provenance[];
  readonly view: OrganisationView;
}

function SourceTable({ title, origins, view }: SourceTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={`${text.sourcesCaption}: ${title}`} tabIndex={0}>
      <div className="cap">
        <h2>{title}</h2>
      </div>
      <table className="cards sources">
        <thead>
          <tr>
            {Object.values(text.sourceHeads).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {origins.map((origin) => (
            <SourceRow key={origin.field} origin={origin} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SourceRow({ origin, view }: { origin: Provenance; view: OrganisationView }) {
  const heads = text.sourceHeads;
  const sectors = new Map(view.sectors.map((sector) => [sector.code, sector.name]));
  return (
    <>
      <tr>
        <th scope="row">{fieldLabels[origin.field] ?? origin.field}</th>
        <td data-label={heads.value} className="wraps">
          {valueText(origin.field, origin.value, sectors)}
        </td>
        <td data-label={heads.source} className="wraps small">
          <SourceText origin={origin} />
        </td>
        <td data-label={heads.at} className="small">
          {formatMoment(origin.at)}
        </td>
        <td data-label={heads.by} className="small">
          {origin.by}
        </td>
        <td data-label={heads.word}>
          <Word origin={origin} view={view} />
        </td>
      </tr>
      {origin.denied.map((denied) => (
        <DeniedRow
          key={denied.id}
          denied={denied}
          shown={valueText(origin.field, denied.incoming, sectors) || text.empty}
          view={view}
        />
      ))}
    </>
  );
}

/** Cell and sheet, then the file. */
function SourceText({ origin }: { origin: Provenance }) {
  if (origin.source === 'manual') return text.byHand;
  return (
    <span>
      <span className="cell">{origin.cell}</span> {origin.sheet}
      <br />
      <span className="muted">{origin.fileName}</span>
    </span>
  );
}

/** Whether a person vouches for the value, and the button to do so or to take it back. */
function Word({ origin, view }: { origin: Provenance; view: OrganisationView }) {
  const label = fieldLabels[origin.field] ?? origin.field;
  return (
    <span className="word">
      {origin.verified ? (
        <span title={text.verifiedBy(origin.verified.by, formatMoment(origin.verified.at))}>
          <StateChip tone="ok" sign="✓">
            {origin.verified.by}
          </StateChip>
        </span>
      ) : null}
      {view.may.verify ? (
        <form method="post">
          <input type="hidden" name="act" value="verify" />
          <input type="hidden" name="seenVersion" value={view.card.head.version} />
          <input type="hidden" name="field" value={origin.field} />
          <input type="hidden" name="periodCode" value={origin.periodCode ?? ''} />
          <input type="hidden" name="isVerified" value={origin.verified ? '' : '1'} />
          <button
            className="btn s plain"
            type="submit"
            aria-label={origin.verified ? text.withdrawField(label) : text.verifyField(label)}
          >
            {origin.verified ? text.withdraw : text.verify}
          </button>
        </form>
      ) : origin.verified ? null : (
        <span className="small muted">{text.notVerified}</span>
      )}
    </span>
  );
}

function DeniedRow({ denied, shown, view }: { denied: DeniedValue; shown: string; view: OrganisationView }) {
  const source = [denied.fileName, denied.sheet, denied.rowNo === null ? '' : text.row(denied.rowNo)];
  return (
    <tr className="denied">
      <td colSpan={6}>
        <div className="ask">
          <span>{text.denied(shown, source.filter(Boolean).join(' · '))}</span>
          {view.may.decide ? (
            <form method="post" className="tools">
              <input type="hidden" name="act" value="decide" />
              <input type="hidden" name="conflictId" value={denied.id} />
              <button className="btn s" type="submit" name="decision" value="kept">
                {text.keep}
              </button>
              <button className="btn s" type="submit" name="decision" value="taken">
                {text.take}
              </button>
            </form>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
