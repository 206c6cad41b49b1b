import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { stateNames, text } from '../messages.vi.ts';
import type { HeldGrant, PersonState } from '../model.ts';

const CHIPS: Readonly<Record<PersonState, { readonly tone: Tone; readonly sign: string }>> = {
  active: { tone: 'ok', sign: '✓' },
  upcoming: { tone: 'wait', sign: '→' },
  leaving: { tone: 'warn', sign: '!' },
  idle: { tone: 'idle', sign: '–' },
  closed: { tone: 'idle', sign: '×' },
};

export function PersonChip({ state, boxed = false }: { state: PersonState; boxed?: boolean }) {
  const { tone, sign } = CHIPS[state];
  return (
    <StateChip tone={tone} sign={sign} boxed={boxed}>
      {stateNames[state]}
    </StateChip>
  );
}

/** `từ 01/07/2024`, or both days; the last one is included. */
export function spanText({ validFrom, validUntil }: Pick<HeldGrant, 'validFrom' | 'validUntil'>): string {
  return validUntil
    ? text.span.fromTo(formatDate(validFrom), lastDayText(validUntil))
    : text.span.from(formatDate(validFrom));
}

/** The last day of a span whose end is excluded. */
export function lastDayText(validUntil: IsoDate | null): string {
  return validUntil ? formatDate(addDays(validUntil, -1)) : text.person.open;
}
