import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';

export type AllianceId = Id<'organisations.alliance'>;
export type ClusterId = Id<'organisations.cluster'>;
export type PersonId = Id<'organisations.person'>;

/** A provincial alliance as named on a day. */
export interface Alliance {
  readonly id: AllianceId;
  readonly code: string;
  readonly name: string;
  /** For heads of columns. */
  readonly shortName: string;
  readonly provinceName: string;
  /** GSO code of the province of that day. */
  readonly provinceCode: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** 1 is northernmost. */
  readonly geographicRank: number;
}

/** A cluster with its members of that day, north to south. How many they are is counted, never a constant. */
export interface Cluster {
  readonly id: ClusterId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly members: readonly Alliance[];
}

/** Head or deputy unit of a cluster on a day, with its representative; an empty name: the office is vacant (`khuyết`). */
export interface ClusterOffice {
  readonly office: 'head' | 'deputy';
  readonly unitCode: string;
  readonly honorific: string;
  readonly fullName: string;
  /** The representative's position in the alliance on that day. */
  readonly title: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** `acting` is `quyền`, `in-charge` is `phụ trách`: somebody who stands in for a holder, beside one or alone. */
export type Capacity = 'holder' | 'acting' | 'in-charge';

/** A post in an alliance and who holds it. */
export interface Position {
  readonly id: Id<'organisations.position'>;
  readonly personId: PersonId | null;
  readonly title: string;
  readonly capacity: Capacity;
  readonly isSingleSeat: boolean;
  readonly honorific: string;
  /** '' says that the post is vacant, or its holder is not recorded. */
  readonly fullName: string;
  readonly protocolRank: number;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** What an alliance was called, and where it sat, in a span of time. */
export interface AllianceVersion extends Omit<Alliance, 'id' | 'code'> {
  readonly parentBody: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

export interface Department {
  readonly id: Id<'organisations.department'>;
  readonly name: string;
  readonly rank: number;
  readonly phone: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** One alliance in one cluster; a span without a day is one that was taken back. */
export interface Membership {
  readonly allianceCode: string;
  readonly allianceName: string;
  readonly clusterCode: string;
  readonly clusterName: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** A term of a head or deputy unit, whenever it was. */
export interface Term {
  readonly id: Id<'organisations.cluster_office'>;
  readonly office: 'head' | 'deputy';
  readonly allianceId: AllianceId;
  readonly unitCode: string;
  readonly unitName: string;
  readonly personId: PersonId | null;
  readonly fullName: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** Which alliance went on as which. */
export interface Succession {
  readonly predecessorCode: string;
  readonly predecessorName: string;
  readonly successorCode: string;
  readonly successorName: string;
  readonly effectiveOn: IsoDate;
  readonly decisionNo: string;
}
