import { refuseIf } from '#kernel/refusal.ts';
import { approve, decidable } from '#platform/access/four-eyes.server.ts';
import type { Proposal, ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { expiryOf, keepExport } from '#platform/privacy/kept-export.server.ts';
import { purposeLabels } from '#platform/privacy/messages.vi.ts';
import { noteReadIn } from '#platform/privacy/read-log.server.ts';
import type { WantedExport } from '../four-eyes.ts';
import { EXPORT } from '../four-eyes.ts';
import { MEDIA_TYPES } from '../list-file.ts';
import { personsExportText as text } from '../messages-pages.vi.ts';
import { requireRegisterSomewhere } from '../permissions.ts';
import { changedRefusal, personsFile, readProposedExport } from '../persons-export.ts';

/**
 * Makes the list on the word of two people: marked with both names, sealed, kept for the account of its proposer until it
 * expires, which is counted from now. Refused when it would hold other people than were proposed.
 */
export async function approvePersonsExport(ctx: Ctx, proposalId: ProposalId): Promise<KeptExportId> {
  requireRegisterSomewhere(ctx, 'register.approve-personal-export');
  const proposal = await decidable(ctx.read, ctx, EXPORT, proposalId);
  const { exportId: id, format, purpose } = proposal.payload;
  const found = await readProposedExport(ctx, proposal.payload);
  refuseIf(changedRefusal(proposal, found));
  const expiresAt = await expiryOf(ctx.read, ctx);
  const mark = text.mark({
    by: proposal.proposedBy,
    approvedBy: ctx.actor.name,
    at: formatMoment(ctx.now),
    purpose: purposeLabels[purpose],
    until: formatMoment(expiresAt),
  });
  const bytes = await personsFile(found, proposal.payload, mark);
  const people = found.people.length;

  await ctx.transact(async (tx) => {
    await approve(tx, ctx, EXPORT, proposalId);
    const proposer = proposerOf(ctx, proposal);
    const name = text.fileName(ctx.today, format);
    await keepExport(tx, proposer, {
      id,
      name,
      mediaType: MEDIA_TYPES[format],
      bytes,
      purpose,
      mark,
      people,
      expiresAt,
    });
    await noteReadIn(tx, proposer, { context: 'export', purpose, subjects: found.people, exportId: id });
    await record(tx, ctx, 'register.persons-exported', id, {
      people,
      format,
      purpose: purposeLabels[purpose],
      expiresAt: expiresAt.toISOString(),
      proposal: proposalId,
      proposedBy: proposal.proposedBy,
    });
  });
  return id;
}

/** The one for whom it is made: in whose name the file is kept and the reading is entered, and nothing else is done. */
function proposerOf(ctx: Ctx, { payload, proposerId, proposedBy }: Proposal<WantedExport>): Ctx {
  return { ...ctx, actor: { accountId: proposerId, name: proposedBy, grants: [payload.reader] } };
}
