import { load } from '#platform/http/submit.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.vi.ts';
import { orphanedTasks } from '../orphans.ts';
import { unitsToSee } from '../permissions.ts';
import type { ReviewRow, ReviewState } from '../reviews.ts';
import { reviewsInReach } from '../reviews.ts';
import { OrphanTable } from '../ui/orphan-table.tsx';
import peopleCss from '../ui/people.css?url';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/reviews.ts';

const PAGE = '/van-phong/ra-soat-quyen';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const reach = unitsToSee(ctx);
    const { all } = await unitsOn(ctx);
    const units = reach === 'all' ? all : all.filter(({ scope }) => reach.includes(scope));
    return { reviews: await reviewsInReach(ctx), orphans: await orphanedTasks(ctx, units) };
  });

export default function Reviews({ loaderData }: Route.ComponentProps) {
  const { reviews, orphans } = loaderData;
  const words = text.review;
  return (
    <Shell title={words.title} crumbs={[{ label: text.area, href: '/van-phong/nguoi-dung' }, { label: words.title }]}>
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader title={words.title} sub={words.sub} />
      <TableBox label={words.caption}>
        <table className="people">
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
              <th scope="col">
                <span className="sr">{words.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reviews.map((row) => (
              <Row key={`${row.quarter.code} ${row.unit.scope}`} row={row} />
            ))}
          </tbody>
        </table>
      </TableBox>
      <section className="part" aria-labelledby="orphans">
        <h2 id="orphans">{text.orphans.title}</h2>
        {orphans.length === 0 ? <p className="muted">{text.orphans.none}</p> : <OrphanTable tasks={orphans} />}
      </section>
    </Shell>
  );
}

const CHIPS = {
  signed: { tone: 'ok', sign: '✓' },
  due: { tone: 'wait', sign: '…' },
  overdue: { tone: 'warn', sign: '!' },
  missed: { tone: 'bad', sign: '×' },
} as const satisfies Record<ReviewState, unknown>;

function Row({ row }: { row: ReviewRow }) {
  const words = text.review;
  const { quarter, unit, state, signed, isOwn } = row;
  const label = state !== 'signed' && isOwn && state !== 'missed' ? words.open : words.see;
  return (
    <tr>
      <td>{words.quarter(quarter)}</td>
      <th scope="row">{unit.name}</th>
      <td>{formatDate(row.dueOn)}</td>
      <td>
        <StateChip {...CHIPS[state]}>{words.states[state]}</StateChip>
      </td>
      <td>{signed ? `${signed.signedBy}, ${formatMoment(signed.signedAt)}` : ''}</td>
      <td className="r">
        {state === 'missed' ? null : (
          <a
            className="btn s"
            href={`${PAGE}/${quarter.code}/${unit.scope}`}
            aria-label={words.pageTitle(words.quarter(quarter), unit.name)}
          >
            {state === 'signed' || isOwn ? label : words.seeNow}
          </a>
        )}
      </td>
    </tr>
  );
}
