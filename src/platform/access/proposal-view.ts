import type { Actor } from '#platform/ctx.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { ListedAct, Proposal, ProposalId } from './four-eyes.ts';
import { deciderRefusal } from './four-eyes.ts';

/** A proposal as its panel shows it to one person. */
export interface ProposalView {
  readonly id: ProposalId;
  readonly label: string;
  readonly words: string;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly expiresAt: Date;
  readonly may: { readonly decide: boolean; readonly withdraw: boolean };
  /** Why the one who proposed it may not decide it; null for everybody else. */
  readonly ownSentence: string | null;
}

export function proposalView(actor: Actor, act: ListedAct, proposal: Proposal): ProposalView {
  const refusal = deciderRefusal(actor, act, proposal);
  const isOwn = actor.accountId === proposal.proposerId;
  return {
    id: proposal.id,
    label: act.label,
    words: proposal.words,
    note: proposal.note,
    proposedBy: proposal.proposedBy,
    proposedAt: proposal.proposedAt,
    expiresAt: proposal.expiresAt,
    may: { decide: refusal === undefined, withdraw: isOwn },
    ownSentence: isOwn && refusal ? sayRefusal(refusal) : null,
  };
}
