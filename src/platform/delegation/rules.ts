import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { allianceOfDepartment, scopeKindOf } from '#platform/access/roles.ts';
import type { Scope } from '#platform/ctx.ts';
import type { DelegationKind } from './model.ts';
import { DELEGABLE } from './model.ts';

/** A span of days, the last one excluded; null: open. */
export interface Span {
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

interface HeldGrant extends Span {
  readonly role: string;
  readonly scope: Scope;
}

/** Another delegation that stands or will stand. */
interface Other extends Span {
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly kind: DelegationKind;
  readonly scope: Scope;
}

export interface WishedDelegation {
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly kind: DelegationKind;
  readonly scope: Scope;
  readonly acts: readonly string[];
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate;
}

export interface DelegationFacts {
  readonly today: IsoDate;
  /** Own rights only, never delegated ones. */
  readonly delegatorGrants: readonly HeldGrant[];
  readonly delegateGrants: readonly HeldGrant[];
  /** Whether an account is closed, or will be before the span is over. */
  readonly isDelegateGone: boolean;
  /** The alliances of a cluster, as scopes. */
  readonly covered: readonly Scope[];
  readonly others: readonly Other[];
}

/** The leader's right is what is delegated. */
export const DELEGATED_ROLE = 'leader';
/** Those who look, vote or belong outside the house sign nothing for its head. */
const SIGNING_ROLES: readonly string[] = ['leader', 'officer', 'secretary', 'editor'];

/** Why this may not be delegated, or undefined: the first reason, in the order in which to mend them. */
export function delegationRefusal(wish: WishedDelegation, facts: DelegationFacts): Refusal | undefined {
  return (
    wishRefusal(wish, facts.today) ??
    delegatorRefusal(wish, facts) ??
    delegateRefusal(wish, facts) ??
    otherRefusal(wish, facts.others)
  );
}

function wishRefusal(wish: WishedDelegation, today: IsoDate): Refusal | undefined {
  if (wish.fromAccountId === wish.toAccountId) return { code: 'platform.delegation.to-self', facts: { field: 'to' } };
  if (wish.validFrom < today) return { code: 'platform.delegation.day-past', facts: { field: 'firstDay' } };
  if (wish.validUntil <= wish.validFrom)
    return { code: 'platform.delegation.ends-before-it-begins', facts: { field: 'lastDay' } };
  const kind = scopeKindOf(wish.scope);
  const known: Readonly<Record<string, string>> = DELEGABLE;
  if (wish.acts.length === 0 || wish.acts.some((act) => !Object.hasOwn(known, act) || known[act] !== kind))
    return { code: 'platform.delegation.acts-unfit', facts: { field: 'acts' } };
  return undefined;
}

/** Nobody gives more than they have: only an own right, for no longer than it lasts. What was delegated is not handed on. */
function delegatorRefusal(wish: WishedDelegation, { delegatorGrants, others }: DelegationFacts): Refusal | undefined {
  const held = delegatorGrants.filter((grant) => grant.role === DELEGATED_ROLE && grant.scope === wish.scope);
  if (held.some((grant) => contains(grant, wish))) return undefined;
  const isOnlyDelegated =
    held.length === 0 &&
    others.some((other) => other.toAccountId === wish.fromAccountId && other.scope === wish.scope && meet(other, wish));
  return isOnlyDelegated
    ? { code: 'platform.delegation.handed-on', facts: {} }
    : { code: 'platform.delegation.beyond-grants', facts: { field: 'lastDay' } };
}

function delegateRefusal(wish: WishedDelegation, facts: DelegationFacts): Refusal | undefined {
  if (facts.isDelegateGone) return { code: 'platform.delegation.delegate-gone', facts: { field: 'to' } };
  const within: readonly string[] = [wish.scope, ...facts.covered];
  const isOfTheHouse = facts.delegateGrants.some(
    (grant) =>
      SIGNING_ROLES.includes(grant.role) &&
      within.includes(allianceOfDepartment(grant.scope) ?? grant.scope) &&
      contains(grant, wish),
  );
  return isOfTheHouse ? undefined : { code: 'platform.delegation.delegate-outside', facts: { field: 'to' } };
}

function otherRefusal(wish: WishedDelegation, others: readonly Other[]): Refusal | undefined {
  const meeting = others.filter((other) => meet(other, wish));
  const same = meeting.some(
    (other) =>
      other.fromAccountId === wish.fromAccountId &&
      other.toAccountId === wish.toAccountId &&
      other.kind === wish.kind &&
      other.scope === wish.scope,
  );
  if (same) return { code: 'platform.delegation.overlaps', facts: { field: 'firstDay' } };
  return reaches(wish.toAccountId, wish.fromAccountId, meeting)
    ? { code: 'platform.delegation.circular', facts: { field: 'to' } }
    : undefined;
}

/** Whether a chain of delegations leads from one person to the other. */
function reaches(start: string, goal: string, others: readonly Other[]): boolean {
  const seen = new Set([start]);
  for (const person of seen) {
    if (person === goal) return true;
    for (const other of others) if (other.fromAccountId === person) seen.add(other.toAccountId);
  }
  return false;
}

function contains(whole: Span, part: WishedDelegation): boolean {
  return whole.validFrom <= part.validFrom && (whole.validUntil === null || whole.validUntil >= part.validUntil);
}

function meet(one: Span, other: WishedDelegation): boolean {
  return one.validFrom < other.validUntil && (one.validUntil === null || one.validUntil > other.validFrom);
}
