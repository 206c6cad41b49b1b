import { redirect } from 'react-router';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import {
  declineProposal,
  findLastDecision,
  findOpenProposal,
  withdrawProposal,
} from '#platform/access/four-eyes.server.ts';
import { BULK_ROWS_MAX } from '#platform/access/four-eyes.ts';
import { ApproveForm, DeclineForm, WithdrawForm } from '#platform/access/proposal-forms.ts';
import { proposalView } from '#platform/access/proposal-view.ts';
import { LastDecision, ProposalNote, ProposalPanel } from '#platform/access/ui/proposal-panel.tsx';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { approveUndo } from '../commands/approve-undo.ts';
import { ProposeUndo, proposeUndo } from '../commands/propose-undo.ts';
import { undoImport } from '../commands/undo-import.ts';
import { UNDO } from '../four-eyes.ts';
import { hrefs } from '../hrefs.ts';
import { text } from '../messages-pages.vi.ts';
import type { ImportId, PastImport } from '../model.ts';
import { mayForUnit, requireForUnit } from '../permissions.ts';
import { findImport, getUnitPlace, messagesOfImport, undoReportOf } from '../queries.ts';
import { undoRefusal } from '../rules.ts';
import { periodName } from '../template/words.vi.ts';
import { ImportMessages, KeptList } from '../ui/import-messages.tsx';
import { ImportState } from '../ui/past-imports.tsx';
import workbooksCss from '../ui/workbooks.css?url';
import { undoNeedsSecondPerson } from '../undoing.ts';
import type { Route } from './+types/import';

const words = text.one;

const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('undo') }),
  ProposeUndo.extend({ act: z.literal('propose') }),
  ApproveForm,
  DeclineForm,
  WithdrawForm,
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const id = args.params.importId as ImportId;
    const found = await findImport(ctx.read, id);
    if (!found) throw new Refused({ code: 'workbooks.import.not-found', facts: {} });
    requireForUnit(ctx, 'workbooks.see-imports', found.unitCode);
    const refusal = undoRefusal(found, ctx.today);
    const search = new URL(args.request.url).searchParams;
    const proposal = await findOpenProposal(ctx, UNDO, id);
    const last = proposal ? undefined : await findLastDecision(ctx, UNDO, id);
    const { alliance, period } = await getUnitPlace(ctx.read, found);
    return {
      found,
      place: { unit: alliance.shortName, period: periodName(period) },
      messages: await messagesOfImport(ctx.read, id),
      undone: found.undoneAt === null ? null : await undoReportOf(ctx.read, id),
      isLarge: undoNeedsSecondPerson(found),
      proposal: proposal ? proposalView(ctx.actor, UNDO, proposal) : null,
      last: found.undoneAt === null ? (last ?? null) : null,
      isNew: search.has('vua-ghi'),
      mayRead: mayForUnit(ctx.actor, 'workbooks.read-file', found.unitCode),
      mayUndo: mayForUnit(ctx.actor, 'workbooks.undo-import', found.unitCode),
      blockedBy: refusal ? sayRefusal(refusal) : null,
      isConfirming: search.get('xac-nhan') === 'hoan-tac',
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, input) => {
    const importId = args.params.importId as ImportId;
    if (input.act === 'undo') await undoImport(ctx, importId);
    else if (input.act === 'propose') await proposeUndo(ctx, importId, input);
    else if (input.act === 'approve') await approveUndo(ctx, input.proposalId);
    else if (input.act === 'decline') await declineProposal(ctx, input.proposalId, input.declineReason);
    else await withdrawProposal(ctx, input.proposalId);
    return redirect(hrefs.import(importId));
  });

