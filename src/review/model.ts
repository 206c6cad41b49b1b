import type { Decimal } from '#kernel/decimal.ts';
import type { Coverage } from '#reporting/model.ts';

export const SNAPSHOT_FORMAT = 'hopluc-snapshot/1';

export interface SnapshotSpread {
  readonly total: Decimal | null;
  readonly byUnit: Readonly<Record<string, Decimal | null>>;
  readonly coverage: Coverage;
}

export interface SnapshotFigure {
  readonly current: SnapshotSpread;
  readonly lastYear: SnapshotSpread;
  readonly plan: SnapshotSpread;
  readonly counted: SnapshotSpread | null;
  readonly basis: Readonly<Record<string, 'actual' | 'estimate' | 'preliminary'>>;
}

export interface SnapshotDefinition {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly aggregation: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly formCode: string;
  readonly rowNo: number;
  readonly indent: number;
  readonly groupName: string;
  readonly decimals: number;
  readonly entryScale: number;
  readonly definition: string;
}

export interface SnapshotUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly provinceName: string;
  readonly provinceCode: string;
  readonly geographicRank: number;
  readonly submitted: boolean;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly receipt: string | null;
  /** The workbook that the unit's figures came from. */
  readonly workbook: { readonly importId: string; readonly fileName: string; readonly sha256: string } | null;
}

export interface SnapshotSection {
  readonly code: string;
  readonly title: string;
  /** With chips, as written. */
  readonly body: string;
  /** As printed. */
  readonly rendered: string;
}

/** Everything a locked review rests on. Serialised as canonical JSON (sorted keys, no spaces); its SHA-256 is its name. */
export interface SnapshotBody {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly cluster: { readonly code: string; readonly name: string; readonly shortName: string };
  readonly period: {
    readonly code: string;
    readonly kind: string;
    readonly firstDay: string;
    readonly lastDay: string;
  };
  readonly version: number;
  readonly isLocked: boolean;
  readonly isDemo: boolean;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly conferenceOn: string | null;
  readonly units: readonly SnapshotUnit[];
  readonly definitions: readonly SnapshotDefinition[];
  readonly figures: Readonly<Record<string, SnapshotFigure>>;
  readonly geography: {
    readonly asOf: string;
    readonly provinces: readonly { readonly uid: string; readonly name: string }[];
  };
  readonly offices: readonly {
    readonly office: 'head' | 'deputy';
    readonly unitCode: string;
    readonly honorific: string;
    readonly fullName: string;
    readonly title: string;
  }[];
  readonly rules: readonly {
    readonly key: string;
    readonly value: unknown;
    readonly citation: string;
    readonly verified: boolean;
  }[];
  readonly text: readonly SnapshotSection[];
  readonly notes: readonly { readonly unitCode: string; readonly finding: string; readonly note: string }[];
}

/** The file `snapshot.json`. */
export interface SnapshotFile {
  /** `sha256:` and 64 hexadecimal digits, of the canonical JSON of `snapshot`. */
  readonly hash: string;
  readonly snapshot: SnapshotBody;
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly italic?: boolean }
  | { readonly kind: 'figure'; readonly text: string; readonly ref: string };

export type TableCell = { readonly text: string; readonly align: 'left' | 'right' | 'center'; readonly bold?: boolean };

export type PaperBlock =
  | { readonly kind: 'part'; readonly number: string; readonly title: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly unitLine: string;
      readonly head: readonly (readonly TableCell[])[];
      readonly rows: readonly (readonly TableCell[])[];
      /** Relative widths of the columns. */
      readonly widths: readonly number[];
      readonly note: string;
    }
  | {
      readonly kind: 'bar-chart';
      readonly title: string;
      readonly unit: string;
      readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
    };

/** An official paper in the layout of Decree 30/2020; both renderers (DOCX, PDF) read only this. */
export interface OfficialPaper {
  readonly superiorBody: string;
  readonly issuingBody: string;
  /** `Số: …/BC-CTĐ`; an unnumbered paper leaves the dots. */
  readonly number: string;
  readonly place: string;
  /** `ngày 05 tháng 7 năm 2024`; dots where it is not known. */
  readonly dateLine: string;
  readonly typeName: string;
  readonly subject: string;
  readonly grounds: readonly string[];
  readonly blocks: readonly PaperBlock[];
  readonly closing: string;
  readonly recipients: readonly string[];
  readonly signer: { readonly authority: readonly string[]; readonly name: string };
  /** Foot of each page: version and hash. */
  readonly footer: string;
  /** `DỮ LIỆU MẪU`, `BẢN NHÁP`: printed outside the text, or null. */
  readonly mark: string | null;
  readonly snapshotHash: string;
}
