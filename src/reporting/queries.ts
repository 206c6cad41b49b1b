import { type Decimal, parseDecimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { type Alliance, type AllianceId, type ClusterId, findAlliance, getCluster } from '#organisations/public.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import type {
  CellValue,
  DataCall,
  DataCallId,
  DataCallState,
  FormCode,
  Indicator,
  Period,
  ReturnedCell,
  Submission,
  SubmissionAct,
  SubmissionEvent,
  SubmissionId,
  SubmissionState,
  ValueAspect,
  ValueBasis,
  ValueOrigin,
} from './model.ts';

/** A unit's part in a data call: everything that its commands ask. */
export interface UnitCall {
  readonly period: Period;
  readonly alliance: Alliance;
  readonly callId: DataCallId;
  readonly callState: DataCallState;
  readonly submitByOn: IsoDate;
  readonly submission: Submission;
}

/** The exact number of a `numeric` column in its canonical form (`12.50` → `12.5`). */
export function decimalOf(numeric: string): Decimal {
  return parseDecimal(numeric) ?? numeric;
}

export async function findPeriod(db: ReadDb, code: string): Promise<Period | undefined> {
  const found = await db
    .selectFrom('reporting.period')
    .where('code', '=', code)
    .select(['code', 'kind', 'first_day as firstDay', 'last_day as lastDay'])
    .executeTakeFirst();
  return found && { ...found, kind: found.kind as Period['kind'] };
}

/** Every period that was ever opened, the newest cut-off first. */
export async function listPeriods(db: ReadDb): Promise<readonly Period[]> {
  const rows = await db
    .selectFrom('reporting.period')
    .orderBy('last_day', 'desc')
    .orderBy('code')
    .select(['code', 'kind', 'first_day as firstDay', 'last_day as lastDay'])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Period['kind'] }));
}

/** The dictionary as valid on that day, in the order of forms and rows. */
export async function listIndicators(db: ReadDb, on: IsoDate): Promise<readonly Indicator[]> {
  const rows = await db
    .selectFrom('reporting.indicator')
    .where('valid_from', '<=', on)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>', on)]))
    .orderBy('form_code')
    .orderBy('row_no')
    .select([
      'code',
      'version',
      'form_code as formCode',
      'row_no as rowNo',
      'indent',
      'group_name as groupName',
      'name',
      'unit',
      'entry_scale as entryScale',
      'decimals',
      'kind',
      'aggregation',
      'numerator',
      'denominator',
      'counted_by as countedBy',
      'is_required as isRequired',
      'is_entered as isEntered',
      'definition',
    ])
    .execute();
  return rows as readonly Indicator[];
}

function callsOf(db: ReadDb) {
  return db
    .selectFrom('reporting.data_call as call')
    .innerJoin('reporting.period as period', 'period.code', 'call.period_code')
    .select([
      'call.id',
      'call.title',
      'call.state',
      'call.submit_by_on as submitByOn',
      'call.lock_by_on as lockByOn',
      'call.conference_on as conferenceOn',
      'call.opened_at as openedAt',
      'call.opened_by as openedBy',
      'period.code',
      'period.kind',
      'period.first_day as firstDay',
      'period.last_day as lastDay',
    ]);
}

type CallRow = Awaited<ReturnType<ReturnType<typeof callsOf>['execute']>>[number];

function dataCallOf(clusterCode: string, { code, kind, firstDay, lastDay, state, ...call }: CallRow): DataCall {
  const period = { code, kind: kind as Period['kind'], firstDay, lastDay };
  return { ...call, clusterCode, period, state: state as DataCallState };
}

/** The calls of a cluster, the newest period first. */
export async function listDataCalls(db: ReadDb, clusterCode: string, today: IsoDate): Promise<readonly DataCall[]> {
  const cluster = await getCluster(db, clusterCode, today);
  const rows = await callsOf(db).where('call.cluster_id', '=', cluster.id).orderBy('period.last_day', 'desc').execute();
  return rows.map((row) => dataCallOf(clusterCode, row));
}

