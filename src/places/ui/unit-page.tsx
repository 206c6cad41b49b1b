import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import {
  basisLabels,
  changeShareText,
  changeText,
  inSentence,
  levelLabels,
  lifeText,
  placesText,
  shareText,
  unitText as text,
  weighingLabels,
} from '../messages-pages.vi.ts';
import type { UnitChange } from '../model.ts';
import type { PlacedEquivalent, UnitView } from '../unit-view.ts';
import type { PlacesBase } from './places-list.tsx';
import { UnitLinks, unitHref } from './places-list.tsx';

/** One version of a unit: what it was on a day, what it is today, where it came from, what is easily confused. */
export function UnitPage({ base, view }: { base: PlacesBase; view: UnitView }) {
  const isToday = view.on === view.today;
  return (
    <div className="places-page">
      <form action={unitHref(base, view.unit.uid)} className="places-form">
        <div className="f day">
          <label htmlFor="f-ngay">{text.askDay}</label>
          <input id="f-ngay" name="ngay" inputMode="numeric" defaultValue={formatDate(view.on)} />
        </div>
        <button type="submit">{placesText.go}</button>
      </form>
      <div className="places-cols">
        {isToday ? null : <ThatDay base={base} view={view} which="thatDay" />}
        <ThatDay base={base} view={view} which="now" />
        <Facts base={base} view={view} />
      </div>
      <Traps base={base} view={view} />
      <div className="places-cols">
        <Chain base={base} title={text.origins} none={text.noOrigins} changes={view.origins} />
        <Chain base={base} title={text.fates} none={text.noFates} changes={view.fates} />
      </div>
      {view.below.length === 0 ? null : (
        <section className="places-card">
          <h2>{text.below(view.below.length, view.standingOn)}</h2>
          <UnitLinks base={base} units={view.below} on={view.standingOn} />
        </section>
      )}
      <p className="places-small places-muted">{text.source}</p>
    </div>
  );
}

function ThatDay({ base, view, which }: { base: PlacesBase; view: UnitView; which: 'thatDay' | 'now' }) {
  const day = which === 'now' ? view.today : view.on;
  const found = view[which];
  const { unit } = view;
  const isItself = unit.validFrom <= day && (unit.validUntil === null || unit.validUntil > day);
  return (
    <section className="places-card">
      <h2>{which === 'now' ? text.today(day) : text.on(day)}</h2>
      {isItself ? (
        <p className="places-big">{which === 'now' ? text.itself : text.stood(unit.fullName)}</p>
      ) : (
        <p>{day < unit.validFrom ? text.notYet(unit.validFrom) : text.over(unit.validUntil ?? day)}</p>
      )}
      {isItself ? null : <Equivalents base={base} view={view} found={found} on={day} />}
      {day < '2019-01-01' ? <p className="places-small places-muted">{text.beforeList}</p> : null}
    </section>
  );
}

function Equivalents({
  base,
  view,
  found,
  on,
}: {
  base: PlacesBase;
  view: UnitView;
  found: readonly PlacedEquivalent[];
  on: UnitView['on'];
}) {
  const [only, another] = found;
  if (!only) return view.unit.level === 2 && on >= view.unit.validFrom ? <p>{text.districtOver}</p> : null;
  if (!only.target)
    return (
      <>
        <p className="places-big">{text.unrecorded}</p>
        <p className="places-small">{text.unrecordedWhy(only.provinceName)}</p>
      </>
    );
  if (!another)
    return (
      <>
        <p className="places-big">
          <a href={unitHref(base, only.target.uid, on)}>{only.target.fullName}</a>
          {only.provinceName && only.target.level > 1 ? `, ${inSentence(only.provinceName)}` : ''}
        </p>
        <p className="places-small places-muted">{basisLabels[only.basis]}</p>
      </>
    );
  return (
    <>
      <p className="places-big">{text.pieces(found.length)}</p>
      <div className="places-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.columns.unit}</th>
              <th scope="col" className="r">
                {text.columns.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((each) => (
              <tr key={each.target?.uid ?? ''}>
                <th scope="row">
                  {each.target ? (
                    <a href={unitHref(base, each.target.uid, on)}>{each.target.fullName}</a>
                  ) : (
                    text.unrecorded
                  )}
                </th>
                <td className="r" data-label={text.columns.share}>
                  {shareText(each)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="places-small places-muted">{text.estimate(weighingLabels[only.weighedBy])}</p>
    </>
  );
}

function Facts({ base, view }: { base: PlacesBase; view: UnitView }) {
  const { unit, above, measure } = view;
  return (
    <section className="places-card">
      <h2>{unit.fullName}</h2>
      <dl className="places-facts">
        <dt>{text.facts.level}</dt>
        <dd>{levelLabels[unit.level]}</dd>
        <dt>{text.facts.code}</dt>
        <dd>{unit.code}</dd>
        <dt>{text.facts.life}</dt>
        <dd>{lifeText(unit)}</dd>
        {above.length === 0 ? null : (
          <>
            <dt>{text.facts.above}</dt>
            <dd>
              {above.map((each, at) => (
                <span key={each.uid}>
                  {at === 0 ? '' : ', '}
                  <a href={unitHref(base, each.uid, view.standingOn)}>{each.fullName}</a>
                </span>
              ))}
            </dd>
          </>
        )}
        {measure?.areaKm2 ? (
          <>
            <dt>{text.facts.area}</dt>
            <dd>{text.area(measure.areaKm2)}</dd>
          </>
        ) : null}
        {measure?.population ? (
          <>
            <dt>{text.facts.population}</dt>
            <dd>{formatNumber(measure.population)}</dd>
          </>
        ) : null}
      </dl>
      {measure ? <p className="places-small places-muted">{text.measureNote}</p> : null}
    </section>
  );
}

/** Codes are given again; the reader is told before a table is joined by them. */
function Traps({ base, view }: { base: PlacesBase; view: UnitView }) {
  if (view.sameCode.length === 0) return null;
  return (
    <section className="places-trap" aria-labelledby="de-nham">
      <h2 id="de-nham">{text.traps}</h2>
      <ul>
        {[view.unit, ...view.sameCode]
          .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
          .map((unit) => (
            <li key={unit.uid}>
              {text.sameCode(unit.code, unit.fullName, lifeText(unit))}
              {unit.uid === view.unit.uid ? '' : ' · '}
              {unit.uid === view.unit.uid ? null : <a href={unitHref(base, unit.uid)}>{placesText.go}</a>}
            </li>
          ))}
      </ul>
      <p>{text.codeNote}</p>
    </section>
  );
}

function Chain({
  base,
  title,
  none,
  changes,
}: {
  base: PlacesBase;
  title: string;
  none: string;
  changes: readonly UnitChange[];
}) {
  return (
    <section className="places-card">
      <h2>{title}</h2>
      {changes.length === 0 ? <p className="places-small">{none}</p> : null}
      <ol className="places-chain">
        {changes.map((change) => (
          <li key={change.id}>
            <b>{formatDate(change.effectiveOn)}</b>
            {change.oldUnit ? <a href={unitHref(base, change.oldUnit.uid)}>{change.oldUnit.fullName}</a> : null} (
            {changeShareText(change)}) {text.into}{' '}
            {change.newUnit ? (
              <a href={unitHref(base, change.newUnit.uid)}>{change.newUnit.fullName}</a>
            ) : change.basis === 'unverified' ? (
              <i>{text.unverified}</i>
            ) : (
              <i>{changeText(change)}</i>
            )}
            <small>
              {changeText(change)}
              {change.resolution ? ` · ${text.resolution(change.resolution)}` : ''}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
