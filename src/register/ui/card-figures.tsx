import { Empty } from '#platform/ui/empty.tsx';
import { ORGANISATIONS } from '../fields.ts';
import { fieldLabels } from '../messages.vi.ts';
import { periodLabel, cardText as text } from '../messages-pages.vi.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { FIT_ON_A_PHONE, FigureCell } from './card-overview.tsx';

/** Every figure of every period, the newest first. */
export function CardFigures({ view }: { view: OrganisationView }) {
  const { reports } = view.card;
  if (reports.length === 0)
    return (
      <div className="box">
        <Empty icon="chart" title={text.noReports}>
          {text.noReportsWhy}
        </Empty>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={text.tabs['so-lieu']} tabIndex={0}>
      <table className={reports.length <= FIT_ON_A_PHONE ? 'fits' : undefined}>
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            {reports.map(({ periodCode }) => (
              <th scope="col" className="r" key={periodCode}>
                {periodLabel(periodCode)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ORGANISATIONS.report.map(({ name }) => (
            <tr key={name}>
              <th scope="row">{fieldLabels[name]}</th>
              {reports.map(({ periodCode, facts }) => (
                <FigureCell key={periodCode} field={name} value={facts[name] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
