import type { Transaction } from 'kysely';
import {
  CompiledQuery,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.gen.ts';

export { sql } from 'kysely';
export type { Tables } from './tables.gen.ts';

type WholeDb = Kysely<Tables>;
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
  readonly kysely: WholeDb;
  readonly pool: pg.Pool;
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

/** Opens a pool. Losing an idle connection is not the end of the process: the pool opens another. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...(options.connectionString ? { connectionString: options.connectionString } : {}),
    ...(options.socketFolder ? { host: options.socketFolder } : {}),
    ...(options.database ? { database: options.database } : {}),
    ...(options.user ? { user: options.user } : {}),
    ...(options.asApplication ? { options: `-c role=${APP_ROLE}` } : {}),
    max: options.connectionsMax ?? 10,
    types: TYPES,
  });
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  return { kysely, pool, close: async () => await kysely.destroy() };
}

/** Runs one text of SQL with several statements, as a migration file has. */
export async function runScript(db: WholeDb | Tx, text: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(text));
}
