import type { Id } from '#kernel/ids.ts';
import type { Dong } from '#kernel/money.ts';
import type { IsoDate } from '#kernel/time.ts';

export type OrganisationId = Id<'register.organisation'>;
export type CreditFundId = Id<'register.credit_fund'>;
export type OrganisationKind = 'cooperative' | 'cooperative-union' | 'cooperative-group';
export type OrganisationStatus = 'operating' | 'suspended' | 'ceased' | 'dissolving' | 'dissolved' | 'merged';
export type StatusAct = 'establish' | 'suspend' | 'resume' | 'cease' | 'begin-dissolution' | 'dissolve' | 'merge';
export type DatePrecision = 'day' | 'month' | 'year';
export type Rating = 'good' | 'fair' | 'average' | 'weak' | 'not-rated';
/** TH (thực hiện), ước, sơ bộ. */
export type FigureBasis = 'actual' | 'estimate' | 'preliminary';

/** What is known of a cooperative, union or group itself; null or '' says: not known. */
export interface OrganisationFields {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  /** Ten digits, or ten and three (`##########-###`). */
  readonly code: string | null;
  readonly codeMissingReason: string;
  readonly certificateNo: string;
  readonly registeredOn: IsoDate | null;
  readonly registeringBody: string;
  readonly establishedOn: IsoDate | null;
  readonly establishedPrecision: DatePrecision;
  readonly address: string;
  readonly communeText: string;
  readonly districtText: string;
  readonly communeId: Id<'places.unit'> | null;
  readonly sectorCode: string | null;
  readonly secondarySectorCode: string | null;
  readonly status: OrganisationStatus;
  readonly statusSince: IsoDate | null;
  readonly representativeName: string;
  readonly representativeTitle: string;
  readonly workPhone: string;
  readonly confirmedOn: IsoDate | null;
  readonly note: string;
}

/** What one organisation reports for one period; null: not known, never 0. */
export interface PeriodReportFields {
  readonly membersTotal: number | null;
  readonly membersOfficial: number | null;
  readonly membersAssociate: number | null;
  readonly membersWomen: number | null;
  readonly membersMinority: number | null;
  readonly workersRegular: number | null;
  readonly workersWomen: number | null;
  readonly incomeMonthDong: Dong | null;
  readonly charterCapitalDong: Dong | null;
  readonly paidInCapitalDong: Dong | null;
  readonly assetsDong: Dong | null;
  readonly revenueDong: Dong | null;
  readonly memberSalesDong: Dong | null;
  readonly memberOutputDong: Dong | null;
  readonly profitDong: Dong | null;
  readonly membersServed: number | null;
  readonly offtakeContracts: number | null;
  readonly inValueChain: boolean | null;
  readonly certificates: string;
  readonly rating: Rating | null;
  readonly basis: FigureBasis;
}

/** One row of the sheet `Sổ bộ HTX`, already cleaned and valid. */
export interface RegisterRow extends OrganisationFields, PeriodReportFields {
  /** The hidden row id; null for a row typed anew. */
  readonly id: OrganisationId | null;
  readonly rowNo: number;
}

export interface CreditFundFields {
  readonly name: string;
  readonly code: string | null;
  readonly licenceNo: string;
  readonly communeText: string;
  readonly districtText: string;
  readonly communeId: Id<'places.unit'> | null;
  readonly status: 'operating' | 'special-control' | 'closed';
  readonly note: string;
  readonly membersTotal: number | null;
  readonly charterCapitalDong: Dong | null;
  readonly depositsDong: Dong | null;
  readonly loansDong: Dong | null;
  readonly badDebtDong: Dong | null;
  readonly profitDong: Dong | null;
}

/** One row of the sheet `QTDND`, already cleaned and valid. */
export interface CreditFundRow extends CreditFundFields {
  readonly id: CreditFundId | null;
  readonly rowNo: number;
}

/** Where written rows came from; a row's own number and a field's cell complete it. */
export interface RowsOrigin {
  readonly importId: Id<'workbooks.import'> | null;
  readonly sheet: string;
  readonly periodCode: string;
  readonly isDemo: boolean;
}

/** What writing rows did, or would do: for the counts of an import and its preview. */
export interface RowsOutcome {
  readonly newRows: number;
  readonly changedRows: number;
  readonly unchangedRows: number;
  readonly conflicts: readonly FieldConflict[];
}

/** An incoming value that would overwrite one a person has verified: kept out, shown, decided by a person. */
export interface FieldConflict {
  readonly rowNo: number;
  readonly subjectId: string;
  readonly field: string;
  readonly verified: unknown;
  readonly incoming: unknown;
}
