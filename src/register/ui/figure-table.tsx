import { compare } from '#kernel/decimal.ts';
import { formatDong, formatNumber, formatPercent } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import type { FigureChange, FigureRow, TrendPoint } from '../figure-rows.ts';
import { figureRows, oldestFirst } from '../figure-rows.ts';
import { fieldLabels } from '../messages.vi.ts';
import { tabText } from '../messages-card.vi.ts';
import { periodLabel, cardText as text } from '../messages-pages.vi.ts';
import type { FactValue } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import type { Provenance } from '../subjects.ts';
import { valueText } from '../value-text.ts';

/** So many columns of figures need no sideways scrolling. */
const FIT_ON_A_PHONE = 1;

interface FigureTableProps {
  readonly view: OrganisationView;
  readonly title: string;
  readonly fields: readonly string[];
  /** How many of the newest periods; all when left out. */
  readonly periodsMax?: number;
  /** At the right of the caption. */
  readonly end?: React.ReactNode;
  /** Where each value is from. */
  readonly hasSources?: boolean;
}

/** Figures of the periods side by side, the oldest first, with the last change and how it went. */
export function FigureTable({ view, title, fields, periodsMax, end, hasSources = false }: FigureTableProps) {
  const reports = oldestFirst(view.card.reports.slice(0, periodsMax));
  const isLong = reports.length > 1;
  const origins = new Map(view.origins.map((origin) => [`${origin.periodCode}|${origin.field}`, origin]));
  return (
    <TableBox label={title}>
      <div className="cap">
        <h2>{title}</h2>
        {end ? <span className="end">{end}</span> : null}
      </div>
      <table className={reports.length <= FIT_ON_A_PHONE ? 'fits' : undefined}>
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            {reports.map(({ periodCode }) => (
              <th scope="col" className="r" key={periodCode}>
                {periodLabel(periodCode)}
              </th>
            ))}
            {isLong ? <th scope="col">{tabText.trend}</th> : null}
            {isLong ? (
              <th scope="col" className="r">
                {tabText.change}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {figureRows(fields, reports).map((row) => (
            <tr key={row.field}>
              <th scope="row">{fieldLabels[row.field]}</th>
              {reports.map(({ periodCode }, at) => (
                <FigureCell
                  key={periodCode}
                  field={row.field}
                  value={row.values[at] ?? null}
                  period={periodLabel(periodCode)}
                  origin={hasSources ? origins.get(`${periodCode}|${row.field}`) : undefined}
                />
              ))}
              {isLong ? (
                <td>
                  <Trend points={row.trend} places={reports.length} />
                </td>
              ) : null}
              {isLong ? <ChangeCell row={row} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {isLong ? <p className="pad-s small muted">{tabText.changeHint}</p> : null}
    </TableBox>
  );
}

interface FigureCellProps {
  readonly field: string;
  readonly value: FactValue;
  readonly period: string;
  readonly origin: Provenance | undefined;
}

/** A figure of a period; hatched where nobody has said it. */
function FigureCell({ field, value, period, origin }: FigureCellProps) {
  if (value === null || value === '') return <td className="r hatch small">{text.facts.unknown}</td>;
  return (
    <td className="r" title={valueText(field, value, new Map())}>
      {shown(field, value)}
      {origin ? <SourceChip origin={origin} label={fieldLabels[field] ?? field} period={period} /> : null}
    </td>
  );
}

function shown(field: string, value: FactValue): string {
  return field.endsWith('Dong') && typeof value === 'string'
    ? formatDong(BigInt(value))
    : valueText(field, value, new Map());
}

/** The cell of the workbook, or that it was typed here; leads to the whole origin. */
function SourceChip({ origin, label, period }: { origin: Provenance; label: string; period: string }) {
  const where = origin.source === 'manual' ? tabText.byHand : origin.cell;
  const whole = [origin.fileName, origin.sheet, origin.cell].filter(Boolean).join(' · ');
  return (
    <a className="src small" href="?the=nguon" title={whole || tabText.byHand}>
      <span className="sr">{tabText.source(label, period)}: </span>
      {where}
      {origin.verified ? (
        <>
          {' ✓'}
          <span className="sr"> {tabText.verified}</span>
        </>
      ) : null}
    </a>
  );
}

function ChangeCell({ row: { field, change } }: { row: FigureRow }) {
  if (change === null) return <td />;
  const sign = compare(change.difference, '0');
  if (sign === 0) return <td className="r small muted">{tabText.noChange}</td>;
  return (
    <td className="r small">
      {sign > 0 ? '+' : '−'}
      {amountText(field, change)}
      {change.percent === null ? null : (
        <span className="muted"> ({formatPercent(change.percent.replace('-', ''))})</span>
      )}
    </td>
  );
}

function amountText(field: string, { difference }: FigureChange): string {
  const size = difference.replace('-', '');
  return field.endsWith('Dong') ? formatDong(BigInt(size)) : formatNumber(size);
}

const [WIDTH, HEIGHT, EDGE] = [64, 18, 3];

/** A small line through the known values; the numbers beside it say the same in words. */
function Trend({ points, places }: { points: readonly TrendPoint[]; places: number }) {
  if (points.length === 0) return null;
  const x = (at: number) => EDGE + (at / Math.max(1, places - 1)) * (WIDTH - 2 * EDGE);
  const y = (height: number) => HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE);
  const last = points.at(-1);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.map(({ at, height }) => `${x(at).toFixed(1)},${y(height).toFixed(1)}`).join(' ')} />
      {last ? <circle cx={x(last.at).toFixed(1)} cy={y(last.height).toFixed(1)} r="2" /> : null}
    </svg>
  );
}
