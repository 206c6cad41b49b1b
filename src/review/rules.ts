import type { Refusal } from '#kernel/refusal.ts';
import type { ReviewFacts } from './build.ts';
import type { SnapshotBody } from './model.ts';
import { renderText } from './text/render.ts';

const NAMED_MAX = 3;

/**
 * Every reason why the review may not be locked now, in the order in which to mend them; empty when it may. Returned
 * cells are refused by the call itself.
 */
export function lockRefusals(facts: ReviewFacts, snapshot: SnapshotBody): readonly Refusal[] {
  const already = alreadyLockedRefusal(facts);
  if (already) return [already];
  return [
    nothingSubmittedRefusal(facts),
    returnedCellsRefusal(facts),
    blockingFindingsRefusal(facts),
    unresolvedChipsRefusal(snapshot),
  ].filter((refusal) => refusal !== undefined);
}

/** Why a locked period may be neither edited nor locked again; undefined while it is open or being corrected. */
export function alreadyLockedRefusal({ call, latest }: Pick<ReviewFacts, 'call' | 'latest'>): Refusal | undefined {
  if (call.state !== 'locked' || !latest) return undefined;
  return { code: 'review.lock.already-locked', facts: { lockedAt: latest.lockedAt, version: latest.version } };
}

function nothingSubmittedRefusal({ consolidation }: ReviewFacts): Refusal | undefined {
  if (consolidation.units.some((unit) => unit.isSubmitted)) return undefined;
  return { code: 'review.lock.nothing-submitted', facts: { units: consolidation.units.length } };
}

function returnedCellsRefusal({ consolidation }: ReviewFacts): Refusal | undefined {
  const returned = consolidation.units.filter(({ state }) => state === 'returned' || state === 'correcting');
  if (returned.length === 0) return undefined;
  return { code: 'review.lock.cells-still-returned', facts: { units: returned.map((unit) => unit.provinceName) } };
}

function blockingFindingsRefusal({ findings, consolidation }: ReviewFacts): Refusal | undefined {
  const sent = new Set(consolidation.units.filter((unit) => unit.isSubmitted).map((unit) => unit.code));
  const blocking = findings.filter((finding) => finding.severity === 'error' && sent.has(finding.unitCode));
  if (blocking.length === 0) return undefined;
  return {
    code: 'review.lock.blocking-findings',
    facts: { count: blocking.length, findings: blocking.slice(0, NAMED_MAX).map((finding) => finding.text) },
  };
}

function unresolvedChipsRefusal(snapshot: SnapshotBody): Refusal | undefined {
  const chips = snapshot.text.flatMap((section) =>
    renderText(section.body, snapshot).unresolved.map((chip) => ({ section: section.title || section.code, ...chip })),
  );
  if (chips.length === 0) return undefined;
  const named = chips.slice(0, NAMED_MAX).map(({ section, source }) => ({ section, chip: source }));
  return { code: 'review.lock.unresolved-chips', facts: { count: chips.length, chips: named } };
}

/** Why a section may not be saved over what somebody else has saved meanwhile. */
export function changedMeanwhileRefusal(
  seenVersion: number,
  current: { readonly version: number; readonly editedBy: string; readonly editedAt: Date } | undefined,
): Refusal | undefined {
  if (seenVersion === (current?.version ?? 0)) return undefined;
  return {
    code: 'review.section.changed-meanwhile',
    facts: { editedBy: current?.editedBy ?? '', editedAt: current?.editedAt ?? null },
  };
}

/** Why there is nothing to correct, or no reason to tell the readers; a period that is open already is refused by its call. */
export function restatementRefusal(
  latest: { readonly version: number } | undefined,
  reason: string,
): Refusal | undefined {
  if (!latest) return { code: 'review.restatement.not-locked', facts: {} };
  return reason.trim() === '' ? { code: 'review.restatement.reason-missing', facts: {} } : undefined;
}

/** Why a repair may not be put in its place: the text there is no longer the one that was checked. */
export function placeChangedRefusal(
  body: string,
  place: { readonly start: number; readonly end: number; readonly excerpt: string },
): Refusal | undefined {
  if (body.slice(place.start, place.end) === place.excerpt) return undefined;
  return { code: 'review.section.place-changed', facts: {} };
}
