import type { Check, CheckTone } from '../lint/check.ts';
import type { Inline, SnapshotBody } from '../model.ts';
import type { Piece } from './ast.ts';
import type { Fragment } from './fragment.ts';
import { renderLines } from './render.ts';

/** A piece of a paragraph as the composer shows it: words, a figure with its source, or a place that a check is about. */
export interface PreviewSpan {
  readonly text: string;
  /** Names the figure that the words print; null for plain words. */
  readonly ref: string | null;
  /** The number of the check in the list beside; null for none. */
  readonly checkNo: number | null;
  readonly tone: CheckTone | null;
}

export interface PreviewParagraph {
  readonly isHeading: boolean;
  readonly spans: readonly PreviewSpan[];
}

/** The printed text with its figures and with the places of the checks, numbered as in the list of checks. */
export function previewOf(body: string, snapshot: SnapshotBody, checks: readonly Check[]): readonly PreviewParagraph[] {
  return renderLines(body, snapshot).map(({ line, fragments, note }) => {
    const spans = line.pieces.flatMap((piece, index) => spansOf(piece, fragments[index], body, checks));
    const isHeading = body.startsWith('## ', line.start);
    const [first, ...rest] = spans;
    const shown = isHeading && first ? [{ ...first, text: first.text.slice(3) }, ...rest] : spans;
    return { isHeading, spans: [...shown, ...note.map((inline) => plain(inline))] };
  });
}

function spansOf(
  piece: Piece,
  fragment: Fragment | undefined,
  body: string,
  checks: readonly Check[],
): readonly PreviewSpan[] {
  const within = checks.flatMap((check, index) =>
    check.start >= piece.start && check.end <= piece.end ? [{ check, no: index + 1 }] : [],
  );
  if (piece.node.kind === 'text') return textSpans(piece, body, within);
  const [mark] = within;
  return (fragment?.inlines ?? []).map((inline, index) => ({
    ...plain(inline),
    checkNo: index === 0 && mark ? mark.no : null,
    tone: mark?.check.tone ?? null,
  }));
}

function textSpans(
  piece: Piece,
  body: string,
  within: readonly { readonly check: Check; readonly no: number }[],
): readonly PreviewSpan[] {
  const spans: PreviewSpan[] = [];
  let at = piece.start;
  for (const { check, no } of within) {
    if (check.start < at) continue;
    spans.push(words(body.slice(at, check.start)), { ...words(check.excerpt), checkNo: no, tone: check.tone });
    at = check.end;
  }
  spans.push(words(body.slice(at, piece.end)));
  return spans.filter((span) => span.text !== '');
}

function words(source: string): PreviewSpan {
  return { text: source.replaceAll('{{', '{').replaceAll('}}', '}'), ref: null, checkNo: null, tone: null };
}

function plain(inline: Inline): PreviewSpan {
  return { text: inline.text, ref: inline.kind === 'figure' ? inline.ref : null, checkNo: null, tone: null };
}
