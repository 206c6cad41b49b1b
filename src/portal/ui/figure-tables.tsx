import { formatNumber } from '#platform/i18n/format.ts';
import type { FigureBar } from '../bars.ts';
import { text } from '../messages.vi.ts';
import type { DrawnBlock, OtherFigure } from '../resolve.ts';
import { sourceHref } from './inlines.tsx';
import { UnitMark } from './marks.tsx';

/** The table twin of the bars: same order, same rows. */
export function RankedTable({
  table,
  bars,
}: {
  table: DrawnBlock & { kind: 'figure-table' };
  bars: readonly FigureBar[];
}) {
  const rankOf = (amount: number | null) =>
    amount === null ? '' : String(1 + bars.filter((bar) => (bar.amount ?? -1) > amount).length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={text.figures.tableCaption} tabIndex={0}>
      <table className="four">
        <caption className="vh">{text.figures.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.article.table.province}</th>
            {[table.unitName, text.article.table.share, text.figures.rank].map((head) => (
              <th scope="col" className="n" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.unitCode}>
              <th scope="row" className="nb">
                <UnitMark rank={bar.rank} />
                {bar.provinceName}
              </th>
              <td className="n">{bar.value}</td>
              <td className="n">{bar.share}</td>
              <td className="n">{rankOf(bar.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.article.table.total}</th>
            <td className="n">{table.total}</td>
            <td className="n">{table.totalShare}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

export function FigureLegend({ bounds }: { bounds: readonly number[] }) {
  const say = (bound: number) => formatNumber(bound);
  const labels = bounds.flatMap((bound, at) =>
    at === 0 ? [text.figures.below(say(bound)), text.figures.from(say(bound))] : [text.figures.from(say(bound))],
  );
  return (
    <div>
      <h3>{text.figures.legend}</h3>
      <ul className="legend">
        {labels.map((label, at) => (
          <li key={label}>
            <svg viewBox="0 0 28 16" aria-hidden="true">
              <rect width="28" height="16" className={`k${at + 1}`} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <p className="def">{text.figures.mapNote}</p>
    </div>
  );
}

export function OtherFigures({ rows, asOf }: { rows: readonly OtherFigure[]; asOf: string }) {
  return (
    <section className="band white" aria-labelledby="b3">
      <div className="wrap">
        <div className="head">
          <h2 id="b3">{text.figures.others}</h2>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section className="scroll" aria-label={text.figures.others} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.figures.indicator}</th>
                <th scope="col" className="n">
                  {text.figures.value}
                </th>
                <th scope="col" className="n">
                  {text.figures.coverage}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.ref}>
                  <th scope="row">{row.name}</th>
                  <td className="n">
                    <a className="chip" href={sourceHref(row.ref)}>
                      {row.value}
                    </a>
                  </td>
                  <td className="n">{row.coverage}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p className="def">{asOf}.</p>
      </div>
    </section>
  );
}
