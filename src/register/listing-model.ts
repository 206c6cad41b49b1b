import type { Id } from '#kernel/ids.ts';
import type { Dong } from '#kernel/money.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { FacetCounts } from './facets.ts';
import type { DatePrecision, OrganisationId, OrganisationKind, OrganisationStatus, Rating } from './model.ts';

export type SortKey = 'relevance' | 'name' | 'members' | 'revenue' | 'confirmed';
/** How long ago somebody confirmed the record. */
export type Freshness = 'in-12-months' | 'over-12-months' | 'over-24-months' | 'never';
export type Missing = 'code' | 'sector' | 'members' | 'revenue';
type AllianceId = Id<'organisations.alliance'>;

/** What a person asks of the register. Of several values of one facet any will do; an empty facet asks nothing. */
export interface ListFilter {
  /** The alliances whose register may be seen. */
  readonly within: readonly AllianceId[];
  readonly question: string;
  readonly alliances: readonly string[];
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  /** Codes of sectors; `none` asks for those without. */
  readonly sectors: readonly string[];
  /** `none` asks for those without a rating, or not rated. */
  readonly ratings: readonly string[];
  readonly freshness: readonly string[];
  readonly missing: readonly string[];
  /** Established less than twelve months ago. */
  readonly isNew: boolean;
  readonly communeId: Id<'places.unit'> | null;
  /** The period whose reports stand beside the organisations. */
  readonly periodCode: string;
  readonly today: IsoDate;
  readonly sort: SortKey;
  readonly direction: 'asc' | 'desc';
  /** A page's `next` or `previous`; at most one of them. */
  readonly after: string | null;
  readonly before: string | null;
  readonly size: number;
}

export interface ListedOrganisation {
  readonly id: OrganisationId;
  readonly allianceId: AllianceId;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly code: string | null;
  readonly communeText: string;
  readonly districtText: string;
  readonly sectorCode: string | null;
  readonly status: OrganisationStatus;
  readonly statusSince: IsoDate | null;
  readonly establishedOn: IsoDate | null;
  readonly establishedPrecision: DatePrecision;
  readonly confirmedOn: IsoDate | null;
  readonly representativeName: string;
  readonly workPhone: string;
  readonly membersTotal: number | null;
  readonly workersRegular: number | null;
  readonly charterCapitalDong: Dong | null;
  readonly revenueDong: Dong | null;
  readonly profitDong: Dong | null;
  readonly rating: Rating | null;
}

export interface ListPage {
  readonly rows: readonly ListedOrganisation[];
  /** How many there are in all pages. */
  readonly total: number;
  readonly facets: FacetCounts;
  /** How many have the words searched for, whatever facets are chosen, and the counts of those. */
  readonly found: number;
  readonly unfiltered: FacetCounts;
  /** Cursors of the pages on both sides; null where the list ends. */
  readonly next: string | null;
  readonly previous: string | null;
  /** The words found instead, where nothing was found for those typed. */
  readonly forgiven: { readonly typed: string; readonly found: string } | null;
}
