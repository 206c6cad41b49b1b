import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { dayInVietnam } from '#kernel/time.ts';
import type { ActKind, ActRecord, CountedValues, LedgerAct, OrganisationStatus } from './model.ts';
import { ACT_KINDS } from './model.ts';
import type { Dated } from './statuses.ts';
import { allowedActs, inOrder, statusAfter, transitionRefusal } from './statuses.ts';

/** Where an organisation stands on a day. */
export interface Standing {
  readonly status: OrganisationStatus;
  /** The act that led to the status. */
  readonly by: ActKind;
  /** The day from which it has this status. */
  readonly since: IsoDate;
  readonly values: CountedValues;
}

type Foldable = Dated & Partial<Pick<ActRecord, 'values'>>;

/**
 * The acts laid one over the other in their order of effect: where the organisation stands at the end of the day `on`, by
 * the acts given. Undefined before it was established.
 */
export function fold(acts: readonly Foldable[], at: { readonly on: IsoDate }): Standing | undefined {
  let standing: Standing | undefined;
  for (const act of inOrder(acts.filter((one) => one.effectiveOn <= at.on))) standing = after(standing, act);
  return standing;
}

function after(before: Standing | undefined, act: Foldable): Standing | undefined {
  const values = { ...before?.values, ...act.values };
  const status = statusAfter(act.act);
  if (status !== undefined) return { status, by: act.act, since: act.effectiveOn, values };
  return before && { ...before, values };
}

/** The acts that were believed at the end of the day `knownOn`: recorded by then, and not yet taken back. */
export function knownActs<Act extends Pick<LedgerAct, 'recordedAt' | 'undoneAt'>>(
  acts: readonly Act[],
  knownOn: IsoDate,
): readonly Act[] {
  return acts.filter(
    (act) => dayInVietnam(act.recordedAt) <= knownOn && (act.undoneAt === null || dayInVietnam(act.undoneAt) > knownOn),
  );
}

/** Where the organisation stood on the day `on` by what was known at the end of the day `knownOn`. */
export function foldAsKnown(
  acts: readonly LedgerAct[],
  at: { readonly on: IsoDate; readonly knownOn: IsoDate },
): Standing | undefined {
  return fold(knownActs(acts, at.knownOn), at);
}

type Told = Foldable & Pick<ActRecord, 'id'>;

interface Unlawful {
  readonly act: Told;
  /** Undefined: it comes before the founding. */
  readonly from: OrganisationStatus | undefined;
  readonly allowed: readonly ActKind[];
}

/** Each act that could not follow where the organisation stood then. */
function unlawfulIn(acts: readonly Told[]): readonly Unlawful[] {
  const found: Unlawful[] = [];
  let standing: Standing | undefined;
  for (const act of inOrder(acts)) {
    const isLawful = standing
      ? act.act !== 'establish' && !transitionRefusal(standing.status, act.act, standing.by)
      : act.act === 'establish';
    if (!isLawful)
      found.push({ act, from: standing?.status, allowed: standing ? allowedActs(standing.status, standing.by) : [] });
    standing = after(standing, act);
  }
  return found;
}

/**
 * Why the ledger may not go from `before` to `next`: an act of it, perhaps a later one than those that are new, could no
 * longer follow where the organisation then stands. What was unlawful before stays out of the way of a mend. The acts that
 * could be recorded on the day of the new one are named. Undefined when nothing speaks against it.
 */
export function ledgerRefusal(before: readonly Told[], next: readonly Told[]): Refusal | undefined {
  const wasUnlawful = new Set(unlawfulIn(before).map(({ act }) => act.id));
  const broken = unlawfulIn(next).find(({ act }) => !wasUnlawful.has(act.id));
  if (!broken) return undefined;
  const known = new Set(before.map((act) => act.id));
  const added = next.find((act) => !known.has(act.id));
  const founding = next.find((act) => act.act === 'establish');
  if (broken.from === undefined || !founding)
    return {
      code: 'register.status.not-yet-established',
      facts: { effectiveOn: broken.act.effectiveOn, establishedOn: founding?.effectiveOn ?? null },
    };
  if (added === undefined)
    return {
      code: 'register.act.later-act-rests-on-it',
      facts: { later: broken.act.act, laterOn: broken.act.effectiveOn, from: broken.from, allowed: broken.allowed },
    };
  const rest = next.filter((act) => act !== added);
  const allowed = actsPossible(rest, added.effectiveOn);
  if (broken.act === added)
    return { code: 'register.status.transition-not-allowed', facts: { from: broken.from, act: added.act, allowed } };
  return {
    code: 'register.act.later-act-unlawful',
    facts: {
      act: added.act,
      effectiveOn: added.effectiveOn,
      later: broken.act.act,
      laterOn: broken.act.effectiveOn,
      from: broken.from,
      allowed,
    },
  };
}

/** The kinds of act that could be recorded with that day of effect, so that every later act still follows. */
export function actsPossible(acts: readonly Told[], on: IsoDate): readonly ActKind[] {
  const wasUnlawful = new Set(unlawfulIn(acts).map(({ act }) => act.id));
  const newest = acts.reduce((top, act) => Math.max(top, act.sequence), 0);
  return ACT_KINDS.filter((kind) => {
    if (kind === 'establish' || kind === 'change') return false;
    const tried = { id: '', act: kind, effectiveOn: on, sequence: newest + 1 };
    return unlawfulIn([...acts, tried]).every(({ act }) => wasUnlawful.has(act.id));
  });
}
