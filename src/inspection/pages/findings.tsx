import { redirect } from 'react-router';
import { z } from 'zod';
import { listAlliances } from '#organisations/public.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { AnswerFinding, answerFinding } from '../commands/answer-finding.ts';
import { verifyFollowUp } from '../commands/verify-follow-up.ts';
import { listFindings } from '../findings.ts';
import { hrefs } from '../hrefs.ts';
import { findingText } from '../messages.findings.vi.ts';
import type { KeptItem, SampleId } from '../model.ts';
import { mayOfAlliance } from '../permissions.ts';
import { isOverdue } from '../rules.ts';
import { AnswerDrawer } from '../ui/answer-drawer.tsx';
import { FollowUpChip, ResultChip } from '../ui/finding-state.tsx';
import sampleCss from '../ui/sample.css?url';
import type { Route } from './+types/findings.ts';

const words = findingText.findings;

const Which = z.object({
  sampleId: z.uuid().transform((id) => id as SampleId),
  itemNo: z.coerce.number().int().min(1),
});
const Act = z.discriminatedUnion('act', [
  AnswerFinding.extend({ act: z.literal('answer'), ...Which.shape }),
  Which.extend({ act: z.literal('mended') }),
  Which.extend({ act: z.literal('not-mended') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const search = new URL(args.request.url).searchParams;
    const findings = await listFindings(ctx);
    const open = findings.find(
      (item) => item.sampleId === search.get('mau') && item.itemNo === Number(search.get('muc')),
    );
    const alliances = await listAlliances(ctx.read, ctx.today);
    return {
      units: Object.fromEntries(alliances.map(({ code, shortName }) => [code, shortName])),
      open: open ?? null,
      findings,
      today: ctx.today,
      may: {
        answer: open ? mayOfAlliance(ctx.actor, 'inspection.answer-finding', open.allianceCode) : false,
        verify: open ? mayOfAlliance(ctx.actor, 'inspection.verify-follow-up', open.allianceCode) : false,
      },
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, input) => {
    const { sampleId, itemNo } = input;
    if (input.act === 'answer') await answerFinding(ctx, sampleId, itemNo, input);
    else await verifyFollowUp(ctx, sampleId, itemNo, input.act === 'mended');
    return redirect(hrefs.findings());
  });

/** `/van-phong/ket-qua-kiem-tra`: to units what was found at theirs and what they answer; to inspectors what to see to. */
export default function Findings({ loaderData, actionData }: Route.ComponentProps) {
  const { findings, open, may, today, units } = loaderData;
  return (
    <Shell
      title={words.title}
      crumbs={[{ label: words.title }]}
      drawer={open ? <AnswerDrawer item={open} may={may} problem={actionData} /> : undefined}
    >
      <link rel="stylesheet" href={sampleCss} precedence="page" />
      <PageHeader title={words.title} sub={words.sub} />
      {findings.length === 0 ? (
        <div className="box">
          <Empty icon="shield" title={words.empty}>
            {words.emptyWhy}
          </Empty>
        </div>
      ) : (
        <TableBox label={words.title}>
          <table className="findings">
            <thead>
              <tr>
                {[columns.item, columns.unit, columns.result, columns.task, columns.dueOn, columns.state].map(
                  (head) => (
                    <th scope="col" key={head}>
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {findings.map((item) => (
                <FindingRow
                  key={`${item.sampleId}-${item.itemNo}`}
                  item={item}
                  unit={units[item.allianceCode]}
                  today={today}
                />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Shell>
  );
}

const { columns } = findingText;

interface RowProps {
  readonly item: KeptItem;
  readonly unit: string | undefined;
  readonly today: string;
}

function FindingRow({ item, unit, today }: RowProps) {
  const { followUp } = item;
  return (
    <tr>
      <th scope="row" className="msg">
        <a href={hrefs.findings(item.sampleId, item.itemNo)}>{item.cells[0]}</a>
        <small className="muted block">{item.note || words.recordedFound(item.recorded, item.found)}</small>
      </th>
      <td>{unit ?? item.allianceCode}</td>
      <td>
        <ResultChip result={item.result} />
      </td>
      <td className="msg">{followUp?.task ?? <span className="muted">{words.noTask}</span>}</td>
      <td className="num">{followUp ? formatDate(followUp.dueOn) : ''}</td>
      <td>{followUp ? <FollowUpChip followUp={followUp} isLate={isOverdue(followUp, today)} /> : null}</td>
    </tr>
  );
}
