import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Book } from './fields.ts';
import { CREDIT_FUNDS, ORGANISATIONS } from './fields.ts';
import { text } from './messages.vi.ts';
import type { UndoOutcome } from './model.ts';
import type { KnownRecord, PlannedChange } from './planning.ts';
import { changedFields } from './planning.ts';
import { lockRegister, readRecordsById } from './records.ts';
import type { HistoryEntry } from './undo-planning.ts';
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
  const life = book === ORGANISATIONS ? await actsOf(tx, done) : new Map();

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
    changes.push({ ...undo, life: plan.takesBackLife ? (life.get(change.id) ?? NOTHING) : NOTHING });
  }
  const origin = { allianceId, importId: null, fileName: '', sheet: '', periodCode, isDemo: false };
  await writeChanges(tx, ctx, book, { ...origin, source: 'undo' }, changes);
  await deleteSubjects(tx, ctx, book, deletions);
  return { restored: changes.length, excluded };
}

const NOTHING = { add: [], takeBack: [] };

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

/** By change: the acts that it brought and that still stand, and those that it had taken back. */
async function actsOf(tx: Tx, changes: readonly HistoryEntry[]) {
  const ids = changes.map((change) => change.id);
  const organisations = changes.map((change) => change.subjectId);
  const found = await sql<{ changeId: string; takeBack: string[]; revive: string[] }>`
    select change.id as "changeId",
           array(select act.id from register.status_act act where act.organisation_id = change.organisation_id
                    and act.change_id = change.id and act.undone_at is null) as "takeBack",
           array(select act.id from register.status_act act where act.organisation_id = change.organisation_id
                    and act.undone_change_id = change.id) as revive
      from unnest(${ids}::uuid[], ${organisations}::uuid[]) as change (id, organisation_id)`.execute(tx);
  return new Map(found.rows.map((row) => [row.changeId, { add: [], takeBack: row.takeBack, revive: row.revive }]));
}

async function deleteSubjects(tx: Tx, ctx: Ctx, book: Book, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update ${sql.table(book.subjectTable)} set deleted_at = ${ctx.now}, deleted_by = ${ctx.actor.name}
    where id = any(${ids})`.execute(tx);
  await sql`delete from ${sql.table(book.reportTable)} where ${sql.ref(book.key)} = any(${ids})`.execute(tx);
}
