import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Book } from './fields.ts';
import { COUNTED_FIELDS, CREDIT_FUNDS, ORGANISATIONS } from './fields.ts';
import type { LifePlan, NewAct } from './life.ts';
import { withValues } from './life.ts';
import { text } from './messages.vi.ts';
import type { ActRecord, UndoOutcome } from './model.ts';
import type { KnownRecord, PlannedChange } from './planning.ts';
import { changedFields } from './planning.ts';
import { lockRegister, readRecordsById } from './records.ts';
import type { HistoryEntry, UndonePlan } from './undo-planning.ts';
import { planUndo } from './undo-planning.ts';
import { writeChanges } from './writing.ts';

type ImportId = Id<'workbooks.import'>;

/**
 * Takes back what one import did to organisations and funds: every value returns to what it was, records that came in
 * with it go. What was changed or verified since stays and is listed. A second undo of the same import does nothing.
 */
export async function undoRows(tx: Tx, ctx: Ctx, importId: ImportId): Promise<UndoOutcome> {
  const organisations = await undoBook(tx, ctx, ORGANISATIONS, importId);
  const funds = await undoBook(tx, ctx, CREDIT_FUNDS, importId);
  await sql`update register.field_conflict set decision = 'undone', decided_at = ${ctx.now}, decided_by = ${ctx.actor.name}
    where import_id = ${importId} and decision is null`.execute(tx);
  return {
    restored: organisations.restored + funds.restored,
    excluded: [...organisations.excluded, ...funds.excluded],
  };
}

async function undoBook(tx: Tx, ctx: Ctx, book: Book, importId: ImportId): Promise<UndoOutcome> {
  const done = await changesOf(tx, book, importId);
  const [first] = done;
  if (!first) return { restored: 0, excluded: [] };
  const { allianceId, periodCode } = first;
  await lockRegister(tx, allianceId);
  const ids = done.map((change) => change.subjectId);
  const history = Map.groupBy(await historyOfMany(tx, book, ids, first.sequence), (entry) => entry.subjectId);
  const records = new Map(
    (await readRecordsById(tx, book, ids, periodCode ?? '')).map((record) => [record.id, record]),
  );
  const hasLife = book === ORGANISATIONS;
  const takenBack = hasLife ? await takenBackBy(tx, done) : new Map<string, readonly ActRecord[]>();

  const excluded: UndoOutcome['excluded'][number][] = [];
  const changes: PlannedChange[] = [];
  const deletions: string[] = [];
  for (const change of done) {
    const record = records.get(change.subjectId);
    if (!record) continue;
    const plan = planUndo(book, change, history.get(change.subjectId) ?? [], record);
    if (plan.kept.length > 0)
      excluded.push({
        subjectId: record.id,
        name: String(record.facts.name),
        reason: change.isCreation ? text.undo.stays(plan.kept) : text.undo.keptFields(plan.kept),
      });
    if (plan.isDeletion) deletions.push(record.id);
    const undo = undoing(book, change, record, plan.isDeletion, plan.facts);
    if (Object.keys(undo.fields).length === 0) continue;
    const life = hasLife ? undoneLife(change, record, plan, takenBack.get(change.id) ?? [], ctx.today) : NOTHING;
    changes.push({ ...undo, life });
  }
  const origin = { allianceId, importId: null, fileName: '', sheet: '', periodCode, isDemo: false };
  await writeChanges(tx, ctx, book, { ...origin, source: 'undo' }, changes);
  await deleteSubjects(tx, ctx, book, deletions);
  return { restored: changes.length, excluded };
}

const NOTHING: LifePlan = { add: [], takeBack: [] };

/**
 * The acts of a change fall: its steps together or not at all, of the values it brought those that go back. What it had
 * taken back stands again.
 */
function undoneLife(
  change: HistoryEntry,
  record: KnownRecord,
  plan: UndonePlan,
  takenBack: readonly ActRecord[],
  today: IsoDate,
): LifePlan {
  const mine = record.acts.filter((act) => act.changeId === change.id);
  if (plan.isDeletion) return { add: [], takeBack: mine.map((act) => act.id) };
  const values = mine.filter((act) => act.act === 'change');
  const steps = plan.takesBackLife ? mine.filter((act) => act.act !== 'change') : [];
  const revived = plan.takesBackLife ? takenBack : [];
  const life = {
    add: values.flatMap((act) => keptPart(act, plan.kept)),
    takeBack: [...steps, ...values].map((act) => act.id),
    revive: revived.map((act) => act.id),
  };
  return withValues(record.acts, life, plan.facts, values[0]?.effectiveOn ?? today, revived);
}

