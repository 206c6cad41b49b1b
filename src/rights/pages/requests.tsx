import { dayInVietnam } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { load } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { kindLabels, outcomeLabels, text as words } from '../messages.vi.ts';
import type { DataRequest } from '../model.ts';
import { alliancesWhere } from '../permissions.ts';
import { holidaysOn, listRequests, termsOf } from '../queries.ts';
import type { Clocks } from '../request-rules.ts';
import { clocksOf } from '../request-rules.ts';
import { ClockChip } from '../ui/clock-chip.tsx';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/requests.ts';

const text = words.requests;
const SHOWN_MAX = 200;

type Row = Pick<DataRequest, 'code' | 'kind' | 'allianceCode' | 'receivedAt' | 'outcome'> & { readonly clocks: Clocks };

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const within = alliancesWhere(ctx, 'rights.handle-requests');
    const requests = await listRequests(ctx.read, within, SHOWN_MAX);
    return { rows: await withClocks(ctx, requests) };
  });

/** No words of a person: the list is looked at by whoever passes. */
async function withClocks(ctx: Ctx, requests: readonly DataRequest[]): Promise<readonly Row[]> {
  const holidays = await holidaysOn(ctx.read, ctx.today);
  return await Promise.all(
    requests.map(async (request) => {
      const { code, kind, allianceCode, receivedAt, outcome } = request;
      const terms = await termsOf(ctx.read, kind, dayInVietnam(receivedAt));
      return { code, kind, allianceCode, receivedAt, outcome, clocks: clocksOf(request, terms, ctx.today, holidays) };
    }),
  );
}

export default function Requests({ loaderData: { rows } }: Route.ComponentProps) {
  return (
    <Shell title={text.title} crumbs={[{ label: words.area }, { label: text.title }]}>
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          <a className="btn" href="/yeu-cau-du-lieu">
            {text.publicForm}
          </a>
        }
      />
      {rows.length === 0 ? (
        <div className="box">
          <Empty icon="inbox" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <RequestTable rows={rows} />
      )}
    </Shell>
  );
}

function RequestTable({ rows }: { rows: readonly Row[] }) {
  return (
    <TableBox label={text.caption}>
      <table className="rights-table fits">
        <thead>
          <tr>
            {Object.values(text.columns).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, kind, allianceCode, receivedAt, outcome, clocks }) => (
            <tr key={code}>
              <th scope="row" className="rights-nowrap">
                <a className="code" href={`/van-phong/yeu-cau-du-lieu/${code}`}>
                  {code}
                </a>
              </th>
              <td className="rights-nowrap" data-label={text.columns.kind}>
                {kindLabels[kind]}
              </td>
              <td className="rights-nowrap" data-label={text.columns.unit}>
                {allianceCode ?? text.noUnit}
              </td>
              <td className="rights-nowrap" data-label={text.columns.received}>
                {formatMoment(receivedAt)}
              </td>
              <td data-label={text.columns.answer}>
                <ClockChip clock={clocks.answer} />
              </td>
              <td data-label={text.columns.execute}>
                <ClockChip clock={clocks.execute} />
              </td>
              <td className="rights-nowrap" data-label={text.columns.state}>
                {outcome ? (
                  outcomeLabels[outcome]
                ) : (
                  <StateChip tone="wait" sign="M">
                    {text.open}
                  </StateChip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
