import { describe, expect, test } from 'vitest';
import type { DataCallAct, DataCallState, SubmissionAct, SubmissionState } from './model.ts';
import {
  DATA_CALL_MOVES,
  dataCallMoveRefusal,
  moveFrom,
  moveRefusal,
  SUBMISSION_MOVES,
  stateOn,
  writeRefusal,
} from './moves.ts';

const STATES: readonly SubmissionState[] = [
  'not-opened',
  'entering',
  'awaiting-approval',
  'submitted',
  'returned',
  'correcting',
  'passed',
  'locked',
];
const ACTS: readonly SubmissionAct[] = [
  'enter',
  'ask-approval',
  'send-back',
  'submit',
  'recall',
  'return',
  'correct',
  'pass',
  'lock',
  'unlock',
];

/** Every move of a submission, by hand. */
const EXPECTED: Readonly<Record<SubmissionState, Partial<Record<SubmissionAct, SubmissionState>>>> = {
  'not-opened': { enter: 'entering' },
  entering: { 'ask-approval': 'awaiting-approval' },
  'awaiting-approval': { 'send-back': 'entering', submit: 'submitted' },
  submitted: { recall: 'entering', return: 'returned', pass: 'passed', lock: 'locked' },
  returned: { correct: 'correcting' },
  correcting: { submit: 'submitted' },
  passed: { return: 'returned', lock: 'locked' },
  locked: { unlock: 'passed' },
};

describe('moves of a submission', () => {
  test.each(STATES.flatMap((state) => ACTS.map((act) => ({ state, act }))))('$state, $act', ({ state, act }) => {
    const to = EXPECTED[state][act];

    expect(moveFrom(SUBMISSION_MOVES, state, act)?.to).toBe(to);
    expect(moveRefusal(state, act)).toEqual(
      to
        ? undefined
        : {
            code: 'reporting.submission.move-not-allowed',
            facts: { state, act, allowed: expect.arrayContaining(Object.keys(EXPECTED[state])) },
          },
    );
  });
});

test('RPT-01 a data call goes forward only, and a refusal names what may be done', () => {
  const way: readonly [DataCallState, DataCallAct, DataCallState][] = [
    ['draft', 'open', 'open'],
    ['open', 'close', 'closed'],
    ['closed', 'extend', 'open'],
    ['closed', 'consolidate', 'consolidating'],
    ['consolidating', 'lock', 'locked'],
    ['locked', 'restate', 'consolidating'],
  ];
  for (const [from, act, to] of way) expect(moveFrom(DATA_CALL_MOVES, from, act)?.to).toBe(to);
  expect(dataCallMoveRefusal('locked', 'open')).toEqual({
    code: 'reporting.call.move-not-allowed',
    facts: { state: 'locked', act: 'open', allowed: ['restate'] },
  });
});

test('RPT-01 receiving ends by itself the day after the deadline', () => {
  const call = { state: 'open', submitByOn: '2024-06-19' } as const;

  expect(stateOn(call, '2024-06-19')).toBe('open');
  expect(stateOn(call, '2024-06-20')).toBe('closed');
  expect(stateOn({ ...call, state: 'locked' }, '2024-06-20')).toBe('locked');
});

describe('what may be written', () => {
  const ask = {
    callState: 'open',
    state: 'entering',
    unitCode: 'LMHTX-NA',
    changing: ['DT.TONG'],
    returned: new Set<string>(),
  } as const;

  test.each([
    { why: 'while entering', over: {}, code: undefined },
    { why: 'sent, before the cluster passed it', over: { state: 'submitted' }, code: undefined },
    { why: 'late', over: { callState: 'closed' }, code: undefined },
    { why: 'before the call opens', over: { callState: 'draft' }, code: 'reporting.values.call-not-open' },
    { why: 'after the lock', over: { callState: 'locked' }, code: 'reporting.values.call-locked' },
    { why: 'while the leader reads', over: { state: 'awaiting-approval' }, code: 'reporting.values.awaiting-approval' },
    { why: 'after it passed', over: { state: 'passed' }, code: 'reporting.values.unit-passed' },
    { why: 'returned, another row', over: { state: 'returned' }, code: 'reporting.values.cell-not-returned' },
    {
      why: 'returned, the row itself',
      over: { state: 'correcting', returned: new Set(['DT.TONG']) },
      code: undefined,
    },
    { why: 'nothing changes', over: { state: 'locked', callState: 'locked', changing: [] }, code: undefined },
  ] as const)('$why: $code', ({ over, code }) => {
    expect(writeRefusal({ ...ask, ...over })?.code).toBe(code);
  });
});
