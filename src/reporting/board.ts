import type { Decimal } from '#kernel/decimal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Holidays } from '#kernel/working-days.ts';
import { workingDaysLeft } from '#kernel/working-days.ts';
import type { Alliance, AllianceId } from '#organisations/public.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import { holidaysOf } from './acts/ensure-data-call.ts';
import { type ClusterFacts, clusterFacts } from './consolidate.ts';
import { amountsByUnit, type FindingFacts, findingFacts, findingsFrom } from './findings.ts';
import { type FormState, formState } from './form-states.ts';
import { FORM_CODES } from './messages.vi.ts';
import type {
  DataCall,
  DataCallState,
  Finding,
  FormCode,
  ReturnedCell,
  Submission,
  SubmissionAct,
  SubmissionEvent,
} from './model.ts';
import { isSubmitted, stateOn } from './moves.ts';
import { reconciliationState } from './reconciliation.ts';

/** When and by whom a form of a unit was last changed. */
export interface FormChange {
  readonly allianceId: AllianceId;
  readonly formCode: FormCode;
  readonly at: Date;
  readonly by: string;
}

/** Everything that the board of a period shows, as read in one go. */
export interface BoardFacts {
  readonly cluster: ClusterFacts;
  readonly more: FindingFacts;
  readonly findings: readonly Finding[];
  /** By submission, newest first. */
  readonly events: ReadonlyMap<string, readonly SubmissionEvent[]>;
  readonly returned: ReadonlyMap<string, readonly ReturnedCell[]>;
  readonly changes: readonly FormChange[];
  readonly holidays: Holidays;
}

export interface BoardCell {
  readonly form: FormCode;
  readonly state: FormState;
  /** How many rows of it the cluster has sent back and waits for. */
  readonly returned: number;
}

export interface BoardUnit {
  readonly code: string;
  readonly shortName: string;
  readonly name: string;
  readonly submission: Submission | null;
  readonly cells: readonly BoardCell[];
  readonly lastAct: { readonly at: Date; readonly by: string } | null;
  /** Working days to the deadline, negative when overdue; null: nothing is owed. */
  readonly daysLeft: number | null;
  readonly declared: Decimal | null;
  readonly counted: Decimal | null;
  /** Figures whose register count differs and nobody has signed for. */
  readonly unreconciled: number;
}

export interface Board {
  readonly call: DataCall;
  readonly state: DataCallState;
  /** Working days to the lock; null once locked. */
  readonly daysToLock: number | null;
  readonly units: readonly BoardUnit[];
  readonly tally: ReadonlyMap<FormState, number>;
}

export async function readBoard(db: ReadDb, clusterCode: string, periodCode: string): Promise<BoardFacts> {
  const cluster = await clusterFacts(db, clusterCode, periodCode);
  const more = await findingFacts(db, cluster);
  return {
    cluster,
    more,
    findings: findingsFrom(cluster, more),
    events: await eventsOf(db, cluster.call),
    returned: await returnedOf(db, cluster.call),
    changes: await changesOf(db, cluster),
    holidays: await holidaysOf(db, cluster.call.period.lastDay),
  };
}

/** Pure: the board as of a day. */
export function boardOf(facts: BoardFacts, today: IsoDate): Board {
  const { call } = facts.cluster;
  const units = facts.cluster.members.map((member) => unitOf(facts, member, today));
  const tally = new Map<FormState, number>();
  for (const cell of units.flatMap((unit) => unit.cells)) tally.set(cell.state, (tally.get(cell.state) ?? 0) + 1);
  const state = stateOn(call, today);
  const daysToLock = state === 'locked' ? null : workingDaysLeft(today, call.lockByOn, facts.holidays);
  return { call, state, daysToLock, units, tally };
}

function unitOf(facts: BoardFacts, member: Alliance, today: IsoDate): BoardUnit {
  const { cluster } = facts;
  const found = cluster.submissions.get(member.id);
  const submission = found ? { ...found, unitCode: member.code } : null;
  const own = facts.changes.filter((change) => change.allianceId === member.id);
  const amounts = amountsByUnit(cluster.values).get(member.code);
  const counts = cluster.counts.get(member.id);
  return {
    code: member.code,
    shortName: member.shortName,
    name: member.name,
    submission,
    cells: FORM_CODES.map((form) => cellOf(facts, submission, own, form, today)),
    lastAct: lastActOf(submission, own),
    daysLeft: daysLeftOf(facts, submission, today),
    declared: amounts?.get('HTX.SO') ?? null,
    counted: counts?.get('counted') ?? null,
    unreconciled: cluster.indicators.filter((indicator) => {
      const declared = amounts?.get(indicator.code) ?? null;
      const counted = indicator.countedBy === null ? null : (counts?.get(indicator.countedBy) ?? null);
      const signed = facts.more.remarks.reconciliations.get(`${member.code} ${indicator.code}`);
      return reconciliationState(indicator, declared, counted, signed) === 'unreconciled';
    }).length,
  };
}

