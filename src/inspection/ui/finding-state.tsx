import { StateChip } from '#platform/ui/state-chip.tsx';
import { resultLabels, stateLabels, findingText as text } from '../messages.findings.vi.ts';
import type { FollowUp, Result } from '../model.ts';

const RESULTS = {
  right: { tone: 'ok', sign: '✓' },
  wrong: { tone: 'bad', sign: '≠' },
  unverifiable: { tone: 'warn', sign: '?' },
} as const;
const STATES = {
  open: { tone: 'warn', sign: '!' },
  done: { tone: 'wait', sign: 'G' },
  verified: { tone: 'ok', sign: '✓' },
} as const;

export function ResultChip({ result }: { result: Result | null }) {
  if (result === null)
    return (
      <StateChip tone="idle" sign="–">
        {text.notLooked}
      </StateChip>
    );
  return <StateChip {...RESULTS[result]}>{resultLabels[result]}</StateChip>;
}

/** How far the mending is; an open one whose day has passed says so. */
export function FollowUpChip({ followUp, isLate }: { followUp: FollowUp; isLate: boolean }) {
  if (isLate)
    return (
      <StateChip tone="bad" sign="!">
        {text.findings.overdue}
      </StateChip>
    );
  return <StateChip {...STATES[followUp.state]}>{stateLabels[followUp.state]}</StateChip>;
}
