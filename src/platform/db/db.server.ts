import type { PostgresPool, Transaction } from 'kysely';
import {
  CompiledQuery,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely';
import pg from 'pg';
import type { Told } from './reach.server.ts';
import { TOLD_NOTHING, toldPool } from './reach.server.ts';
import type { Tables } from './tables.gen.ts';

export { sql } from 'kysely';
export type { Tables } from './tables.gen.ts';

export type WholeDb = Kysely<Tables>;
/** A pool and an open transaction both fit; neither can write through it (raw `sql` asks for `executor`). */
export type ReadDb = Pick<WholeDb, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>;
/** An open transaction: whoever holds it may write. */
export type Tx = Transaction<Tables>;

const APP_ROLE = 'hopluc_app';
const TYPES = new pg.TypeOverrides();
TYPES.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));
TYPES.setTypeParser(pg.types.builtins.NUMERIC, (text) => text);
TYPES.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface Database {
  /** As owner: everything. As application: what is open to all, see `within`. */
  readonly kysely: WholeDb;
  /** Connections that were told nothing new: for the owner's copies. */
  readonly pool: pg.Pool;
  /** The same database as somebody of that reach sees it. */
  within(told: () => Told | Promise<Told>): WholeDb;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString?: string;
  /** Folder of the Unix socket of the embedded server. */
  readonly socketFolder?: string;
  readonly database?: string;
  readonly user?: string;
  /** Every connection drops to the application's role, which may not change locked or append-only rows. */
  readonly asApplication?: boolean;
  readonly connectionsMax?: number;
}

/**
 * Opens a pool. Losing an idle connection is not the end of the process: the pool opens another.
 * On the embedded server the application signs in as its own role and has no way back to the owner's.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...connectionOf(options), max: options.connectionsMax ?? 10, types: TYPES });
  pool.on('error', () => {});
  // A connection in use can be lost between two statements, when nobody but this listener would hear of it.
  pool.on('connect', (client) => client.on('error', () => {}));
  const within = (told: () => Told | Promise<Told>) => kyselyOn(toldPool(pool, told));
  const kysely = options.asApplication ? within(() => TOLD_NOTHING) : kyselyOn(pool);
  return { kysely, pool, within, close: async () => await kysely.destroy() };
}

function kyselyOn(pool: PostgresPool): WholeDb {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}

/** One connection outside any pool, for a lock held as long as a process uses the database. */
export async function openConnection(options: DatabaseOptions): Promise<pg.Client> {
  const client = new pg.Client(connectionOf(options));
  client.on('error', () => {});
  await client.connect();
  return client;
}

function connectionOf(options: DatabaseOptions): pg.ClientConfig {
  const { connectionString, socketFolder, database, user, asApplication } = options;
  if (connectionString) return { connectionString, ...(asApplication ? { options: `-c role=${APP_ROLE}` } : {}) };
  return {
    ...(socketFolder ? { host: socketFolder, port: 5432, ssl: false } : {}),
    ...(database ? { database } : {}),
    ...(asApplication ? { user: APP_ROLE } : user ? { user } : {}),
  };
}

/** What PostgreSQL itself refused, with its code and the names of what it concerns. */
export function isDatabaseError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError;
}

/** Runs one text of SQL with several statements, as a migration file has. */
export async function runScript(db: WholeDb | Tx, text: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(text));
}