/** The call by cluster and period, as its row says (see `stateOn` for a passed deadline). */
export async function findDataCall(
  db: ReadDb,
  cluster: { readonly id: ClusterId; readonly code: string },
  periodCode: string,
): Promise<DataCall | undefined> {
  const row = await callsOf(db)
    .where('call.cluster_id', '=', cluster.id)
    .where('period.code', '=', periodCode)
    .executeTakeFirst();
  return row && dataCallOf(cluster.code, row);
}

export async function getDataCall(db: ReadDb, clusterCode: string, periodCode: string): Promise<DataCall> {
  const period = await findPeriod(db, periodCode);
  const cluster = period && (await getCluster(db, clusterCode, period.lastDay));
  const call = cluster && (await findDataCall(db, cluster, periodCode));
  if (!call) throw callNotFound(clusterCode, periodCode);
  return call;
}

export function callNotFound(clusterCode: string, periodCode: string): Refused {
  return new Refused({ code: 'reporting.call.not-found', facts: { cluster: clusterCode, period: periodCode } });
}

const SUBMISSION_COLUMNS = [
  'submission.id',
  'submission.state',
  'submission.round_no as roundNo',
  'submission.missing_note as missingNote',
  'submission.missing_by_on as missingByOn',
  'submission.updated_at as updatedAt',
  'submission.updated_by as updatedBy',
  'submission.submitted_at as submittedAt',
  'submission.submitted_by as submittedBy',
  'submission.receipt',
] as const;

/** The submissions of a call by alliance. */
export async function submissionsOf(
  db: ReadDb,
  callId: DataCallId,
): Promise<ReadonlyMap<AllianceId, Omit<Submission, 'unitCode'>>> {
  const rows = await db
    .selectFrom('reporting.submission as submission')
    .where('submission.data_call_id', '=', callId)
    .select([...SUBMISSION_COLUMNS, 'submission.alliance_id as allianceId'])
    .execute();
  return new Map(
    rows.map(({ allianceId, state, ...row }) => [allianceId, { ...row, state: state as SubmissionState }]),
  );
}

