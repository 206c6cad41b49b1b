import type { Id } from '#kernel/ids.ts';
import type { Dong } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';

export type OrganisationId = Id<'register.organisation'>;
export type CreditFundId = Id<'register.credit_fund'>;
export type OrganisationKind = 'cooperative' | 'cooperative-union' | 'cooperative-group';
export type OrganisationStatus = 'operating' | 'suspended' | 'ceased' | 'dissolving' | 'dissolved' | 'merged';
/** What may happen to an organisation; `change` and `separate` leave its status as it is. */
export const ACT_KINDS = [
  'establish',
  'change',
  'suspend',
  'resume',
  'cease',
  'begin-dissolution',
  'revoke',
  'restore',
  'dissolve',
  'merge',
  'consolidate',
  'split',
  'separate',
  'convert',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];
/** How one organisation took over from another. */
export type Relation = Extract<ActKind, 'merge' | 'consolidate' | 'split' | 'separate' | 'convert'>;
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

/** Where written rows came from; a row's own number completes it. */
export interface RowsOrigin {
  readonly importId: Id<'workbooks.import'> | null;
  /** As the file was called; '' when the rows came by another way. */
  readonly fileName: string;
  readonly sheet: string;
  /** Letter of the column that holds a field, so that a value's origin is a cell; a field without one has only its row. */
  readonly columns: Readonly<Record<string, string>>;
  readonly periodCode: string;
  /** The period's last day. A status without a date holds from this day at the latest. */
  readonly cutOff: IsoDate;
  readonly isDemo: boolean;
}

/** What writing rows did, or would do: for the counts of an import and its preview. */
export interface RowsOutcome {
  readonly newRows: number;
  readonly changedRows: number;
  readonly unchangedRows: number;
  /** One for each incoming row, in their order. */
  readonly rows: readonly RowOutcome[];
  readonly conflicts: readonly FieldConflict[];
  /** What the register's rules say of single cells. With an error among them nothing is written. */
  readonly problems: readonly RowProblem[];
}

export interface RowOutcome {
  readonly rowNo: number;
  /** The organisation or fund that stands behind the row; a new id where the row is new. */
  readonly subjectId: string;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** Of a changed row: old and new value of each field that differs. Empty of any other. */
  readonly fields: Readonly<Record<string, FieldChange>>;
}

export interface RowProblem {
  readonly rowNo: number;
  /** A field of the row, as in `RegisterRow` or `CreditFundRow`. */
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly refusal: Refusal;
}

/** An incoming value that would overwrite one a person has verified: kept out, shown, decided by a person. */
export interface FieldConflict {
  readonly rowNo: number;
  readonly subjectId: string;
  readonly field: string;
  readonly verified: FactValue;
  readonly incoming: FactValue;
}

/** One value as the history keeps it: money as a decimal string, days as `YYYY-MM-DD`. */
export type FactValue = string | number | boolean | null;
/** A record by field name, in the form the history keeps. */
export type Facts = Readonly<Record<string, FactValue>>;
/** Old value, new value, and the letter of the column where the new one stood. */
export type FieldChange = readonly [old: FactValue, next: FactValue, column?: string];

/** Counted attributes by column; one that an act does not name stays as it was, null: not known any more. */
export type CountedValues = Readonly<Partial<Record<CountedColumn, string | null>>>;
export type CountedColumn = 'kind' | 'name' | 'sector_code' | 'secondary_sector_code' | 'commune_id' | 'alliance_id';

/** One act of the ledger that stands, as the register keeps it. */
export interface ActRecord {
  readonly id: string;
  readonly act: ActKind;
  readonly effectiveOn: IsoDate;
  /** False: the source gave no day; `effectiveOn` is the latest day on which it can have been so. */
  readonly isDayStated: boolean;
  readonly changeId: string;
  /** Grows with each act recorded: of two acts of one day, the later recorded stands. */
  readonly sequence: number;
  /** What holds from `effectiveOn`. */
  readonly values: CountedValues;
}

/** An act with when it came to be known, and when it stopped being believed. */
export interface LedgerAct extends ActRecord {
  readonly recordedAt: Date;
  readonly undoneAt: Date | null;
}

/** What an undo gave back, and what it left because someone has changed it since. */
export interface UndoOutcome {
  readonly restored: number;
  readonly excluded: readonly { readonly subjectId: string; readonly name: string; readonly reason: string }[];
}
