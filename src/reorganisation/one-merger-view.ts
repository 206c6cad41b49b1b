import { Refused } from '#kernel/refusal.ts';
import { findLastDecision, findOpenProposal } from '#platform/access/four-eyes.server.ts';
import { proposalView } from '#platform/access/proposal-view.ts';
import type { Ctx } from '#platform/ctx.ts';
import { MERGE, UNDO } from './four-eyes.ts';
import { countsChanged } from './merger-changes.ts';
import { mergerCounts, seenHash } from './merger-facts.ts';
import type { MergerCounts } from './merger-model.ts';
import { findMerger } from './mergers.ts';
import { requireProposing } from './permissions.ts';

/** A merger that waits for its second person, or was done, or is to be taken back. Refused when nothing is known of it. */
export async function oneMergerView(ctx: Ctx, id: string) {
  requireProposing(ctx);
  const merger = await findMerger(ctx.read, id);
  if (merger) {
    const undo = await findOpenProposal(ctx, UNDO, id);
    return {
      merger,
      counts: merger.counts,
      proposal: null,
      changes: [],
      undo: undo ? proposalView(ctx.actor, UNDO, undo) : null,
      last: null,
    };
  }
  const open = await findOpenProposal(ctx, MERGE, id);
  if (open) {
    const counts = await mergerCounts(ctx.read, ctx, open.payload);
    const isSame = seenHash(open.payload, counts) === open.seenHash;
    const changes = isSame ? [] : countsChanged(open.seen as MergerCounts, counts);
    return { merger: null, counts, proposal: proposalView(ctx.actor, MERGE, open), changes, undo: null, last: null };
  }
  const last = await findLastDecision(ctx, MERGE, id);
  if (!last) throw new Refused({ code: 'reorganisation.merger.not-found', facts: {} });
  const { state, words, decidedBy, decidedAt, decisionNote, expiresAt } = last;
  const decision = { state, words, decidedBy, decidedAt, decisionNote, expiresAt };
  return { merger: null, counts: last.seen as MergerCounts, proposal: null, changes: [], undo: null, last: decision };
}
