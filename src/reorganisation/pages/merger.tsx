import { redirect } from 'react-router';
import { z } from 'zod';
import { declineProposal, withdrawProposal } from '#platform/access/four-eyes.server.ts';
import { ApproveForm, DeclineForm, WithdrawForm } from '#platform/access/proposal-forms.ts';
import { LastDecision, ProposalPanel } from '#platform/access/ui/proposal-panel.tsx';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { approveMerger } from '../commands/approve-merger.ts';
import { approveUndo } from '../commands/approve-undo.ts';
import { ProposeUndo, proposeUndo } from '../commands/propose-undo.ts';
import { hrefs } from '../hrefs.ts';
import type { MergerId } from '../merger-model.ts';
import type { Merger } from '../mergers.ts';
import { findMerger } from '../mergers.ts';
import { mergerText as text } from '../messages-pages.vi.ts';
import { oneMergerView } from '../one-merger-view.ts';
import { requireProposing } from '../permissions.ts';
import { MergerPreview } from '../ui/merger-wizard.tsx';
import reorganisationCss from '../ui/reorganisation.css?url';
import type { Route } from './+types/merger.ts';

const Act = z.discriminatedUnion('act', [
  ApproveForm,
  DeclineForm,
  WithdrawForm,
  ProposeUndo.extend({ act: z.literal('undo') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => await oneMergerView(ctx, args.params.mergerId));

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    Act,
    async (ctx, input) => {
      const id = args.params.mergerId as MergerId;
      if (input.act === 'undo') await proposeUndo(ctx, id, input);
      else if (input.act === 'decline') await declineProposal(ctx, input.proposalId, input.declineReason);
      else if (input.act === 'withdraw') await withdrawProposal(ctx, input.proposalId);
      else if (await findMerger(ctx.read, id)) await approveUndo(ctx, input.proposalId);
      else await approveMerger(ctx, input.proposalId);
      return redirect(hrefs.merger(id));
    },
    async (ctx) => requireProposing(ctx),
  );

/** `/van-phong/quan-tri/sap-xep/:mergerId`: what waits for its second person, what was done, what may be taken back. */
export default function MergerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { merger, counts, proposal, changes, undo, last } = loaderData;
  const title = merger ? `${text.kinds[merger.plan.kind]}: ${merger.plan.names.name}` : text.title;
  return (
    <Shell
      title={title}
      crumbs={[{ label: text.area }, { label: text.title, href: hrefs.mergers() }, { label: title }]}
    >
      <link rel="stylesheet" href={reorganisationCss} precedence="page" />
      <PageHeader
        title={title}
        sub={merger ? text.decision(merger.decisionNo, formatDate(merger.effectiveOn)) : undefined}
      />
      {proposal ? (
        <ProposalPanel proposal={proposal} problem={actionData} approveLabel={text.approve} changes={changes} />
      ) : null}
      {last ? (
        <>
          <p>{last.words}</p>
          <LastDecision last={last} />
          <p className="muted">{text.notFound}</p>
        </>
      ) : null}
      {undo ? <ProposalPanel proposal={undo} problem={actionData} approveLabel={text.approveUndo} /> : null}
      {merger ? <Outcome merger={merger} isUndoWaiting={undo !== null} problem={actionData} /> : null}
      {counts ? <MergerPreview counts={counts} /> : null}
    </Shell>
  );
}

interface OutcomeProps {
  readonly merger: Merger;
  readonly isUndoWaiting: boolean;
  readonly problem: FormProblem | undefined;
}

function Outcome({ merger, isUndoWaiting, problem }: OutcomeProps) {
  if (merger.undoneAt)
    return <Note>{text.undoneBy(formatMoment(merger.undoneAt), merger.undoneBy ?? '', merger.undoneReason)}</Note>;
  return (
    <>
      <Note>{text.outcome(formatMoment(merger.doneAt), merger.doneBy)}</Note>
      {isUndoWaiting ? null : (
        <section className="box pad wizard" aria-label={text.undo}>
          <CommandForm problem={problem} submitLabel={text.undo} isDangerous>
            <input type="hidden" name="act" value="undo" />
            <TextField
              name="reason"
              label={text.reason}
              hint={text.undoHint}
              problem={problem}
              rows={2}
              maxLength={300}
            />
          </CommandForm>
        </section>
      )}
    </>
  );
}
