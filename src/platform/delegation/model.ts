import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ScopeKind } from '#platform/access/roles.ts';
import type { Scope } from '#platform/ctx.ts';

/** `KT`: a deputy signs for the head. `TL`: by the head's order. `TUQ`: by authorisation. `Q`: the acting head. */
export type DelegationKind = 'KT' | 'TL' | 'TUQ' | 'Q';

/** The leader's acts that may be handed on, and at which kind of unit. What is not listed stays with the leader. */
export const DELEGABLE = {
  'reporting.submit-unit': 'alliance',
  'reporting.sign-reconciliation': 'alliance',
  'review.sign-report': 'cluster',
} as const satisfies Readonly<Record<string, ScopeKind>>;

export type DelegableAct = keyof typeof DELEGABLE;

export type DelegationId = Id<'platform.delegation'>;

export interface Delegation {
  readonly id: DelegationId;
  readonly kind: DelegationKind;
  readonly fromAccountId: Id<'platform.account'>;
  readonly fromName: string;
  readonly toAccountId: Id<'platform.account'>;
  readonly toName: string;
  readonly role: string;
  readonly scope: Scope;
  readonly acts: readonly DelegableAct[];
  /** Title of the head in whose place is signed: `Chủ tịch`. */
  readonly fromTitle: string;
  /** Title of who signs: `Phó Chủ tịch`. */
  readonly toTitle: string;
  /** The name below the signature. */
  readonly signerName: string;
  /** The paper by which it was given: number and day. */
  readonly ground: string;
  readonly validFrom: IsoDate;
  /** Excluded. */
  readonly validUntil: IsoDate;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endReason: string;
}
