import type { IsoDate } from '#kernel/time.ts';
import type { Delegation } from '#platform/delegation/model.ts';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { words } from '../messages.delegation.vi.ts';

type Dated = Pick<Delegation, 'validFrom' | 'validUntil' | 'endedAt'>;

const CHIPS = {
  now: { tone: 'ok', sign: '✓' },
  future: { tone: 'wait', sign: '→' },
  over: { tone: 'idle', sign: '–' },
  ended: { tone: 'idle', sign: '×' },
} as const;

export function delegationState({ validFrom, validUntil, endedAt }: Dated, today: IsoDate): keyof typeof CHIPS {
  if (validUntil <= today || validUntil === validFrom) return endedAt ? 'ended' : 'over';
  return validFrom > today ? 'future' : 'now';
}

export function DelegationChip({
  delegation,
  today,
  boxed = false,
}: {
  delegation: Dated;
  today: IsoDate;
  boxed?: boolean;
}) {
  const state = delegationState(delegation, today);
  return (
    <StateChip {...CHIPS[state]} boxed={boxed}>
      {words.states[state]}
    </StateChip>
  );
}
