import { dayInVietnam, isoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { SnapshotFile } from '#review/public.ts';
import type { FigureBar } from '../bars.ts';
import map from '../map-2024.json' with { type: 'json' };
import { text } from '../messages.vi.ts';
import { sourceHref } from './inlines.tsx';
import { UnitMark } from './marks.tsx';

/** Bars with direct labels, north to south; one hue, the mark tells the unit. */
export function Bars({ bars, tall = false }: { bars: readonly FigureBar[]; tall?: boolean }) {
  return (
    <ul className={tall ? 'bars tall' : 'bars'}>
      {bars.map((bar) => (
        <li key={bar.unitCode}>
          <span className="nb">
            <UnitMark rank={bar.rank} />
            {bar.provinceName}
          </span>
          <svg className="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            {bar.length === null ? null : <rect width={bar.length} height="1" />}
          </svg>
          <b>
            <a className="chip" href={sourceHref(bar.ref)}>
              {bar.value}
            </a>
          </b>
          <i>{bar.share}</i>
        </li>
      ))}
    </ul>
  );
}

/** The line that dates every number: cut-off and lock. */
export function asOf(file: SnapshotFile): string {
  const { snapshot } = file;
  return text.asOf(formatDate(isoDate(snapshot.period.lastDay)), formatDate(dayInVietnam(new Date(snapshot.madeAt))));
}

const CLASSES = ['k1', 'k2', 'k3', 'k4'] as const;

/** The six provinces in the borders of 2024, shaded by count, each number printed beside it. */
export function ProvinceMap({ bars, bounds }: { bars: readonly FigureBar[]; bounds: readonly number[] }) {
  const barOf = (code: string) => bars.find((bar) => bar.provinceCode === code);
  const classOf = (amount: number) => CLASSES[bounds.filter((bound) => amount >= bound).length] ?? 'k4';
  return (
    <div className="map">
      <svg viewBox={map.viewBox} aria-hidden="true">
        <g className="edge">
          {map.edges.map((edge) => (
            <path key={edge.slice(0, 24)} d={edge} />
          ))}
        </g>
        {map.provinces.map((province) => {
          const amount = barOf(province.code)?.amount ?? null;
          return <path key={province.code} className={amount === null ? 'void' : classOf(amount)} d={province.path} />;
        })}
        {map.provinces.map((province) => (
          <line key={province.code} {...province.leader} />
        ))}
      </svg>
      <ul>
        {map.provinces.map((province) => (
          <li
            key={province.code}
            className={province.label.side === 'left' ? 'r' : 'l'}
            style={{ [province.label.side]: `${province.label.offset}%`, top: `${province.label.top}%` }}
          >
            {barOf(province.code)?.provinceName}
            <b>{barOf(province.code)?.value}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
