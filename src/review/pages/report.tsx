import { redirect } from 'react-router';
import { z } from 'zod';
import { declineProposal, getProposal, withdrawProposal } from '#platform/access/four-eyes.server.ts';
import { ApproveForm, DeclineForm, WithdrawForm } from '#platform/access/proposal-forms.ts';
import type { Ctx } from '#platform/ctx.ts';
import { load, submit } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { approveLock } from '../commands/approve-lock.ts';
import { approveRestatement } from '../commands/approve-restatement.ts';
import { ProposeLock, proposeLock } from '../commands/propose-lock.ts';
import { proposeRestatement } from '../commands/propose-restatement.ts';
import { LOCK } from '../four-eyes.ts';
import { text } from '../messages.pages.vi.ts';
import { clusterThatCalled } from '../queries.ts';
import { RestateReview } from '../restating.ts';
import { LockDrawer, RestateDrawer } from '../ui/confirm-drawers.tsx';
import { FiguresTable } from '../ui/figures-table.tsx';
import { LineageDrawer } from '../ui/lineage-drawer.tsx';
import { PaperList } from '../ui/paper-list.tsx';
import { PeriodProposalPanel } from '../ui/period-proposal-panel.tsx';
import { LockState, ReportFacts, ReportUnits, VersionList, VersionNotes } from '../ui/report-panels.tsx';
import { ReviewHead } from '../ui/review-head.tsx';
import { VerifyForm } from '../ui/verify-form.tsx';
import { hrefs } from '../views/hrefs.ts';
import type { ReportView } from '../views/report-view.ts';
import { reportView } from '../views/report-view.ts';
import type { Route } from './+types/report.ts';

const words = text.report;

const Act = z.discriminatedUnion('act', [
  ProposeLock.extend({ act: z.literal('propose-lock') }),
  RestateReview.extend({ act: z.literal('propose-restatement') }),
  ApproveForm,
  DeclineForm,
  WithdrawForm,
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const query = new URL(args.request.url).searchParams;
    const version = Number.parseInt(query.get('ban') ?? '', 10);
    const view = await reportView(ctx, {
      periodCode: args.params.period,
      version: Number.isNaN(version) ? null : version,
      formCode: query.get('bieu') ?? (query.has('o') ? '' : null),
      open: query.get('o'),
    });
    return { view, confirming: query.get('xac-nhan'), open: query.get('o') };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, input) => {
    const periodCode = args.params.period;
    const clusterCode = await clusterThatCalled(ctx.read, periodCode);
    await actOn(ctx, clusterCode, periodCode, input);
    return redirect(hrefs.report(periodCode));
  });

async function actOn(ctx: Ctx, clusterCode: string, periodCode: string, input: z.output<typeof Act>): Promise<void> {
  switch (input.act) {
    case 'propose-lock':
      await proposeLock(ctx, clusterCode, periodCode, input);
      break;
    case 'propose-restatement':
      await proposeRestatement(ctx, clusterCode, periodCode, input);
      break;
    case 'decline':
      await declineProposal(ctx, input.proposalId, input.declineReason);
      break;
    case 'withdraw':
      await withdrawProposal(ctx, input.proposalId);
      break;
    case 'approve': {
      const isLock = (await getProposal(ctx, input.proposalId)).act === LOCK.name;
      if (isLock) await approveLock(ctx, clusterCode, periodCode, input.proposalId);
      else await approveRestatement(ctx, clusterCode, periodCode, input.proposalId);
    }
  }
}

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, confirming, open } = loaderData;
  const version = view.lock?.version ?? null;
  const figureHref = (name?: string) => hrefs.figures(view.periodCode, version, view.formCode ?? 'B01', name);
  const drawer = view.lineage ? (
    <LineageDrawer lineage={view.lineage} closeHref={figureHref()} hrefOf={figureHref} />
  ) : confirming === 'khoa' && view.may.lock && !view.lock && !view.fourEyes.open ? (
    <LockDrawer view={view} problem={actionData} />
  ) : confirming === 'dinh-chinh' && view.may.restate && !view.fourEyes.open ? (
    <RestateDrawer view={view} problem={actionData} />
  ) : undefined;
  return (
    <Shell
      title={words.title(view.periodName)}
      crumbs={[
        { label: text.periods, href: hrefs.periods() },
        { label: view.periodName, href: hrefs.board(view.periodCode) },
        { label: words.crumb },
      ]}
      drawer={drawer}
    >
      <ReviewHead />
      <PageHeader
        title={words.title(view.periodName)}
        chip={<ReportChip view={view} />}
        sub={`${view.clusterName} · ${text.cutOff(view.cutOff)}`}
        actions={<ReportActions view={view} />}
      />
      <VersionNotes view={view} />
      <PeriodProposalPanel view={view} problem={drawer ? undefined : actionData} />
      <ViewTabs view={view} />
      {view.formCode === null ? (
        <ReportOverview view={view} />
      ) : (
        <ReportFigures view={view} open={open} hrefOf={figureHref} />
      )}
    </Shell>
  );
}

