import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { sayClock } from '../messages.vi.ts';
import type { Clock } from '../model.ts';

const LOOK: Readonly<Record<Clock['state'], { readonly tone: Tone; readonly sign: string }>> = {
  running: { tone: 'wait', sign: 'C' },
  soon: { tone: 'warn', sign: '!' },
  overdue: { tone: 'bad', sign: '!!' },
  paused: { tone: 'idle', sign: 'II' },
  met: { tone: 'ok', sign: '✓' },
  missed: { tone: 'bad', sign: '✗' },
};

/** A deadline as it stands: colour, sign and words; `of` says of what. */
export function ClockChip({ clock, boxed = false, of }: { clock: Clock; boxed?: boolean; of?: string }) {
  const { tone, sign } = LOOK[clock.state];
  return (
    <StateChip tone={tone} sign={sign} boxed={boxed}>
      {of ? `${of}: ${sayClock(clock)}` : sayClock(clock)}
    </StateChip>
  );
}
