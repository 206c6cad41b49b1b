import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type {
  Application,
  ApplicationMove,
  ApplicationState,
  ChecklistItem,
  MemberMove,
  MemberState,
  Membership,
  StepInput,
} from './model.ts';

/** What may follow what; whatever is not here is refused. */
const APPLICATION_MOVES: Readonly<Record<ApplicationState, Partial<Record<ApplicationMove, ApplicationState>>>> = {
  received: { return: 'returned', accept: 'complete', withdraw: 'withdrawn' },
  // Returned once: what was not on that list cannot send it back again.
  returned: { accept: 'complete', withdraw: 'withdrawn' },
  complete: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { admit: 'admitted' },
  admitted: {},
  refused: {},
  withdrawn: {},
};

const MEMBER_MOVES: Readonly<Record<MemberState, Partial<Record<MemberMove, MemberState>>>> = {
  member: { suspend: 'suspended', leave: 'left' },
  suspended: { resume: 'member', leave: 'left' },
  left: {},
};

/** Steps that rest on a paper: a submission, a decision, a card. */
const NEEDS_PAPER: ReadonlySet<ApplicationMove | MemberMove> = new Set([
  'submit',
  'approve',
  'refuse',
  'admit',
  'suspend',
  'resume',
  'leave',
]);
/** Steps that somebody will ask the reason of. */
const NEEDS_REASON: ReadonlySet<ApplicationMove | MemberMove> = new Set(['refuse', 'suspend', 'leave', 'withdraw']);

/** The lawful steps from that state, in their order. */
export function allowedMoves(state: ApplicationState): readonly ApplicationMove[] {
  return Object.keys(APPLICATION_MOVES[state]) as ApplicationMove[];
}

export function allowedMemberMoves(state: MemberState): readonly MemberMove[] {
  return Object.keys(MEMBER_MOVES[state]) as MemberMove[];
}

/** Where a lawful step leads. */
export function stateAfter(state: ApplicationState, move: ApplicationMove): ApplicationState {
  return APPLICATION_MOVES[state][move] ?? state;
}

export function memberStateAfter(state: MemberState, move: MemberMove): MemberState {
  return MEMBER_MOVES[state][move] ?? state;
}

/** The items of the list that have not come in, in the list's order. */
export function gapsOf(checklist: readonly ChecklistItem[], present: readonly string[]): readonly ChecklistItem[] {
  return checklist.filter(({ code }) => !present.includes(code));
}

/** Whether the Board has still to decide; the card of one who was let in comes after. */
function isUndecided(state: ApplicationState): boolean {
  return state === 'received' || state === 'returned' || state === 'complete' || state === 'submitted';
}

/** Why no dossier is taken in: one is open, or the organisation is a member. */
export function openRefusal(
  { applications, members }: Membership,
  appliedOn: IsoDate,
  today: IsoDate,
): Refusal | undefined {
  if (appliedOn > today)
    return { code: 'membership.step.in-future', facts: { field: 'appliedOn', day: appliedOn, today } };
  const open = applications.find(({ state }) => isUndecided(state));
  if (open) return { code: 'membership.application.open-already', facts: { appliedOn: open.appliedOn } };
  const member = members.find(({ state }) => state !== 'left');
  return member ? { code: 'membership.member.already', facts: { from: member.validFrom } } : undefined;
}

/** Why items are not marked any more: the list was found complete, or the dossier is closed. */
export function markRefusal({ state }: Pick<Application, 'state'>): Refusal | undefined {
  if (state === 'received' || state === 'returned') return undefined;
  return { code: 'membership.application.items-fixed', facts: { state } };
}

/** Whose step it is: the Standing Board decides, the department does the rest. */
export function rightOf(move: ApplicationMove): 'membership.decide' | 'membership.handle' {
  return move === 'approve' || move === 'refuse' ? 'membership.decide' : 'membership.handle';
}

/** Why the dossier cannot take this step now: the table, the list of items, the day, the paper. */
export function moveRefusal(
  application: Pick<Application, 'state' | 'present' | 'checklist' | 'appliedOn' | 'steps'>,
  move: ApplicationMove,
  input: StepInput,
  today: IsoDate,
): Refusal | undefined {
  const { state, checklist, present, appliedOn, steps } = application;
  if (!(move in APPLICATION_MOVES[state]))
    return { code: 'membership.application.move-not-allowed', facts: { state, move, allowed: allowedMoves(state) } };
  const gaps = gapsOf(checklist, present).map(({ words }) => words);
  if (move === 'return' && gaps.length === 0) return { code: 'membership.application.nothing-missing', facts: {} };
  if (move === 'accept' && gaps.length > 0) return { code: 'membership.application.items-missing', facts: { gaps } };
  return inputRefusal(move, input, steps.at(-1)?.effectiveOn ?? appliedOn, today);
}

/** Why the member cannot take this step now. */
export function memberMoveRefusal(
  member: { readonly state: MemberState; readonly validFrom: IsoDate; readonly lastOn: IsoDate | null },
  move: MemberMove,
  input: StepInput,
  today: IsoDate,
): Refusal | undefined {
  const { state, validFrom, lastOn } = member;
  if (!(move in MEMBER_MOVES[state]))
    return { code: 'membership.member.move-not-allowed', facts: { state, move, allowed: allowedMemberMoves(state) } };
  return inputRefusal(move, input, lastOn ?? validFrom, today);
}

function inputRefusal(
  move: ApplicationMove | MemberMove,
  { effectiveOn, paperNo, note }: StepInput,
  notBefore: IsoDate,
  today: IsoDate,
): Refusal | undefined {
  const at = (field: string, code: string, facts = {}): Refusal => ({ code, facts: { field, ...facts } });
  if (effectiveOn > today) return at('effectiveOn', 'membership.step.in-future', { day: effectiveOn, today });
  if (effectiveOn < notBefore) return at('effectiveOn', 'membership.step.too-early', { day: effectiveOn, notBefore });
  if (NEEDS_PAPER.has(move) && paperNo === '') return at('paperNo', 'membership.step.without-paper', { move });
  return NEEDS_REASON.has(move) && note === '' ? at('note', 'membership.step.without-reason') : undefined;
}

/** Why a payment cannot stand: before the membership began, after it ended, or on a day to come. */
export function dueRefusal(
  due: { readonly year: number; readonly paidOn: IsoDate },
  member: { readonly validFrom: IsoDate; readonly validUntil: IsoDate | null },
  today: IsoDate,
): Refusal | undefined {
  const [first, last] = [Number(member.validFrom.slice(0, 4)), Number((member.validUntil ?? today).slice(0, 4)) + 1];
  if (due.year < first || due.year > last)
    return { code: 'membership.due.year-outside', facts: { field: 'year', year: due.year, first, last } };
  return due.paidOn > today
    ? { code: 'membership.step.in-future', facts: { field: 'paidOn', day: due.paidOn, today } }
    : undefined;
}
