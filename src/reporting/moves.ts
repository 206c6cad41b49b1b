import type { Refusal } from '#kernel/refusal.ts';
import type { DataCallAct, DataCallState, SubmissionAct, SubmissionState } from './model.ts';

/** `cluster`: the secretary of the cluster. `unit`: officers and leaders of the alliance. `unit-leader`: its leaders. */
export type Mover = 'cluster' | 'unit' | 'unit-leader';

export interface Move<State, Act> {
  readonly from: State;
  readonly act: Act;
  readonly to: State;
  readonly by: Mover;
}

/** Every move of a data call; what is not listed is refused. */
export const DATA_CALL_MOVES: readonly Move<DataCallState, DataCallAct>[] = [
  { from: 'draft', act: 'open', to: 'open', by: 'cluster' },
  { from: 'open', act: 'extend', to: 'open', by: 'cluster' },
  { from: 'open', act: 'close', to: 'closed', by: 'cluster' },
  { from: 'closed', act: 'extend', to: 'open', by: 'cluster' },
  { from: 'closed', act: 'consolidate', to: 'consolidating', by: 'cluster' },
  { from: 'consolidating', act: 'lock', to: 'locked', by: 'cluster' },
  { from: 'locked', act: 'restate', to: 'consolidating', by: 'cluster' },
];

/** Every move of a unit's submission; what is not listed is refused. */
export const SUBMISSION_MOVES: readonly Move<SubmissionState, SubmissionAct>[] = [
  { from: 'not-opened', act: 'enter', to: 'entering', by: 'unit' },
  { from: 'entering', act: 'ask-approval', to: 'awaiting-approval', by: 'unit' },
  { from: 'awaiting-approval', act: 'send-back', to: 'entering', by: 'unit-leader' },
  { from: 'awaiting-approval', act: 'submit', to: 'submitted', by: 'unit-leader' },
  { from: 'submitted', act: 'recall', to: 'entering', by: 'unit-leader' },
  { from: 'submitted', act: 'return', to: 'returned', by: 'cluster' },
  { from: 'submitted', act: 'pass', to: 'passed', by: 'cluster' },
  { from: 'submitted', act: 'lock', to: 'locked', by: 'cluster' },
  { from: 'returned', act: 'correct', to: 'correcting', by: 'unit' },
  { from: 'correcting', act: 'submit', to: 'submitted', by: 'unit-leader' },
  { from: 'passed', act: 'return', to: 'returned', by: 'cluster' },
  { from: 'passed', act: 'lock', to: 'locked', by: 'cluster' },
  { from: 'locked', act: 'unlock', to: 'passed', by: 'cluster' },
];

/** Where an act leads from a state, or undefined when it is not allowed there. */
export function moveFrom<State, Act>(
  moves: readonly Move<State, Act>[],
  state: State,
  act: Act,
): Move<State, Act> | undefined {
  return moves.find((move) => move.from === state && move.act === act);
}

/** Why a submission may not make this move now; names the moves that it may. */
export function moveRefusal(state: SubmissionState, act: SubmissionAct): Refusal | undefined {
  return refusalOf('reporting.submission.move-not-allowed', SUBMISSION_MOVES, state, act);
}

/** Why a data call may not make this move now; names the moves that it may. */
export function dataCallMoveRefusal(state: DataCallState, act: DataCallAct): Refusal | undefined {
  return refusalOf('reporting.call.move-not-allowed', DATA_CALL_MOVES, state, act);
}

function refusalOf<State, Act>(
  code: string,
  moves: readonly Move<State, Act>[],
  state: State,
  act: Act,
): Refusal | undefined {
  if (moveFrom(moves, state, act)) return undefined;
  const allowed = moves.filter((move) => move.from === state).map((move) => move.act);
  return { code, facts: { state, act, allowed } };
}

/** Sent to the cluster at least once and not taken back: its figures count in the consolidation. */
export function isSubmitted(state: SubmissionState): boolean {
  return ['submitted', 'returned', 'correcting', 'passed', 'locked'].includes(state);
}

/** The state as of a day: receiving ends by itself after the deadline. Late submissions are still taken, as late. */
export function stateOn(call: { state: DataCallState; submitByOn: string }, today: string): DataCallState {
  return call.state === 'open' && today > call.submitByOn ? 'closed' : call.state;
}

/** Stands for the unit's narrative among changing codes: text is no cell and may be mended while cells are returned. */
export const NARRATIVE = 'narrative';

/**
 * Why these rows of the form may not change now. A returned submission unlocks the returned rows only; a sent one is
 * recalled by whoever may; a passed or locked one not at all.
 */
export function writeRefusal(ask: {
  callState: DataCallState;
  state: SubmissionState;
  unitCode: string;
  changing: readonly string[];
  returned: ReadonlySet<string>;
}): Refusal | undefined {
  const facts = { unit: ask.unitCode };
  if (ask.changing.length === 0) return undefined;
  if (ask.callState === 'locked') return { code: 'reporting.values.call-locked', facts };
  if (ask.callState === 'draft') return { code: 'reporting.values.call-not-open', facts };
  if (ask.state === 'passed' || ask.state === 'locked') return { code: 'reporting.values.unit-passed', facts };
  if (ask.state === 'awaiting-approval') return { code: 'reporting.values.awaiting-approval', facts };
  if (ask.state !== 'returned' && ask.state !== 'correcting') return undefined;

  const closed = [...new Set(ask.changing)].filter((code) => code !== NARRATIVE && !ask.returned.has(code));
  if (closed.length === 0) return undefined;
  return {
    code: 'reporting.values.cell-not-returned',
    facts: { ...facts, cells: closed, returned: [...ask.returned] },
  };
}
