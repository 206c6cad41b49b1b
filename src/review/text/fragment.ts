import type { FigureAspect, Inline, SnapshotBody } from '../model.ts';
import type { TextNode } from './ast.ts';
import type { BoundFigure, Unbound } from './figures.ts';
import { printNode } from './print.ts';

/** What stands in the text where a figure is missing. */
export const MISSING_TEXT = 'chưa có số liệu';

export interface MissingFigure {
  readonly ref: string;
  readonly name: string;
}

export type ChipProblem =
  | Unbound['why']
  | 'not-a-chip'
  | 'unknown-context'
  | 'unknown-option'
  | 'not-a-share'
  | 'not-counted';

export interface UnresolvedChip {
  readonly source: string;
  readonly why: ChipProblem;
  /** The part of the chip that is not understood. */
  readonly detail: string;
}

/** A printed piece of a paragraph and what is to be said about it. */
export interface Fragment {
  readonly inlines: readonly Inline[];
  readonly missing: readonly MissingFigure[];
  readonly unresolved: readonly UnresolvedChip[];
  /** Totals that do not cover every unit. */
  readonly partial: readonly BoundFigure[];
}

/** Where a chip stands. */
export interface Place {
  readonly snapshot: SnapshotBody;
  readonly beginsSentence: boolean;
}

const NOTHING: Fragment = { inlines: [], missing: [], unresolved: [], partial: [] };

export function words(text: string): Fragment {
  return text === '' ? NOTHING : { ...NOTHING, inlines: [{ kind: 'text', text }] };
}

/** A number that a reader can follow to its source. */
export function number(bound: BoundFigure, text: string, aspect: FigureAspect = 'current'): Fragment {
  const inline: Inline = { kind: 'figure', text, ref: bound.ref, ...(aspect === 'current' ? {} : { aspect }) };
  const { have, of } = bound.figure.current.coverage;
  return { ...NOTHING, inlines: [inline], partial: bound.unit === null && have < of ? [bound] : [] };
}

export function lack(bound: BoundFigure): Fragment {
  const name = bound.unit ? `${bound.definition.name} của ${bound.unit.provinceName}` : bound.definition.name;
  return { ...words(MISSING_TEXT), missing: [{ ref: bound.ref, name }] };
}

/** The chip stays as typed, so that its author sees it, and blocks the export. */
export function refuse(node: TextNode, why: ChipProblem, detail: string): Fragment {
  const source = printNode(node);
  return { ...words(source), unresolved: [{ source, why, detail }] };
}

export function refuseUnbound(node: TextNode, unbound: Unbound): Fragment {
  if (unbound.why === 'unknown-figure') return refuse(node, unbound.why, unbound.code);
  return refuse(node, unbound.why, unbound.why === 'unknown-unit' ? unbound.unit : unbound.period);
}

export function join(fragments: readonly Fragment[]): Fragment {
  return {
    inlines: fragments.flatMap((fragment) => fragment.inlines),
    missing: fragments.flatMap((fragment) => fragment.missing),
    unresolved: fragments.flatMap((fragment) => fragment.unresolved),
    partial: fragments.flatMap((fragment) => fragment.partial),
  };
}

export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
