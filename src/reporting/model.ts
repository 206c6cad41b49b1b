import type { Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';

export type DataCallId = Id<'reporting.data_call'>;
export type SubmissionId = Id<'reporting.submission'>;
export type FormCode = 'B01' | 'B02' | 'B03' | 'B04' | 'B05' | 'B06' | 'B07' | 'B08' | 'B09';
export type ValueAspect = 'current' | 'last-year' | 'plan';
export type ValueBasis = 'actual' | 'estimate' | 'preliminary';
export type DataCallState = 'draft' | 'open' | 'closed' | 'consolidating' | 'locked';
export type DataCallAct = 'open' | 'extend' | 'close' | 'consolidate' | 'lock' | 'restate';
export type SubmissionAct =
  | 'enter'
  | 'ask-approval'
  | 'send-back'
  | 'submit'
  | 'recall'
  | 'return'
  | 'correct'
  | 'pass'
  | 'lock'
  | 'unlock';
export type SubmissionState =
  | 'not-opened'
  | 'entering'
  | 'awaiting-approval'
  | 'submitted'
  | 'returned'
  | 'correcting'
  | 'passed'
  | 'locked';

export interface Period {
  readonly code: string;
  readonly kind: 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';
  /** Both days belong to the window; the last is the cut-off of its figures. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** One row of the indicator dictionary as valid on the cut-off. */
export interface Indicator {
  readonly code: string;
  readonly version: number;
  readonly formCode: FormCode;
  readonly rowNo: number;
  readonly indent: number;
  readonly groupName: string;
  readonly name: string;
  /** `HTX`, `người`, `đồng`, `%` …; amounts are kept in this unit: a ratio in `%` is 70.9, not 0.709. */
  readonly unit: string;
  /** Forms and tables show amount ÷ scale: 1 000 000 shows đồng as triệu đồng. */
  readonly entryScale: number;
  readonly decimals: number;
  readonly kind: 'count' | 'money' | 'ratio' | 'average';
  readonly aggregation: 'sum' | 'ratio' | 'average' | 'none';
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Which count over the register stands beside the declared figure; null when there is none. */
  readonly countedBy: string | null;
  readonly isRequired: boolean;
  /** False: computed from other rows, never typed. */
  readonly isEntered: boolean;
  readonly definition: string;
}

/** Where a typed value came from. */
export interface ValueOrigin {
  readonly source: 'workbook' | 'manual' | 'register' | 'undo';
  readonly importId: Id<'workbooks.import'> | null;
  /** Name of the workbook; '' when there was none. */
  readonly fileName: string;
  readonly sheet: string;
  readonly cell: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** The newest value of one cell of a form. */
export interface CellValue {
  readonly indicatorCode: string;
  readonly aspect: ValueAspect;
  readonly amount: Decimal;
  readonly basis: ValueBasis;
  readonly note: string;
  readonly origin: ValueOrigin;
}

/** Where values to be written come from; each value's own sheet and cell complete it. */
export interface ValuesOrigin {
  readonly source: 'workbook' | 'manual' | 'register';
  readonly importId: Id<'workbooks.import'> | null;
  readonly fileName: string;
}

/** One value to be written into a form. A null amount takes the value back. */
export interface ValueInput {
  readonly indicatorCode: string;
  readonly aspect: ValueAspect;
  readonly amount: Decimal | null;
  readonly basis: ValueBasis;
  readonly note: string;
  readonly sheet: string;
  readonly cell: string;
}

/** What writing values did, or would do. */
export interface ValuesOutcome {
  readonly newValues: number;
  readonly changedValues: number;
  readonly unchangedValues: number;
}

/** What a unit writes beside its figures, by section of the outline. */
export interface NarrativeInput {
  readonly sectionCode: string;
  readonly body: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A cell or section that an undo left alone, because somebody has changed it since. */
export interface ExcludedFromUndo {
  /** Indicator code, or section code of the narrative. */
  readonly code: string;
  readonly aspect: ValueAspect | 'narrative';
  readonly changedAt: Date;
  readonly changedBy: string;
}

export interface UndoOutcome {
  readonly restored: number;
  readonly excluded: readonly ExcludedFromUndo[];
}

export interface DataCall {
  readonly id: DataCallId;
  readonly clusterCode: string;
  readonly period: Period;
  readonly title: string;
  readonly state: DataCallState;
  /** Last day on which a submission is in time. */
  readonly submitByOn: IsoDate;
  readonly lockByOn: IsoDate;
  readonly conferenceOn: IsoDate | null;
  readonly openedAt: Date;
  readonly openedBy: string;
}

export interface Submission {
  readonly id: SubmissionId;
  readonly unitCode: string;
  readonly state: SubmissionState;
  /** How often it was sent; 0: never. */
  readonly roundNo: number;
  /** Why it was sent with required values missing, and the day promised for them; '' and null: nothing was missing. */
  readonly missingNote: string;
  readonly missingByOn: IsoDate | null;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly receipt: string | null;
}

/** One act on a submission; with a form code it concerned that form only. */
export interface SubmissionEvent {
  readonly act: SubmissionAct;
  readonly formCode: FormCode | null;
  readonly note: string;
  readonly at: Date;
  readonly by: string;
}

/** A row of a form that the cluster sent back, and what the unit answered. */
export interface ReturnedCell {
  readonly roundNo: number;
  readonly indicatorCode: string;
  readonly comment: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

/** Why the register counts otherwise than the form declares. */
export type GapReason = 'record-missing' | 'definition-differs' | 'duplicate' | 'dissolved-not-recorded';
export interface GapShare {
  readonly reason: GapReason;
  /** Part of counted − declared that this reason explains; negative where the register has fewer. */
  readonly amount: Decimal;
}

export interface Reconciliation {
  readonly indicatorCode: string;
  readonly declared: Decimal;
  readonly counted: Decimal;
  readonly reasons: readonly GapShare[];
  readonly signedAt: Date;
  readonly signedBy: string;
}

/** How many of the units asked have this figure. */
export interface Coverage {
  readonly have: number;
  readonly of: number;
}

/** Figures of one aspect: cluster total and by alliance code. Null: missing, never 0. */
export interface Spread {
  readonly total: Decimal | null;
  readonly byUnit: Readonly<Record<string, Decimal | null>>;
  readonly coverage: Coverage;
}

/** One indicator over all units of the cluster. */
export interface Figure {
  readonly indicator: Indicator;
  readonly current: Spread;
  readonly lastYear: Spread;
  readonly plan: Spread;
  /** The count over the register beside the declared figure, where the dictionary names one. */
  readonly counted: Spread | null;
  /** By unit, where the value is an estimate or preliminary. */
  readonly basis: Readonly<Record<string, ValueBasis>>;
}

export interface ConsolidatedUnit {
  readonly code: string;
  readonly name: string;
  /** `Nghệ An`, `T.T. Huế`: for heads of columns. */
  readonly shortName: string;
  readonly provinceName: string;
  readonly provinceCode: string;
  readonly geographicRank: number;
  readonly state: SubmissionState;
  readonly isSubmitted: boolean;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly receipt: string | null;
}

export interface Consolidation {
  readonly clusterCode: string;
  readonly clusterName: string;
  readonly period: Period;
  readonly dataCallId: Id<'reporting.data_call'>;
  readonly state: DataCallState;
  /** North to south. */
  readonly units: readonly ConsolidatedUnit[];
  /** In the order of forms and rows. */
  readonly figures: readonly Figure[];
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * What validation says of a submission. Its key stays the same from run to run while the numbers do, so that a note can
 * cling to it and lapses when the numbers change.
 */
export interface Finding {
  readonly key: string;
  readonly severity: Severity;
  readonly code: string;
  readonly unitCode: string;
  readonly formCode: FormCode;
  readonly indicatorCode: string;
  readonly text: string;
  /** Index of the narrative text that contradicts the form; null for every other finding. */
  readonly narrativeAt: number | null;
  /** Why it was let stand, when a person said so. */
  readonly note: string | null;
}

/** One link of the chain under a figure, newest first; the last one is the origin. */
export interface LineageLink {
  readonly kind: 'article' | 'snapshot' | 'consolidation' | 'submission' | 'value' | 'workbook' | 'register';
  readonly title: string;
  readonly detail: string;
  readonly at: string | null;
  readonly by: string | null;
  readonly href: string | null;
}

/** A figure named as outsiders name it: `HTX.SO/LMHTX-NA@2024-H1`, `HTX.SO@2024-H1` for the cluster. */
export interface FigureRef {
  readonly indicator: string;
  /** Alliance code, or null for the cluster. */
  readonly unit: string | null;
  readonly period: string;
}
