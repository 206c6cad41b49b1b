import type { IsoDate } from '#kernel/time.ts';
import type { Instrument } from '#legal/public.ts';
import type { Piece } from '../text/ast.ts';
import type { Check } from './check.ts';

const BODY = '[A-ZĐ][A-ZĐa-zđ]*(?:-[A-ZĐ][A-ZĐa-zđ]*)*';
/** `45/NĐ-CP`, `45/2021/NĐ-CP`, `17/2023/QH15`. */
export const CITATION = new RegExp(
  `(?<![\\p{L}\\p{M}\\d/])\\d{1,4}(?:/\\d{4})?/(?:QH\\d{1,2}|${BODY}-${BODY})(?![\\p{L}\\p{M}\\d])`,
  'gu',
);

/** The citation register as on the day the report is presented. */
export interface Library {
  readonly instruments: readonly Instrument[];
  readonly on: IsoDate;
}

/**
 * Citations in a plain text: one without its year gets the full number, one that is repealed its successor, one that
 * the register does not know a neutral note.
 */
export function citationChecks(piece: Piece, source: string, library: Library): Check[] {
  return [...source.slice(piece.start, piece.end).matchAll(CITATION)].flatMap((match) => {
    const start = piece.start + match.index;
    return citationCheck(match[0], { start, end: start + match[0].length, excerpt: match[0] }, library);
  });
}

type Spot = Pick<Check, 'start' | 'end' | 'excerpt'>;

function citationCheck(cited: string, spot: Spot, library: Library): Check[] {
  const parts = cited.split('/');
  const candidates = library.instruments.filter((instrument) => isCited(instrument.number, parts));
  const [only, ...others] = candidates;
  if (!only) return [{ code: 'citation.unknown', tone: 'info', ...spot, facts: { cited }, fixes: [] }];
  if (parts.length === 3) return repealed(only, spot, library);
  const inForce = candidates.filter((instrument) => isInForce(instrument, library.on));
  const best = others.length === 0 ? only : inForce.length === 1 ? inForce[0] : undefined;
  if (best) return [incomplete(cited, best, spot), ...repealed(best, spot, library)];
  return [
    {
      code: 'citation.ambiguous',
      tone: 'warning',
      ...spot,
      facts: { cited, numbers: candidates.map((instrument) => instrument.number).join(', ') },
      fixes: candidates.map(({ number }) => ({ kind: 'use-number', label: number, replacement: number })),
    },
  ];
}

function incomplete(cited: string, full: Instrument, spot: Spot): Check {
  return {
    code: 'citation.incomplete',
    tone: 'warning',
    ...spot,
    facts: { cited, number: full.number, kind: full.kind, title: full.title },
    fixes: [{ kind: 'use-number', label: full.number, replacement: full.number }],
  };
}

function repealed(instrument: Instrument, spot: Spot, { on }: Library): Check[] {
  if (instrument.inForceUntil === null || instrument.inForceUntil > on) return [];
  const successor = instrument.replacedBy;
  return [
    {
      code: 'citation.repealed',
      tone: 'warning',
      ...spot,
      facts: { number: instrument.number, until: instrument.inForceUntil, successor: successor ?? '' },
      fixes: successor ? [{ kind: 'use-number', label: successor, replacement: successor }] : [],
    },
  ];
}

/** Whether the register's number is the one cited; a citation without a year fits any year. */
function isCited(number: string, parts: readonly string[]): boolean {
  const [serial, year, body] = number.split('/');
  const sameBody = body?.toUpperCase() === parts.at(-1)?.toUpperCase();
  return sameBody && Number(serial) === Number(parts[0]) && (parts.length === 2 || year === parts[1]);
}

function isInForce(instrument: Instrument, on: IsoDate): boolean {
  const hasBegun = instrument.inForceFrom === null || instrument.inForceFrom <= on;
  return hasBegun && (instrument.inForceUntil === null || instrument.inForceUntil > on);
}
