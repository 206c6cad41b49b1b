import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Database } from './db.server.ts';

/** A table with the columns that are stored: what the database computes by itself is left out. */
export interface StoredTable {
  /** `schema.table`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** In this order rows leave, so that equal contents are equal bytes: the primary key, else every column. */
  readonly order: readonly string[];
}

export interface Sequence {
  readonly name: string;
  /** The value given last; null: none yet. */
  readonly value: string | null;
}

/** A connection in one transaction, to carry whole tables out of a database or into it. */
export interface Carrier {
  /** Ours: those with a distribution in their comment, and the list of migrations. */
  tables(): Promise<readonly StoredTable[]>;
  sequences(): Promise<readonly Sequence[]>;
  /** The name of a table that is there, whoever made it; undefined: the database is empty. */
  anyTable(): Promise<string | undefined>;
  /** Whether the installation bears the mark of a demonstration and holds no organisation that is not synthetic. */
  isDemo(): Promise<boolean>;
  migrations(): Promise<readonly { readonly name: string; readonly sha256: string }[]>;
  /** The rows as PostgreSQL's text format writes them: one line each. */
  rowsOf(table: StoredTable): AsyncIterable<Buffer>;
  /** Adds rows that `rowsOf` gave; the table must have those columns. */
  addRows(table: Pick<StoredTable, 'name' | 'columns'>, rows: AsyncIterable<Uint8Array>): Promise<void>;
  /** Goes on counting where the value says. */
  setSequence(sequence: Sequence): Promise<void>;
  run(script: string): Promise<void>;
}

/** Reads all tables as they are at one moment, whatever is written meanwhile. Refuses rows being hidden by a policy. */
export async function carryOut<T>(owner: Database, work: (carrier: Carrier) => Promise<T>): Promise<T> {
  return await inTransaction(owner, 'begin isolation level repeatable read read only', work);
}

/** Brings tables in: all of it, or nothing of it. */
export async function carryIn<T>(owner: Database, work: (carrier: Carrier) => Promise<T>): Promise<T> {
  return await inTransaction(owner, 'begin', work);
}

async function inTransaction<T>(owner: Database, begin: string, work: (carrier: Carrier) => Promise<T>): Promise<T> {
  const client = await owner.pool.connect();
  let isLost = true;
  try {
    await client.query(begin);
    await client.query(PLAIN_SETTINGS);
    const answer = await work(carrierOn(client));
    await client.query('commit');
    isLost = false;
    return answer;
  } finally {
    // A connection in the middle of a copy cannot be used again; ending it rolls back.
    client.release(isLost);
  }
}

/** The same text for the same value, whatever the server or the role is set to. */
const PLAIN_SETTINGS = `set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

function carrierOn(client: pg.PoolClient): Carrier {
  return {
    tables: async () => (await client.query<StoredTable>(TABLES)).rows,
    sequences: async () => (await client.query<Sequence>(SEQUENCES)).rows,
    anyTable: async () => (await client.query<{ name: string }>(ANY_TABLE)).rows[0]?.name,
    migrations: async () =>
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migration order by name'))
        .rows,
    isDemo: async () => (await client.query<{ is: boolean }>(IS_DEMO)).rows[0]?.is ?? false,
    rowsOf(table) {
      const query = `select ${names(table.columns)} from ${quoted(table.name)} order by ${names(table.order)}`;
      return client.query(copyTo(`copy (${query}) to stdout`));
    },
    async addRows(table, rows) {
      const into = client.query(copyFrom(`copy ${quoted(table.name)} (${names(table.columns)}) from stdin`));
      await pipeline(Readable.from(rows, { objectMode: false }), into);
    },
    setSequence: async ({ name, value }) =>
      void (await client.query('select setval($1::text::regclass, $2::bigint) where $2 is not null', [
        quoted(name),
        value,
      ])),
    run: async (script) => void (await client.query(script)),
  };
}

const TABLES = `
  select n.nspname || '.' || c.relname as name,
         (select json_agg(a.attname order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         coalesce((select json_agg(a.attname order by key.at) from pg_constraint k
             cross join unnest(k.conkey) with ordinality as key (no, at)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = key.no
            where k.conrelid = c.oid and k.contype = 'p'),
           (select json_agg(a.attname order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')) as "order"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and (obj_description(c.oid, 'pg_class') like '@dist %' or c.oid = to_regclass('public.migration'))
   order by 1`;

const SEQUENCES = `
  select n.nspname || '.' || c.relname as name, pg_sequence_last_value(c.oid)::text as value
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
   where c.relkind = 'S' and obj_description(d.refobjid, 'pg_class') like '@dist %' order by 1`;

const IS_DEMO = `
  select exists (select from platform.setting where key = 'demo')
     and not exists (select from register.organisation where not is_demo) as is`;

const ANY_TABLE = `
  select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
     and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
   order by 1 limit 1`;

function names(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

/** `schema.table`, quoted. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.');
}
