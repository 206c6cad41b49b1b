import type { Id } from '#kernel/ids.ts';
import type { Dong } from '#kernel/money.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import type { OrganisationId } from '#register/public.ts';

export type ManagerId = Id<'compliance.manager'>;
export type AssetId = Id<'compliance.asset'>;
export type FactId = Id<'compliance.fact'>;

export type Kind = 'cooperative' | 'cooperative-union' | 'cooperative-group';
export type SizeClass = 'micro' | 'small' | 'medium' | 'large';
export type SizeSector = 'agriculture' | 'industry' | 'finance' | 'trade';

/** Every dated value, of every day: a rule is chosen by the day of the fact, never by today. */
export type RuleBook = readonly DatedRule[];

/** A figure that a rule used, and where it came from. */
export interface UsedFigure {
  readonly name: FigureName;
  readonly value: string;
  /** The period or day it is of. */
  readonly of: string;
}

export type FigureName =
  | 'membersOfficial'
  | 'membersTotal'
  | 'revenueDong'
  | 'assetsDong'
  | 'sectorCode'
  | 'largest-share'
  | 'associates-share'
  | 'foreign-share'
  | 'foreign-members'
  | 'general-meeting'
  | 'stopped';

/** What the size class rests on. */
export interface SizeFigures {
  readonly sectorCode: string | null;
  readonly membersOfficial: number | null;
  readonly membersTotal: number | null;
  /** Of a whole year, or of part of one: then the year's is at least this. */
  readonly revenueDong: Dong | null;
  readonly isWholeYear: boolean;
  /** Total capital, which is what the balance sheet has as total assets. */
  readonly capitalDong: Dong | null;
}

export interface SizeResult {
  /** `decree-113`: one class; `circular-01`: independent classes by members and by capital; null: no rule on that day. */
  readonly scheme: 'decree-113' | 'circular-01' | null;
  readonly asOf: IsoDate;
  readonly class: SizeClass | 'undetermined';
  readonly byMembers: SizeClass | 'undetermined' | null;
  readonly byCapital: SizeClass | 'undetermined' | null;
  readonly sector: SizeSector | null;
  readonly reasons: readonly SizeReason[];
  /** Figures without which nothing more can be said. */
  readonly missing: readonly FigureName[];
  /** Rules without numbers without which nothing more can be said. */
  readonly emptyRules: readonly string[];
  /** `key@first day#version` of each rule used. */
  readonly ruleVersion: readonly string[];
  readonly rules: readonly DatedRule[];
}

/** What was found for one class: whether its parts hold; undefined: not known. */
export interface SizeReason {
  readonly class: SizeClass;
  readonly members: boolean | undefined;
  readonly revenue: boolean | undefined;
  readonly capital: boolean | undefined;
}

/** Grounds of revocation that can be computed from data. */
export type Ground = 'b' | 'd1' | 'd2' | 'dd' | 'e';

/** An early warning; never a change of state. */
export interface Warning {
  readonly ground: Ground;
  /** `near`: the condition holds, its time is not full yet. `reached`: it is. */
  readonly level: 'near' | 'reached';
  readonly since: IsoDate;
  /** The first day on which the ground is there if nothing changes. */
  readonly reachedOn: IsoDate;
  readonly used: readonly UsedFigure[];
  readonly rules: readonly DatedRule[];
}

export type FactKind =
  | 'largest-share'
  | 'associates-share'
  | 'foreign-share'
  | 'foreign-members'
  | 'general-meeting'
  | 'stopped';

export interface KnownFact {
  readonly id: FactId;
  readonly kind: FactKind;
  readonly knownOn: IsoDate;
  /** Percent of charter capital, or persons; null where the day is the fact. */
  readonly amount: string | null;
  readonly source: string;
  readonly createdBy: string;
}

/** What is watched of an organisation: by day, oldest first. */
export interface Watched {
  readonly kind: Kind;
  readonly status: string;
  readonly statusSince: IsoDate | null;
  readonly members: readonly { readonly on: IsoDate; readonly official: number; readonly of: string }[];
  readonly facts: readonly Pick<KnownFact, 'kind' | 'knownOn' | 'amount'>[];
}

export type ManagerRole =
  | 'board-chair'
  | 'board-member'
  | 'director'
  | 'deputy-director'
  | 'control-head'
  | 'control-member'
  | 'controller'
  | 'chief-accountant'
  | 'accountant';
export type Qualification =
  | 'none'
  | 'elementary'
  | 'intermediate'
  | 'college'
  | 'university'
  | 'postgraduate'
  | 'unknown';

export interface Manager {
  readonly id: ManagerId;
  readonly role: ManagerRole;
  /** Null: the reader may not see who it is. */
  readonly fullName: string | null;
  readonly termFrom: IsoDate;
  /** The first day after the term; null: not stated. */
  readonly termUntil: IsoDate | null;
  readonly qualification: Qualification;
  readonly training: string;
  readonly version: number;
}

export type AssetKind =
  | 'machine'
  | 'irrigation'
  | 'processing'
  | 'vehicle'
  | 'storage'
  | 'building'
  | 'computer'
  | 'other';
export type AssetState = 'good' | 'worn' | 'broken';
export type AssetOrigin = 'own' | 'state' | 'gift' | 'rented' | 'unknown';

export interface Asset {
  readonly id: AssetId;
  readonly kind: AssetKind;
  readonly title: string;
  readonly madeYear: number | null;
  readonly origin: AssetOrigin;
  readonly valueDong: Dong | null;
  readonly state: AssetState;
  readonly needs: string;
  readonly version: number;
}

/** An entry of the history of managers, assets or facts. */
export interface Entry {
  readonly act: 'added' | 'changed' | 'removed';
  readonly subject: 'manager' | 'asset' | 'fact';
  readonly fields: Readonly<Record<string, readonly [string | null, string | null]>>;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export type { OrganisationId };
