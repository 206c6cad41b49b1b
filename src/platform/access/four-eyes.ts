import type { z } from 'zod';
import { assert } from '#kernel/assert.ts';
import type { Id } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Actor, Role, Scope } from '#platform/ctx.ts';
import type { Action } from './permissions.ts';
import { permits } from './permissions.ts';

/**
 * How long a proposal waits. A working week-end lies within it, a change of heart of the figures hardly: whoever decides
 * later than this would decide on what nobody remembers proposing. A choice of ours, no law [D].
 */
export const WAITS_HOURS = 72;

/** So many rows one person may change with one act; more need a second person (IAM-04). */
export const BULK_ROWS_MAX = 50;

export const NOTE_MAX = 500;

export type ProposalId = Id<'platform.proposal'>;
export type ProposalState = 'open' | 'approved' | 'declined' | 'withdrawn' | 'expired';

/** An act of which one person proposes and another approves. Declared once, beside the slice's permissions. */
export interface ListedAct<Payload = unknown> {
  /** `slice.subject-act`, e.g. `review.lock`. */
  readonly name: string;
  /** What it is called on every page. */
  readonly label: string;
  readonly payload: z.ZodType<Payload>;
  readonly proposing: Action;
  readonly approving: Action;
  /** With which role, at the proposal's scope, an approved act is carried out: what the proposer brings along. */
  readonly carriedOutAs: Role;
  /** The page on which it is looked at and decided. */
  href(payload: Payload): string;
}

export interface Proposal<Payload = unknown> {
  readonly id: ProposalId;
  readonly act: string;
  readonly scope: Scope;
  /** What it is about; at most one proposal for an act and a subject is open. */
  readonly subject: string;
  readonly payload: Payload;
  /** In words, as told to whoever decides. */
  readonly words: string;
  readonly seen: unknown;
  readonly seenHash: string;
  readonly note: string;
  /** `expired` from the moment on at which it expires, whether that was written down already or not. */
  readonly state: ProposalState;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly proposerId: Id<'platform.account'>;
  readonly expiresAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decisionNote: string;
}

const acts = new Map<string, ListedAct>();

/** Adds an act to the closed list; once for each name. */
export function listedAct<Payload>(act: ListedAct<Payload>): ListedAct<Payload> {
  assert(!acts.has(act.name), `${act.name} is listed once`);
  acts.set(act.name, act);
  return act;
}

/** Every act that the modules loaded so far have listed. */
export function listedActs(): readonly ListedAct[] {
  return [...acts.values()];
}

export function findListedAct(name: string): ListedAct | undefined {
  return acts.get(name);
}

/** Whether an act on so many rows needs a second person. */
export function needsSecondPerson(rows: number): boolean {
  return rows > BULK_ROWS_MAX;
}

/**
 * The command line and jobs: every right and no account. They act alone, and the record of acts says that they did: who
 * has the shell of the server holds the higher power anyway (docs/decisions/0008-four-eyes.md).
 */
export function isOperator(actor: Actor): boolean {
  return actor.accountId === null && actor.grants.some((grant) => grant.role === 'admin' && grant.scope === 'system');
}

/** Why somebody who has signed in, an administrator too, cannot do a listed act alone. */
export function aloneRefusal(actor: Actor, label: string): Refusal | undefined {
  if (isOperator(actor)) return undefined;
  return { code: 'platform.proposal.needs-second-person', facts: { act: label } };
}

/** Why nobody can decide this any more; undefined while it waits. */
export function closedRefusal({ state, decidedAt, decidedBy, expiresAt }: Proposal): Refusal | undefined {
  if (state === 'open') return undefined;
  if (state === 'expired') return { code: 'platform.proposal.expired', facts: { expiresAt } };
  return { code: 'platform.proposal.decided-meanwhile', facts: { state, decidedAt, decidedBy } };
}

/** Why this person may not decide: they proposed it themselves, through whichever of their grants, or lack the right. */
export function deciderRefusal(actor: Actor, act: ListedAct, proposal: Proposal): Refusal | undefined {
  if (actor.accountId === proposal.proposerId) return { code: 'platform.proposal.own.denied', facts: {} };
  if (actor.accountId !== null && permits(actor, act.approving, proposal.scope)) return undefined;
  return { code: 'platform.access.denied', facts: { action: act.approving.name, scope: proposal.scope } };
}
