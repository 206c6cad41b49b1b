import type { Refusal } from '#kernel/refusal.ts';
import type { FollowUp, KeptItem, KeptSample } from './model.ts';

interface FindingInput {
  readonly result: 'right' | 'wrong' | 'unverifiable';
  readonly note: string;
  readonly found: string;
  readonly task: string;
  readonly mendedBy: string;
  readonly dueOn: string | null;
}

/** Why a finding is not written: it says too little to be answered, or asks for mending without who and when. */
export function findingRefusal(input: FindingInput, before: FollowUp | null, today: string): Refusal | undefined {
  const at = (field: string, code: string): Refusal => ({ code, facts: { field } });
  if (input.result !== 'right' && input.note === '' && input.found === '')
    return at('note', 'inspection.finding.says-nothing');
  if (input.task === '') return before ? at('task', 'inspection.follow-up.cannot-vanish') : undefined;
  if (input.mendedBy === '') return at('mendedBy', 'inspection.follow-up.nobody-named');
  if (input.dueOn === null) return at('dueOn', 'inspection.follow-up.no-day');
  const isNewDay = input.dueOn !== before?.dueOn;
  return isNewDay && input.dueOn < today ? at('dueOn', 'inspection.follow-up.day-past') : undefined;
}

/** Why findings are not changed any more: they were concluded from. */
export function concludedRefusal({ concludedAt, concludedBy }: KeptSample): Refusal | undefined {
  if (concludedAt === null) return undefined;
  return { code: 'inspection.sample.concluded', facts: { concludedAt, concludedBy } };
}

/** Why nothing can be concluded yet. */
export function conclusionRefusal(sample: KeptSample, items: readonly KeptItem[]): Refusal | undefined {
  const concluded = concludedRefusal(sample);
  if (concluded) return concluded;
  const open = items.filter(({ result }) => result === null).length;
  return open > 0 ? { code: 'inspection.sample.items-open', facts: { open, of: items.length } } : undefined;
}

/** Why the unit cannot answer: nothing was asked, or the inspector has seen to it already. */
export function answerRefusal(followUp: FollowUp | null): Refusal | undefined {
  if (!followUp) return { code: 'inspection.follow-up.not-found', facts: {} };
  const { state, verifiedAt, verifiedBy } = followUp;
  return state === 'verified'
    ? { code: 'inspection.follow-up.verified-already', facts: { verifiedAt, verifiedBy } }
    : undefined;
}

/** Why the inspector cannot say whether it was mended: nobody has said that it was. */
export function verifyRefusal(followUp: FollowUp | null): Refusal | undefined {
  const refusal = answerRefusal(followUp);
  if (refusal) return refusal;
  return followUp?.state === 'open' ? { code: 'inspection.follow-up.not-answered', facts: {} } : undefined;
}

/** Whether the day by which it was to be mended has passed without an answer. */
export function isOverdue({ state, dueOn }: Pick<FollowUp, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'open' && dueOn < today;
}
