import { Refused } from '#kernel/refusal.ts';
import type { FigureRef } from './model.ts';

const SHAPE =
  /^(?<indicator>[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)+)(?:\/(?<unit>[A-Z0-9]+(?:-[A-Z0-9]+)*))?@(?<period>\d{4}(?:-[0-9A-Z]{2})?)$/;

/** Reads `HTX.SO/LMHTX-NA@2024-H1` or `HTX.SO@2024-H1`; undefined when the text is no such name. */
export function parseFigureRef(text: string): FigureRef | undefined {
  const found = SHAPE.exec(text.trim())?.groups;
  if (!found?.indicator || !found.period) return undefined;
  return { indicator: found.indicator, unit: found.unit ?? null, period: found.period };
}

/** The figure that a person named; refused when the text is no such name. */
export function figureRef(text: string): FigureRef {
  const ref = parseFigureRef(text);
  if (!ref) throw new Refused({ code: 'reporting.figure.unreadable-name', facts: { name: text } });
  return ref;
}

export function formatFigureRef(ref: FigureRef): string {
  return `${ref.indicator}${ref.unit === null ? '' : `/${ref.unit}`}@${ref.period}`;
}
