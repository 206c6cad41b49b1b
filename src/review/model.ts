import type { Decimal } from '#kernel/decimal.ts';
import type { Coverage } from '#reporting/public.ts';

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

/**
 * Where a section of text stands in the report, in this order. A code that is none of these is printed after the last
 * of its part. `grounds` (one ground a line), `opening`, `closing` and `recipients` (one a line) have no heading.
 */
export const SECTION_CODES = [
  'grounds',
  'opening',
  'situation',
  'development',
  'credit-funds',
  'support-fund',
  'advice',
  'emulation',
  'limits',
  'lessons',
  'tasks',
  'solutions',
  'proposals',
  'closing',
  'recipients',
] as const;
export type SectionCode = (typeof SECTION_CODES)[number];

export interface SnapshotSection {
  /** One of `SECTION_CODES`. */
  readonly code: string;
  /** Without its number: `Đặc điểm tình hình`. */
  readonly title: string;
  /** With chips, as written. */
  readonly body: string;
  /** As printed: a paragraph a line; a line that begins with `## ` is a heading within the section. */
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
  /** Who signs in place of the head, and on which authority; left out while nobody was given the signature. */
  readonly signature?: { readonly authority: readonly string[]; readonly name: string; readonly delegation: string };
  readonly rules: readonly {
    readonly key: string;
    readonly value: unknown;
    readonly citation: string;
    readonly verified: boolean;
  }[];
  readonly text: readonly SnapshotSection[];
  /** The version this one corrects and why; null for the first lock and for drafts of it. */
  readonly restates: { readonly version: number; readonly hash: string; readonly reason: string } | null;
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
  /** `ref` names the figure as `HTX.SO/LMHTX-NA@2024-H1`; without an aspect the text is its current value. */
  | { readonly kind: 'figure'; readonly text: string; readonly ref: string; readonly aspect?: FigureAspect };

/** Which number of a figure a chip prints; `derived` is computed from it (a change, a share, a quantifier, a coverage). */
export type FigureAspect = 'current' | 'last-year' | 'plan' | 'counted' | 'derived';

export interface TableCell {
  /** A line break is kept. */
  readonly text: string;
  readonly align: 'left' | 'right' | 'center';
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Columns and rows it covers; the cells below a tall one are left out of their rows. */
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Steps to the right of the label, 0 to 3. */
  readonly indent?: number;
}

export interface PaperTable {
  readonly kind: 'table';
  readonly caption: string;
  /** `Đơn vị tính: …`, right above the table; empty for none. */
  readonly unitLine: string;
  readonly head: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
  /** Below the table; empty for none. */
  readonly note: string;
  /** Wide tables are set smaller, so that no number breaks. */
  readonly density?: 'normal' | 'dense' | 'tight';
}

export interface PaperBarChart {
  readonly kind: 'bar-chart';
  readonly title: string;
  readonly unit: string;
  /** A null value has no bar; its text says why. */
  readonly bars: readonly { readonly label: string; readonly value: number | null; readonly text: string }[];
}

export type PaperBlock =
  | { readonly kind: 'part'; readonly number: string; readonly title: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | PaperTable
  | PaperBarChart;

/** Begins on a new page after the signature; a landscape one has a section of its own. */
export interface PaperAppendix {
  /** `Phụ lục I`. */
  readonly number: string;
  readonly title: string;
  /** `(Kèm theo Báo cáo số …)`. */
  readonly attachedTo: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly PaperBlock[];
}

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
  /** A line break is kept. */
  readonly subject: string;
  readonly grounds: readonly string[];
  readonly blocks: readonly PaperBlock[];
  readonly closing: string;
  readonly recipients: readonly string[];
  /** `TM.` or `KT.` lines; the name is empty where the office is vacant. */
  readonly signer: { readonly authority: readonly string[]; readonly name: string };
  readonly appendices: readonly PaperAppendix[];
  /** Foot of each page: version and where to verify; the hash stands on the line below. */
  readonly footer: string;
  /** `DỮ LIỆU MẪU`, `BẢN NHÁP`: printed outside the text, or null. */
  readonly mark: string | null;
  readonly snapshotHash: string;
  /** ISO moment that the file's own dates show, so that the same snapshot gives the same bytes. */
  readonly madeAt: string;
}
