import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { GapReasons, signReconciliation } from '../commands/sign-reconciliation.ts';
import { clusterFacts, consolidationOf } from '../consolidate.ts';
import { findingFacts, findingsFrom } from '../findings.ts';
import { cellName, hrefs, parseCellName } from '../hrefs.ts';
import { lineageFrom, publicLineage } from '../lineage.ts';
import { common, sheet as words } from '../messages.screens.vi.ts';
import { labels } from '../messages.vi.ts';
import type { FigureRef } from '../model.ts';
import { mayForUnit } from '../permissions.ts';
import { sheetOf } from '../sheet.ts';
import { parseSheetAddress, type SheetAddress, sheetAddress } from '../sheet-address.ts';
import { LineageDrawer, returnHrefOf } from '../ui/lineage-drawer.tsx';
import reportingCss from '../ui/reporting.css?url';
import { FormTabs, SheetSubLine, SheetToggles } from '../ui/sheet-controls.tsx';
import { SheetTable } from '../ui/sheet-table.tsx';
import { clusterFor } from '../where.ts';
import type { Route } from './+types/consolidation';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const clusterCode = await clusterFor(ctx);
    const view = parseSheetAddress(args.request.url);
    const cluster = ctx.widened('cluster-counts').read;
    const facts = await clusterFacts(cluster, clusterCode, args.params.period);
    const more = await findingFacts(cluster, facts);
    const consolidation = consolidationOf(facts);
    const cell = view.open === null ? undefined : parseCellName(view.open);
    const ref = cell && { ...cell, period: args.params.period };
    const isOwn = !ref || ref.unit === null || mayForUnit(ctx.actor, 'reporting.see', ref.unit);
    const isLocked = facts.call.state === 'locked';
    const doubts = { findings: findingsFrom(facts, more), reconciliations: more.remarks.reconciliations };
    const from = { facts, consolidation, remarks: more.remarks };
    const lineage = ref ? await lineageFrom(cluster, from, ref) : null;
    return {
      title: facts.call.title,
      consolidation,
      sheet: sheetOf(consolidation, doubts, view.form, view.onlyDifferent),
      view,
      lineage: lineage && !isOwn ? publicLineage(lineage) : lineage,
      maySign: ref?.unit && !isLocked ? mayForUnit(ctx.actor, 'reporting.sign-reconciliation', ref.unit) : false,
      mayReturn: ref?.unit && !isLocked ? mayForUnit(ctx.actor, 'reporting.return-cells', ref.unit) : false,
    };
  });

const SignGap = z.object({
  donVi: z.string(),
  chiTieu: z.string(),
  lyDo: GapReasons,
  phan: z.array(z.string()),
});

export const action = (args: Route.ActionArgs) =>
  submit(args, SignGap, async (ctx, input) => {
    await signReconciliation(ctx, {
      unitCode: input.donVi,
      periodCode: args.params.period,
      indicatorCode: input.chiTieu,
      reasons: input.lyDo.map((reason, place) => ({ reason, amountText: input.phan[place] ?? '' })),
    });
    const { pathname, search } = new URL(args.request.url);
    return redirect(`${pathname}${search}#drawer`);
  });

export default function ConsolidationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { consolidation, sheet, view, lineage } = loaderData;
  const period = consolidation.period.code;
  const hrefWith = (change: Partial<SheetAddress>) => sheetAddress(period, { ...view, ...change });
  const hrefOf = (ref: Pick<FigureRef, 'indicator' | 'unit'>) => {
    const form = consolidation.figures.find((one) => one.indicator.code === ref.indicator)?.indicator.formCode;
    return hrefWith({ open: cellName(ref), form: form ?? view.form });
  };
  return (
    <Shell
      title={`${labels.formNumber(sheet.form)} – ${common.consolidated}`}
      crumbs={[
        { label: common.periods, href: '/van-phong/ky' },
        { label: loaderData.title, href: hrefs.board(period) },
        { label: common.consolidated },
      ]}
      drawer={
        lineage ? (
          <LineageDrawer
            lineage={lineage}
            closeHref={hrefWith({ open: null })}
            hrefOf={(part) => hrefOf(part.ref)}
            maySign={loaderData.maySign}
            returnHref={loaderData.mayReturn ? returnHrefOf(lineage.figure) : null}
            problem={actionData}
          />
        ) : undefined
      }
    >
      <link rel="stylesheet" href={reportingCss} precedence="page" />
      <PageHeader
        title={labels.formHead(sheet.form)}
        sub={<SheetSubLine consolidation={consolidation} sheet={sheet} />}
        actions={
          <>
            <a className="btn" href={hrefs.tables(period)}>
              {words.file}
            </a>
            <a className="btn primary" href={hrefs.review(period)}>
              {words.review}
            </a>
          </>
        }
      />
      <FormTabs current={view} hrefWith={hrefWith} />
      <SheetToggles sheet={sheet} view={view} hrefWith={hrefWith} />
      {sheet.groups.length === 0 ? (
        <Empty
          icon="check"
          title={words.noneDiffers}
          action={
            <a className="btn" href={hrefWith({ onlyDifferent: false })}>
              {words.showAll}
            </a>
          }
        >
          {words.nothingDiffers}
        </Empty>
      ) : (
        <SheetTable consolidation={consolidation} sheet={sheet} view={view} hrefOf={hrefOf} />
      )}
    </Shell>
  );
}