/** `/van-phong/nhap-excel/:importId`: one import, what it did, and taking it back. */
export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { found, place, messages, undone, isNew, mayRead, mayUndo, blockedBy, isConfirming, isLarge, proposal, last } =
    loaderData;
  const canUndo = mayUndo && blockedBy === null && proposal === null;
  return (
    <Shell
      title={words.title(found.fileName)}
      crumbs={[
        { label: text.area, href: '/van-phong/so-bo' },
        { label: text.title, href: hrefs.imports() },
        { label: found.fileName },
      ]}
      drawer={
        isConfirming && canUndo ? <ConfirmUndo found={found} isLarge={isLarge} problem={actionData} /> : undefined
      }
    >
      <link rel="stylesheet" href={workbooksCss} precedence="page" />
      <PageHeader
        title={found.fileName}
        chip={<ImportState one={found} boxed />}
        actions={
          <>
            {mayRead ? (
              <a className="btn" href={hrefs.file(found.id)} download>
                {words.download}
              </a>
            ) : null}
            {canUndo ? (
              <a className="btn danger" href={hrefs.undo(found.id)}>
                {isLarge ? words.fourEyes.undo : words.undo}
              </a>
            ) : null}
          </>
        }
      />
      {proposal ? (
        <ProposalPanel proposal={proposal} problem={actionData} approveLabel={words.fourEyes.approve}>
          <p className="muted">{words.confirm.later}</p>
        </ProposalPanel>
      ) : mayUndo ? (
        <LastDecision last={last} />
      ) : null}
      {isNew && found.undoneAt === null ? (
        <Note>
          {text.done.written} <a href={hrefs.board(found.periodCode, found.unitCode)}>{text.done.toBoard}</a>
        </Note>
      ) : null}
      {found.undoneAt !== null ? (
        <Note tone="warn">
          {words.undoneAt(formatMoment(found.undoneAt), found.undoneBy ?? '')}{' '}
          {undone ? text.done.undone(undone.restored) : null}
        </Note>
      ) : mayUndo && blockedBy ? (
        <p className="small muted">{blockedBy}</p>
      ) : null}
      <Facts found={found} place={place} />
      {undone ? <KeptList kept={undone.kept} /> : null}
      <ImportMessages messages={messages} />
    </Shell>
  );
}

function Facts({ found, place }: { found: PastImport; place: { unit: string; period: string } }) {
  return (
    <>
      <dl className="strip import-facts">
        <div>
          <dt>{words.when}</dt>
          <dd className="t">
            {formatMoment(found.importedAt)}
            <small className="small">{found.importedBy}</small>
          </dd>
        </div>
        <div>
          <dt>{words.unit}</dt>
          <dd className="t">
            {place.unit}
            <small className="small">{place.period}</small>
          </dd>
        </div>
        <div>
          <dt>{words.rows}</dt>
          <dd className="t">
            {words.rowsChanged({ new: found.rowsNew, changed: found.rowsChanged })}
            <small className="small">
              {words.rowsDetail({ unchanged: found.rowsUnchanged, conflict: found.rowsConflict })}
            </small>
          </dd>
        </div>
        <div>
          <dt>{words.values}</dt>
          <dd className="t">{words.valuesChanged({ new: found.valuesNew, changed: found.valuesChanged })}</dd>
        </div>
      </dl>
      <p className="small muted">
        {words.hash}: <span className="code">{found.sha256}</span>
      </p>
    </>
  );
}

interface ConfirmProps {
  readonly found: PastImport;
  readonly isLarge: boolean;
  readonly problem: FormProblem | undefined;
}

function ConfirmUndo({ found, isLarge, problem }: ConfirmProps) {
  const close = hrefs.import(found.id);
  return (
    <Drawer title={words.confirm.title} sub={found.fileName} closeHref={close}>
      <CommandForm
        problem={problem}
        submitLabel={isLarge ? words.fourEyes.submit : words.confirm.submit}
        cancelHref={close}
        isDangerous
      >
        <input type="hidden" name="act" value={isLarge ? 'propose' : 'undo'} />
        <p>{words.confirm.effect(found.rowsNew + found.rowsChanged, found.valuesNew + found.valuesChanged)}</p>
        <p className="muted">{words.confirm.later}</p>
        {isLarge ? (
          <>
            <p>{words.fourEyes.why(BULK_ROWS_MAX)}</p>
            <ProposalNote problem={problem} />
          </>
        ) : null}
      </CommandForm>
    </Drawer>
  );
}
