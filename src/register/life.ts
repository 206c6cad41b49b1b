import { present } from '#kernel/assert.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { COUNTED_FIELDS } from './fields.ts';
import { fold } from './ledger.ts';
import type { ActKind, ActRecord, CountedValues, Facts, OrganisationStatus } from './model.ts';
import { actsBetween, allowedActs, EARLIEST_DAY, inOrder, statusAfter, transitionRefusal } from './statuses.ts';

/** Acts that a record's new words ask for, in their order, and acts that no longer stand. */
export interface LifePlan {
  readonly add: readonly NewAct[];
  readonly takeBack: readonly string[];
  /** Acts taken back earlier that stand again, each as a copy: what was known in between stays true. */
  readonly revive?: readonly string[];
  /** Why, when a person takes acts back. */
  readonly takeBackReason?: string;
}

export interface NewAct {
  readonly act: ActKind;
  readonly effectiveOn: IsoDate;
  readonly isDayStated: boolean;
  /** What holds from that day; a founding names everything. */
  readonly values?: CountedValues;
  /** The act that this one sets right; it takes over its successions. */
  readonly correctsId?: string;
  readonly reason?: string;
  /** When not that of the change it comes with. */
  readonly evidence?: string;
  /** Who takes over, and how, is said by the act. */
  readonly successors?: readonly string[];
}

type Standing = Pick<ActRecord, 'act' | 'effectiveOn' | 'sequence'> & {
  /** Null: planned just now. */
  readonly id: string | null;
  readonly changeId: string | null;
};

/**
 * Which acts lead from what is known to what the record now says, so that the ledger, read to its end, always gives the
 * record. Changed values hold from `valuesFrom`, or from the day of a later act that named them.
 */
export function planLedger(
  acts: readonly ActRecord[],
  says: Facts,
  cutOff: IsoDate,
  valuesFrom: IsoDate = cutOff,
): LifePlan | Refusal {
  const life = planLife(acts, says, cutOff);
  return 'code' in life ? life : withValues(acts, life, says, valuesFrom);
}

/** The plan with what is counted of the record: by its founding when it is new, else by a `change` act if anything differs. */
export function withValues(
  acts: readonly ActRecord[],
  life: LifePlan,
  says: Facts,
  from: IsoDate,
  revived: readonly ActRecord[] = [],
): LifePlan {
  const add = life.add.map((act) =>
    act.act === 'establish' ? { ...act, values: foundingValues(acts, act.effectiveOn) ?? countedValues(says) } : act,
  );
  const founded = add.find((act) => act.act === 'establish');
  const fallen = acts.filter(
    (act) => founded !== undefined && act.act !== 'establish' && act.effectiveOn < founded.effectiveOn,
  );
  const takeBack = [...new Set([...life.takeBack, ...fallen.map((act) => act.id)])];
  const standing = [
    ...acts.filter((act) => !takeBack.includes(act.id)),
    ...revived,
    ...add.map((act, place) => ({ ...act, sequence: Number.MAX_SAFE_INTEGER - add.length + place })),
  ];
  const plan = { ...life, add, takeBack };
  const values = differing(fold(standing, { on: LAST_DAY })?.values ?? {}, says);
  const names = Object.keys(values);
  if (standing.length === 0 || names.length === 0) return plan;
  const naming = standing.filter((act) => act.act === 'establish' || names.some((name) => name in (act.values ?? {})));
  const day = present([from, ...naming.map((act) => act.effectiveOn)].sort().at(-1), 'there is at least one day');
  const change: NewAct = { act: 'change', effectiveOn: day, isDayStated: day === from, values };
  return { ...plan, add: [...add, change] };
}

const LAST_DAY = '9999-12-31' as IsoDate;

/** What is counted of a record, as an act says it. */
export function countedValues(says: Facts): CountedValues {
  return Object.fromEntries(COUNTED_FIELDS.map(({ name, column }) => [column, (says[name] ?? null) as string | null]));
}

function differing(held: CountedValues, says: Facts): CountedValues {
  const wanted = Object.entries(countedValues(says)) as [keyof CountedValues, string | null][];
  return Object.fromEntries(wanted.filter(([column, value]) => (held[column] ?? null) !== value));
}

/** What a founding that moves carries along: what held on its new day, else what the old one brought. */
function foundingValues(acts: readonly ActRecord[], day: IsoDate): CountedValues | undefined {
  const known = acts.find((act) => act.act === 'establish');
  if (!known) return undefined;
  return fold(acts, { on: day })?.values ?? known.values;
}

/**
 * Which acts lead to the status that the record says, so that its newest act always gives its status.
 * A day that is not stated is the cut-off, or the day of the act before it when that is later: the latest on which it
 * can have been so. An impossible way (from dissolved back to operating) is refused with the acts allowed.
 */
export function planLife(all: readonly ActRecord[], says: Facts, cutOff: IsoDate): LifePlan | Refusal {
  const acts = all.filter((act) => statusAfter(act.act) !== undefined);
  const founded = planFounding(acts, says.establishedOn as IsoDate | null);
  const wanted = says.status as OrganisationStatus;
  const since = says.statusSince as IsoDate | null;
  const last = lastOf(founded.standing);
  const current = statusOf(last);

  if (wanted === current && !isMoved(founded.standing, since)) return { add: founded.add, takeBack: founded.takeBack };
  if (!actsBetween(current, wanted, last.act)) return notAllowed(last, wanted);

  const { day, isDayStated } = dayOf(wanted, since, founded.standing, cutOff);
  const moved = wanted === current ? last : undefined;
  const before = founded.standing.filter((act) => isBefore(act, day, moved));
  const at = lastOf(before);
  const way = moved && isStep(at, moved) ? [moved.act] : actsBetween(statusOf(at), wanted, at.act);
  if (!way) return notAllowed(at, wanted);
  const takenBack = founded.standing.filter((act) => !before.includes(act) && act.id !== null);
  const corrected = moved?.id && way.at(-1) === moved.act ? { correctsId: moved.id } : {};
  return {
    add: [
      ...founded.add,
      ...way.map((act, place) => ({
        act,
        effectiveOn: day,
        isDayStated,
        ...(place === way.length - 1 ? corrected : {}),
      })),
    ],
    takeBack: [...founded.takeBack, ...takenBack.map((act) => String(act.id))],
  };
}

/** Whether the act may follow at once, so that moving its day leaves it what it was. */
function isStep(at: Standing, act: Standing): boolean {
  return transitionRefusal(statusOf(at), act.act, at.act) === undefined;
}

/** The act of founding at its day; acts before a founding that moved later fall away. */
function planFounding(acts: readonly ActRecord[], establishedOn: IsoDate | null) {
  const known = acts.find((act) => act.act === 'establish');
  const founding: NewAct = {
    act: 'establish',
    effectiveOn: establishedOn ?? EARLIEST_DAY,
    isDayStated: establishedOn !== null,
    ...(known ? { correctsId: known.id } : {}),
  };
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
  return since !== null && !['establish', 'resume', 'restore'].includes(last.act) && last.effectiveOn !== since;
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

function statusOf(act: Standing): OrganisationStatus {
  return present(statusAfter(act.act), 'only acts that have a part in the status are looked at');
}

function lastOf(standing: readonly Standing[]): Standing {
  return present(standing.at(-1), 'an organisation begins with its founding');
}

function notAllowed(at: Standing, to: OrganisationStatus): Refusal {
  const from = statusOf(at);
  return { code: 'register.status.change-not-allowed', facts: { from, to, allowed: allowedActs(from, at.act) } };
}
