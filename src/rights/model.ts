import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';

export type RequestId = Id<'rights.request'>;
export type IncidentId = Id<'rights.incident'>;
export type ConsentId = Id<'rights.consent'>;
export type HoldId = Id<'rights.hold'>;
export type AllianceId = Id<'organisations.alliance'>;

/** What a person may ask of their data. */
export const REQUEST_KINDS = ['view', 'correct', 'restrict', 'delete', 'object', 'copy'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export type RequestAct =
  | 'acknowledge'
  | 'ask-identity'
  | 'prove-identity'
  | 'extend'
  | 'answer'
  | 'answer-in-part'
  | 'refuse'
  | 'withdraw-contact';
export type Outcome = 'whole' | 'part' | 'refused';

export interface ActOfRequest {
  readonly act: RequestAct;
  readonly note: string;
  /** The legal ground, where the act needs one. */
  readonly ground: string;
  readonly actedAt: Date;
  readonly actedBy: string;
}

export interface DataRequest {
  readonly id: RequestId;
  /** What the person follows it by. */
  readonly code: string;
  readonly kind: RequestKind;
  /** Null: the person did not know whom to ask; the administrator finds out. */
  readonly allianceId: AllianceId | null;
  readonly allianceCode: string | null;
  readonly organisationId: string | null;
  /** '' once erased, or never given. */
  readonly wish: string;
  readonly requesterName: string;
  readonly contact: string;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly erasedAt: Date | null;
  readonly acts: readonly ActOfRequest[];
}

/** So many days of which kind, from the dated rules. */
export interface Term {
  readonly days: number;
  readonly isWorking: boolean;
}

/** A deadline as it stands today. */
export interface Clock {
  /** Null while the clock stands still. */
  readonly dueOn: IsoDate | null;
  readonly state: 'running' | 'soon' | 'overdue' | 'paused' | 'met' | 'missed';
  /** Days of the term that remain; negative when past. */
  readonly left: number;
}

export const HOLD_KINDS = ['award', 'loan', 'inspection', 'dispute'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** Why data about an organisation's people may not be removed for now. */
export interface Hold {
  readonly id: HoldId;
  readonly organisationId: string;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly ground: string;
}

export interface ConsentText {
  readonly id: Id<'rights.consent_text'>;
  readonly purpose: string;
  readonly version: number;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly who: string;
  readonly howLong: string;
  readonly yourRights: string;
  readonly withdrawing: string;
  readonly ifRefused: string;
}

export const CHANNELS = ['paper', 'in-person', 'e-mail', 'web'] as const;
export type Channel = (typeof CHANNELS)[number];
export const PERSON_ROLES = ['representative', 'accountant', 'other'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export interface Consent {
  readonly id: ConsentId;
  readonly purpose: string;
  readonly version: number;
  readonly title: string;
  readonly personRole: PersonRole;
  readonly personName: string;
  readonly givenOn: IsoDate;
  readonly channel: Channel;
  readonly givenBy: string;
  readonly withdrawnOn: IsoDate | null;
  readonly withdrawnBy: string | null;
}

export const PHASES = ['detect', 'contain', 'assess', 'notify-authority', 'notify-people', 'learn'] as const;
export type Phase = (typeof PHASES)[number];

export interface Incident {
  readonly id: IncidentId;
  readonly number: string;
  readonly allianceId: AllianceId | null;
  readonly isDrill: boolean;
  readonly title: string;
  readonly detectedAt: Date;
  readonly dataKinds: string;
  readonly peopleCount: number | null;
  readonly harm: string;
  readonly measures: string;
  readonly cause: string;
  readonly lesson: string;
  readonly createdBy: string;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

export interface IncidentStep {
  readonly id: string;
  readonly phase: Phase;
  readonly note: string;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface RetentionRule {
  readonly code: string;
  readonly what: string;
  readonly afterWhat: string;
  readonly keep: number;
  readonly keepUnit: 'hour' | 'day' | 'month';
  readonly ground: string;
  readonly certainty: string;
  readonly verified: boolean;
}

/** One line of a dry run or of a certificate. */
export interface RetentionLine {
  readonly code: string;
  readonly what: string;
  readonly afterWhat: string;
  readonly keep: number;
  readonly keepUnit: RetentionRule['keepUnit'];
  readonly ground: string;
  readonly verified: boolean;
  /** What happened before this moment goes. */
  readonly before: string;
  readonly due: number;
  readonly held: readonly { readonly subject: string; readonly reason: string }[];
}
