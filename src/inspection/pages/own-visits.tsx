import { inspectorUntil, listOwnVisits, VISITS_SHOWN } from '#platform/access/inspection.server.ts';
import { sayEvent } from '#platform/events/words.ts';
import { load } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { hrefs } from '../hrefs.ts';
import { findingText } from '../messages.findings.vi.ts';
import { text as area } from '../messages.vi.ts';
import { requireDrawing } from '../permissions.ts';
import type { Route } from './+types/own-visits.ts';

const text = findingText.visits;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireDrawing(ctx);
    const visits = await listOwnVisits(ctx);
    return {
      visits: visits.map((visit) => ({ ...visit, what: sayEvent(visit.kind) })),
      until: await inspectorUntil(ctx),
      isInspector: ctx.actor.grants.some(({ role }) => role === 'inspector'),
    };
  });

/** `/van-phong/luot-xem`: what the record of acts holds of the inspector who looks, and until when they may. */
export default function OwnVisits({ loaderData }: Route.ComponentProps) {
  const { visits, until, isInspector } = loaderData;
  const [at, what, page] = text.columns;
  return (
    <Shell title={text.title} crumbs={[{ label: area.area, href: hrefs.log() }, { label: text.title }]}>
      <PageHeader title={text.title} sub={text.sub} />
      {isInspector ? <Note tone={until ? 'info' : 'warn'}>{until ? text.until(until) : text.noEnd}</Note> : null}
      {visits.length === 0 ? (
        <div className="box">
          <Empty icon="clock" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <TableBox label={text.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{at}</th>
                <th scope="col">{what}</th>
                <th scope="col">{page}</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.id}>
                  <td className="num">{formatMoment(visit.at)}</td>
                  <td>{visit.what}</td>
                  <td className="code">{visit.subject}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {visits.length === VISITS_SHOWN ? <p className="small muted">{text.more(VISITS_SHOWN)}</p> : null}
    </Shell>
  );
}
