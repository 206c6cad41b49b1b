import { z } from 'zod';
import type { Decimal } from '#kernel/decimal.ts';
import { text } from './messages.pages.vi.ts';
import type { SnapshotBody, SnapshotDefinition } from './model.ts';
import { scaleOf, shown } from './papers/figure-text.ts';
import { hashOf } from './snapshot.ts';

const ASPECTS = ['current', 'lastYear', 'plan', 'counted'] as const;

/** What a proposal to lock keeps of the draft, so that it can be said later what has changed since. */
const Seen = z.object({
  /** By `HTX.SO/LMHTX-NA`; the cluster's total by `HTX.SO`. Of the current figures only: the others are in `parts`. */
  figures: z.record(z.string(), z.string().nullable()),
  /** A hash for each section of the text. */
  sections: z.record(z.string(), z.string()),
  /** A hash for each other part. */
  parts: z.record(z.string(), z.string()),
});
export type Seen = z.output<typeof Seen>;

/** The name of what the proposer saw: everything that a lock keeps, whoever makes it and when. */
export function contentHash(body: SnapshotBody): string {
  return hashOf({ ...body, madeAt: '', madeBy: '', isLocked: true });
}

export function seenOf(body: SnapshotBody): Seen {
  const figures: Record<string, string | null> = {};
  for (const [code, { current }] of Object.entries(body.figures)) {
    for (const [unit, amount] of Object.entries(current.byUnit)) figures[`${code}/${unit}`] = amount;
    figures[code] = current.total;
  }
  const sections = Object.fromEntries(body.text.map((section) => [section.code, hashOfPart(section)]));
  const { figures: all, text: _text, madeAt: _at, madeBy: _by, isLocked: _locked, ...rest } = body;
  const parts = Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, hashOfPart(part)]));
  for (const aspect of ASPECTS)
    parts[aspect] = hashOfPart(Object.entries(all).map(([code, figure]) => [code, figure[aspect]]));
  parts.basis = hashOfPart(Object.entries(all).map(([code, figure]) => [code, figure.basis]));
  return { figures, sections, parts };
}

/** What is otherwise now than it was seen, a line each: figures, then sections of the text, then anything else. */
export function changesSince(seen: unknown, body: SnapshotBody): readonly string[] {
  const before = Seen.parse(seen);
  const now = seenOf(body);
  const definitions = new Map(body.definitions.map((definition) => [definition.code, definition]));
  const units = new Map(body.units.map(({ code, shortName }) => [code, shortName]));
  const figures = differing(before.figures, now.figures).map((place) => {
    const [code = '', unit] = place.split('/');
    const definition = definitions.get(code);
    const label = [definition?.name ?? code, unit ? (units.get(unit) ?? unit) : text.report.total].join(', ');
    const amount = (seenAt: Seen) => amountOf(definition, seenAt.figures[place]);
    return text.fourEyes.figureChanged(label, amount(before), amount(now));
  });
  const titles = new Map<string, string>(body.text.map(({ code, title }) => [code, title || code]));
  const sections = differing(before.sections, now.sections).map((code) =>
    text.fourEyes.sectionChanged(titles.get(code) ?? code),
  );
  if (figures.length > 0 || sections.length > 0) return [...figures, ...sections];
  const parts = differing(before.parts, now.parts);
  return parts.map((part) => text.fourEyes.partChanged(text.fourEyes.parts[part] ?? part));
}

function differing<T>(before: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((place) => before[place] !== now[place]);
}

function amountOf(definition: SnapshotDefinition | undefined, amount: string | null | undefined): string {
  if (amount === null || amount === undefined) return text.report.missing;
  return definition ? shown(scaleOf(definition), amount as Decimal) : amount;
}

function hashOfPart(part: unknown): string {
  return hashOf({ part } as unknown as SnapshotBody);
}
