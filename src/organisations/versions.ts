import type { IsoDate } from '#kernel/time.ts';
import type { Span } from './rules.ts';
import { isTakenBack } from './rules.ts';

/** What a new version from a day on does to those there are. */
export interface VersionPlan {
  /** Where the new one ends: where the one that it cuts did, or where the next begins. */
  readonly validUntil: IsoDate | null;
  /** The version that now ends on that day; null: none held before. */
  readonly cuts: IsoDate | null;
  /** A version begins on that very day already: it is corrected instead. */
  readonly corrects: boolean;
}

/** How a name from a day on fits among the names there are. */
export function planVersion(all: readonly Span[], from: IsoDate): VersionPlan {
  const versions = all.filter((one) => !isTakenBack(one));
  const same = versions.find(({ validFrom }) => validFrom === from);
  if (same) return { validUntil: same.validUntil, cuts: null, corrects: true };
  const earlier = versions
    .filter(({ validFrom }) => validFrom < from)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const later = versions
    .filter(({ validFrom }) => validFrom > from)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const [before] = earlier;
  const cut = before && (before.validUntil === null || before.validUntil > from) ? before : undefined;
  return {
    validUntil: cut ? cut.validUntil : (later[0]?.validFrom ?? null),
    cuts: cut?.validFrom ?? null,
    corrects: false,
  };
}
