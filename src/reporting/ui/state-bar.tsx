import type { IsoDate } from '#kernel/time.ts';
import { dayInVietnam } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { board as words } from '../messages.screens.vi.ts';
import type { DataCall, DataCallState } from '../model.ts';

interface Step {
  readonly label: string;
  readonly on: IsoDate | null;
  /** Has no day of its own: it lasts from one step to the next. */
  readonly isSpan?: boolean;
}

/** `distance` is below 0 for steps that are done. */
function stepDay({ on, isSpan }: Step, distance: number, today: IsoDate): string {
  if (!isSpan) return on ? formatDate(on) : words.notSet;
  if (distance === 0) return words.today(today);
  return distance < 0 ? words.done : words.notBegun;
}

/** Which step is being worked on; all before it are done. */
export function stepNow(state: DataCallState, call: DataCall, today: IsoDate): number {
  if (state === 'draft') return 0;
  if (state === 'locked') return 5;
  if (state === 'consolidating') return 3;
  return today <= call.period.lastDay ? 1 : 2;
}

/** Where the period stands, each step with its day. Shows; changes nothing. */
export function StateBar({ call, state, today }: { call: DataCall; state: DataCallState; today: IsoDate }) {
  const now = stepNow(state, call, today);
  const steps: readonly Step[] = [
    { label: words.steps.opened, on: dayInVietnam(call.openedAt) },
    { label: words.steps.cutOff, on: call.period.lastDay },
    { label: words.steps.received, on: call.submitByOn },
    { label: words.steps.consolidating, on: null, isSpan: true },
    { label: words.steps.locked, on: call.lockByOn },
    { label: words.steps.conference, on: call.conferenceOn },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it
    <ol className="statebar" aria-label={words.stepsLabel} tabIndex={0}>
      {steps.map((step, place) => (
        <li
          key={step.label}
          className={place < now ? 'done' : place === now ? 'now' : 'next'}
          aria-current={place === now ? 'step' : undefined}
        >
          <i aria-hidden="true">{place < now ? '✓' : place + 1}</i>
          <span>
            <b>{step.label}</b>
            {stepDay(step, place - now, today)}
          </span>
        </li>
      ))}
    </ol>
  );
}
