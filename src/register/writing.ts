import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Book, Field } from './fields.ts';
import { hasReport } from './fields.ts';
import { writeActs } from './ledger-writing.ts';
import type { Facts } from './model.ts';
import type { PlannedChange } from './planning.ts';
import { touchesReport } from './planning.ts';
import { searchColumns } from './search-words.ts';

/** Where the changes written together come from. */
export interface ChangeOrigin {
  readonly allianceId: Id<'organisations.alliance'>;
  readonly source: 'workbook' | 'manual' | 'undo';
  readonly importId: string | null;
  readonly fileName: string;
  readonly sheet: string;
  /** Null: the changes touch nothing that belongs to a period. */
  readonly periodCode: string | null;
  readonly isDemo: boolean;
}

/** So many rows go into one statement: few round trips, and no parameter of a hundred megabytes. */
const ROWS_A_STATEMENT = 1_000;

/** Writes planned changes: records, reports, acts and history, a handful of statements for any number of rows. */
export async function writeChanges(
  tx: Tx,
  ctx: Ctx,
  book: Book,
  origin: ChangeOrigin,
  changes: Iterable<PlannedChange>,
): Promise<void> {
  for (const changed of inParts(changes, ROWS_A_STATEMENT)) {
    const part = changed.map((change) => ({ ...change, id: ctx.newId() }));
    await insertSubjects(
      tx,
      ctx,
      book,
      origin,
      part.filter((change) => change.isCreation),
    );
    await updateSubjects(
      tx,
      ctx,
      book,
      part.filter((change) => !change.isCreation),
    );
    await writeReports(
      tx,
      book,
      origin,
      part.filter((change) => touchesReport(book, change)),
    );
    await insertHistory(tx, ctx, book, origin, part);
    await writeActs(tx, ctx, origin, part);
  }
}

/** A planned change with the id under which the history keeps it. */
export type Written = PlannedChange & { readonly id: string };

function* inParts<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

async function insertSubjects(tx: Tx, ctx: Ctx, book: Book, origin: ChangeOrigin, changes: readonly Written[]) {
  if (changes.length === 0) return;
  const columns = columnList([...book.own.map((field) => field.column), 'search_text', 'exact_text']);
  await sql`
    insert into ${sql.table(book.subjectTable)}
      (id, alliance_id, ${columns}, is_demo, version, created_at, created_by, updated_at, updated_by)
    select id, ${origin.allianceId}, ${columns}, ${origin.isDemo}, 1, ${ctx.now}, ${ctx.actor.name}, ${ctx.now}, ${ctx.actor.name}
      from jsonb_to_recordset(${subjectRows(book, changes)}::jsonb) as given (${subjectShape(book)})`.execute(tx);
}

async function updateSubjects(tx: Tx, ctx: Ctx, book: Book, changes: readonly Written[]) {
  if (changes.length === 0) return;
  const columns = [...book.own.map((field) => field.column), 'search_text', 'exact_text'];
  await sql`
    update ${sql.table(book.subjectTable)} subject
       set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`))},
           version = subject.version + 1, updated_at = ${ctx.now}, updated_by = ${ctx.actor.name}
      from jsonb_to_recordset(${subjectRows(book, changes)}::jsonb) as given (${subjectShape(book)})
     where subject.id = given.id`.execute(tx);
}

async function writeReports(tx: Tx, book: Book, origin: ChangeOrigin, changes: readonly Written[]) {
  const key = sql.ref(book.key);
  const kept = changes.filter((change) => hasReport(book, change.facts));
  if (kept.length > 0) {
    const names = book.report.map((field) => field.column);
    const rows = kept.map((change) => ({ id: change.subjectId, ...columnsOf(book.report, change.facts) }));
    await sql`
      insert into ${sql.table(book.reportTable)} (${key}, alliance_id, period_code, ${columnList(names)})
      select id, ${origin.allianceId}, ${origin.periodCode}, ${columnList(names)}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, ${shapeOf(book.report)})
      on conflict (${key}, period_code) do update
         set ${sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(tx);
  }
  const gone = changes.filter((change) => !hasReport(book, change.facts)).map((change) => change.subjectId);
  if (gone.length > 0)
    await sql`delete from ${sql.table(book.reportTable)}
      where ${key} = any(${gone}) and period_code = ${origin.periodCode}`.execute(tx);
}

async function insertHistory(tx: Tx, ctx: Ctx, book: Book, origin: ChangeOrigin, changes: readonly Written[]) {
  if (changes.length === 0) return;
  const rows = changes.map((change, place) => ({
    place,
    id: change.id,
    subject: change.subjectId,
    row_no: change.rowNo,
    is_creation: change.isCreation,
    fields: change.fields,
    undoes_id: change.undoesId ?? null,
  }));
  await sql`
    insert into ${sql.table(book.changeTable)}
      (id, ${sql.ref(book.key)}, alliance_id, import_id, file_name, sheet, row_no, period_code, source, is_creation, fields, undoes_id, recorded_at, recorded_by)
    select id, subject, ${origin.allianceId}, ${origin.importId}, ${origin.fileName}, ${origin.sheet}, row_no, ${origin.periodCode}, ${origin.source},
           is_creation, fields, undoes_id, ${ctx.now}, ${ctx.actor.name}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (place int, id uuid, subject uuid, row_no int, is_creation boolean, fields jsonb, undoes_id uuid)
     order by place`.execute(tx);
}

function subjectRows(book: Book, changes: readonly Written[]): string {
  return JSON.stringify(
    changes.map((change) => {
      const { searchText, exactText } = searchColumns(searchedTexts(change.facts));
      return {
        id: change.subjectId,
        ...columnsOf(book.own, change.facts),
        search_text: searchText,
        exact_text: exactText,
      };
    }),
  );
}

function searchedTexts(facts: Facts): readonly string[] {
  const { name, shortName, code, communeText, districtText } = facts;
  return [name, shortName, code, communeText, districtText].filter((text) => typeof text === 'string');
}

function columnsOf(fields: readonly Field[], facts: Facts): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.column, facts[field.name] ?? field.unknown]));
}

function columnList(names: readonly string[]) {
  return sql.join(names.map((name) => sql.ref(name)));
}

function shapeOf(fields: readonly Field[]) {
  return sql.join(fields.map((field) => sql`${sql.ref(field.column)} ${sql.raw(field.type)}`));
}

function subjectShape(book: Book) {
  return sql`id uuid, ${shapeOf(book.own)}, search_text text, exact_text text`;
}
