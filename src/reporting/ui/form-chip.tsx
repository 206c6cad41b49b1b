import { StateChip } from '#platform/ui/state-chip.tsx';
import type { FormState } from '../form-states.ts';
import { board, formStates } from '../messages.screens.vi.ts';

interface FormChipProps {
  readonly state: FormState;
  /** How many cells were sent back: `!2`. */
  readonly returned?: number;
  readonly isLong?: boolean;
}

/** The state of one form of one unit: letter and word. */
export function FormChip({ state, returned = 0, isLong = false }: FormChipProps) {
  const { tone, sign, word } = formStates[state];
  const isReturned = state === 'returned' && returned > 0;
  return (
    <StateChip tone={tone} sign={isReturned ? `${sign}${returned}` : sign}>
      {isReturned && isLong ? board.returnedCount(returned) : word}
    </StateChip>
  );
}
