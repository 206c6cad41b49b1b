import { findLastDecision, findOpenProposal } from '#platform/access/four-eyes.server.ts';
import type { ListedAct, Proposal } from '#platform/access/four-eyes.ts';
import type { ProposalView } from '#platform/access/proposal-view.ts';
import { proposalView } from '#platform/access/proposal-view.ts';
import type { Ctx } from '#platform/ctx.ts';
import { LOCK, RESTATE, subjectOf } from '../four-eyes.ts';
import type { SnapshotFile } from '../model.ts';
import { changesSince, contentHash } from '../seen.ts';
import type { FigureRow } from './figure-rows.ts';
import { figureRows } from './figure-rows.ts';

const KEY_FORM = 'B01';
const KEY_ROWS_MAX = 6;

/** What waits for a second person about a period, and how the last such thing ended. */
export interface PeriodProposal {
  readonly act: 'lock' | 'restate';
  readonly open: ProposalView | null;
  /** The last decision, shown to those who may propose again; null while a proposal is open, or after it was approved. */
  readonly last: Pick<Proposal, 'state' | 'decidedBy' | 'decidedAt' | 'decisionNote' | 'expiresAt'> | null;
  /** What is otherwise than it was proposed; then it cannot be approved. */
  readonly changes: readonly string[];
  /** The first figures that a lock would keep. */
  readonly keyRows: readonly FigureRow[];
}

interface OfPeriod {
  readonly clusterCode: string;
  readonly periodCode: string;
  readonly isLocked: boolean;
  /** The draft, or the newest lock. */
  readonly file: SnapshotFile;
}

export async function periodProposal(ctx: Ctx, of: OfPeriod): Promise<PeriodProposal> {
  const act: ListedAct = of.isLocked ? RESTATE : LOCK;
  const subject = subjectOf(of.clusterCode, of.periodCode);
  const proposal = await findOpenProposal(ctx, act, subject);
  const last = proposal ? undefined : await findLastDecision(ctx, act, subject);
  const { snapshot } = of.file;
  const isStale = !of.isLocked && proposal !== undefined && proposal.seenHash !== contentHash(snapshot);
  return {
    act: of.isLocked ? 'restate' : 'lock',
    open: proposal ? proposalView(ctx.actor, act, proposal) : null,
    last: last && ['declined', 'expired'].includes(last.state) ? last : null,
    changes: isStale ? changesSince(proposal.seen, snapshot) : [],
    keyRows: proposal && !of.isLocked ? figureRows(snapshot, KEY_FORM).slice(0, KEY_ROWS_MAX) : [],
  };
}
