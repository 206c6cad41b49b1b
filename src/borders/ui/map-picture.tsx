import { formatNumber } from '#platform/i18n/format.ts';
import { writeBehindAddress } from '../address.ts';
import { figureText } from '../figures.ts';
import type { MapAddress, MapView, ShadedArea } from '../map-view.ts';
import { mapText as text } from '../messages.vi.ts';

/** A commune's name and number are written where its box is at least this wide. */
const LABEL_WIDTH_MIN = 62;
/** So many areas of one province are labelled at most, the largest numbers first. */
const LABELS_MAX = 26;

export function areaHref(address: MapAddress, view: MapView, area: ShadedArea): string {
  return writeBehindAddress({
    measure: view.measure.key,
    on: address.on,
    bordersOn: view.bordersOn,
    grouping: view.grouping,
    group: area.group,
  });
}

/** The map as a picture that the server drew; every area says its number and leads to the records behind it. */
export function MapPicture({ address, view }: { address: MapAddress; view: MapView }) {
  const { drawing, areas, measure } = view;
  return (
    <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
      <title>{text.mapLabel(measure.label, address.on)}</title>
      <Hatch id="gach" />
      {areas.map((area) => {
        const shape = (
          <path className={`map-area ${area.step === null ? 'map-none' : `map-c${area.step}`}`} d={area.d}>
            <title>{`${area.name}: ${area.figure.value === null ? text.noData : figureText(measure, area.figure.value)}`}</title>
          </path>
        );
        return area.figure.value === null ? (
          <g key={area.code}>{shape}</g>
        ) : (
          <a
            key={area.code}
            href={areaHref(address, view, area)}
            aria-label={`${area.name}: ${figureText(measure, area.figure.value)}`}
          >
            {shape}
          </a>
        );
      })}
      {drawing.edges.map((edge) => (
        <path key={edge.code} className="map-edge" d={edge.d} />
      ))}
      <Labels view={view} isOne={address.provinceCode !== null} />
    </svg>
  );
}

/** Provinces by name on the whole map; on the map of one province its areas that have room. */
function Labels({ view, isOne }: { view: MapView; isOne: boolean }) {
  if (!isOne)
    return view.drawing.edges.map((edge) => (
      <text key={edge.code} className="map-label" x={edge.centre[0]} y={edge.centre[1]}>
        {edge.name.replace(/^(Tỉnh|Thành phố) /, '')}
      </text>
    ));
  return view.areas
    .filter((area) => area.width >= LABEL_WIDTH_MIN && area.figure.value !== null)
    .toSorted((a, b) => Number(b.figure.value) - Number(a.figure.value))
    .slice(0, LABELS_MAX)
    .map((area) => (
      <text key={area.code} className="map-label small" x={area.centre[0]} y={area.centre[1]}>
        {area.name.replace(/^(Xã|Phường|Đặc khu|Huyện|Thị xã|Thành phố|Quận) /, '')}
        <tspan x={area.centre[0]} dy="1.15em">
          {figureText(view.measure, area.figure.value)}
        </tspan>
      </text>
    ));
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} className="map-hatch" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" />
        <path d="M0 7L7 0" />
      </pattern>
    </defs>
  );
}

/** What each shade stands for, with how many areas have it. */
export function MapLegend({ view }: { view: MapView }) {
  const { classes, measure, areas } = view;
  const count = (step: number | null) => areas.filter((area) => area.step === step).length;
  return (
    <section aria-label={text.legend}>
      <h2>{text.legend}</h2>
      <ul className="map-legend">
        {classes.map(({ step, from, until }) => (
          <li key={step}>
            <svg viewBox="0 0 26 16" aria-hidden="true">
              <rect className={`map-c${step}`} width="26" height="16" rx="2" />
            </svg>
            <span>
              {step === 0
                ? text.zero
                : text.from(figureText(measure, String(from)), figureText(measure, String(until)))}{' '}
              <span className="muted">({formatNumber(count(step))})</span>
            </span>
          </li>
        ))}
        {count(null) === 0 ? null : (
          <li>
            <svg viewBox="0 0 26 16" aria-hidden="true">
              <Hatch id="gach-chu-giai" />
              <rect fill="url(#gach-chu-giai)" width="26" height="16" rx="2" />
            </svg>
            <span>
              {text.noData} <span className="muted">({formatNumber(count(null))})</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}
