import type { IsoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { FoundUnit } from '../finding.ts';
import type { PlacesView } from '../list-view.ts';
import { levelLabels, lifeText, placesText as text } from '../messages-pages.vi.ts';
import type { Unit } from '../model.ts';

/** Where the pages of places lie: in the office or on the portal. */
export type PlacesBase = '/van-phong/dia-ban' | '/dia-ban';

export function unitHref(base: PlacesBase, uid: string, on?: IsoDate): string {
  return `${base}/${encodeURIComponent(uid)}${on === undefined ? '' : `?ngay=${on}`}`;
}

function listHref(base: PlacesBase, on: IsoDate, provinceCode = ''): string {
  const params = new URLSearchParams({ ngay: on, ...(provinceCode ? { tinh: provinceCode } : {}) });
  return `${base}?${params}${provinceCode ? '#tinh' : ''}`;
}

/** Search over all days, and the list of one day as a tree. */
export function PlacesList({ base, view, isDayWrong }: { base: PlacesBase; view: PlacesView; isDayWrong: boolean }) {
  return (
    <div className="places-page">
      <Form base={base} view={view} isDayWrong={isDayWrong} />
      {view.address.text === '' ? null : <Found base={base} view={view} />}
      <section className="places-block" aria-labelledby="danh-muc">
        <h2 id="danh-muc">{text.listOn(view.on)}</h2>
        {view.edition ? <p className="places-small">{text.editionCounts(view.edition)}</p> : null}
        <Days base={base} view={view} />
        <Provinces base={base} view={view} />
      </section>
      {view.province ? <Branches base={base} view={view} province={view.province} /> : null}
    </div>
  );
}

function Form({ base, view, isDayWrong }: { base: PlacesBase; view: PlacesView; isDayWrong: boolean }) {
  const { address } = view;
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not yet known to the browsers officers have
    <form role="search" action={base} className="places-form">
      <div className="f">
        <label htmlFor="f-q">{text.search}</label>
        <input id="f-q" name="q" type="search" defaultValue={address.text} aria-describedby="f-q-hint" />
        <small id="f-q-hint">{text.searchHint}</small>
      </div>
      <div className="f day">
        <label htmlFor="f-ngay">{text.day}</label>
        <input
          id="f-ngay"
          name="ngay"
          inputMode="numeric"
          defaultValue={address.on === null ? '' : formatDate(address.on)}
          aria-describedby="f-ngay-hint"
          aria-invalid={isDayWrong || undefined}
        />
        <small id="f-ngay-hint">{isDayWrong ? text.dayWrong : text.dayHint}</small>
      </div>
      <button type="submit">{text.go}</button>
    </form>
  );
}

function Found({ base, view }: { base: PlacesBase; view: PlacesView }) {
  const { found, address } = view;
  if (found.length === 0)
    return (
      <section className="places-card" role="status">
        <h2>{text.none(address.text)}</h2>
        <p className="places-small">{text.noneWhy}</p>
      </section>
    );
  return (
    <section className="places-block" aria-labelledby="tim-thay">
      <h2 id="tim-thay" role="status">
        {text.found(found.length, address.text, view.isCut)}
      </h2>
      <div className="places-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.columns.name}</th>
              <th scope="col">{text.columns.code}</th>
              <th scope="col">{text.columns.place}</th>
              <th scope="col">{text.columns.life}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((unit) => (
              <FoundRow key={unit.uid} base={base} unit={unit} on={address.on} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function FoundRow({ base, unit, on }: { base: PlacesBase; unit: FoundUnit; on: IsoDate | null }) {
  return (
    <tr>
      <th scope="row">
        <a href={unitHref(base, unit.uid, on ?? undefined)}>{unit.fullName}</a>
      </th>
      <td data-label={text.columns.code}>{unit.code}</td>
      <td data-label={text.columns.place}>
        {[unit.districtName, unit.provinceName].filter(Boolean).join(', ') || levelLabels[unit.level]}
      </td>
      <td data-label={text.columns.life}>
        {lifeText(unit)}
        {unit.validUntil === null ? null : <span className="places-muted"> ({text.ended})</span>}
      </td>
    </tr>
  );
}

function Days({ base, view }: { base: PlacesBase; view: PlacesView }) {
  return (
    <nav aria-label={text.editionsLabel}>
      <ul className="places-days">
        {view.editions.map(({ validFrom }) => (
          <li key={validFrom}>
            <a
              href={listHref(base, validFrom, view.province?.code)}
              aria-current={validFrom === view.edition?.validFrom ? 'date' : undefined}
            >
              {formatDate(validFrom)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Provinces({ base, view }: { base: PlacesBase; view: PlacesView }) {
  const known = view.provinces.filter((province) => province.communes > 0);
  const others = view.provinces.filter((province) => province.communes === 0);
  return (
    <>
      <ul className="places-tree">
        {known.map((province) => (
          <li key={province.uid}>
            <a
              href={listHref(base, view.on, province.code)}
              aria-current={province.uid === view.province?.uid ? 'true' : undefined}
            >
              {province.fullName}
            </a>
            <div className="places-small places-muted">
              {text.communesOf(province.communes)} · {text.columns.code.toLowerCase()} {province.code}
            </div>
          </li>
        ))}
      </ul>
      <details className="places-small">
        <summary>{text.others(others.length)}</summary>
        <p>
          {others.map((province, at) => (
            <span key={province.uid}>
              {at === 0 ? '' : ', '}
              <a href={unitHref(base, province.uid)}>{province.fullName}</a>
            </span>
          ))}
        </p>
      </details>
    </>
  );
}

function Branches({ base, view, province }: { base: PlacesBase; view: PlacesView; province: Unit }) {
  return (
    <section className="places-block" aria-labelledby="tinh">
      <h2 id="tinh">
        <a href={unitHref(base, province.uid, view.on)}>{text.chosen(province.fullName, view.on)}</a>
      </h2>
      {view.branches.length === 0 ? <p className="places-small">{text.noBelow}</p> : null}
      <ul className="places-tree">
        {view.branches.map(({ district, communes }) =>
          district ? (
            <li key={district.uid}>
              <a href={unitHref(base, district.uid, view.on)}>{district.fullName}</a>
              <UnitLinks base={base} units={communes} on={view.on} />
            </li>
          ) : (
            communes.map((commune) => (
              <li key={commune.uid}>
                <a href={unitHref(base, commune.uid, view.on)}>{commune.fullName}</a>
              </li>
            ))
          ),
        )}
      </ul>
    </section>
  );
}

export function UnitLinks({ base, units, on }: { base: PlacesBase; units: readonly Unit[]; on: IsoDate }) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.uid}>
          <a href={unitHref(base, unit.uid, on)}>{unit.fullName}</a>
        </li>
      ))}
    </ul>
  );
}
