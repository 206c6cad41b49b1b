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

/** A post in an alliance and who holds it. */
export interface Position {
  readonly title: string;
  readonly honorific: string;
  /** '' says that the post is vacant, or its holder is not recorded. */
  readonly fullName: string;
  readonly protocolRank: number;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}
