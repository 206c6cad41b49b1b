/** A figure as a writer names it. No unit: the cluster. No period: that of the report. */
export interface FigureTerm {
  /** May still end in the tail of a unit (`HTX.SO.NA`): resolving tells. */
  readonly code: string;
  readonly unit: string | null;
  readonly period: string | null;
}

/** What a word or a share rests on: one figure, or one over another (`KK.W1 trên HTX.HD`). */
export interface Basis {
  readonly figure: FigureTerm;
  readonly over: FigureTerm | null;
}

export const CALLS = [
  /** Every unit with its figure: `{LIETKE(HTX.SO, theo=giảm dần, mẫu="{tỉnh} {n} HTX")}`. */
  'LIETKE',
  /** The quantifier that the share allows: hầu hết, phần lớn, nhiều, một số. */
  'LUONGTU',
  /** A share in percent: `{TYTRONG(HTX.SO/LMHTX-NA trên HTX.SO)}`. */
  'TYTRONG',
  /** Same period last year, plan of the year, count over the register. */
  'CUNGKY',
  'KEHOACH',
  'DEM',
  /** `tăng 157`, `giảm 3,2 điểm phần trăm`, `không thay đổi` against the same period last year. */
  'TANGGIAM',
  /** Percent of the plan of the year. */
  'TYLEKH',
  /** `6/6`: how many of the units asked have the figure. */
  'DOPHU',
] as const;
export type CallName = (typeof CALLS)[number];

export const CONTEXT_NAMES = [
  'KY.CHOT',
  'KY.TU',
  'KY.TEN',
  'KY.SAU',
  'KY.NAM',
  'CUM.TEN',
  'CUM.SODONVI',
  'CUM.TINH',
  'CUM.TRUONG',
  'CUM.PHO',
  'NHANDINH.QTD',
] as const;
export type ContextName = (typeof CONTEXT_NAMES)[number];

export type TextNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: FigureTerm }
  | {
      readonly kind: 'call';
      readonly name: CallName;
      readonly basis: Basis;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'context'; readonly name: ContextName; readonly format: string }
  /** A quantifier bound to what it rests on; no basis: marked as a qualitative judgement. */
  | { readonly kind: 'word'; readonly word: string; readonly basis: Basis | null; readonly reason: string }
  /** Stands between braces, but is no chip. Keeps what was typed. */
  | { readonly kind: 'broken'; readonly source: string };

/** A node with where it stands in the source, counted in UTF-16 units; `end` excluded. */
export interface Piece {
  readonly node: TextNode;
  readonly start: number;
  readonly end: number;
}

/** One line of the source: one paragraph of the paper. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly start: number;
  readonly end: number;
}
