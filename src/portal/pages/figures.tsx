import { divide, multiply, sum } from '#kernel/decimal.ts';
import { load } from '#platform/http/submit.ts';
import { formatNumber, formatPercent } from '#platform/i18n/format.ts';
import type { SnapshotBody, SnapshotFile } from '#review/public.ts';
import { barsOf } from '../bars.ts';
import { newestLocked } from '../locked.ts';
import { text } from '../messages.vi.ts';
import { figureTable, otherFigures } from '../resolve.ts';
import { FigureLegend, OtherFigures, RankedTable } from '../ui/figure-tables.tsx';
import { asOf, Bars, ProvinceMap } from '../ui/figures.tsx';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/figures';

/** Lower ends of the classes of the map, in cooperatives. */
const MAP_BOUNDS = [400, 800, 1200] as const;

export const meta: Route.MetaFunction = () => [{ title: text.figures.pageTitle }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const file = await newestLocked(ctx);
    return { page: file ? pageOf(file) : null };
  });

function pageOf(file: SnapshotFile) {
  const { snapshot } = file;
  const table = figureTable(snapshot, 'HTX.SO', 'geography');
  return {
    place: `${text.provinces(String(snapshot.units.length).padStart(2, '0'))} ${snapshot.cluster.shortName.replace(/^Cụm /, '')}`,
    lead: northOf(snapshot),
    total: table.total,
    asOf: asOf(file),
    definition: snapshot.definitions.find((one) => one.code === 'HTX.SO')?.definition ?? '',
    bars: barsOf(snapshot, 'HTX.SO'),
    table,
    others: otherFigures(snapshot),
  };
}

/** The three northernmost units together, when all three have reported. */
function northOf(snapshot: SnapshotBody): string | null {
  const figure = snapshot.figures['HTX.SO']?.current;
  const north = [...snapshot.units].sort((a, b) => a.geographicRank - b.geographicRank).slice(0, 3);
  const amounts = north.map((unit) => figure?.byUnit[unit.code] ?? null).filter((amount) => amount !== null);
  if (!figure?.total || amounts.length < 3) return null;
  const together = sum(amounts);
  return text.figures.lead(
    formatNumber(together),
    formatPercent(divide(multiply(together, '100'), figure.total) ?? null),
  );
}

export default function Figures({ loaderData }: Route.ComponentProps) {
  const { page } = loaderData;
  if (!page)
    return (
      <SimplePage title={text.figures.pageTitle}>
        <p>{text.noLock}</p>
      </SimplePage>
    );
  return (
    <main id="noi-dung">
      <section className="band first">
        <div className="wrap cols w74">
          <div>
            <h1>{text.figures.title(page.place)}</h1>
            {page.lead ? <p className="sub">{page.lead}</p> : null}
          </div>
          <div>
            <p className="stat">
              <b>{page.total}</b>
              <span>{text.figures.total}</span>
            </p>
            <p className="asof">{page.asOf}</p>
          </div>
        </div>
      </section>
      <section className="band white" aria-labelledby="b1">
        <div className="wrap">
          <div className="head">
            <h2 id="b1">{text.figures.byProvince}</h2>
            <nav className="dl" aria-label={text.figures.downloads}>
              <a href="/so-lieu/HTX.SO/tai?dang=csv">{text.figures.csv}</a>
              <a href="/so-lieu/HTX.SO/tai?dang=json">{text.figures.json}</a>
            </nav>
          </div>
          <div className="cols twin">
            <figure aria-labelledby="c1">
              <figcaption id="c1">{text.figures.chart}</figcaption>
              <Bars bars={page.bars} tall />
            </figure>
            <RankedTable table={page.table} bars={page.bars} />
          </div>
          <p className="def" id="dinh-nghia">
            <b>{page.table.caption}.</b> {page.definition} {page.asOf}.
          </p>
        </div>
      </section>
      <section className="band" aria-labelledby="b2">
        <div className="wrap">
          <div className="head">
            <h2 id="b2">{text.figures.map}</h2>
          </div>
          <div className="cols">
            <ProvinceMap bars={page.bars} bounds={MAP_BOUNDS} />
            <FigureLegend bounds={MAP_BOUNDS} />
          </div>
        </div>
      </section>
      <OtherFigures rows={page.others} asOf={page.asOf} />
    </main>
  );
}
