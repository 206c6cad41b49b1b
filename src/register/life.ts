import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Facts, OrganisationStatus, StatusAct, StatusActRecord } from './model.ts';
import { actsBetween, allowedActs, EARLIEST_DAY, inOrder, statusAfter } from './statuses.ts';

/** Acts that a record's new words ask for, in their order, and acts that no longer stand. */
export interface LifePlan {
  readonly add: readonly NewAct[];
  readonly takeBack: readonly string[];
  /** Acts taken back earlier that stand again. */
  readonly revive?: readonly string[];
}

export interface NewAct {
  readonly act: StatusAct;
  readonly effectiveOn: IsoDate;
  readonly isDayStated: boolean;
}

type Standing = Pick<StatusActRecord, 'act' | 'effectiveOn' | 'sequence'> & {
  /** Null: planned just now. */
  readonly id: string | null;
  readonly changeId: string | null;
};

/**
 * Which acts lead from what is known to what the record now says, so that its newest act always gives its status.
 * A day that is not stated is the cut-off, or the day of the act before it when that is later: the latest on which it
 * can have been so. An impossible way (from dissolved back to operating) is refused with the acts allowed.
 */
export function planLife(acts: readonly StatusActRecord[], says: Facts, cutOff: IsoDate): LifePlan | Refusal {
  const founded = planFounding(acts, says.establishedOn as IsoDate | null);
  const wanted = says.status as OrganisationStatus;
  const since = says.statusSince as IsoDate | null;
  const current = statusOf(founded.standing);

  if (wanted === current && !isMoved(founded.standing, since)) return { add: founded.add, takeBack: founded.takeBack };
  if (!actsBetween(current, wanted)) return notAllowed(current, wanted);

  const { day, isDayStated } = dayOf(wanted, since, founded.standing, cutOff);
  const before = founded.standing.filter((act) =>
    isBefore(act, day, wanted === current ? lastOf(founded.standing) : undefined),
  );
  const way = actsBetween(statusOf(before), wanted);
  if (!way) return notAllowed(statusOf(before), wanted);
  const takenBack = founded.standing.filter((act) => !before.includes(act) && act.id !== null);
  return {
    add: [...founded.add, ...way.map((act) => ({ act, effectiveOn: day, isDayStated }))],
    takeBack: [...founded.takeBack, ...takenBack.map((act) => String(act.id))],
  };
}

/** The act of founding at its day; acts before a founding that moved later fall away. */
function planFounding(acts: readonly StatusActRecord[], establishedOn: IsoDate | null) {
  const founding: NewAct = {
    act: 'establish',
    effectiveOn: establishedOn ?? EARLIEST_DAY,
    isDayStated: establishedOn !== null,
  };
  const known = acts.find((act) => act.act === 'establish');
  const isKept = known?.effectiveOn === founding.effectiveOn;
  const fallen = acts.filter(
    (act) => (act === known && !isKept) || (act !== known && act.effectiveOn < founding.effectiveOn),
  );
  const standing: readonly Standing[] = inOrder<Standing>([
    ...acts.filter((act) => !fallen.includes(act)),
    ...(isKept ? [] : [{ ...founding, id: null, changeId: null, sequence: 0 }]),
  ]);
  return { standing, add: isKept ? [] : [founding], takeBack: fallen.map((act) => act.id) };
}

/** Whether the record gives another day for the status it already has. For `operating` the day says nothing new. */
function isMoved(standing: readonly Standing[], since: IsoDate | null): boolean {
  const last = lastOf(standing);
  return since !== null && last.act !== 'establish' && last.act !== 'resume' && last.effectiveOn !== since;
}

/** From when the new status holds. A resumption dated before what it ends is taken for the day of founding, often written there. */
function dayOf(
  wanted: OrganisationStatus,
  since: IsoDate | null,
  standing: readonly Standing[],
  cutOff: IsoDate,
): { day: IsoDate; isDayStated: boolean } {
  const last = lastOf(standing);
  const isPlausible = since !== null && (wanted !== 'operating' || since > last.effectiveOn);
  if (isPlausible) return { day: since, isDayStated: true };
  return { day: last.effectiveOn > cutOff ? last.effectiveOn : cutOff, isDayStated: false };
}

/** Acts that stand before the new one: the founding, and what took effect by that day, less the act that is moved. */
function isBefore(act: Standing, day: IsoDate, moved: Standing | undefined): boolean {
  if (act.act === 'establish') return true;
  const isMovedAct = moved !== undefined && act.effectiveOn === moved.effectiveOn && act.changeId === moved.changeId;
  return !isMovedAct && act.effectiveOn <= day;
}

function statusOf(standing: readonly Standing[]): OrganisationStatus {
  return statusAfter(lastOf(standing).act);
}

function lastOf(standing: readonly Standing[]): Standing {
  const last = standing.at(-1);
  if (!last) throw new Error('an organisation begins with its founding');
  return last;
}

function notAllowed(from: OrganisationStatus, to: OrganisationStatus): Refusal {
  return { code: 'register.status.change-not-allowed', facts: { from, to, allowed: allowedActs(from) } };
}
