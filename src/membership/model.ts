import type { Id } from '#kernel/ids.ts';
import type { Dong } from '#kernel/money.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { OrganisationId } from '#register/public.ts';

export type ApplicationId = Id<'membership.application'>;
export type MemberId = Id<'membership.member'>;

export type ApplicationState =
  | 'received'
  | 'returned'
  | 'complete'
  | 'submitted'
  | 'approved'
  | 'admitted'
  | 'refused'
  | 'withdrawn';
export type ApplicationMove = 'return' | 'accept' | 'submit' | 'approve' | 'admit' | 'refuse' | 'withdraw';
export type MemberState = 'member' | 'suspended' | 'left';
export type MemberMove = 'suspend' | 'resume' | 'leave';

/** One item that a dossier must hold on some day. */
export interface ChecklistItem {
  readonly code: string;
  readonly words: string;
  readonly citation: string;
  /** False: not read in the original text. */
  readonly verified: boolean;
}

/** A step as it was recorded. */
export interface Step<Move extends string = string> {
  readonly act: Move;
  readonly effectiveOn: IsoDate;
  readonly paperNo: string;
  readonly note: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface Application {
  readonly id: ApplicationId;
  readonly organisationId: OrganisationId;
  readonly receiptCode: string;
  readonly state: ApplicationState;
  readonly appliedOn: IsoDate;
  /** Codes of the items that have come in. */
  readonly present: readonly string[];
  /** Codes named as missing when the dossier was returned; empty while it was not. */
  readonly gaps: readonly string[];
  readonly version: number;
  /** The list of the day on which it was applied. */
  readonly checklist: readonly ChecklistItem[];
  /** The oldest first. */
  readonly steps: readonly Step[];
}

export interface Due {
  readonly year: number;
  readonly amountDong: Dong;
  readonly paidOn: IsoDate;
  readonly paperNo: string;
  readonly recordedBy: string;
}

export interface Member {
  readonly id: MemberId;
  readonly state: MemberState;
  readonly decisionNo: string;
  readonly cardNo: string;
  /** The day of the decision. */
  readonly validFrom: IsoDate;
  /** The first day on which it is a member no more. */
  readonly validUntil: IsoDate | null;
  readonly version: number;
  readonly steps: readonly Step[];
  /** The newest year first. */
  readonly dues: readonly Due[];
}

/** What an alliance knows of one organisation's membership, the newest of each first. */
export interface Membership {
  readonly applications: readonly Application[];
  readonly members: readonly Member[];
}

/** What is typed for a step; which of it is needed the rules say. */
export interface StepInput {
  readonly effectiveOn: IsoDate;
  readonly paperNo: string;
  readonly note: string;
}
