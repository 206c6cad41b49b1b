import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Role, Scope } from '#platform/ctx.ts';

export type AccountId = Id<'platform.account'>;

/** `active`: has a right today. `upcoming`: only from a later day on. `idle`: none any more. */
export type PersonState = 'active' | 'upcoming' | 'idle' | 'leaving' | 'closed';

/** A right with its days; until is excluded, null: open. */
export interface HeldGrant {
  readonly role: Role;
  readonly scope: Scope;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

export interface Person {
  readonly id: AccountId;
  readonly login: string;
  readonly name: string;
  readonly state: PersonState;
  /** Those of today and of later days; of a person who has none, the last ones. */
  readonly grants: readonly HeldGrant[];
}

export interface PersonDetails extends Person {
  readonly isDemo: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly closeReason: string;
  /** Every right there ever was, the newest first. */
  readonly history: readonly HeldGrant[];
  readonly sessions: number;
  readonly lastSeenAt: Date | null;
}

/** A unit whose rights are reviewed as one. */
export interface Unit {
  readonly scope: Scope;
  readonly name: string;
}

/** A right that a review decides on. */
export interface GrantUnderReview extends HeldGrant {
  readonly accountId: AccountId;
  readonly person: string;
}

export type Decision = 'keep' | 'end';

export interface SignedReview {
  readonly id: string;
  readonly scope: Scope;
  readonly quarter: string;
  readonly note: string;
  readonly signedAt: Date;
  readonly signedBy: string;
}

/** Work that waits while nobody is left to do it. */
export interface OrphanedTask {
  readonly unit: Unit;
  readonly role: Role;
  /** What waits, in words. */
  readonly task: string;
  readonly href: string;
}
