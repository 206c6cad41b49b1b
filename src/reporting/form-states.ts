import type { IsoDate } from '#kernel/time.ts';
import type { FormCode, ReturnedCell, Submission, SubmissionEvent } from './model.ts';

/** What the board shows of one form of one unit. */
export type FormState =
  | 'not-opened'
  | 'entering'
  | 'awaiting-approval'
  | 'submitted'
  | 'returned'
  | 'correcting'
  | 'passed'
  | 'overdue';

export interface FormFacts {
  readonly form: FormCode;
  readonly submission: Pick<Submission, 'state' | 'roundNo'>;
  readonly events: readonly SubmissionEvent[];
  /** Rows of this form returned in the present round. */
  readonly returned: readonly ReturnedCell[];
  /** When a value of this form last changed; undefined: it has none. */
  readonly changedAt: Date | undefined;
  readonly submitByOn: IsoDate;
  readonly today: IsoDate;
}

/** Found in order by the cluster, and neither changed nor sent back since. */
export function isFormPassed(form: FormCode, events: readonly SubmissionEvent[], changedAt: Date | undefined): boolean {
  const passed = events.find((event) => event.act === 'pass' && (event.formCode === form || event.formCode === null));
  return passed !== undefined && (changedAt === undefined || changedAt <= passed.at);
}

/** The state of one form: the unit's own, except where the form alone was passed, sent back, or is not there in time. */
export function formState(facts: FormFacts): FormState {
  const { state } = facts.submission;
  if (state === 'passed' || state === 'locked') return 'passed';
  if ((state === 'returned' || state === 'correcting') && facts.returned.length > 0) return state;
  if (state === 'submitted' || state === 'returned' || state === 'correcting')
    return isFormPassed(facts.form, facts.events, facts.changedAt) ? 'passed' : 'submitted';
  if (state === 'awaiting-approval') return state;
  if (facts.today > facts.submitByOn && facts.changedAt === undefined) return 'overdue';
  return state === 'entering' && facts.changedAt !== undefined ? 'entering' : 'not-opened';
}
