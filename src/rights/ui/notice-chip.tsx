import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { NoticeClock } from '../incident-rules.ts';
import { sayNotice } from '../messages-incidents.vi.ts';

const LOOK: Readonly<Record<NoticeClock['state'], { readonly tone: Tone; readonly sign: string }>> = {
  running: { tone: 'wait', sign: 'C' },
  soon: { tone: 'warn', sign: '!' },
  overdue: { tone: 'bad', sign: '!!' },
  met: { tone: 'ok', sign: '✓' },
  missed: { tone: 'bad', sign: '✗' },
};

/** The clock of the notice to the authority. */
export function NoticeChip({ clock, boxed = false }: { clock: NoticeClock; boxed?: boolean }) {
  const { tone, sign } = LOOK[clock.state];
  return (
    <StateChip tone={tone} sign={sign} boxed={boxed}>
      {sayNotice(clock)}
    </StateChip>
  );
}
