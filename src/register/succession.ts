import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { fold } from './ledger.ts';
import type { ActKind, Relation } from './model.ts';
import type { KnownRecord } from './planning.ts';
import { allowedActs } from './statuses.ts';

/** How many take over, at least and at most. */
const SUCCESSORS: Readonly<Record<Relation, { readonly min: number; readonly max: number }>> = {
  merge: { min: 1, max: 1 },
  consolidate: { min: 1, max: 1 },
  split: { min: 2, max: 20 },
  separate: { min: 1, max: 20 },
  convert: { min: 1, max: 1 },
};

/** Acts by which one organisation takes over from another, with how many do. */
export function successorsOf(act: ActKind): { readonly min: number; readonly max: number } | undefined {
  return act in SUCCESSORS ? SUCCESSORS[act as Relation] : undefined;
}

/**
 * Why these may not take over from those: their number, an organisation that takes over from itself, one that does not
 * stand on that day, or one of another kind. Undefined when nothing speaks against it.
 *
 * @law 17/2023/QH15 Đ.92–95 (the merged and the consolidated are of one kind)
 * @law 17/2023/QH15 Đ.108 (a cooperative group becomes a cooperative)
 */
export function successionRefusal(
  act: ActKind,
  on: IsoDate,
  sides: { readonly ends: readonly KnownRecord[]; readonly successors: readonly KnownRecord[] },
): Refusal | undefined {
  const { ends, successors } = sides;
  const number = successorsOf(act);
  if (!number)
    return successors.length > 0
      ? { code: 'register.act.no-successor', facts: { act, field: 'successors' } }
      : undefined;
  if (successors.length < number.min || successors.length > number.max)
    return { code: 'register.act.successors-number', facts: { act, ...number, field: 'successors' } };
  if (act === 'consolidate' && ends.length < 2)
    return { code: 'register.act.consolidated-alone', facts: { field: 'together' } };
  for (const successor of successors) {
    const refusal = successorRefusal(act, on, ends, successor);
    if (refusal) return refusal;
  }
  return undefined;
}

function successorRefusal(
  act: ActKind,
  on: IsoDate,
  ends: readonly KnownRecord[],
  successor: KnownRecord,
): Refusal | undefined {
  const name = successor.facts.name;
  if (ends.some((end) => end.id === successor.id))
    return { code: 'register.act.succeeds-itself', facts: { name, field: 'successors' } };
  const stands = fold(successor.acts, { on });
  if (!stands || allowedActs(stands.status, stands.by).length === 0)
    return { code: 'register.act.successor-not-there', facts: { name, on, field: 'successors' } };
  const kinds = ends.map((end) => fold(end.acts, { on })?.values.kind ?? end.facts.kind);
  const kind = stands.values.kind ?? successor.facts.kind;
  if (act === 'convert') {
    if (kinds.every((one) => one === 'cooperative-group') && kind === 'cooperative') return undefined;
    return { code: 'register.act.converts-group-only', facts: { name, field: 'successors' } };
  }
  if ((act === 'merge' || act === 'consolidate') && kinds.some((one) => one !== kind))
    return { code: 'register.act.other-kind', facts: { act, name, field: 'successors' } };
  return undefined;
}
