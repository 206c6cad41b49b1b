import type { Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { CreditFundRow, OrganisationStatus, RegisterRow } from '#register/public.ts';
import type { Indicator, Period, ValueAspect, ValueBasis } from '#reporting/public.ts';
import type { Choice } from './columns/model.ts';
import type { Message, MessageSeverity } from './reading/model.ts';

export type { Message, MessageSeverity } from './reading/model.ts';

export type ImportId = Id<'workbooks.import'>;
/** Rows of register and fund sheets together; a row with an error is counted there only. */
export interface RowCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly conflict: number;
  readonly error: number;
}

/** The report on one file, in the names outsiders rely on. */
export interface FileReport {
  readonly file: string;
  readonly unit: string | null;
  readonly period: string | null;
  readonly importId: ImportId | null;
  /** Written, or (dry run) would be written; also when nothing had to change. */
  readonly accepted: boolean;
  readonly rows: RowCounts;
  readonly messages: readonly Message[];
}

export interface ImportReport {
  readonly files: readonly FileReport[];
}

/** A commune offered in the drop-down. */
export interface CommuneChoice {
  readonly id: Id<'places.unit'>;
  readonly code: string;
  readonly name: string;
  /** `Huyện Yên Thành`; empty since 01/07/2025. */
  readonly district: string;
}

/** Everything that the layout of a workbook rests on: unit, period, dictionary and lists of the cut-off. */
export interface WorkbookDefinition {
  readonly unit: { readonly code: string; readonly name: string; readonly provinceName: string };
  readonly period: Period;
  readonly indicators: readonly Indicator[];
  readonly sectors: readonly Choice[];
  readonly communes: readonly CommuneChoice[];
  readonly countedStatuses: readonly OrganisationStatus[];
  readonly isDemo: boolean;
}

/** One figure of a form, in the indicator's own unit (đồng, not triệu đồng). */
export interface FormValue {
  readonly indicatorCode: string;
  readonly aspect: ValueAspect;
  readonly amount: Decimal | null;
  readonly basis: ValueBasis;
  readonly note: string;
}

/** One section of the sheet `Thuyết minh`. */
export interface NarrativeText {
  readonly sectionCode: string;
  readonly body: string;
}

/** What a workbook holds, whatever its layout. */
export interface WorkbookContent {
  readonly register: readonly RegisterRow[];
  readonly funds: readonly CreditFundRow[];
  readonly values: readonly FormValue[];
  readonly narrative: readonly NarrativeText[];
}

/** What a person answered: by question key (`Sổ bộ HTX!DOANH_THU`) the readings chosen for the column. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A column whose cells can be read in more than one way; never guessed, asked once. */
export interface Question {
  readonly key: string;
  readonly sheet: string;
  /** The first cell that raised it. */
  readonly cell: string;
  readonly head: string;
  /** Code of the message that says what is unclear. */
  readonly code: string;
  readonly text: string;
  readonly readings: readonly { readonly answer: string; readonly shown: string }[];
}

/** What an undo gave back, and what it left because someone has changed it since. */
export interface UndoReport {
  readonly importId: ImportId;
  readonly unit: string;
  readonly period: string;
  readonly restored: number;
  readonly restoredRows: number;
  readonly restoredValues: number;
  readonly excluded: readonly { readonly subjectId: string; readonly name: string; readonly reason: string }[];
}

/** A workbook that was taken in. */
export interface PastImport {
  readonly id: ImportId;
  readonly fileName: string;
  readonly sha256: string;
  readonly allianceId: Id<'organisations.alliance'>;
  readonly unitCode: string;
  readonly periodCode: string;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsConflict: number;
  readonly valuesNew: number;
  readonly valuesChanged: number;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

export type RowFate = 'new' | 'changed' | 'unchanged' | 'conflict' | 'error';

export interface PreviewChange {
  readonly head: string;
  readonly before: string;
  readonly after: string;
}

/** One row of a register sheet before writing. */
export interface PreviewRow {
  readonly sheet: string;
  readonly rowNo: number;
  readonly name: string;
  readonly place: string;
  readonly code: string;
  readonly outcome: RowFate;
  readonly changes: readonly PreviewChange[];
  /** Before: what a person has verified and is kept. After: what the file says. */
  readonly conflicts: readonly PreviewChange[];
}

/** A message with what stands around its cell. */
export interface PreviewMessage {
  readonly sheet: string;
  readonly cell: string;
  readonly severity: MessageSeverity;
  readonly text: string;
  readonly head: string;
  readonly typed: string;
  readonly name: string;
}

/** What the screen shows of a workbook before anything is written. */
export interface Preview {
  readonly file: string;
  readonly bytes: number;
  readonly unit: string | null;
  readonly unitName: string;
  readonly period: string | null;
  readonly periodName: string;
  readonly accepted: boolean;
  readonly counts: RowCounts;
  readonly values: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly columns: { readonly matched: number; readonly of: number };
  /** Cells converted from an old encoding. */
  readonly converted: number;
  /** The first of each fate; what is beyond them is counted only. */
  readonly rows: readonly PreviewRow[];
  readonly beyond: Readonly<Record<RowFate, number>>;
  readonly messages: readonly PreviewMessage[];
  readonly questions: readonly Question[];
}

export type UploadId = Id<'workbooks.upload'>;

/** A workbook between upload and writing. */
export interface Upload {
  readonly id: UploadId;
  readonly fileName: string;
  readonly sha256: string;
  readonly answers: Answers;
  readonly assumed: { readonly unitCode: string; readonly periodCode: string } | null;
  readonly preview: Preview;
  readonly uploadedAt: Date;
}
