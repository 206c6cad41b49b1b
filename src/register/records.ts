import type { Id } from '#kernel/ids.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Book, Field } from './fields.ts';
import type { ActRecord, Facts } from './model.ts';
import type { KnownRecord } from './planning.ts';

/** One writer of an alliance's register at a time: matching and versions rest on what was read. */
export async function lockRegister(tx: Tx, allianceId: Id<'organisations.alliance'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register:${allianceId}`}, 0))`.execute(tx);
}

/** The records of an alliance as now known, with what they report for one period. */
export async function readRecords(
  db: ReadDb,
  book: Book,
  allianceId: Id<'organisations.alliance'>,
  periodCode: string,
): Promise<readonly KnownRecord[]> {
  return await records(db, book, periodCode, sql`subject.alliance_id = ${allianceId}`);
}

/** Only those of these ids that have not been deleted. */
export async function readRecordsById(
  db: ReadDb,
  book: Book,
  ids: readonly string[],
  periodCode: string,
): Promise<readonly KnownRecord[]> {
  return await records(db, book, periodCode, sql`subject.id = any(${ids})`);
}

interface RecordRow {
  readonly id: string;
  readonly facts: Facts;
  readonly verified: readonly string[];
  readonly acts: readonly ActRecord[];
}

async function records(
  db: ReadDb,
  book: Book,
  periodCode: string,
  which: ReturnType<typeof sql>,
): Promise<readonly KnownRecord[]> {
  const found = await sql<RecordRow>`
    select subject.id, ${factsSql(book)} as facts, ${verifiedSql(book, periodCode)} as verified, ${actsSql(book)} as acts
      from ${sql.table(book.subjectTable)} subject
      left join ${sql.table(book.reportTable)} report
        on report.${sql.ref(book.key)} = subject.id and report.period_code = ${periodCode}
     where ${which} and subject.deleted_at is null
     order by subject.id`.execute(db);
  return found.rows.map((row) => ({
    id: row.id,
    facts: row.facts,
    verified: new Set(row.verified),
    acts: row.acts,
  }));
}

/** A record and its report as one object, in the form of `Facts`. */
export function factsSql(book: Book) {
  const own = book.own.map((field) => pairSql('subject', field));
  const report = book.report.map((field) => pairSql('report', field));
  return sql`jsonb_build_object(${sql.join(own)}) || jsonb_build_object(${sql.join(report)})`;
}

function pairSql(table: string, field: Field) {
  const column = sql.ref(`${table}.${field.column}`);
  const value = field.type === 'bigint' ? sql`${column}::text` : column;
  return sql`${sql.lit(field.name)}, ${field.unknown === '' ? sql`coalesce(${value}, '')` : value}`;
}

function verifiedSql(book: Book, periodCode: string) {
  if (book.key === 'fund_id') return sql`array[]::text[]`;
  return sql`array(select verification.field from register.verification
    where verification.organisation_id = subject.id and verification.period_code in ('', ${periodCode}))`;
}

function actsSql(book: Book) {
  if (book.key === 'fund_id') return sql`'[]'::jsonb`;
  return sql`(select coalesce(jsonb_agg(jsonb_build_object(
      'id', act.id, 'act', act.act, 'effectiveOn', act.effective_on, 'isDayStated', act.is_day_stated,
      'changeId', act.change_id, 'sequence', act.sequence, 'values', act.values)), '[]')
    from register.act act where act.organisation_id = subject.id and act.undone_at is null)`;
}