/** The rows of a form that wait for the unit's answer in the present round. */
export function openCells(facts: BoardFacts, submission: Submission | null, form: FormCode): readonly ReturnedCell[] {
  if (!submission) return [];
  const codes = new Set(
    facts.cluster.indicators.filter((indicator) => indicator.formCode === form).map((indicator) => indicator.code),
  );
  return (facts.returned.get(submission.id) ?? []).filter(
    (cell) => cell.roundNo === submission.roundNo && codes.has(cell.indicatorCode),
  );
}

function cellOf(
  facts: BoardFacts,
  submission: Submission | null,
  own: readonly FormChange[],
  form: FormCode,
  today: IsoDate,
): BoardCell {
  if (!submission) return { form, state: 'not-opened', returned: 0 };
  const returned = openCells(facts, submission, form);
  const state = formState({
    form,
    submission,
    events: facts.events.get(submission.id) ?? [],
    returned,
    changedAt: own.find((change) => change.formCode === form)?.at,
    submitByOn: facts.cluster.call.submitByOn,
    today,
  });
  return { form, state, returned: returned.length };
}

/** The last who changed something for the unit: typed a figure, or sent the submission. */
function lastActOf(submission: Submission | null, own: readonly FormChange[]): BoardUnit['lastAct'] {
  const typed = own.map(({ at, by }) => ({ at, by }));
  const sent = submission?.submittedAt ? [{ at: submission.submittedAt, by: submission.submittedBy ?? '' }] : [];
  return [...sent, ...typed].toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** To the deadline of sending; a returned submission has until the lock. */
function daysLeftOf(facts: BoardFacts, submission: Submission | null, today: IsoDate): number | null {
  const { call } = facts.cluster;
  if (!submission) return null;
  const isReturned = submission.state === 'returned' || submission.state === 'correcting';
  if (isReturned) return workingDaysLeft(today, call.lockByOn, facts.holidays);
  return isSubmitted(submission.state) ? null : workingDaysLeft(today, call.submitByOn, facts.holidays);
}

async function eventsOf(db: ReadDb, call: DataCall): Promise<ReadonlyMap<string, readonly SubmissionEvent[]>> {
  const rows = await db
    .selectFrom('reporting.submission_act as event')
    .innerJoin('reporting.submission as submission', 'submission.id', 'event.submission_id')
    .where('submission.data_call_id', '=', call.id)
    .orderBy('event.sequence', 'desc')
    .select([
      'submission.id',
      'event.act',
      'event.form_code as formCode',
      'event.note',
      'event.created_at as at',
      'event.created_by as by',
    ])
    .execute();
  const events = rows.map((row) => ({
    ...row,
    act: row.act as SubmissionAct,
    formCode: row.formCode as FormCode | null,
  }));
  return Map.groupBy(events, (event) => event.id as string);
}

async function returnedOf(db: ReadDb, call: DataCall): Promise<ReadonlyMap<string, readonly ReturnedCell[]>> {
  const rows = await db
    .selectFrom('reporting.returned_cell as cell')
    .innerJoin('reporting.submission as submission', 'submission.id', 'cell.submission_id')
    .where('submission.data_call_id', '=', call.id)
    .orderBy('cell.round_no', 'desc')
    .select([
      'submission.id',
      'cell.round_no as roundNo',
      'cell.indicator_code as indicatorCode',
      'cell.comment',
      'cell.created_at as createdAt',
      'cell.created_by as createdBy',
      'cell.answer',
      'cell.answered_at as answeredAt',
      'cell.answered_by as answeredBy',
    ])
    .execute();
  return Map.groupBy(rows, (row) => row.id as string);
}

async function changesOf(db: ReadDb, cluster: ClusterFacts): Promise<readonly FormChange[]> {
  const ids = cluster.members.map((member) => member.id);
  const { lastDay, code } = cluster.call.period;
  const { rows } = await sql<{ alliance_id: AllianceId; form_code: FormCode; at: Date; by: string }>`
    select distinct on (entry.alliance_id, indicator.form_code) entry.alliance_id, indicator.form_code,
           entry.recorded_at as at, entry.recorded_by as by
      from reporting.value_entry as entry
      join reporting.indicator on indicator.code = entry.indicator_code and indicator.valid_from <= ${lastDay}
       and (indicator.valid_until is null or indicator.valid_until > ${lastDay})
     where entry.period_code = ${code} and entry.alliance_id = any (${ids}::uuid[])
     order by entry.alliance_id, indicator.form_code, entry.sequence desc`.execute(db);
  return rows.map((row) => ({ allianceId: row.alliance_id, formCode: row.form_code, at: row.at, by: row.by }));
}
