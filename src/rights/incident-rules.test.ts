import { expect, test } from 'vitest';
import { closingRefusal, isDrillDue, noticeClock, notifiedAt, phasesOpen } from './incident-rules.ts';
import { readMoment } from './moment.ts';

const detected = new Date('2026-03-02T03:00:00Z');
const at = (hours: number, minutes = 0) => new Date(detected.getTime() + hours * 3_600_000 + minutes * 60_000);

test.each([
  { why: 'at once', now: at(0), state: 'running', hoursLeft: 72 },
  { why: 'with twelve hours left', now: at(60), state: 'running', hoursLeft: 12 },
  { why: 'with less than twelve hours left', now: at(60, 1), state: 'soon', hoursLeft: 11 },
  { why: 'at the very moment', now: at(72), state: 'soon', hoursLeft: 0 },
  { why: 'a minute later', now: at(72, 1), state: 'overdue', hoursLeft: -1 },
])('PDP-07 the 72 hours run from the finding: $why', ({ now, state, hoursLeft }) => {
  expect(noticeClock(detected, null, 72, now)).toEqual({ dueAt: at(72), state, hoursLeft });
});

test('PDP-07 a notice given at the deadline is in time, a minute later it is late, whenever one looks', () => {
  expect(noticeClock(detected, at(72), 72, at(1000)).state).toBe('met');
  expect(noticeClock(detected, at(72, 1), 72, at(1000)).state).toBe('missed');
});

test('PDP-07 the first notice to the authority counts; the phases that are open are named in the order of work', () => {
  const steps = [
    { phase: 'detect', happenedAt: detected },
    { phase: 'notify-authority', happenedAt: at(30) },
    { phase: 'notify-authority', happenedAt: at(20) },
  ] as const;

  expect(notifiedAt(steps)).toEqual(at(20));
  expect(notifiedAt(steps.slice(0, 1))).toBeNull();
  expect(phasesOpen(steps)).toEqual(['contain', 'assess', 'notify-people', 'learn']);
});

test('PDP-07 closing without a cause or a lesson is refused', () => {
  const open = { number: 'SC-QB-2026-01', closedAt: null };

  expect(closingRefusal(open, '', 'Khóa máy')?.code).toBe('rights.incident.cause-needed');
  expect(closingRefusal(open, 'Mất máy', '')?.code).toBe('rights.incident.lesson-needed');
  expect(closingRefusal(open, 'Mất máy', 'Khóa máy')).toBeUndefined();
  expect(closingRefusal({ ...open, closedAt: detected }, 'Mất máy', 'Khóa máy')?.code).toBe('rights.incident.closed');
});

test.each([
  { why: 'there never was one', last: null, isDue: true },
  { why: 'the last was twelve months ago to the minute', last: new Date('2025-03-02T03:00:00Z'), isDue: false },
  { why: 'the last was a minute earlier', last: new Date('2025-03-02T02:59:00Z'), isDue: true },
])('PDP-07 whether a drill is due when $why', ({ last, isDue }) => {
  expect(isDrillDue(last, 12, detected)).toBe(isDue);
});

test('a moment is read as officers type it, by the clock of Việt Nam', () => {
  const moment = new Date('2024-07-05T07:30:00Z');

  for (const text of ['05/07/2024 14:30', '14:30 5/7/2024', '2024-07-05T14:30', '5.7.2024 14:30'])
    expect(readMoment(text)).toEqual(moment);
  for (const text of ['05/07/2024', '14:30', '31/02/2024 10:00', '05/07/2024 24:00', ''])
    expect(readMoment(text)).toBeUndefined();
});
