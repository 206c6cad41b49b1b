import { StateChip } from '#platform/ui/state-chip.tsx';
import { warningText as text } from '../messages.vi.ts';
import type { Warning } from '../model.ts';

export function LevelChip({ level }: { level: Warning['level'] }) {
  return (
    <StateChip tone={level === 'reached' ? 'bad' : 'warn'} sign={level === 'reached' ? '!!' : '!'}>
      {text.levels[level]}
    </StateChip>
  );
}
