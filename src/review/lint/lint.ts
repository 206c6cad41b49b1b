import { type IsoDate, isoDate } from '#kernel/time.ts';
import { listInstruments } from '#legal/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { SnapshotBody } from '../model.ts';
import type { Piece } from '../text/ast.ts';
import { parseText } from '../text/parse.ts';
import { renderText } from '../text/render.ts';
import type { Check } from './check.ts';
import type { Library } from './citations.ts';
import { citationChecks } from './citations.ts';
import { boundQuantifier, typedStatements, unboundQuantifiers } from './quantifiers.ts';
import { typedNumbers } from './typed-numbers.ts';

/** Everything the checks say of a text with chips, in the order of the text. They never change it. */
export function lintText(body: string, snapshot: SnapshotBody, library: Library): readonly Check[] {
  return parseText(body)
    .flatMap((line) => line.pieces)
    .flatMap((piece) => checksOf(piece, body, snapshot, library))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function checksOf(piece: Piece, body: string, snapshot: SnapshotBody, library: Library): Check[] {
  if (piece.node.kind !== 'text')
    return [...chipChecks(piece, body, snapshot), ...boundQuantifier(piece, body, snapshot)];
  return [
    ...unboundQuantifiers(piece, body, snapshot),
    ...typedStatements(piece, body, snapshot),
    ...citationChecks(piece, body, library),
    ...typedNumbers(piece, body, snapshot),
  ];
}

function chipChecks(piece: Piece, body: string, snapshot: SnapshotBody): Check[] {
  const spot = { start: piece.start, end: piece.end, excerpt: body.slice(piece.start, piece.end), fixes: [] };
  const { missing, unresolved } = renderText(spot.excerpt, snapshot);
  return [
    ...unresolved.map(
      ({ why, detail }): Check => ({ code: 'chip.unresolved', tone: 'error', ...spot, facts: { why, detail } }),
    ),
    ...missing.map(({ ref, name }): Check => ({ code: 'figure.missing', tone: 'info', ...spot, facts: { ref, name } })),
  ];
}

/** The citation register as of the day on which the review is presented, or else of its cut-off. */
export async function libraryOn(db: ReadDb, snapshot: SnapshotBody): Promise<Library> {
  const on: IsoDate = isoDate(snapshot.conferenceOn ?? snapshot.period.lastDay);
  return { instruments: await listInstruments(db), on };
}