/** A unit's part in the call of that period; undefined when the period has no call with this unit. */
export async function findUnitCall(db: ReadDb, unitCode: string, periodCode: string): Promise<UnitCall | undefined> {
  const period = await findPeriod(db, periodCode);
  const alliance = period && (await findAlliance(db, unitCode, period.lastDay));
  if (!period || !alliance) return undefined;
  const row = await db
    .selectFrom('reporting.submission as submission')
    .innerJoin('reporting.data_call as call', 'call.id', 'submission.data_call_id')
    .where('submission.alliance_id', '=', alliance.id)
    .where('call.period_code', '=', periodCode)
    .select([...SUBMISSION_COLUMNS, 'call.id as callId', 'call.state as callState', 'call.submit_by_on as submitByOn'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { callId, callState, submitByOn, state, ...submission } = row;
  return {
    period,
    alliance,
    callId,
    callState: callState as DataCallState,
    submitByOn,
    submission: { ...submission, unitCode, state: state as SubmissionState },
  };
}

export async function getUnitCall(db: ReadDb, unitCode: string, periodCode: string): Promise<UnitCall> {
  const found = await findUnitCall(db, unitCode, periodCode);
  if (!found)
    throw new Refused({ code: 'reporting.submission.not-found', facts: { unit: unitCode, period: periodCode } });
  return found;
}

/** The newest value of every cell of a unit's forms; cells whose value was taken back are absent. */
export async function currentValues(
  db: ReadDb,
  allianceId: AllianceId,
  periodCode: string,
): Promise<readonly CellValue[]> {
  const { rows } = await sql<{
    indicator_code: string;
    aspect: ValueAspect;
    amount: string | null;
    basis: ValueBasis;
    note: string;
    source: ValueOrigin['source'];
    import_id: Id<'workbooks.import'> | null;
    file_name: string;
    sheet: string;
    cell: string;
    recorded_at: Date;
    recorded_by: string;
  }>`
    select distinct on (indicator_code, aspect) indicator_code, aspect, amount, basis, note, source, import_id, file_name,
           sheet, cell, recorded_at, recorded_by
      from reporting.value_entry
     where period_code = ${periodCode} and alliance_id = ${allianceId}
     order by indicator_code, aspect, sequence desc`.execute(db);
  return rows.flatMap(({ amount, ...row }) =>
    amount === null
      ? []
      : [
          {
            indicatorCode: row.indicator_code,
            aspect: row.aspect,
            amount: decimalOf(amount),
            basis: row.basis,
            note: row.note,
            origin: {
              source: row.source,
              importId: row.import_id,
              fileName: row.file_name,
              sheet: row.sheet,
              cell: row.cell,
              recordedAt: row.recorded_at,
              recordedBy: row.recorded_by,
            },
          },
        ],
  );
}

/** This period's amounts by indicator code. */
export function currentAmounts(values: readonly CellValue[]): ReadonlyMap<string, Decimal> {
  return new Map(
    values.filter((value) => value.aspect === 'current').map((value) => [value.indicatorCode, value.amount]),
  );
}

/** The acts on a submission, newest first. */
export async function submissionEvents(db: ReadDb, submissionId: SubmissionId): Promise<readonly SubmissionEvent[]> {
  const rows = await db
    .selectFrom('reporting.submission_act')
    .where('submission_id', '=', submissionId)
    .orderBy('sequence', 'desc')
    .select(['act', 'form_code as formCode', 'note', 'created_at as at', 'created_by as by'])
    .execute();
  return rows.map((row) => ({ ...row, act: row.act as SubmissionAct, formCode: row.formCode as FormCode | null }));
}

/** The rows sent back in every round, newest round first. */
export async function returnedCells(db: ReadDb, submissionId: SubmissionId): Promise<readonly ReturnedCell[]> {
  return await db
    .selectFrom('reporting.returned_cell')
    .where('submission_id', '=', submissionId)
    .orderBy('round_no', 'desc')
    .orderBy('indicator_code')
    .select([
      'round_no as roundNo',
      'indicator_code as indicatorCode',
      'comment',
      'created_at as createdAt',
      'created_by as createdBy',
      'answer',
      'answered_at as answeredAt',
      'answered_by as answeredBy',
    ])
    .execute();
}

/** The newest narrative of a unit by section code; sections taken back are absent. */
export async function narrativeOf(
  db: ReadDb,
  allianceId: AllianceId,
  periodCode: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ section_code: string; body: string }>`
    select distinct on (section_code) section_code, body from reporting.narrative
     where period_code = ${periodCode} and alliance_id = ${allianceId}
     order by section_code, version desc`.execute(db);
  return new Map(rows.filter((row) => row.body !== '').map((row) => [row.section_code, row.body]));
}

/** When a value of each form last changed; a form without values is absent. */
export async function lastChanges(
  db: ReadDb,
  allianceId: AllianceId,
  periodCode: string,
  on: IsoDate,
): Promise<ReadonlyMap<FormCode, Date>> {
  const { rows } = await sql<{ form_code: FormCode; changed_at: Date }>`
    select indicator.form_code, max(entry.recorded_at) as changed_at
      from reporting.value_entry as entry
      join reporting.indicator on indicator.code = entry.indicator_code and indicator.valid_from <= ${on}
       and (indicator.valid_until is null or indicator.valid_until > ${on})
     where entry.period_code = ${periodCode} and entry.alliance_id = ${allianceId}
     group by indicator.form_code`.execute(db);
  return new Map(rows.map((row) => [row.form_code, row.changed_at]));
}