function ReportChip({ view }: { view: ReportView }) {
  if (view.lock)
    return (
      <StateChip boxed tone="ok" sign="✓">
        {words.locked(view.lock.version)}
      </StateChip>
    );
  return (
    <StateChip boxed tone="warn" sign="N">
      {view.correcting ? words.correcting : words.draft}
    </StateChip>
  );
}

function ReportActions({ view }: { view: ReportView }) {
  return (
    <>
      {view.lock ? null : (
        <a className="btn" href={hrefs.composer(view.periodCode)}>
          {words.edit}
        </a>
      )}
      {view.may.restate && view.lock && !view.fourEyes.open ? (
        <a className="btn" href={hrefs.confirm(view.periodCode, 'dinh-chinh')}>
          {words.restate}
        </a>
      ) : null}
      {view.may.lock && !view.lock && !view.fourEyes.open ? (
        <a className="btn primary" href={hrefs.confirm(view.periodCode, 'khoa')}>
          {words.lock}
        </a>
      ) : null}
    </>
  );
}

function ViewTabs({ view }: { view: ReportView }) {
  const version = view.lock?.version;
  return (
    <nav className="views" aria-label={words.views}>
      <a href={hrefs.report(view.periodCode, version)} aria-current={view.formCode === null ? 'page' : undefined}>
        {words.overview}
      </a>
      <a
        href={hrefs.figures(view.periodCode, version ?? null, 'B01')}
        aria-current={view.formCode === null ? undefined : 'page'}
      >
        {words.figures}
      </a>
    </nav>
  );
}

function ReportOverview({ view }: { view: ReportView }) {
  return (
    <>
      <LockState view={view} />
      <div className="halves">
        <ReportFacts view={view} />
        <section className="panel" aria-labelledby="papers">
          <h2 id="papers">{view.lock ? words.papers : words.draftPapers}</h2>
          <PaperList papers={view.papers} periodCode={view.periodCode} version={view.lock?.version ?? null} />
          {view.lock ? null : <p className="small muted">{words.draftPapersHint}</p>}
        </section>
        <ReportUnits view={view} />
        <section className="panel" aria-labelledby="verify">
          <h2 id="verify">{text.verify.title}</h2>
          <VerifyForm problem={undefined} />
        </section>
        <VersionList view={view} />
      </div>
    </>
  );
}

interface FiguresProps {
  readonly view: ReportView;
  readonly open: string | null;
  readonly hrefOf: (name?: string) => string;
}

function ReportFigures({ view, open, hrefOf }: FiguresProps) {
  const version = view.lock?.version ?? null;
  const form = view.forms.find((one) => one.code === view.formCode);
  return (
    <>
      <nav className="tools" aria-label={words.forms}>
        {view.forms.map((one) => (
          <a
            key={one.code}
            className="tog"
            href={hrefs.figures(view.periodCode, version, one.code)}
            aria-current={one.code === view.formCode ? 'page' : undefined}
            title={one.title}
          >
            {one.shortTitle}
          </a>
        ))}
      </nav>
      <p className="small muted">{words.figuresHint}</p>
      <FiguresTable caption={form?.title ?? ''} columns={view.columns} rows={view.rows} hrefOf={hrefOf} open={open} />
    </>
  );
}
