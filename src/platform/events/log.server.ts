import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { LogCursor, LogFilter } from './log-address.ts';
import type { BrokenEntry } from './verify.server.ts';
import { VERIFIED } from './verify.server.ts';

export interface LogEntry extends LogCursor {
  readonly kind: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly by: string;
  /** Null for the command line and for jobs. */
  readonly login: string | null;
  readonly chain: number;
  readonly position: number;
  readonly hash: string;
}

export interface LogPage {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  readonly previous: LogCursor | null;
  readonly next: LogCursor | null;
}

interface LogRequest {
  readonly filter: LogFilter;
  /** Only acts of people who hold or held a grant there, and of the system itself; `all` for every act. */
  readonly scopes: 'all' | readonly Scope[];
  readonly after: LogCursor | null;
  readonly before: LogCursor | null;
  readonly size: number;
}

/** One page of the record of acts, from the newest on. A page far back costs what the first one does. */
export async function listEvents(db: ReadDb, request: LogRequest): Promise<LogPage> {
  const { after, before, size } = request;
  const isBackwards = before !== null && after === null;
  const cursor = after ?? before;
  const beyond = cursor
    ? isBackwards
      ? sql`(event.created_at, event.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
      : sql`(event.created_at, event.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : sql`true`;
  const order = isBackwards ? sql`event.created_at, event.id` : sql`event.created_at desc, event.id desc`;
  const found = await sql<LogEntry>`
    select event.id, event.kind, event.subject_id as subject, event.facts, event.created_by as by, account.login,
           event.chain_no as chain, event.position, event.hash,
           to_char(event.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from platform.event left join platform.account on account.id = event.account_id
     where ${sql.join([...conditions(request), beyond], sql` and `)}
     order by ${order} limit ${size + 1}`.execute(db);
  const rows = found.rows.slice(0, size);
  const entries = isBackwards ? rows.toReversed() : rows;
  const hasMore = found.rows.length > size;
  const [first, last] = [entries[0], entries.at(-1)];
  return {
    entries,
    previous: first && (isBackwards ? hasMore : cursor !== null) ? { at: first.at, id: first.id } : null,
    next: last && (isBackwards || hasMore) ? { at: last.at, id: last.id } : null,
  };
}

function conditions({ filter, scopes }: LogRequest): readonly RawBuilder<unknown>[] {
  const { who, kind, subject, firstDay, lastDay } = filter;
  const inVietnam = (day: string) => sql`(${day}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  return [
    ...(scopes === 'all' ? [] : [withinScopes(scopes)]),
    ...(who ? [sql`(event.created_by ilike ${`%${escaped(who)}%`} or account.login = ${who.toLowerCase()})`] : []),
    ...(kind ? [sql`event.kind = ${kind}`] : []),
    ...(subject ? [sql`event.subject_id = ${subject}`] : []),
    ...(firstDay ? [sql`event.created_at >= ${inVietnam(firstDay)}`] : []),
    ...(lastDay ? [sql`event.created_at < ${inVietnam(lastDay)} + interval '1 day'`] : []),
  ];
}

function withinScopes(scopes: readonly Scope[]): RawBuilder<unknown> {
  return sql`(event.account_id is null or exists (select from platform.account_grant own
    where own.account_id = event.account_id and own.scope = any (${scopes})))`;
}

/** A name is searched for as it is typed: `%` and `_` are themselves. */
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

export interface Verification {
  readonly at: string;
  readonly by: string;
  readonly ok: boolean;
  readonly entries: number;
  readonly broken: readonly BrokenEntry[];
}

/** What the newest verification of the whole record found; undefined: there has been none. */
export async function lastVerification(db: ReadDb): Promise<Verification | undefined> {
  const found = await sql<{ at: Date; by: string; facts: Pick<Verification, 'ok' | 'entries' | 'broken'> }>`
    select created_at as at, created_by as by, facts from platform.event where kind = ${VERIFIED}
     order by created_at desc, id desc limit 1`.execute(db);
  const [row] = found.rows;
  return (
    row && {
      at: row.at.toISOString(),
      by: row.by,
      ok: row.facts.ok,
      entries: row.facts.entries,
      broken: row.facts.broken,
    }
  );
}

/** How many entries there are, as the ends of the chains tell. */
export async function countEvents(db: ReadDb): Promise<number> {
  const found = await sql<{ count: number }>`select sum(position)::int as count from platform.audit_chain`.execute(db);
  return found.rows[0]?.count ?? 0;
}
