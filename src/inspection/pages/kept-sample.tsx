import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { Note, TableBox } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { ConcludeSample, concludeSample } from '../commands/conclude-sample.ts';
import { RecordFinding, recordFinding } from '../commands/record-finding.ts';
import { hrefs } from '../hrefs.ts';
import type { KeptView } from '../kept-view.ts';
import { keptView } from '../kept-view.ts';
import { findingText } from '../messages.findings.vi.ts';
import { populationLabels, strataLabels, text } from '../messages.vi.ts';
import type { KeptItem, SampleId } from '../model.ts';
import { isOverdue } from '../rules.ts';
import { Conclusion } from '../ui/conclusion.tsx';
import { FindingDrawer } from '../ui/finding-form.tsx';
import { FollowUpChip, ResultChip } from '../ui/finding-state.tsx';
import sampleCss from '../ui/sample.css?url';
import type { Route } from './+types/kept-sample.ts';

const Act = z.discriminatedUnion('act', [
  RecordFinding.extend({ act: z.literal('find'), itemNo: z.coerce.number().int().min(1) }),
  ConcludeSample.extend({ act: z.literal('conclude') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const itemNo = Number(new URL(args.request.url).searchParams.get('muc') ?? 0);
    return { view: await keptView(ctx, args.params.sampleId), itemNo, today: ctx.today };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, input) => {
    const id = args.params.sampleId as SampleId;
    if (input.act === 'conclude') await concludeSample(ctx, id, input);
    else {
      const { act: _, itemNo, ...finding } = input;
      await recordFinding(ctx, id, itemNo, finding);
    }
    return redirect(hrefs.sample(id));
  });

/** `/van-phong/chon-mau/:sampleId`: a kept sample, its findings, its conclusion. */
export default function KeptSamplePage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, itemNo, today } = loaderData;
  const { sample, items, may } = view;
  const open = may.find ? items.find((item) => item.itemNo === itemNo) : undefined;
  const sentence = view.concluded ? sayRefusal(view.concluded) : null;
  return (
    <Shell
      title={findingText.sampleTitle(sample.seed)}
      crumbs={[
        { label: text.area, href: hrefs.findings() },
        ...(may.find ? [{ label: text.title, href: hrefs.samples() }] : []),
        { label: sample.seed },
      ]}
      drawer={open ? <FindingDrawer item={open} problem={actionData} blockedBy={sentence} /> : undefined}
    >
      <link rel="stylesheet" href={sampleCss} precedence="page" />
      <PageHeader
        title={findingText.sampleTitle(sample.seed)}
        chip={
          <StateChip boxed tone={sample.concludedAt ? 'ok' : 'wait'} sign={sample.concludedAt ? '✓' : 'N'}>
            {sample.concludedAt ? findingText.concluded : findingText.working}
          </StateChip>
        }
        sub={`${populationLabels[sample.population]} · ${sample.allianceCode || findingText.allAlliances}`}
        actions={
          <a className="btn" href={hrefs.sampleFile(sample.id)}>
            <Icon name="download" />
            {findingText.download}
          </a>
        }
      />
      <SampleFacts view={view} />
      <Conclusion {...view} may={may.find} problem={open ? undefined : actionData} blockedBy={view.blockedBy} />
      <Items view={view} today={today} />
      <p className="signature">{text.facts.signature}</p>
    </Shell>
  );
}

function SampleFacts({ view }: { view: KeptView }) {
  const { sample, items, redraw } = view;
  const { redraw: words } = findingText;
  return (
    <>
      <dl className="kv sample-facts">
        <dt>{text.facts.seed}</dt>
        <dd className="code">{sample.seed}</dd>
        <dt>{text.facts.strata}</dt>
        <dd>{strataLabels[sample.strata]}</dd>
        <dt>{text.sheetTitle(items.length, sample.populationCount)}</dt>
        <dd>{`${formatMoment(sample.drawnAt)}, ${sample.drawnBy}`}</dd>
        <dt>{text.facts.fingerprint}</dt>
        <dd className="code">{sample.fingerprint}</dd>
      </dl>
      {redraw === null ? null : redraw.isSame ? (
        <p className="small muted">{words.same}</p>
      ) : (
        <Note tone="warn">{redraw.now === null ? words.other : words.changed(redraw.now, sample.populationCount)}</Note>
      )}
    </>
  );
}

function Items({ view, today }: { view: KeptView; today: string }) {
  const { sample, items, may, concluded } = view;
  const { columns } = findingText;
  const [first = '', ...others] = sample.columns;
  return (
    <TableBox label={text.sheetTitle(items.length, sample.populationCount)}>
      <table className="sample-sheet kept">
        <thead>
          <tr>
            <th scope="col" className="r">
              {columns.no}
            </th>
            <th scope="col">{first}</th>
            <th scope="col">{columns.stratum}</th>
            <th scope="col">{others[0] ?? ''}</th>
            <th scope="col">{columns.result}</th>
            <th scope="col">{columns.note}</th>
            <th scope="col">{columns.task}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.itemNo}>
              <td className="r">{formatNumber(item.itemNo)}</td>
              <th scope="row">
                <a href={item.href}>{item.cells[0]}</a>
              </th>
              <td>{item.stratum}</td>
              <td>{item.cells[1]}</td>
              <td>
                <ResultChip result={item.result} />
                {may.find && !concluded ? (
                  <a className="write" href={hrefs.sample(sample.id, item.itemNo)}>
                    {item.result ? findingText.change : findingText.write}
                    <span className="sr"> {item.cells[0]}</span>
                  </a>
                ) : null}
              </td>
              <td className="msg">
                <FoundWords item={item} />
              </td>
              <td className="msg">
                {item.followUp ? (
                  <>
                    {item.followUp.task}
                    <span className="block">
                      <FollowUpChip followUp={item.followUp} isLate={isOverdue(item.followUp, today)} />
                    </span>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function FoundWords({ item }: { item: KeptItem }) {
  const { figureName, recorded, found, note, evidence } = item;
  const figures = recorded || found ? findingText.findings.recordedFound(recorded, found) : '';
  const line = [figureName, figures].filter(Boolean).join(': ');
  return (
    <>
      {[line, note].filter(Boolean).join('. ')}
      {evidence ? <small className="muted block">{`${findingText.columns.evidence}: ${evidence}`}</small> : null}
    </>
  );
}
