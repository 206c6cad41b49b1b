import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { Refused } from '#kernel/refusal.ts';
import type { Database } from './db.server.ts';
import { openConnection, openDatabase, sql } from './db.server.ts';
import type { EmbeddedOptions } from './embedded.server.ts';
import { attachOrStart, OWNER, stopServer } from './embedded.server.ts';

const DATABASE = 'hopluc';
/** Every process of ours on an embedded server holds this lock shared; whoever can take it alone is the last and stops the server. */
const IN_USE = 4_425_0001;
const OLDEST_VERSION = 150_000;
const OPEN_TRIES = 20;
const RETRY_MS = 250;
const DRAIN_MS = 1000;
/** Raised while a server stops, starts or is gone: by PostgreSQL (class 57P, 08) or by the socket. */
const SERVER_IS_AWAY = /^(57P0[1-3]|08\w{3}|ECONN\w+|ENOENT|EPIPE)$/;

/** Both ways into the database: as owner, for migrations and reference data; as application, for everything else. */
export interface Databases {
  readonly owner: Database;
  readonly app: Database;
  close(): Promise<void>;
}

export interface OpenSettings {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly embedded?: EmbeddedOptions;
}

/**
 * Opens the database named by `DATABASE_URL`, or the embedded server under the data folder, started when it is not running.
 * Should the embedded server be lost while open, it is started again; what was under way then fails, what comes after works.
 */
export async function openDatabases(settings: OpenSettings): Promise<Databases> {
  if (settings.databaseUrl) return await openGiven(settings.databaseUrl);
  return await openEmbedded(path.join(settings.dataFolder, 'postgres'), settings.embedded ?? {});
}

async function openGiven(connectionString: string): Promise<Databases> {
  const owner = openDatabase({ connectionString, connectionsMax: 2 });
  try {
    await refuseUnfit(owner, connectionString);
  } catch (error) {
    await owner.close();
    throw error;
  }
  const app = openDatabase({ connectionString, asApplication: true });
  return { owner, app, close: async () => void (await Promise.all([owner.close(), app.close()])) };
}

async function refuseUnfit(owner: Database, connectionString: string): Promise<void> {
  const facts = await sql<{ version: number; shown: string; encoding: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
           current_setting('server_encoding') as encoding`
    .execute(owner.kysely)
    .catch((error: unknown) => {
      const { host, pathname } = new URL(connectionString);
      const reason = error instanceof Error ? error.message || error.name : String(error);
      throw new Refused({ code: 'platform.database.unreachable', facts: { where: `${host}${pathname}`, reason } });
    });
  const { version = 0, shown = '', encoding = '' } = facts.rows[0] ?? {};
  if (version < OLDEST_VERSION) throw new Refused({ code: 'platform.database.too-old', facts: { version: shown } });
  if (encoding !== 'UTF8') throw new Refused({ code: 'platform.database.not-utf8', facts: { encoding } });
}

interface Watch {
  /** Ends the watch; answers the connection that holds the lock, if the server is there. */
  end(): Promise<pg.Client | undefined>;
}

async function openEmbedded(folder: string, options: EmbeddedOptions): Promise<Databases> {
  const { socketFolder, holder } = await joinServer(folder, options);
  const owner = openDatabase({ socketFolder, user: OWNER, database: DATABASE, connectionsMax: 2 });
  const app = openDatabase({ socketFolder, database: DATABASE, asApplication: true });
  const watch = keepRunning(folder, options, holder);
  return {
    owner,
    app,
    async close() {
      const last = await watch.end();
      // A query that does not end may not hold up the shutdown; stopping the server ends it.
      await Promise.race([Promise.all([app.close(), owner.close()]), wait(DRAIN_MS, undefined, { ref: false })]);
      if (last && (await isLast(last))) await stopServer(folder);
      await last?.end().catch(() => {});
    },
  };
}

/** Starts or attaches, makes the database, and holds the lock that keeps the server up. Tries again when another process is just stopping it. */
async function joinServer(
  folder: string,
  options: EmbeddedOptions,
): Promise<{ socketFolder: string; holder: pg.Client }> {
  for (let tries = 1; ; tries += 1) {
    const { socketFolder } = await attachOrStart(folder, options);
    try {
      await createDatabase(socketFolder);
      return { socketFolder, holder: await hold(socketFolder) };
    } catch (error) {
      if (tries >= OPEN_TRIES || !isServerAway(error)) throw error;
      await wait(RETRY_MS);
    }
  }
}

async function hold(socketFolder: string): Promise<pg.Client> {
  const holder = await openConnection({ socketFolder, user: OWNER, database: DATABASE });
  try {
    await holder.query('select pg_advisory_lock_shared($1)', [IN_USE]);
    return holder;
  } catch (error) {
    await holder.end().catch(() => {});
    throw error;
  }
}

/** When the holder's connection ends by itself the server was lost: start it again and hold anew, until told to end. */
function keepRunning(folder: string, options: EmbeddedOptions, first: pg.Client): Watch {
  let isEnding = false;
  let current = Promise.resolve<pg.Client | undefined>(first);
  const recover = async (): Promise<pg.Client | undefined> => {
    while (!isEnding) {
      const joined = await joinServer(folder, options).catch(() => undefined);
      if (joined) return follow(joined.holder);
      await wait(RETRY_MS);
    }
    return undefined;
  };
  const follow = (holder: pg.Client): pg.Client => {
    holder.once('end', () => {
      if (!isEnding) current = recover();
    });
    return holder;
  };
  follow(first);
  return {
    async end() {
      isEnding = true;
      return await current;
    },
  };
}

async function isLast(holder: pg.Client): Promise<boolean> {
  return await holder
    .query<{ last: boolean }>('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [IN_USE])
    .then((answer) => answer.rows[0]?.last ?? false)
    .catch(() => false);
}

function isServerAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return SERVER_IS_AWAY.test(code ?? '') || /^Connection terminated/.test(message ?? '');
}

async function createDatabase(socketFolder: string): Promise<void> {
  const maintenance = openDatabase({ socketFolder, user: OWNER, database: 'postgres', connectionsMax: 1 });
  try {
    const found = await sql`select from pg_database where datname = ${DATABASE}`.execute(maintenance.kysely);
    if (found.rows.length === 0) await sql.raw(`create database ${DATABASE}`).execute(maintenance.kysely);
  } catch (error) {
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await maintenance.close();
  }
}