/** What stays of an act that brought values, when some of them are left as they are. */
function keptPart(act: ActRecord, kept: readonly string[]): readonly NewAct[] {
  const columns = COUNTED_FIELDS.filter(({ name }) => kept.includes(name)).map(({ column }) => column);
  const left = Object.entries(act.values).filter(([column]) => columns.includes(column));
  if (left.length === 0) return [];
  const { effectiveOn, isDayStated, id } = act;
  return [{ act: 'change', effectiveOn, isDayStated, values: Object.fromEntries(left), correctsId: id }];
}

/** The change that takes another back. A record that goes keeps its last words; its history says that they fell. */
function undoing(
  book: Book,
  change: HistoryEntry,
  record: KnownRecord,
  isDeletion: boolean,
  facts: PlannedChange['facts'],
): Omit<PlannedChange, 'life'> {
  const inverse = Object.entries(change.fields).map(([field, [old, next]]) => [field, [next, old] as const]);
  return {
    subjectId: record.id,
    rowNo: null,
    isCreation: false,
    facts,
    fields: isDeletion ? Object.fromEntries(inverse) : changedFields(book, record.facts, facts, {}),
    undoesId: change.id,
  };
}

type DoneChange = HistoryEntry & { readonly allianceId: Id<'organisations.alliance'> };

async function changesOf(tx: Tx, book: Book, importId: ImportId): Promise<readonly DoneChange[]> {
  const found = await sql<DoneChange>`
    select ${historyColumns(book)}, subject.alliance_id as "allianceId"
      from ${sql.table(book.changeTable)} change
      join ${sql.table(book.subjectTable)} subject on subject.id = change.${sql.ref(book.key)}
     where change.import_id = ${importId} and change.source = 'workbook' and subject.deleted_at is null
     order by change.sequence`.execute(tx);
  return found.rows;
}

async function historyOfMany(tx: Tx, book: Book, ids: readonly string[], fromSequence: number) {
  const found = await sql<HistoryEntry>`
    select ${historyColumns(book)} from ${sql.table(book.changeTable)} change
     where change.${sql.ref(book.key)} = any(${ids}) and change.sequence >= ${fromSequence}`.execute(tx);
  return found.rows;
}

function historyColumns(book: Book) {
  return sql`change.id, change.${sql.ref(book.key)} as "subjectId", change.import_id as "importId",
    change.period_code as "periodCode", change.source, change.is_creation as "isCreation", change.fields,
    change.undoes_id as "undoesId", change.sequence::float8 as sequence`;
}

/** By change: the acts that it had taken back. */
async function takenBackBy(tx: Tx, changes: readonly HistoryEntry[]): Promise<Map<string, readonly ActRecord[]>> {
  const ids = changes.map((change) => change.id);
  const organisations = changes.map((change) => change.subjectId);
  const found = await sql<ActRecord & { undoneBy: string }>`
    select act.undone_change_id as "undoneBy", act.id, act.act, act.effective_on as "effectiveOn",
           act.is_day_stated as "isDayStated", act.change_id as "changeId", act.sequence::float8 as sequence, act.values
      from unnest(${ids}::uuid[], ${organisations}::uuid[]) as change (id, organisation_id)
      join register.act act on act.organisation_id = change.organisation_id and act.undone_change_id = change.id`.execute(
    tx,
  );
  return Map.groupBy(found.rows, (act) => act.undoneBy);
}

async function deleteSubjects(tx: Tx, ctx: Ctx, book: Book, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update ${sql.table(book.subjectTable)} set deleted_at = ${ctx.now}, deleted_by = ${ctx.actor.name}
    where id = any(${ids})`.execute(tx);
  await sql`delete from ${sql.table(book.reportTable)} where ${sql.ref(book.key)} = any(${ids})`.execute(tx);
}
