import type { Decimal } from '#kernel/decimal.ts';
import { dayInVietnam } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { FigureLineage, LineageLink } from '#reporting/public.ts';
import { figureLineage, figureRef, formatFigureRef, publicLineage } from '#reporting/public.ts';
import { lineageWords } from './messages.lineage.vi.ts';
import type { SnapshotFile } from './model.ts';
import type { LockedReview } from './queries.ts';
import { locksOfPeriod, snapshotById } from './queries.ts';
import { amountOf, bindFigure, formatAmount, isBound } from './text/figures.ts';

/** A published figure with the chain under it: what was locked first, then where the amount came from. */
export interface PublishedLineage extends FigureLineage {
  /** The newest lock of the period that has the figure; null while nothing is locked. */
  readonly lock: LockedFigure | null;
}

export interface LockedFigure {
  readonly hash: string;
  readonly version: number;
  readonly amount: Decimal | null;
  readonly text: string;
}

/**
 * From a figure named as outsiders name it (`HTX.SO/LMHTX-NA@2024-H1`) to its origin: lock, consolidation, submission,
 * cell of the workbook, records. Refused when the text names no figure.
 */
export async function lineageOf(db: ReadDb, name: string, clusterCode?: string): Promise<PublishedLineage> {
  const lineage = await figureLineage(db, figureRef(name), clusterCode);
  const { ref } = lineage.figure;
  for (const lock of await locksOfPeriod(db, ref.period, clusterCode)) {
    const file = await snapshotById(db, lock.id);
    const locked = file && lockedFigure(file, lock, { code: ref.indicator, unit: ref.unit });
    if (locked) return { ...lineage, lock: locked, links: [lockLink(lock, locked, lineage), ...lineage.links] };
  }
  return { ...lineage, lock: null };
}

function lockedFigure(
  { snapshot }: SnapshotFile,
  lock: LockedReview,
  term: { readonly code: string; readonly unit: string | null },
): LockedFigure | undefined {
  const bound = bindFigure(snapshot, { ...term, period: null });
  if (!isBound(bound)) return undefined;
  const amount = amountOf(bound);
  const text = amount === null ? lineageWords.missing : formatAmount(bound.definition, amount);
  return { hash: lock.hash, version: lock.version, amount, text };
}

function lockLink(lock: LockedReview, locked: LockedFigure, { figure }: FigureLineage): LineageLink {
  const isCorrected = locked.amount !== figure.amount;
  return {
    kind: 'snapshot',
    title: lineageWords.lock(lock.version, formatDate(dayInVietnam(lock.lockedAt))),
    detail: isCorrected
      ? lineageWords.lockedOtherwise(locked.text, figure.text)
      : lineageWords.locked(locked.text, lock.hash),
    at: lock.lockedAt.toISOString(),
    by: lock.lockedBy,
    href: `/van-phong/ky/${lock.periodCode}/bao-cao?ban=${lock.version}`,
  };
}

/** As somebody of another unit may see it: the lock and the total of the unit, no person, no workbook, no record. */
export function trimmedLineage(lineage: PublishedLineage): PublishedLineage {
  const open = publicLineage(lineage);
  const locks = lineage.links.filter((link) => link.kind === 'snapshot');
  return { ...lineage, ...open, links: [...locks, ...open.links] };
}

/** The chain as one JSON document, in the names that outsiders rely on. */
export function lineageJson(lineage: PublishedLineage) {
  const { figure } = lineage;
  return {
    figure: formatFigureRef(figure.ref),
    name: figure.indicator.name,
    unit: figure.indicator.unit,
    place: figure.place,
    amount: figure.amount,
    text: figure.text,
    counted: figure.counted,
    coverage: figure.coverage,
    snapshot: lineage.lock,
    parts: lineage.parts.map((part) => ({ figure: formatFigureRef(part.ref), amount: part.amount })),
    links: lineage.links,
  };
}
