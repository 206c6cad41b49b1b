import type { Inline, SnapshotBody, SnapshotUnit } from '../model.ts';
import type { Line, TextNode } from './ast.ts';
import { renderCall } from './calls.ts';
import { contextText } from './context.ts';
import type { BoundFigure } from './figures.ts';
import { amountOf, bindFigure, formatAmount, isBound, missingUnits } from './figures.ts';
import type { Fragment, MissingFigure, Place, UnresolvedChip } from './fragment.ts';
import { join, lack, number, refuse, refuseUnbound, textOf, words } from './fragment.ts';
import { parseText } from './parse.ts';
import { fundStatement } from './statements.ts';

export interface RenderedText {
  /** One list of inlines for each paragraph. */
  readonly paragraphs: readonly (readonly Inline[])[];
  /** Figures that the text names and nobody has reported, once each, in the order of the text. */
  readonly missing: readonly MissingFigure[];
  /** Chips that name nothing in this snapshot; one is enough to block the export. */
  readonly unresolved: readonly UnresolvedChip[];
}

/** Renders a text with chips against one snapshot, and says what is missing and what is no chip of this snapshot. */
export function renderText(body: string, snapshot: SnapshotBody): RenderedText {
  const lines = renderLines(body, snapshot);
  const whole = join(lines.flatMap((line) => line.fragments));
  return {
    paragraphs: lines.map((line) => [...line.fragments.flatMap((fragment) => fragment.inlines), ...line.note]),
    missing: [...new Map(whole.missing.map((figure) => [figure.ref, figure])).values()],
    unresolved: whole.unresolved,
  };
}

/** The words as printed, a paragraph a line. */
export function plainText(rendered: RenderedText): string {
  return rendered.paragraphs.map(textOf).join('\n');
}

/** A line of the source with what each of its pieces prints, and what is said behind of totals that lack units. */
export interface RenderedLine {
  readonly line: Line;
  /** One for each piece. */
  readonly fragments: readonly Fragment[];
  readonly note: readonly Inline[];
}

export function renderLines(body: string, snapshot: SnapshotBody): readonly RenderedLine[] {
  return parseText(body).map((line) => {
    let before = '';
    const fragments = line.pieces.map((piece) => {
      const fragment = renderNode({ snapshot, beginsSentence: beginsSentence(before) }, piece.node);
      before += textOf(fragment.inlines);
      return fragment;
    });
    return { line, fragments, note: before.startsWith('## ') ? [] : coverageNote(join(fragments), snapshot) };
  });
}

function beginsSentence(before: string): boolean {
  const trimmed = before.trimEnd();
  return trimmed === '' || /(^|\s)[-–+]$|[.!?…]$/.test(trimmed);
}

function renderNode(place: Place, node: TextNode): Fragment {
  switch (node.kind) {
    case 'text':
      return words(node.text);
    case 'broken':
      return refuse(node, 'not-a-chip', node.source);
    case 'figure':
      return renderFigure(place, node);
    case 'context':
      return renderContext(place, node);
    case 'word':
      return renderWord(place, node);
    case 'call':
      return renderCall(place, node);
  }
}

function renderFigure({ snapshot }: Place, node: TextNode & { kind: 'figure' }): Fragment {
  const bound = bindFigure(snapshot, node.figure);
  if (!isBound(bound)) return refuseUnbound(node, bound);
  const amount = amountOf(bound);
  return amount === null ? lack(bound) : number(bound, formatAmount(bound.definition, amount));
}

function renderContext({ snapshot }: Place, node: TextNode & { kind: 'context' }): Fragment {
  if (node.name === 'NHANDINH.QTD') return renderFundStatement(snapshot, node);
  const text = contextText(snapshot, node.name, node.format);
  return text === undefined ? refuse(node, 'unknown-context', node.format || node.name) : words(text);
}

/** One phrase, to be followed to the funds that it speaks of. */
function renderFundStatement(snapshot: SnapshotBody, node: TextNode & { kind: 'context' }): Fragment {
  const statement = fundStatement(snapshot);
  const bound = bindFigure(snapshot, { code: 'QTD.BC', unit: null, period: null });
  return statement && isBound(bound)
    ? { ...number(bound, statement.text, 'derived'), partial: [] }
    : refuse(node, 'unknown-context', node.name);
}

function renderWord({ snapshot }: Place, node: TextNode & { kind: 'word' }): Fragment {
  for (const term of node.basis ? [node.basis.figure, node.basis.over] : []) {
    const bound = term && bindFigure(snapshot, term);
    if (bound && !isBound(bound)) return refuseUnbound(node, bound);
  }
  return words(node.word);
}

/** Says which totals of the paragraph lack which units: a partial sum never passes for a whole one. */
function coverageNote({ partial }: Fragment, snapshot: SnapshotBody): Inline[] {
  const groups = groupByMissing(partial, snapshot);
  const all = snapshot.units.length;
  const notes = groups.map(({ names, units }) => {
    const share = `${all - units.length}/${all} đơn vị, chưa gồm ${units.map((unit) => unit.provinceName).join(', ')}`;
    return groups.length === 1 ? `Số liệu của ${share}` : `${[...names].join(', ')}: ${share}`;
  });
  return notes.length === 0 ? [] : [{ kind: 'text', text: ` (${notes.join('; ')}.)` }];
}

function groupByMissing(partial: readonly BoundFigure[], snapshot: SnapshotBody) {
  const groups = new Map<string, { names: Set<string>; units: readonly SnapshotUnit[] }>();
  for (const bound of partial) {
    const units = missingUnits(snapshot, bound.figure.current);
    const key = units.map((unit) => unit.code).join();
    const group = groups.get(key) ?? { names: new Set<string>(), units };
    group.names.add(bound.definition.name);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ units }) => units.length > 0);
}
