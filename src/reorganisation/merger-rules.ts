import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { MergerPlan } from './merger-model.ts';

/** A call that is not locked, of a cluster of one of the alliances. */
export interface OpenCall {
  readonly words: string;
  readonly lastDay: IsoDate;
}

/** What is known when a merger is judged. */
export interface MergerFacts {
  readonly today: IsoDate;
  /** Codes of the sources that have no name on the day before or no name on the day. */
  readonly unknown: readonly string[];
  readonly isSuccessorCodeKnown: boolean;
  /** Sources that get another name after the day. */
  readonly renamedLater: readonly string[];
  readonly openCalls: readonly OpenCall[];
}

type Plan = Pick<MergerPlan, 'kind' | 'sources' | 'successor' | 'isNew' | 'effectiveOn' | 'transfersCalls'>;

/** Why alliances cannot become one as planned; undefined when they can. */
export function mergerRefusal(plan: Plan, facts: MergerFacts): Refusal | undefined {
  const { effectiveOn: on } = plan;
  if (plan.kind === 'rename' && plan.sources.length !== 1) return { code: 'reorganisation.merger.one-only', facts: {} };
  if (plan.kind === 'merge' && new Set(plan.sources).size < 2)
    return { code: 'reorganisation.merger.too-few', facts: {} };
  if (facts.unknown.length > 0)
    return { code: 'reorganisation.merger.unknown-unit', facts: { codes: facts.unknown, on } };
  if (!plan.isNew && !plan.sources.includes(plan.successor))
    return { code: 'reorganisation.merger.successor-missing', facts: {} };
  if (plan.isNew && facts.isSuccessorCodeKnown)
    return { code: 'reorganisation.merger.code-known', facts: { code: plan.successor } };
  if (on > facts.today) return { code: 'reorganisation.merger.not-yet', facts: { on, field: 'effectiveOn' } };
  const [later] = facts.renamedLater;
  if (later !== undefined) return { code: 'reorganisation.merger.later-term', facts: { alliance: later, on } };
  return plan.kind === 'merge' ? callsRefusal(plan, facts.openCalls) : undefined;
}

/** A call whose cut-off lies on the day or after cannot be left to a unit that is no longer there then. */
function callsRefusal({ transfersCalls, effectiveOn }: Plan, calls: readonly OpenCall[]): Refusal | undefined {
  const blocking = calls.filter(({ lastDay }) => !transfersCalls || lastDay >= effectiveOn);
  if (blocking.length === 0) return undefined;
  return { code: 'reorganisation.merger.calls-open', facts: { calls: blocking.map(({ words }) => words) } };
}
