import { redirect } from 'react-router';
import { z } from 'zod';
import { declineProposal, withdrawProposal } from '#platform/access/four-eyes.server.ts';
import { ApproveForm, DeclineForm, WithdrawForm } from '#platform/access/proposal-forms.ts';
import { proposalView } from '#platform/access/proposal-view.ts';
import { LastDecision, ProposalPanel } from '#platform/access/ui/proposal-panel.tsx';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { Note } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { approvePersonsExport } from '../commands/approve-persons-export.ts';
import { EXPORT, exportProposalHref } from '../four-eyes.ts';
import { listText, personsExportText } from '../messages-pages.vi.ts';
import { changedRefusal, getExportProposal, readProposedExport } from '../persons-export.ts';
import registerCss from '../ui/register.css?url';
import type { Route } from './+types/persons-export-proposal.ts';

const LIST = '/van-phong/so-bo';
const MINE = '/van-phong/ban-xuat';
const text = personsExportText.fourEyes;

const Act = z.discriminatedUnion('act', [ApproveForm, DeclineForm, WithdrawForm]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const proposal = await getExportProposal(ctx, args.params.exportId);
    const view = proposal.state === 'open' ? proposalView(ctx.actor, EXPORT, proposal) : null;
    const changed = view?.may.decide
      ? changedRefusal(proposal, await readProposedExport(ctx, proposal.payload))
      : undefined;
    const { state, words, proposedBy, decidedBy, decidedAt, decisionNote, expiresAt } = proposal;
    return {
      view,
      words,
      list: `${LIST}${proposal.payload.search}`,
      changes: changed ? [text.changed(Number(changed.facts.before), Number(changed.facts.after))] : [],
      isOwn: proposal.proposerId === ctx.actor.accountId,
      exportId: proposal.payload.exportId,
      decision: { state, proposedBy, decidedBy, decidedAt, decisionNote, expiresAt },
    };
  });

/** Who may not see the proposal is told that there is none, whatever the form says. */
export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    Act,
    async (ctx, input) => {
      if (input.act === 'approve') await approvePersonsExport(ctx, input.proposalId);
      else if (input.act === 'decline') await declineProposal(ctx, input.proposalId, input.declineReason);
      else await withdrawProposal(ctx, input.proposalId);
      return redirect(exportProposalHref(args.params.exportId as KeptExportId));
    },
    async (ctx) => await getExportProposal(ctx, args.params.exportId),
  );

/** `/van-phong/ban-xuat/de-nghi/:exportId`: an export with persons that waits for its second person, or what became of it. */
export default function PersonsExportProposal({ loaderData, actionData }: Route.ComponentProps) {
  const { view, words, list, changes, isOwn, exportId, decision } = loaderData;
  return (
    <Shell
      title={text.title}
      crumbs={[
        { label: listText.area, href: LIST },
        { label: personsExportText.mine, href: MINE },
        { label: text.crumb },
      ]}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader title={text.title} sub={view ? undefined : words} />
      {view ? (
        <ProposalPanel proposal={view} problem={actionData} approveLabel={text.approve} changes={changes}>
          <p>
            <a href={list}>{text.list}</a>
          </p>
          <p className="muted">{text.outcome}</p>
        </ProposalPanel>
      ) : (
        <Outcome decision={decision} isOwn={isOwn} exportId={exportId} />
      )}
    </Shell>
  );
}

interface OutcomeProps {
  readonly decision: Parameters<typeof LastDecision>[0]['last'] & { readonly proposedBy: string };
  readonly isOwn: boolean;
  readonly exportId: string;
}

function Outcome({ decision, isOwn, exportId }: OutcomeProps) {
  const by = decision.decidedBy ?? '';
  const at = decision.decidedAt ? formatMoment(decision.decidedAt) : '';
  if (decision.state === 'withdrawn') return <Note>{text.withdrawn(by, at)}</Note>;
  if (decision.state !== 'approved') return <LastDecision last={decision} />;
  if (!isOwn) return <Note>{text.approved(by, at, decision.proposedBy)}</Note>;
  return (
    <Note>
      {text.approvedMine(by, at)} <a href={`${MINE}?moi=${exportId}`}>{personsExportText.mine}</a>.
    </Note>
  );
}
